import type { ReactNode } from "react";

export interface Column {
  key: string;
  label: string;
  align?: "start" | "end";
  /** As wide as its content and no wider: a number, a date. */
  fit?: boolean;
  /** The cell of this column names the row (a `th`); on a phone it is the heading of the card. */
  rowHeader?: boolean;
  /** The label is read aloud but not shown: a column of buttons. */
  hideLabel?: boolean;
}

export interface Row {
  key: string;
  cells: Record<string, ReactNode>;
  /** A rule in the margin for what asks for attention; the row must also say so in words. */
  tone?: "late";
}

/** A table on a desk and on paper, cards on a phone. Cells without content fall away from the card. */
export function DataTable({
  caption,
  hideCaption = false,
  columns,
  rows,
}: {
  caption: string;
  hideCaption?: boolean;
  columns: Column[];
  rows: Row[];
}) {
  return (
    <table className="utrecht-table table">
      <caption className={hideCaption ? "visually-hidden" : "utrecht-table__caption"}>{caption}</caption>
      <thead className="utrecht-table__header">
        <tr>
          {columns.map(({ key, label, align, fit, hideLabel }) => (
            <th key={key} scope="col" className={cellClass("utrecht-table__header-cell", align, fit)}>
              {hideLabel ? <span className="visually-hidden">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body">
        {rows.map(({ key: rowKey, cells, tone }) => (
          <tr key={rowKey} className={tone && `table__row--${tone}`}>
            {columns.map(({ key, label, align, fit, rowHeader, hideLabel }) =>
              rowHeader ? (
                <th
                  key={key}
                  scope="row"
                  className={cellClass("utrecht-table__header-cell table__row-header", align, fit)}
                >
                  {cells[key]}
                </th>
              ) : (
                <td
                  key={key}
                  data-label={hideLabel ? undefined : label}
                  className={cellClass("utrecht-table__cell", align, fit)}
                >
                  {cells[key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellClass = (base: string, align: Column["align"], fit: Column["fit"]): string =>
  base + (align === "end" ? " table__cell--end" : "") + (fit ? " table__cell--fit" : "");
