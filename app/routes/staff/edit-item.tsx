import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Datalist } from "#app/components/datalist.tsx";
import { Empty } from "#app/components/empty.tsx";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/components/form.tsx";
import { ItemForm } from "#app/components/item-form.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { termInWords } from "#app/domain/item-term.ts";
import {
  ITEM_EXPLAINED,
  KIND_IN_URL,
  kindInWords,
  RELATION_WORDS,
  RELATIONS,
  targetInWords,
} from "#app/domain/item-words.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { itemAsTyped } from "#app/server/item-input.ts";
import { handleItemLinks, type LinkInput } from "#app/server/item-links.ts";
import { handleItemForm, itemFormData } from "#app/server/item-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { allow, work } from "#app/server/visit.ts";
import {
  awaitedStartOf,
  itemById,
  linksOf,
  linkTargets,
  originsIn,
  ownershipOfDossier,
  standingRegistration,
} from "#db/items.ts";
import { referenceLists } from "#db/reference.ts";

async function ownItem(actor: Actor, id: string | undefined) {
  const item = await itemById(id ?? "");
  if (!item) throw notFound();
  const owner = await ownershipOfDossier(item.dossierId);
  allow(actor, "register", owner);
  return { item, maySteer: may(actor, "steer_dossier", owner) };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const { item, maySteer } = await ownItem(actor, params.id);
  const lists = await referenceLists();
  const seen = (await standingRegistration(item.id))?.id ?? "";
  return {
    visit,
    item,
    maySteer,
    dossier: lists.dossiers.find(({ id }) => id === item.dossierId),
    stored: item.publishedOn ? null : await itemFormData({ input: itemAsTyped(item, seen, lists) }),
    links: await linksOf(item.id),
    targets: (await linkTargets(item.dossierId)).filter(({ id }) => id !== item.id).map(targetInWords),
    letters: (await originsIn(item.dossierId)).filter(({ kind }) => kind === "letter"),
    awaited: await awaitedStartOf(item),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "register");
  const { item } = await ownItem(actor, params.id);
  const form = await request.formData();
  const handled = await handleItemLinks(form, actor, item);
  return handled ?? handleItemForm(form, actor, item.itemKind, item.dossierId, item.id);
}

