import { CHAMBER_WORDS, daysInWords } from "#app/domain/commitment.ts";
import { filterFrom } from "#app/domain/filter.ts";
import { DELAY_WORDS, type LateCount, type LateRow, OF_EACH_OFFICE, perMinistry } from "#app/domain/late-list.ts";
import { type Linker, paths, registerPath } from "#app/paths.ts";
import type { LatePage } from "#db/public.ts";
import { Day } from "./day.tsx";
import { Empty } from "./empty.tsx";
import { DataTable } from "./table.tsx";

/** What became known later of a row of an edition that is kept. */
export interface KnownSince {
  withdrawn: ReadonlySet<string>;
  notLate: ReadonlySet<string>;
}
const NOTHING: KnownSince = { withdrawn: new Set(), notLate: new Set() };

/** What is late, counted per ministry and then listed per ministry and office, longest first. */
export function LateList({
  late: { counts, rows, isCut },
  link,
  here,
  only,
  fresh = [],
  since = NOTHING,
}: {
  late: LatePage;
  link: Linker;
  /** The address of this page, of all or of one ministry. */
  here: (ministryId: string | null) => string;
  /** The ministry that is shown by itself; null for all of them. */
  only: string | null;
  /** Numbers that were not late a week before. */
  fresh?: readonly string[];
  since?: KnownSince;
}) {
  const countOf = (id: string) => counts.find(({ ministryId }) => ministryId === id)?.late ?? 0;
  const isFresh = new Set(fresh);
  return (
    <>
      <section aria-labelledby="per-ministerie">
        <h2 id="per-ministerie">Hoeveel per ministerie</h2>
        <Counts counts={counts} hrefOf={(id) => (isCut || only ? here(id) : `#ministerie-${id}`)} />
        {only && (
          <p className="not-printed">
            <a href={here(null)}>Alle ministeries</a>
          </p>
        )}
        {isCut && (
          <p>
            Van elk ambt staan hieronder de {OF_EACH_OFFICE} die het langst te laat zijn. Kies een ministerie voor alles
            wat daar te laat is.
          </p>
        )}
      </section>
      {rows.length === 0 && <Empty>Van dit ministerie is hier niets te laat.</Empty>}
      {perMinistry(rows).map(({ id, name, offices }) => (
        <section key={id} className="late-group" aria-labelledby={`ministerie-${id}`}>
          <h2 id={`ministerie-${id}`}>
            {name}: {countOf(id)} te laat
          </h2>
          {offices.map((office) => (
            <DataTable
              key={office.id}
              caption={office.name}
              columns={[
                { key: "days", label: "Dagen te laat", align: "end", fit: true },
                { key: "title", label: "Toezegging", rowHeader: true },
                { key: "deadline", label: "Termijn" },
                { key: "delay", label: "Uitstel" },
              ]}
              rows={office.rows.map((row) => ({
                key: row.number,
                tone: "late" as const,
                cells: {
                  days: row.daysLate,
                  title: <Promised row={row} link={link} isFresh={isFresh.has(row.number)} since={since} />,
                  deadline: (
                    <>
                      {row.deadline}
                      <span className="cell-aside">{row.why}</span>
                    </>
                  ),
                  delay: (
                    <>
                      {DELAY_WORDS[row.delay]}
                      {row.delay !== "untold" && <span className="cell-aside">{row.delayed}</span>}
                    </>
                  ),
                },
              }))}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function Counts({ counts, hrefOf }: { counts: LatePage["counts"]; hrefOf: (ministryId: string) => string }) {
  const sum = (of: (count: LateCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const all = {
    late: sum(({ late }) => late),
    told: sum(({ told }) => told),
    longest: Math.max(0, ...counts.map(({ longest }) => longest)),
  };
  const line = ({ late, longest, told }: Omit<LateCount, "ministryId">) => ({
    late,
    longest: daysInWords(longest),
    told,
    untold: late - told,
  });
  return (
    <DataTable
      caption="Toezeggingen die te laat zijn, per ministerie"
      hideCaption
      columns={[
        { key: "name", label: "Ministerie", rowHeader: true },
        { key: "late", label: "Te laat", align: "end" },
        { key: "longest", label: "Langst", align: "end" },
        { key: "told", label: "Eerder uitstel gemeld", align: "end" },
        { key: "untold", label: "Geen uitstel gemeld", align: "end" },
      ]}
      rows={[
        ...counts.map((count) => ({
          key: count.ministryId,
          cells: { name: <a href={hrefOf(count.ministryId)}>{count.name}</a>, ...line(count) },
        })),
        ...(counts.length > 1 ? [{ key: "samen", cells: { name: "Samen", ...line(all) } }] : []),
      ]}
    />
  );
}

function Promised({ row, link, isFresh, since }: { row: LateRow; link: Linker; isFresh: boolean; since: KnownSince }) {
  const { commitmentId, number, title, madeOn, status, dossier } = row;
  const isWithdrawn = since.withdrawn.has(commitmentId);
  return (
    <>
      {isWithdrawn ? title : <a href={link(paths.commitment(number))}>{title}</a>}
      <span className="cell-aside">
        {number} · {dossier.name}
        {dossier.isInvented && " · verzonnen voorbeeld"}
        {status === "partly_met" && " · deels voldaan"}
        {isFresh && " · nieuw sinds de vorige editie"}
      </span>
      <span className="cell-aside">
        gedaan op <Day of={madeOn} /> aan <To row={row} link={link} />
      </span>
      {isWithdrawn && <strong className="cell-aside">Sindsdien ingetrokken: staat niet meer in het register.</strong>}
      {since.notLate.has(commitmentId) && (
        <strong className="cell-aside">Met wat sindsdien is vastgelegd, was dit op deze dag niet te laat.</strong>
      )}
    </>
  );
}

/** To whom, each with the list of what was promised to them. */
function To({ row: { to, chamber }, link }: { row: LateRow; link: Linker }) {
  if (to.length === 0) return <>de {CHAMBER_WORDS[chamber]}</>;
  return (
    <>
      {to.map(({ kind, id, name, group }, at) => (
        <span key={kind + id}>
          {at > 0 && (at === to.length - 1 ? " en " : ", ")}
          <a
            href={registerPath(link, filterFrom(new URLSearchParams({ [kind === "member" ? "lid" : "fractie"]: id })))}
          >
            {kind === "group" ? `de fractie van de ${name}` : name}
          </a>
          {group && ` (${group})`}
        </span>
      ))}
    </>
  );
}
