import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ErrorSummary, FormActions, HiddenField, RadioField, SubmitButton } from "#app/components/form.tsx";
import { ListQuestions } from "#app/components/list-questions.tsx";
import { ListRows, OUTCOME_EXPLAINED } from "#app/components/list-rows.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { ReadingProgress } from "#app/components/reading-progress.tsx";
import { Tiles } from "#app/components/summary-tiles.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from "#app/domain/list-import/proposal.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { figure, rowsInWords } from "#app/server/list-fields.ts";
import { answersSent, keepLayout } from "#app/server/list-input.ts";
import { columnsOf, ownList, rowsShown } from "#app/server/list-page.ts";
import { listSettled, workOnLists } from "#app/server/list-queue.ts";
import { listProgress } from "#app/server/list-words.ts";
import { work } from "#app/server/visit.ts";
import { choose, dropList, isWorking, moveList } from "#db/list-imports.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "review");
  const list = await ownList(actor, params.id);
  const { id, fileName, state, notice } = list;
  if (state === "read") throw redirect(paths.listColumns(id));
  if (isWorking(state)) {
    void workOnLists();
    const mayDrop = state !== "taking";
    return {
      visit,
      fileName,
      state: "working" as const,
      words: listProgress(list),
      progress: list.progress,
      mayDrop,
    };
  }
  if (state === "refused") return { visit, fileName, state: "refused" as const, refusal: list.refusal ?? "" };
  const { columns } = await columnsOf(list);
  return {
    visit,
    fileName,
    state: state === "taken" ? ("taken" as const) : ("compared" as const),
    id,
    notice,
    listDate: list.listDate,
    isPublished: list.publish,
    headers: columns.map(({ header }) => header),
    summary: list.summary ?? { statuses: [], orders: [], newNames: [], drafts: 0 },
    ...(await rowsShown(list, url.searchParams)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await work(request, "review");
  const list = await ownList(actor, params.id);
  const here = paths.list(list.id);
  const form = await request.formData();
  const act = form.get("doe");
  if (act === "weg") return redirect((await dropList(list.id)) ? `${paths.lists}?gedaan=weggehaald` : here);
  // It moved on in another tab: the page tells how far it is.
  if (list.state !== "compared" || !list.layout) return redirect(here);
  if (act === "antwoord") {
    await keepLayout(list, answersSent(form, list, list.layout));
    return redirect(`${here}?gedaan=antwoord-bewaard`);
  }
  if (act === "kies") {
    const { search } = new URL(request.url);
    await choose(list.id, Math.trunc(Number(form.get("rij"))), form.get("voor") === "lijst");
    return redirect(`${here}${search}`);
  }
  const how = form.get("hoe");
  if (how !== "concept" && how !== "publiceren")
    return data(
      { problems: [{ field: "hoe", message: "Kies of wat nieuw is eerst concept wordt, of meteen openbaar." }] },
      { status: 422 },
    );
  await moveList(list.id, ["compared"], {
    state: "taking",
    publish: how === "publiceren",
    progress: null,
    notice: null,
  });
  void workOnLists();
  await listSettled(list.id);
  return redirect(here);
}

const HEADINGS = {
  working: "De lijst is in behandeling",
  refused: "Deze lijst is niet te lezen",
  compared: "Lijst nakijken",
  taken: "De lijst is ingenomen",
};

export const meta = ({ data: found }: MetaArgs<typeof loader>) => [
  { title: pageTitle(HEADINGS[found?.state ?? "compared"]) },
];

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Compared = Extract<Loaded, { state: "compared" | "taken" }>;

export default function CheckList() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { visit, state, fileName } = found;
  return (
    <WorkPage
      visit={visit}
      heading={HEADINGS[state]}
      lead={"listDate" in found ? `${fileName}, stand van ${dayInWords(found.listDate)}` : fileName}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: paths.lists, label: "Lijst innemen" },
      ]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {state === "working" && (
        <ReadingProgress
          {...found}
          address={visit.path}
          what="De lijst"
          foundAt={{ href: paths.lists, label: "Lijst innemen" }}
          drop={found.mayDrop ? "Stop en haal deze lijst weg" : null}
        />
      )}
      {state === "refused" && (
        <>
          <Alert tone="warning">{found.refusal}</Alert>
          <p>
            <a href={paths.lists}>Breng een ander bestand</a>
          </p>
          <Drop />
        </>
      )}
      {state === "compared" && <Check found={found} />}
      {state === "taken" && <Result found={found} />}
    </WorkPage>
  );
}

const Drop = () => (
  <form method="post" className="form">
    <HiddenField name="doe" value="weg" />
    <SubmitButton variant="subtle">Haal deze lijst weg</SubmitButton>
  </form>
);

