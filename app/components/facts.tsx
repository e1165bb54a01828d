import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** What is known of one thing: two columns on a desk, stacked on a phone. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <dl className="utrecht-data-list facts">
      {items.map(({ term, value }) => (
        <div className="utrecht-data-list__item" key={term}>
          <dt className="utrecht-data-list__item-key">{term}</dt>
          <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
