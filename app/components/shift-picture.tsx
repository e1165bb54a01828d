import { daysInWords } from "#app/domain/commitment.ts";
import type { Band, DeadlineShifts } from "#app/domain/deadline-shifts.ts";
import { TOO_FEW } from "#app/domain/outcome.ts";
import { BarDrawing } from "./bars.tsx";
import { Empty } from "./empty.tsx";
import { DataTable } from "./table.tsx";

/** How often deadlines shifted, and by how many days. */
export function ShiftPicture({ shifts: { n, times, far, notInDays } }: { shifts: DeadlineShifts }) {
  if (n === 0) return <Empty>Hier is geen termijn die kon verschuiven.</Empty>;
  return (
    <>
      <h3>Hoe vaak</h3>
      <p>
        Van de toezeggingen met een termijn: n&nbsp;=&nbsp;{n}. Alleen uitstel dat aan de Kamer is gemeld, telt. Een
        planning die het ministerie niet meldde, verschuift niets.
      </p>
      <Counted label="Hoe vaak verschoof de termijn" head="Zo vaak verschoven" bands={times} />
      <h3>Hoe ver</h3>
      {far.n === 0 ? (
        <p>Geen termijn verschoof van de ene bekende dag naar de andere.</p>
      ) : (
        <>
          <p>
            Van de laatste dag van de eerste termijn tot de laatste dag van de termijn die nu geldt: n&nbsp;=&nbsp;
            {far.n}.{" "}
            {far.median === null
              ? `Geen middelste waarde: ${TOO_FEW}.`
              : `De middelste verschuiving is ${daysInWords(far.median)}.`}{" "}
            De grootste is {daysInWords(far.longest ?? 0)}.
          </p>
          <Counted label="Hoe ver verschoof de termijn" head="Zo ver verschoven" bands={far.bands} />
        </>
      )}
      {notInDays > 0 && (
        <p>
          {notInDays === 1 ? "Eén verschoven termijn is" : `${notInDays} verschoven termijnen zijn`} niet in dagen te
          tellen: de eerste of de nieuwe noemt geen dag.
        </p>
      )}
    </>
  );
}

function Counted({ label, head, bands }: { label: string; head: string; bands: readonly Band[] }) {
  const widest = Math.max(...bands.map(({ count }) => count));
  return (
    <DataTable
      caption={label}
      hideCaption
      columns={[
        { key: "label", label: head, rowHeader: true },
        { key: "drawn", label: "Getekend", hideLabel: true },
        { key: "count", label: "Toezeggingen", align: "end" },
      ]}
      rows={bands.map((band) => ({
        key: band.label,
        cells: { ...band, drawn: <BarDrawing parts={[{ fill: "count", ...band }]} full={widest} /> },
      }))}
    />
  );
}
