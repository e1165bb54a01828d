import type { SideBySide } from "#app/domain/act-overtaken.ts";
import { DataTable } from "./table.tsx";

/** Field by field what a colleague changed, beside what was typed: nothing of either is lost. */
export const SideBySideTable = ({ rows, yours = "Uw invoer" }: { rows: SideBySide[]; yours?: string }) => (
  <DataTable
    caption="Wat er veranderde, naast wat u invulde"
    columns={[
      { key: "label", label: "Gegeven", rowHeader: true },
      { key: "was", label: "Was" },
      { key: "now", label: "Is nu" },
      { key: "yours", label: yours },
    ]}
    rows={rows.map(({ label, ...cells }, i) => ({ key: `${i}-${label}`, cells: { label, ...cells } }))}
  />
);
