import { ANNEX_COLUMNS, type AnnexRow } from "#app/domain/annex.ts";
import type { Difference } from "#app/domain/annex-comparison.ts";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import { DataTable } from "./table.tsx";

/** One of the two tables of an annex. */
export function AnnexTable({ caption, rows }: { caption: string; rows: AnnexRow[] }) {
  const [what, where, stand] = ANNEX_COLUMNS;
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: "description", label: what, rowHeader: true },
        { key: "place", label: where },
        { key: "stand", label: stand },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        tone: row.standing.late ? "late" : undefined,
        cells: { description: <Description {...row} />, place: row.place, stand: row.stand },
      }))}
    />
  );
}

/** The text of the annex, in which the number leads to the commitment. */
function Description({ description, number }: Pick<AnnexRow, "description" | "number">) {
  const at = description.lastIndexOf(number);
  return (
    <>
      {description.slice(0, at)}
      <a href={paths.commitment(number)}>{number}</a>
      {description.slice(at + number.length)}
    </>
  );
}

interface DifferenceTableProps {
  caption: string;
  rows: Difference[];
  since: IsoDay;
  cutOff: IsoDay;
}

/** What each of two annexes says of the same commitment, and why that differs. */
export function DifferenceTable({ caption, rows, since, cutOff }: DifferenceTableProps) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: "description", label: "Omschrijving", rowHeader: true },
        { key: "before", label: `Stand op ${dayInWords(since)}` },
        { key: "after", label: `Stand op ${dayInWords(cutOff)}` },
        { key: "why", label: "Waarom" },
      ]}
      rows={rows.flatMap(({ before, after, why }) => {
        const row = after ?? before;
        if (!row) return [];
        return [
          {
            key: row.id,
            cells: {
              description: after ? <Description {...after} /> : row.description,
              before: before?.stand ?? "Niet in de bijlage",
              after: after?.stand ?? "Niet in de bijlage",
              why: (
                <ul className="plain-list">
                  {why.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              ),
            },
          },
        ];
      })}
    />
  );
}
