import { Sign } from "./sign.tsx";

export interface Tile {
  count: number | string;
  label: string;
  href: string;
  tone?: "late" | "plain" | "good";
}

/** Counts that lead to their list. */
export function Tiles({ items }: { items: Tile[] }) {
  return (
    <ul className="tiles">
      {items.map(({ count, label, href, tone = "plain" }) => (
        <li key={href + label} className={`tile tile--${tone}`}>
          <a href={href}>
            <span className="tile__count">
              {tone === "late" && <Sign name="warning" />}
              {tone === "good" && <Sign name="check" />}
              {count}
            </span>{" "}
            <span className="tile__label">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