function Check({ found }: { found: Compared }) {
  const { id, notice, counts, summary, headers } = found;
  const accepted = counts.new + counts.changed + counts.conflict + counts.unchanged;
  return (
    <>
      {notice && <Alert tone="warning">{notice}</Alert>}
      <Outcomes found={found} />
      {accepted > 0 && (
        <p>
          Gezien wat er gebeurt? <a href="#innemen">Naar innemen, onderaan</a>
        </p>
      )}
      <ListQuestions summary={summary} headers={headers} />
      <Rows found={found} isOpen />
      {summary.newNames.length > 0 && (
        <details className="fold-plain" open={summary.newNames.length <= 20}>
          <summary>Namen die het register nog niet kent en erbij komen ({figure(summary.newNames.length)})</summary>
          <ul className="plain-list">
            {summary.newNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      <section aria-labelledby="innemen">
        <h2 id="innemen">Innemen</h2>
        {accepted === 0 ? (
          <Empty>Er is geen rij die kan worden ingenomen.</Empty>
        ) : (
          <form method="post" className="form" noValidate>
            <HiddenField name="doe" value="neem" />
            <p>
              {rowsInWords(accepted)} {accepted === 1 ? "gaat" : "gaan"} erin, alles of niets.
              {counts.refused > 0 && ` ${rowsInWords(counts.refused)} niet.`} Wat in het register al openbaar is,
              verandert meteen en openbaar.
            </p>
            <RadioField
              name="hoe"
              label="Wat nieuw is"
              value="concept"
              options={[
                {
                  value: "concept",
                  label: "eerst als concept",
                  hint: "Alleen uw ministerie ziet het, tot u het publiceert.",
                },
                {
                  value: "publiceren",
                  label: "meteen publiceren",
                  hint:
                    summary.drafts > 0
                      ? `Ook ${summary.drafts === 1 ? "de toezegging" : `de ${figure(summary.drafts)} toezeggingen`} uit deze lijst die nog concept ${summary.drafts === 1 ? "is" : "zijn"}.`
                      : "Elke toezegging krijgt een nummer en is voor iedereen te lezen.",
                },
              ]}
            />
            <FormActions>
              <SubmitButton>Neem de lijst in</SubmitButton>
            </FormActions>
          </form>
        )}
        <p>
          <a href={paths.listColumns(id)}>Andere kolommen kiezen</a>
        </p>
        <Drop />
      </section>
    </>
  );
}

const isShown = (outcome: Outcome, { counts }: Compared): boolean => outcome === "new" || counts[outcome] > 0;

const addressOf = ({ id }: Compared, outcome: Outcome, page = 1): string =>
  `${paths.list(id)}?toon=${OUTCOME_WORDS[outcome].inUrl}${page > 1 ? `&pagina=${page}` : ""}`;

const Outcomes = ({ found }: { found: Compared }) => (
  <Tiles
    items={OUTCOMES.filter((outcome) => isShown(outcome, found)).map((outcome) => ({
      count: figure(found.counts[outcome]),
      label: OUTCOME_WORDS[outcome].label,
      href: addressOf(found, outcome),
      tone: outcome === "refused" || outcome === "conflict" ? "late" : "plain",
    }))}
  />
);

function Rows({ found, isOpen }: { found: Compared; isOpen: boolean }) {
  const { id, outcome, page, pages, rows } = found;
  return (
    <section aria-labelledby="rijen">
      <h2 id="rijen">Rijen: {OUTCOME_WORDS[outcome].label}</h2>
      {rows.length === 0 ? (
        <Empty>Er zijn geen rijen die {OUTCOME_WORDS[outcome].label} zijn.</Empty>
      ) : (
        <>
          <p>{OUTCOME_EXPLAINED[outcome]}</p>
          {outcome === "refused" && (
            <p>
              <a href={paths.listRefused(id)}>Geweigerde rijen met de reden, als bestand</a>
            </p>
          )}
          <ListRows rows={rows} caption={`Rijen die ${OUTCOME_WORDS[outcome].label} zijn`} isOpen={isOpen} />
          <Pagination page={page} pages={pages} href={(n) => addressOf(found, outcome, n)} />
        </>
      )}
    </section>
  );
}

function Result({ found }: { found: Compared }) {
  const { id, counts, isPublished } = found;
  return (
    <>
      <Alert tone="ok">
        {rowsInWords(counts.new)} nieuw, {figure(counts.changed + counts.conflict)} bijgewerkt of nagekeken,{" "}
        {figure(counts.unchanged)} ongewijzigd.{" "}
        {isPublished
          ? "Wat nieuw is, heeft een nummer en is voor iedereen te lezen."
          : "Wat nieuw is, staat als concept bij het debat. Nog niemand anders ziet dat."}
      </Alert>
      {counts.refused > 0 && (
        <p>
          {rowsInWords(counts.refused)} {counts.refused === 1 ? "is" : "zijn"} niet ingenomen:{" "}
          <a href={paths.listRefused(id)}>geweigerde rijen met de reden, als bestand</a>.
        </p>
      )}
      <p>
        <a href={paths.desk}>Naar Mijn werk</a>
      </p>
      <Outcomes found={found} />
      <Rows found={found} isOpen={false} />
    </>
  );
}
