import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { ErrorSummary, FormActions, SubmitButton, TextField } from "#app/components/form.tsx";
import { ListNav } from "#app/components/list-nav.tsx";
import { RecessFields } from "#app/components/recess-fields.tsx";
import { DataTable } from "#app/components/table.tsx";
import { homeOf, WorkPage } from "#app/components/work-page.tsx";
import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { mayEver } from "#app/domain/permissions.ts";
import { RECESS_WORDS, type RecessProblem } from "#app/domain/recess.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { recessIn } from "#app/server/recess-input.ts";
import { typedIn } from "#app/server/reference-page.ts";
import { work } from "#app/server/visit.ts";
import { enterRecess, waitingForRecess } from "#db/recesses.ts";
import { recessList } from "#db/reference.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, actor, url } = await work(request, "add_reference");
  const search = (url.searchParams.get("zoek") ?? "").trim();
  const dated = Number(url.searchParams.get("termijnen"));
  const rows = (await recessList()).reverse().map((recess) => ({
    ...recess,
    words: `${RECESS_WORDS[recess.name]} ${recess.start.slice(0, 4)}`,
    chamberWords: CHAMBER_WORDS[recess.chamber],
  }));
  const asked = search.toLowerCase();
  return {
    visit,
    search,
    dated: Number.isInteger(dated) && dated > 0 ? dated : null,
    mayChange: mayEver(actor, "administer"),
    waiting: await waitingForRecess(),
    rows: rows.filter(({ words, chamberWords }) => `${words} ${chamberWords}`.toLowerCase().includes(asked)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await work(request, "add_reference");
  const typed = await typedIn(request);
  const refuse = (problems: RecessProblem[]) => data({ typed, problems }, { status: 422 });
  const { recess, problems } = recessIn(typed);
  if (problems.length > 0) return refuse(problems);
  const kept = await enterRecess(actor.accountId, recess);
  if (kept.done) return redirect(`${paths.recesses}?gedaan=vastgelegd&termijnen=${kept.dated}`);
  return refuse(kept.because === "wrong" ? kept.problems : []);
}

export const meta = () => [{ title: pageTitle("Recessen") }];

export default function Recesses() {
  const { visit, search, dated, mayChange, waiting, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <WorkPage
      visit={visit}
      heading="Recessen"
      lead="Wanneer de Kamers niet vergaderen, met per regel waar dat staat. Een termijn als “voor het kerstreces” krijgt hier zijn datum."
      breadcrumbs={[homeOf(visit)]}
    >
      <ErrorSummary problems={answer?.problems ?? []} />
      {dated && (
        <Alert tone="ok" role="status">
          {dated === 1 ? "1 termijn heeft hierdoor een datum." : `${dated} termijnen hebben hierdoor een datum.`}
        </Alert>
      )}
      <ListNav current="recessen" />
      {waiting.length > 0 && (
        <section aria-labelledby="wachten">
          <h2 id="wachten">Wat wacht op een reces</h2>
          <ul className="link-list">
            {waiting.map(({ id, number, title, words }) => (
              <li key={id}>
                <a href={paths.commitment(number)}>
                  {number}: {title}
                </a>{" "}
                (“{words}”)
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="toevoegen">
        <h2 id="toevoegen">Reces invoeren</h2>
        <form method="post" action={paths.recesses} className="form" noValidate>
          <RecessFields typed={answer?.typed ?? {}} problems={answer?.problems ?? []} />
          <FormActions>
            <SubmitButton>Leg vast</SubmitButton>
          </FormActions>
        </form>
      </section>
      <section aria-labelledby="alle">
        <h2 id="alle">Wat de kalender weet</h2>
        <form method="get" className="form list-search">
          <TextField name="zoek" label="Zoek op reces, jaar of Kamer" value={search} type="search" />
          <SubmitButton variant="secondary">Zoek</SubmitButton>
        </form>
        {rows.length === 0 ? (
          <Empty>Hier staat geen reces.</Empty>
        ) : (
          <DataTable
            caption="Recessen"
            hideCaption
            columns={[
              { key: "name", label: "Reces", rowHeader: true },
              { key: "chamber", label: "Kamer" },
              { key: "start", label: "Eerste dag", fit: true },
              { key: "end", label: "Laatste dag", fit: true },
              { key: "basis", label: "Waar dat staat" },
            ]}
            rows={rows.map(({ id, words, chamberWords, start, end, basis, source }) => ({
              key: id,
              cells: {
                name: mayChange ? <a href={paths.recess(id)}>{words}</a> : words,
                chamber: chamberWords,
                start: <Day of={start} />,
                end: <Day of={end} />,
                basis: source ? <a href={source}>{basis}</a> : basis,
              },
            }))}
          />
        )}
      </section>
    </WorkPage>
  );
}
