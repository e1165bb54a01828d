import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Day } from "#app/components/day.tsx";
import { Facts } from "#app/components/facts.tsx";
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
import { ListFieldControl } from "#app/components/list-field.tsx";
import { homeOf, WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { MERGEABLE } from "#app/domain/reference.ts";
import {
  type Entry,
  type FieldProblem,
  type Overtaken,
  problemsIn,
  usageInWords,
} from "#app/domain/reference-fields.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { askedList, dayProblem, pickOptions, typedIn } from "#app/server/reference-page.ts";
import { work } from "#app/server/visit.ts";
import { join, rename, succeed, type Told, takeBack } from "#db/reference-changes.ts";
import { removeEntry, saveEntry } from "#db/reference-editing.ts";
import { asEntry, entriesOf, entryOf, firstName, isNamed, mergedInto, saidOf, usageOf } from "#db/reference-entries.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit } = await work(request, "administer");
  const { path, list, title, one, fields } = askedList(params.list);
  const id = params.id ?? "";
  const row = await entryOf(list, id);
  if (!row) throw notFound();
  const { said, seen } = await saidOf(id);
  const into = said.find(({ kind }) => kind === "merged")?.value ?? null;
  const groups = list === "member" ? await entriesOf("group") : [];
  const ministries = list === "ministry" ? (await entriesOf("ministry")).filter((other) => other.id !== id) : [];
  const named = new Map([...groups, ...ministries].map((other) => [other.id, other.name]));
  return {
    visit,
    page: { path, list, title, one, editable: fields.filter(({ once }) => !once) },
    row,
    entry: asEntry(row),
    seen,
    said: said.map((event) => ({ ...event, words: named.get(event.value) ?? event.value })),
    firstName: await firstName(id),
    into: into === null ? null : await entryOf(list, into),
    twins: await mergedInto(list, id),
    usage: await usageOf(list, id),
    mayRemove: !(await isNamed(id)),
    options: await pickOptions(fields),
    groups,
    ministries,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "administer");
  const { path, list, fields } = askedList(params.list);
  const id = params.id ?? "";
  if (!(await entryOf(list, id))) throw notFound();
  const typed = await typedIn(request);
  const here = paths.referenceEntry(path, id);
  const refuse = (
    problems: FieldProblem[],
    more: { exists?: { id: string; name: string } | null; overtaken?: Overtaken[]; now?: Entry; merged?: Entry } = {},
  ) =>
    data(
      {
        typed: { ...typed, ...more.merged },
        problems,
        exists: more.exists ?? null,
        overtaken: more.overtaken ?? [],
        now: more.now ?? null,
      },
      { status: 422 },
    );
  const act = { by: actor.accountId, seen: Number(typed.gezien) };
  const told = (answer: Told) => {
    if (answer.done) return redirect(`${here}?gedaan=vastgelegd`);
    if (answer.because === "wrong") return refuse(answer.problems, { exists: answer.exists });
    return refuse([{ field: "", message: OVERTAKEN }]);
  };
  const onDay = (field: string, what: string): FieldProblem[] => {
    const message = dayProblem(typed[field] ?? "", what);
    return message ? [{ field, message }] : [];
  };
  if (typed.doe === "naam") {
    const problems = onDay("naam-vanaf", "vanaf welke dag deze naam geldt");
    if (!typed.naam) problems.unshift({ field: "naam", message: "Vul de nieuwe naam in." });
    return problems.length > 0
      ? refuse(problems)
      : told(await rename(act, list, id, typed.naam ?? "", typed["naam-vanaf"] ?? ""));
  }
  if (typed.doe === "fractie" && list === "member") {
    const problems = onDay("fractie-vanaf", "vanaf welke dag dit zo is");
    return problems.length > 0
      ? refuse(problems)
      : told(await join(act, id, typed.fractie || null, typed["fractie-vanaf"] ?? ""));
  }
  if (typed.doe === "opvolger" && list === "ministry") {
    const problems = onDay("opvolger-vanaf", "vanaf welke dag het werk daar is");
    return problems.length > 0
      ? refuse(problems)
      : told(await succeed(act, id, typed.opvolger ?? "", typed["opvolger-vanaf"] ?? ""));
  }
  if (typed.doe === "terug") {
    const field = `reden-${typed.gebeurtenis}`;
    if (!typed.reden) return refuse([{ field, message: "Schrijf waarom dit niet klopt." }]);
    return told(await takeBack(actor.accountId, id, typed.gebeurtenis ?? "", typed.reden));
  }
  if (typed.doe === "weg") {
    const why = await removeEntry(list, id);
    return why ? refuse([{ field: "", message: why }]) : redirect(`${paths.referenceList(path)}?gedaan=uit-lijst`);
  }
  const editable = fields.filter(({ once }) => !once);
  const problems: FieldProblem[] =
    editable.length > 0 ? problemsIn(editable, typed) : [{ field: "", message: "Hier is niets in te vullen." }];
  if (problems.length > 0) return refuse(problems);
  const was = Object.fromEntries(editable.map(({ name }) => [name, typed[`was-${name}`] ?? ""]));
  const own = Object.fromEntries(editable.map(({ name }) => [name, typed[name] ?? ""]));
  const saved = await saveEntry(list, id, editable, { was, typed: own });
  if (saved.done) return redirect(`${here}?gedaan=vastgelegd`);
  if (saved.because === "gone") throw notFound();
  if (saved.because === "wrong") return refuse(saved.problems, { exists: saved.exists });
  const { overtaken, merged, now } = saved;
  const first: FieldProblem[] = [{ field: overtaken[0]?.field ?? "", message: CHANGED }];
  return refuse(first, { overtaken, merged, now });
}

