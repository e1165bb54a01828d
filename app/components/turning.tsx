import { figure } from "#app/domain/figure.ts";

/** Where one is in a long list, and the way on and back: the list may grow meanwhile, so its pages have no numbers. */
export function Turning(props: {
  skipped: number;
  shown: number;
  total: number;
  previousHref: string | null;
  nextHref: string | null;
}) {
  const { skipped, shown, total, previousHref, nextHref } = props;
  if (!previousHref && !nextHref) return null;
  return (
    <nav className="utrecht-pagination pagination" aria-label="Bladeren door de lijst">
      {previousHref && (
        <a className="utrecht-pagination__relative-link" href={previousHref} rel="prev">
          Vorige<span className="visually-hidden"> pagina</span>
        </a>
      )}
      <span>{`${figure(skipped + 1)} tot en met ${figure(skipped + shown)} van ${figure(total)}`}</span>
      {nextHref && (
        <a className="utrecht-pagination__relative-link" href={nextHref} rel="next">
          Volgende<span className="visually-hidden"> pagina</span>
        </a>
      )}
    </nav>
  );
}
