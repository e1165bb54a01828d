import { CHAMBER_WORDS, daysInWords } from "#app/domain/commitment.ts";
import { filterFrom } from "#app/domain/filter.ts";
import {
  DELAY_WORDS,
  type Delay,
  delayCounts,
  type LateMinistry,
  type LateRow,
  perMinistry,
} from "#app/domain/late-list.ts";
import { type Linker, paths, registerPath } from "#app/paths.ts";
import { Day } from "./day.tsx";
import { Empty } from "./empty.tsx";
import { DataTable } from "./table.tsx";

/** What became known later of a row of an edition that is kept. */
export interface KnownSince {
  withdrawn: ReadonlySet<string>;
  notLate: ReadonlySet<string>;
}
const NOTHING: KnownSince = { withdrawn: new Set(), notLate: new Set() };

/** Above this many, a page shows of each office the first few, and all of them on a page of the ministry's own. */
const MOST_IN_ONE = 300;
const OF_EACH_OFFICE = 10;

const DELAYS: readonly Delay[] = ["told", "planned", "untold"];

/** What is late, counted per ministry and then listed per ministry and office, longest first. */
export function LateList({
  rows,
  link,
  here,
  only,
  fresh = [],
  since = NOTHING,
}: {
  rows: readonly LateRow[];
  link: Linker;
  /** The address of this page, of all or of one ministry. */
  here: (ministryId: string | null) => string;
  /** The ministry that is shown by itself; null for all of them. */
  only: string | null;
  /** Numbers that were not late a week before. */
  fresh?: readonly string[];
  since?: KnownSince;
}) {
  const ministries = perMinistry(rows);
  const shown = ministries.filter(({ id }) => only === null || id === only);
  const isCut = only === null && rows.length > MOST_IN_ONE;
  return (
    <>
      <section aria-labelledby="per-ministerie">
        <h2 id="per-ministerie">Hoeveel per ministerie</h2>
        <Counts
          ministries={ministries}
          rows={rows}
          hrefOf={({ id }) => (isCut || only ? here(id) : `#ministerie-${id}`)}
        />
        {only && (
          <p className="not-printed">
            <a href={here(null)}>Alle ministeries</a>
          </p>
        )}
      </section>
      {shown.length === 0 && <Empty>Van dit ministerie is hier niets te laat.</Empty>}
      {shown.map((ministry) => (
        <section key={ministry.id} className="late-group" aria-labelledby={`ministerie-${ministry.id}`}>
          <h2 id={`ministerie-${ministry.id}`}>
            {ministry.name}: {ministry.rows.length} te laat
          </h2>
          {ministry.offices.map(({ name, rows: own }) => (
            <DataTable
              key={name}
              caption={`${name}: ${own.length} te laat`}
              columns={[
                { key: "days", label: "Dagen te laat", align: "end", fit: true },
                { key: "title", label: "Toezegging", rowHeader: true },
                { key: "deadline", label: "Termijn" },
                { key: "delay", label: "Uitstel" },
              ]}
              rows={(isCut ? own.slice(0, OF_EACH_OFFICE) : own).map((row) => ({
                key: row.number,
                tone: "late" as const,
                cells: {
                  days: row.daysLate,
                  title: <Promised row={row} link={link} isFresh={fresh.includes(row.number)} since={since} />,
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
          {isCut && ministry.offices.some(({ rows: own }) => own.length > OF_EACH_OFFICE) && (
            <p>
              Van elk ambt staan hier de {OF_EACH_OFFICE} die het langst te laat zijn.{" "}
              <a href={here(ministry.id)}>Alles van {ministry.name}</a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Counts({
  ministries,
  rows,
  hrefOf,
}: {
  ministries: LateMinistry[];
  rows: readonly LateRow[];
  hrefOf: (ministry: LateMinistry) => string;
}) {
  const total = { name: "Samen", rows, longest: rows[0]?.daysLate ?? 0, delays: delayCounts(rows) };
  const line = ({
    rows: own,
    longest,
    delays,
  }: Pick<LateMinistry, "longest" | "delays"> & { rows: readonly LateRow[] }) => ({
    late: own.length,
    longest: daysInWords(longest),
    ...Object.fromEntries(DELAYS.map((delay) => [delay, delays[delay]])),
  });
  return (
    <DataTable
      caption="Toezeggingen die te laat zijn, per ministerie"
      hideCaption
      columns={[
        { key: "name", label: "Ministerie", rowHeader: true },
        { key: "late", label: "Te laat", align: "end" },
        { key: "longest", label: "Langst", align: "end" },
        ...DELAYS.map((delay) => ({ key: delay, label: capital(DELAY_WORDS[delay]), align: "end" as const })),
      ]}
      rows={[
        ...ministries.map((ministry) => ({
          key: ministry.id,
          cells: { name: <a href={hrefOf(ministry)}>{ministry.name}</a>, ...line(ministry) },
        })),
        ...(ministries.length > 1 ? [{ key: "samen", cells: { name: total.name, ...line(total) } }] : []),
      ]}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
