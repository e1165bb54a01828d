import type { ManyRow } from "#db/many-acts.ts";
import { DataTable } from "./table.tsx";

/** For each of many commitments what would be recorded, what is refused and why; what is refused comes first. */
export function ManyPreviewTable({ rows }: { rows: ManyRow[] }) {
  const refused = rows.filter(({ refusal }) => refusal !== null);
  const same = rows.filter(({ what, refusal }) => what === null && refusal === null);
  const changing = rows.filter(({ what }) => what !== null);
  return (
    <>
      <p>
        {told(changing.length, "verandert", "veranderen")},{" "}
        {told(same.length, "blijft zoals die is", "blijven zoals ze zijn")}, {told(refused.length, "kan", "kunnen")}{" "}
        niet.
        {refused.length > 0 && " Zolang er iets niet kan, wordt er niets vastgelegd."}
      </p>
      <DataTable
        caption="Wat er met elke toezegging gebeurt"
        hideCaption
        columns={[
          { key: "title", label: "Toezegging", rowHeader: true },
          { key: "what", label: "Wat er gebeurt" },
          { key: "changes", label: "Verandert" },
        ]}
        rows={[...refused, ...changing, ...same].map(({ id, number, title, what, refusal, changes }) => ({
          key: id,
          cells: {
            title: (
              <>
                {title}
                <span className="cell-aside">{number ?? "concept"}</span>
              </>
            ),
            what: refusal ? <strong>Kan niet: {refusal}</strong> : (what ?? "Blijft zoals die is."),
            changes: changes.length > 0 && (
              <ul className="plain-list">
                {changes.map(({ label, was, now }) => (
                  <li key={label}>
                    {label}: was {was}, wordt {now}
                  </li>
                ))}
              </ul>
            ),
          },
        }))}
      />
    </>
  );
}

const told = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
