import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AmendmentTable } from "#app/components/amendment-table.tsx";
import { StandingBadge } from "#app/components/commitment-table.tsx";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
} from "#app/components/form.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { DataTable } from "#app/components/table.tsx";
import { addMonths, dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import type { Change, Comparison } from "#app/domain/comparison.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { visit } from "#app/server/visit.ts";
import { comparedDays, coverage, type ListedCommitment } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const asked = new URL(request.url).searchParams;
  const dossiers = (await coverage(moment)).map(({ dossier: { id, slug, name, showsHelp } }) => ({
    id,
    slug,
    name,
    showsHelp,
  }));
  const typed = {
    from: asked.get("van") || addMonths(visitor.asOf, -1),
    until: asked.get("tot") || visitor.asOf,
    asThen: asked.get("weten") === "toen",
    dossier: asked.get("dossier") ?? "",
  };
  const problems = problemsIn(typed);
  const dossier = dossiers.find(({ slug }) => slug === typed.dossier) ?? null;
  const answer = {
    visit: visitor,
    typed,
    problems,
    dossiers,
    found: problems.length > 0 ? null : await comparedDays(typed.from, typed.until, { asThen: typed.asThen, dossier }),
  };
  return data(answer, { status: problems.length > 0 ? 422 : 200 });
}

function problemsIn({ from, until }: { from: string; until: string }): { field: string; message: string }[] {
  const problems = [
    { field: "van", day: from },
    { field: "tot", day: until },
  ].flatMap(({ field, day }) => {
    if (!isIsoDay(day)) return [{ field, message: "Dit is geen datum die bestaat. Kies een dag." }];
    if (day > today())
      return [{ field, message: `${dayInWords(day)} moet nog komen. Kies vandaag of een eerdere dag.` }];
    return [];
  });
  if (problems.length === 0 && from > until)
    return [{ field: "tot", message: "De tweede dag ligt voor de eerste. Draai ze om." }];
  return problems;
}

export const meta = () => [{ title: pageTitle("Twee dagen vergelijken") }];

/** What can have become of a commitment, in the order in which a reader asks. */
const SECTIONS: { key: keyof Comparison<unknown>; heading: string }[] = [
  { key: "came", heading: "Nieuw in het register" },
  { key: "settled", heading: "Andere status" },
  { key: "becameLate", heading: "Te laat geworden" },
  { key: "noLongerLate", heading: "Niet meer te laat" },
  { key: "shifted", heading: "Andere termijn" },
  { key: "handedOver", heading: "Naar een ander ministerie" },
  { key: "went", heading: "Uit het register gehaald" },
];

