import type { ReactNode } from "react";
import { HiddenField, SubmitButton } from "./form.tsx";

/**
 * A filter as a GET form. On a phone it is folded away behind `summary` ("Filter, 2 actief"); on a desk it is open.
 * `keep` are the parts of the URL that the filter does not change.
 */
export function FilterPanel({
  action,
  keep = [],
  summary = "Filter",
  submitLabel = "Toon toezeggingen",
  children,
}: {
  action: string;
  keep?: [name: string, value: string][];
  summary?: ReactNode;
  submitLabel?: string;
  children: ReactNode;
}) {
  return (
    <details className="filter-panel fold">
      <summary>{summary}</summary>
      <form action={action} method="get" className="filter-panel__form" aria-label="Filter">
        {keep.map(([name, value]) => (
          <HiddenField key={`${name}=${value}`} name={name} value={value} />
        ))}
        <div className="filter-panel__fields">{children}</div>
        <SubmitButton variant="primary">{submitLabel}</SubmitButton>
      </form>
    </details>
  );
}

/** The filters in force, each a link to the list without it. */
export function Chips({ items, clearHref }: { items: { label: string; removeHref: string }[]; clearHref?: string }) {
  if (items.length === 0) return null;
  return (
    <ul className="chips" aria-label="Gekozen filters">
      {items.map(({ label, removeHref }) => (
        <li key={label}>
          <a className="chip" href={removeHref}>
            <span className="visually-hidden">Haal weg: </span>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {clearHref && (
        <li>
          <a className="chips__clear" href={clearHref}>
            Wis alle filters
          </a>
        </li>
      )}
    </ul>
  );
}
