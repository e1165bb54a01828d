import { STATUS_EXPLAINED, STATUS_WORDS } from "#app/domain/commitment.ts";
import type { Status } from "#app/domain/standing.ts";
import { type Linker, paths } from "#app/paths.ts";
import { StatusBadge } from "./status.tsx";

/** Under a list: what the words in it mean, and where more is told. */
export const StatusLegend = ({ link }: { link: Linker }) => (
  <details className="fold-plain not-printed">
    <summary>Wat betekenen openstaand, voldaan en te laat?</summary>
    <dl className="explained">
      {(Object.keys(STATUS_WORDS) as Status[]).map((status) => (
        <div key={status}>
          <dt>
            <StatusBadge status={status} />
          </dt>
          <dd>{STATUS_EXPLAINED[status]}</dd>
        </div>
      ))}
      <div>
        <dt>te laat</dt>
        <dd>
          De termijn is voorbij, of de brief waarin het antwoord zou staan kwam zonder. Te laat is geen status: het
          volgt uit de termijn en de dag waarop u kijkt.
        </dd>
      </div>
    </dl>
    <p>
      <a href={link(paths.explanation)}>Meer uitleg bij het register</a>
    </p>
  </details>
);