export default function Compare() {
  const { visit: visitor, typed, problems, dossiers, found } = useLoaderData<typeof loader>();
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <PublicPage
      visit={visitor}
      heading="Twee dagen vergelijken"
      lead="Wat kwam er bij, wat is afgedaan, wat schoof op en wat werd te laat tussen twee dagen?"
      timeless
      wide
      help={dossiers.some(({ slug, showsHelp }) => showsHelp && (typed.dossier === "" || slug === typed.dossier))}
    >
      <ErrorSummary problems={problems} />
      <form method="get" className="form" noValidate>
        {[...new URLSearchParams(linker(visitor)("").slice(1))].map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <FieldRow>
          <DateField name="van" label="Van" value={typed.from} problem={problemOf("van")} />
          <DateField name="tot" label="Tot en met" value={typed.until} problem={problemOf("tot")} />
          <SelectField
            name="dossier"
            label="Dossier"
            emptyLabel="Alle dossiers"
            value={typed.dossier}
            options={dossiers.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <SelectField
            name="weten"
            label="Gebruik"
            value={typed.asThen ? "toen" : "nu"}
            options={[
              { value: "nu", label: "wat nu bekend is" },
              { value: "toen", label: "wat toen in het register stond" },
            ]}
          />
        </FieldRow>
        <FormActions>
          <SubmitButton>Vergelijk</SubmitButton>
        </FormActions>
      </form>
      {found && <Found found={found} typed={typed} link={linker({ ...visitor, asOf: typed.until, knownAt: null })} />}
      <StatusLegend link={linker(visitor)} />
    </PublicPage>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Found({
  found: { commitments, letters, debates, corrections },
  typed,
  link,
}: {
  found: NonNullable<Loaded["found"]>;
  typed: Loaded["typed"];
  link: Linker;
}) {
  const sections = SECTIONS.filter(({ key }) => commitments[key].length > 0);
  const isEmpty = [sections, letters, debates, corrections].every(({ length }) => length === 0);
  return (
    <>
      <h2>
        Van {dayInWords(typed.from)} tot en met {dayInWords(typed.until)}
      </h2>
      <p>
        {typed.asThen
          ? "Elke dag zoals het register die dag was, met alles wat toen was vastgelegd."
          : "Beide dagen met wat nu bekend is. Wat later is vastgelegd of gecorrigeerd, telt dus mee."}
      </p>
      {isEmpty && <Empty>Tussen deze dagen is er niets veranderd.</Empty>}
      {letters.length > 0 && (
        <List
          heading="Brieven die kwamen"
          rows={letters.map(({ letter: { id, title, day } }) => ({ id, title, day, href: link(paths.letter(id)) }))}
        />
      )}
      {debates.length > 0 && (
        <List
          heading="Debatten die kwamen"
          rows={debates.map(({ debate: { id, title, date } }) => ({
            id,
            title,
            day: date,
            href: link(paths.debate(id)),
          }))}
        />
      )}
      {sections.map(({ key, heading }) => (
        <Changes key={key} id={key} heading={heading} changes={commitments[key]} link={link} />
      ))}
      {corrections.length > 0 && (
        <section aria-labelledby="gecorrigeerd">
          <h3 id="gecorrigeerd">Gecorrigeerd of ingetrokken ({corrections.length})</h3>
          <p>Vastgelegd tussen deze dagen. Het kan over een andere dag gaan.</p>
          <AmendmentTable rows={corrections} link={link} />
        </section>
      )}
    </>
  );
}

function List({
  heading,
  rows,
}: {
  heading: string;
  rows: { id: string; title: string; day: IsoDay; href: string }[];
}) {
  return (
    <section>
      <h3>
        {heading} ({rows.length})
      </h3>
      <ul className="link-list">
        {rows.map(({ id, title, day, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>, <Day of={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChangesProps {
  id: string;
  heading: string;
  changes: Change<ListedCommitment>[];
  link: Linker;
}

function Changes({ id, heading, changes, link }: ChangesProps) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {heading} ({changes.length})
      </h3>
      <DataTable
        caption={heading}
        hideCaption
        columns={[
          { key: "title", label: "Toezegging", rowHeader: true },
          { key: "before", label: "Eerst" },
          { key: "after", label: "Daarna" },
        ]}
        rows={changes.flatMap(({ before, after }) => {
          const commitment = after ?? before;
          if (!commitment) return [];
          const { number, title, dossier } = commitment;
          return [
            {
              key: commitment.id,
              cells: {
                title: (
                  <>
                    {after ? <a href={link(paths.commitment(number))}>{title}</a> : title}
                    <span className="cell-aside">
                      {number} · {dossier.name}
                      {dossier.isInvented && " · verzonnen voorbeeld"}
                    </span>
                  </>
                ),
                before: <Side side={before} none="nog niet in het register" showMinistry={id === "handedOver"} />,
                after: <Side side={after} none="niet meer in het register" showMinistry={id === "handedOver"} />,
              },
            },
          ];
        })}
      />
    </section>
  );
}

function Side({ side, none, showMinistry }: { side: ListedCommitment | null; none: string; showMinistry: boolean }) {
  if (!side) return <>{none}</>;
  return (
    <>
      <StandingBadge standing={side.standing} />
      <span className="cell-aside">
        {deadlineInWords(side.standing.deadline)}
        {showMinistry && ` · ${side.ministry}`}
      </span>
    </>
  );
}