const OVERTAKEN =
  "Een collega legde hier intussen iets vast. Lees wat er nu staat, en verstuur het dan opnieuw als het nog nodig is.";
const CHANGED = "Een collega veranderde dit intussen. Wat u typte staat er nog; kijk na wat er moet komen te staan.";

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found?.row.name ?? "Lijsten") },
];

export default function ReferenceEntryPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { visit, page, row, entry, seen, said, into, twins, usage, options, groups, ministries } = found;
  const typedFor = (doe: string): Partial<Entry> => (answer?.typed.doe === doe ? answer.typed : {});
  const problemOf = (name: string) => answer?.problems.find(({ field }) => field === name)?.message;
  const own: Partial<Entry> = typedFor("wijzig");
  const base = answer?.now ?? entry;
  const field = (name: string) => ({ name, value: answer?.typed[name], problem: problemOf(name) });
  const renames = said.filter(({ kind }) => kind === "renamed");
  return (
    <WorkPage
      visit={visit}
      heading={row.name}
      lead={usageInWords(usage)}
      breadcrumbs={[homeOf(visit), { href: paths.referenceList(page.path), label: page.title }]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.exists && (
        <p>
          Er staat al: <a href={paths.referenceEntry(page.path, answer.exists.id)}>{answer.exists.name}</a>.
        </p>
      )}
      {answer && answer.overtaken.length > 0 && (
        <Alert tone="warning">
          <ul>
            {answer.overtaken.map(({ field: changed, label, was, now }) => (
              <li key={changed}>
                {label}: een collega maakte van “{was || "niets"}” intussen “{now || "niets"}”.
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {into && (
        <Alert tone="info">
          Samengevoegd met <a href={paths.referenceEntry(page.path, into.id)}>{into.name}</a>: overal in het register
          staat die naam. Wat hiernaar verwees is niet veranderd.
        </Alert>
      )}
      {row.chamber && <Facts items={[{ term: "Kamer", value: CHAMBER_WORDS[row.chamber] }]} />}
      {row.slug && page.list === "dossier" && (
        <p>
          <a href={paths.dossier(row.slug)}>Pagina van dit dossier</a>. Ritme en looptijd legt het ministerie of de
          griffie vast, op <a href={paths.steerDossier(row.slug)}>een eigen pagina</a>.
        </p>
      )}

      {said.length > 0 && (
        <section aria-labelledby="vastgelegd">
          <h2 id="vastgelegd">Wat is vastgelegd</h2>
          <ul className="said-list">
            {found.firstName && renames.length > 0 && <li>Eerst: {found.firstName}.</li>}
            {said.map((event) => (
              <li key={event.eventId}>
                {sentenceOf(event)} <Day of={event.on} />.
                <details open={answer?.typed.gebeurtenis === event.eventId}>
                  <summary>Neem dit terug</summary>
                  <form method="post" className="form" noValidate>
                    <HiddenField name="gebeurtenis" value={event.eventId} />
                    <TextField
                      name="reden"
                      id={`reden-${event.eventId}`}
                      label="Waarom klopt dit niet"
                      problem={problemOf(`reden-${event.eventId}`)}
                    />
                    <SubmitButton variant="secondary" name="doe" value="terug">
                      Neem terug
                    </SubmitButton>
                  </form>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      {twins.length > 0 && (
        <p>
          Hiermee samengevoegd:{" "}
          {twins.map((twin, at) => (
            <span key={twin.id}>
              {at > 0 && ", "}
              <a href={paths.referenceEntry(page.path, twin.id)}>{twin.name}</a>
            </span>
          ))}
          .
        </p>
      )}

      {!into && (
        <>
          <section aria-labelledby="andere-naam">
            <h2 id="andere-naam">Andere naam vanaf een dag</h2>
            <p>
              Pagina's van voor die dag houden de naam die toen gold. Was het een schrijffout, kies dan een vroege dag.
            </p>
            <form method="post" className="form" noValidate>
              <HiddenField name="gezien" value={String(seen)} />
              <FieldRow>
                <TextField {...field("naam")} label="Nieuwe naam" maxLength={300} />
                <DateField {...field("naam-vanaf")} label="Geldt vanaf" />
              </FieldRow>
              <FormActions>
                <SubmitButton name="doe" value="naam">
                  Leg de naam vast
                </SubmitButton>
              </FormActions>
            </form>
          </section>
          {page.list === "member" && (
            <section aria-labelledby="andere-fractie">
              <h2 id="andere-fractie">Andere fractie vanaf een dag</h2>
              <p>Nu: {groups.find(({ id }) => id === row.groupId)?.name ?? "geen fractie, of niet bekend"}.</p>
              <form method="post" className="form" noValidate>
                <HiddenField name="gezien" value={String(seen)} />
                <FieldRow>
                  <SelectField
                    {...field("fractie")}
                    label="Fractie"
                    emptyLabel="Geen fractie"
                    options={groups.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <DateField {...field("fractie-vanaf")} label="Vanaf" />
                </FieldRow>
                <FormActions>
                  <SubmitButton name="doe" value="fractie">
                    Leg de fractie vast
                  </SubmitButton>
                </FormActions>
              </form>
            </section>
          )}
          {page.list === "ministry" && !said.some(({ kind }) => kind === "succeeded") && (
            <section aria-labelledby="opvolging">
              <h2 id="opvolging">Waar het werk heen ging</h2>
              <p>
                Houdt dit ministerie op, dan telt wat nog openstaat vanaf die dag bij het andere. Ging een deel van het
                werk ergens anders heen, draag die toezeggingen daarna één voor één over.
              </p>
              <form method="post" className="form" noValidate>
                <HiddenField name="gezien" value={String(seen)} />
                <FieldRow>
                  <SelectField
                    {...field("opvolger")}
                    label="Ministerie dat het werk overneemt"
                    emptyLabel="Kies"
                    options={ministries.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <DateField {...field("opvolger-vanaf")} label="Vanaf" />
                </FieldRow>
                <FormActions>
                  <SubmitButton name="doe" value="opvolger">
                    Leg de opvolger vast
                  </SubmitButton>
                </FormActions>
              </form>
            </section>
          )}
          {page.editable.length > 0 && (
            <section aria-labelledby="gegevens">
              <h2 id="gegevens">Gegevens</h2>
              <form method="post" className="form" noValidate>
                {page.editable.map((one) => (
                  <div key={one.name}>
                    <HiddenField name={`was-${one.name}`} value={base[one.name] ?? ""} />
                    <ListFieldControl
                      field={one}
                      value={own[one.name] ?? entry[one.name]}
                      problem={problemOf(one.name)}
                      options={options}
                    />
                  </div>
                ))}
                <FormActions>
                  <SubmitButton name="doe" value="wijzig">
                    Bewaar
                  </SubmitButton>
                </FormActions>
              </form>
            </section>
          )}
          <section aria-labelledby="dubbel">
            <h2 id="dubbel">Dubbel of te veel</h2>
            {MERGEABLE.includes(page.list) && (
              <p>
                Staat {page.one} er twee keer in? <a href={paths.mergeEntry(page.path, row.id)}>Voeg samen</a>.
              </p>
            )}
            {found.mayRemove ? (
              <form method="post">
                <p>Niets verwijst hiernaar.</p>
                <SubmitButton variant="danger" name="doe" value="weg">
                  Haal uit de lijst
                </SubmitButton>
              </form>
            ) : (
              <p>Weghalen kan niet meer: het register verwijst hiernaar.</p>
            )}
          </section>
        </>
      )}
      <p>
        <a href={`${paths.log}?wat=${encodeURIComponent(row.id)}`}>Logboek van deze regel</a>
      </p>
    </WorkPage>
  );
}

type SaidInWords = Awaited<ReturnType<typeof loader>>["said"][number];

function sentenceOf({ kind, words }: SaidInWords): string {
  if (kind === "renamed") return `Heet ${words} vanaf`;
  if (kind === "joined") return words ? `In de fractie ${words} vanaf` : "Zonder fractie vanaf";
  return kind === "merged" ? "Samengevoegd op" : `Het werk ging naar ${words} op`;
}