export const meta = () => [{ title: pageTitle("Iets dat het register volgt") }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Problems = { field: string; message: string }[];

export default function EditItem() {
  const { visit, item, dossier, stored, ...rest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const linking = answer && "linkProblems" in answer ? answer : null;
  const form = answer && "input" in answer ? answer : stored;
  const another = new URLSearchParams({ soort: KIND_IN_URL[item.itemKind], dossier: dossier?.slug ?? "" });
  return (
    <WorkPage
      visit={visit}
      heading="Iets dat het register volgt"
      lead={`${kindInWords(item.itemKind, item.origin?.kind === "letter")} in het dossier ${dossier?.name}. ${ITEM_EXPLAINED[item.itemKind]}`}
      breadcrumbs={[{ href: paths.desk, label: "Mijn werk" }]}
    >
      <ErrorSummary problems={linking?.linkProblems ?? []} />
      {item.publishedOn ? (
        <p>
          <a href={paths.item(item.number ?? item.id)}>
            {item.number}: {item.title}
          </a>{" "}
          is openbaar.
        </p>
      ) : (
        <p>Dit is een concept. Alleen u en uw collega's zien het, tot u het publiceert.</p>
      )}
      <p>
        <a href={`${paths.newItem}?${another}`}>Leg er nog een vast van deze soort</a>
      </p>
      {form && <ItemForm {...form} isDraft={!item.publishedOn} />}
      {item.measure && <Term item={item} {...rest} typed={linking?.typed} problems={linking?.linkProblems ?? []} />}
      <Links {...rest} typed={linking?.typed} problems={linking?.linkProblems ?? []} />
    </WorkPage>
  );
}

const problemIn = (problems: Problems, field: string) => problems.find((problem) => problem.field === field)?.message;

/** What the term comes to, and the day of the event that it counts from. */
function Term({
  item,
  awaited,
  maySteer,
  typed,
  problems,
}: Pick<Data, "item" | "awaited" | "maySteer"> & { typed?: LinkInput; problems: Problems }) {
  if (!item.measure) return null;
  return (
    <section aria-labelledby="termijn">
      <h2 id="termijn">Wat de termijn betekent</h2>
      <p>{termInWords(item.measure, item.measure.start?.day ?? awaited?.happened?.on ?? null)}</p>
      {awaited?.happened && (
        <p>
          “{awaited.words}”: gebeurd op {dayInWords(awaited.happened.on)}.
        </p>
      )}
      {awaited && maySteer && !awaited.happened && (
        <form method="post" className="form" noValidate>
          <DateField
            name="happened"
            label={`Op welke dag: ${awaited.words}`}
            hint="Dit geldt voor alle maatregelen in dit dossier die hierop wachten."
            value={typed?.happened}
            problem={problemIn(problems, "happened")}
          />
          <FormActions>
            <SubmitButton name="doe" value="gebeurd">
              Vul de dag in
            </SubmitButton>
          </FormActions>
        </form>
      )}
      {awaited?.happened && maySteer && (
        <form method="post" className="form" noValidate>
          <HiddenField name="event" value={awaited.happened.eventId} />
          <TextField
            name="reason"
            id="reason-happened"
            label="Waarom deze dag niet klopt"
            value={typed?.event === awaited.happened.eventId ? typed.reason : ""}
            problem={problemIn(problems, "reason-happened")}
          />
          <FormActions>
            <SubmitButton variant="secondary" name="doe" value="neem-terug">
              Neem deze dag terug
            </SubmitButton>
          </FormActions>
        </form>
      )}
    </section>
  );
}

function Links({
  links,
  targets,
  letters,
  typed,
  problems,
}: Pick<Data, "links" | "targets" | "letters"> & { typed?: LinkInput; problems: Problems }) {
  const field = (name: keyof LinkInput) => ({ name, value: typed?.[name], problem: problemIn(problems, name) });
  return (
    <section aria-labelledby="verband">
      <h2 id="verband">Waar dit mee te maken heeft</h2>
      {links.length === 0 && <Empty>Dit is nog nergens aan gekoppeld.</Empty>}
      {links.map(({ eventId, relation, target, letter, passage, note, reviewedIn }) => (
        <div key={eventId} className="entry">
          <p>
            {relation && target && (
              <>
                {RELATION_WORDS[relation].from}{" "}
                <a href={target.kind === "commitment" ? paths.commitment(target.number) : paths.item(target.number)}>
                  {targetInWords(target)}
                </a>
              </>
            )}
            {letter && (
              <>
                een brief zegt hier iets over: <a href={paths.letter(letter.id, passage?.anchor)}>{letter.title}</a>
                {passage?.place && `, ${passage.place}`}
                {note && `. ${note}`}
              </>
            )}
          </p>
          {reviewedIn ? (
            <p>
              Vastgelegd bij <a href={paths.review(reviewedIn)}>het nagaan van de brief</a>.
            </p>
          ) : (
            <details className="fold-plain" open={typed?.event === eventId || undefined}>
              <summary>Trek dit verband in</summary>
              <form method="post" noValidate>
                <HiddenField name="event" value={eventId} />
                <TextField
                  name="reason"
                  id={`reason-${eventId}`}
                  compact
                  label="Reden"
                  value={typed?.event === eventId ? typed.reason : ""}
                  problem={problemIn(problems, `reason-${eventId}`)}
                />
                <FormActions>
                  <SubmitButton name="doe" value="ontkoppel" variant="secondary" compact>
                    Trek in
                  </SubmitButton>
                </FormActions>
              </form>
            </details>
          )}
        </div>
      ))}
      <form method="post" className="form" noValidate>
        <h3>Koppel aan een toezegging of aan iets anders</h3>
        <FieldRow>
          <SelectField
            {...field("relation")}
            label="Dit"
            emptyLabel="Kies"
            options={RELATIONS.map((relation) => ({ value: relation, label: RELATION_WORDS[relation].from }))}
          />
          <TextField
            {...field("target")}
            label="Toezegging of iets anders"
            hint="Typ het nummer of een woord uit de titel"
            list="doelen"
          />
        </FieldRow>
        <FormActions>
          <SubmitButton name="doe" value="koppel" variant="secondary">
            Koppel
          </SubmitButton>
        </FormActions>
      </form>
      <form method="post" className="form" noValidate>
        <h3>Noem een plaats in een brief die hier iets over zegt</h3>
        <FieldRow>
          <SelectField
            {...field("letter")}
            label="Brief"
            emptyLabel="Kies een brief"
            options={letters.map(({ id, title, day }) => ({ value: id, label: `${dayInWords(day)}: ${title}` }))}
          />
          <TextField
            {...field("passage")}
            label="Plaats in de brief"
            hint="Kopje en alinea, of het nummer van de passage"
          />
          <TextField {...field("note")} label="Wat de brief zegt" optional />
        </FieldRow>
        <FormActions>
          <SubmitButton name="doe" value="vermeld" variant="secondary">
            Leg vast
          </SubmitButton>
        </FormActions>
      </form>
      <Datalist id="doelen" names={targets} />
    </section>
  );
}
