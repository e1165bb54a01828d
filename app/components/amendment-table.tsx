import { type Linker, paths } from "#app/paths.ts";
import type { ListedAmendment } from "#db/public.ts";
import { Day } from "./day.tsx";
import { DataTable } from "./table.tsx";

/** Corrections and withdrawals: what stood there, what stands there now, and why. */
export function AmendmentTable({ rows, link }: { rows: ListedAmendment[]; link: Linker }) {
  return (
    <DataTable
      caption="Correcties en intrekkingen, laatste eerst"
      hideCaption
      columns={[
        { key: "what", label: "Wat", rowHeader: true },
        { key: "recorded", label: "Vastgelegd op", fit: true },
        { key: "was", label: "Stond er" },
        { key: "now", label: "Staat er nu" },
        { key: "day", label: "Geldt voor", fit: true },
        { key: "reason", label: "Reden" },
      ]}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, link) }))}
    />
  );
}

const ACTS = { corrected: "gecorrigeerd", withdrawn: "ingetrokken", restored: "hersteld" } as const;

function cellsOf(row: ListedAmendment, link: Linker) {
  const { thing, dossier, act, sentence, changes, recordedOn, day, reason, undone } = row;
  const each = (side: "was" | "now") => (
    <ul className="plain-list">
      {changes.map((change) => (
        <li key={change.name}>
          {change.label}: {side === "was" ? <s>{change.was}</s> : change.now}
        </li>
      ))}
    </ul>
  );
  return {
    what: (
      <>
        <a href={link(pathOf(thing))}>{thing.title}</a>
        <span className="cell-aside">
          {(thing.kind === "commitment" || thing.kind === "item") && `${thing.address} · `}
          {ACTS[act]}
          {` · ${dossier.name}`}
          {dossier.isInvented && " · verzonnen voorbeeld"}
        </span>
      </>
    ),
    recorded: <Day of={recordedOn} />,
    was: act === "corrected" ? each("was") : act === "withdrawn" ? <s>{sentence}</s> : "ingetrokken",
    now: act === "corrected" ? each("now") : act === "withdrawn" ? "telt niet meer" : sentence,
    day: <Day of={day} />,
    reason: (
      <>
        {reason}
        {undone && (
          <span className="cell-aside">
            Zelf weer ingetrokken op <Day of={undone.on} />: {undone.reason}
          </span>
        )}
      </>
    ),
  };
}

function pathOf({ kind, address }: ListedAmendment["thing"]): string {
  if (kind === "commitment") return paths.commitment(address);
  if (kind === "debate") return paths.debate(address);
  if (kind === "letter") return paths.letter(address);
  return kind === "dossier" ? paths.dossier(address) : paths.item(address);
}
