/** The pages around this one, with the first and the last; null where pages are left out. */
function shownPages(page: number, pages: number): (number | null)[] {
  const near = new Set([1, pages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pages));
  const sorted = [...near].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => {
    const gap = n - (sorted[i - 1] ?? 0);
    return gap > 2 ? [null, n] : gap === 2 ? [n - 1, n] : [n];
  });
}

export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages <= 1) return null;
  return (
    <nav className="utrecht-pagination pagination" aria-label="Bladeren door de lijst">
      {page > 1 && (
        <a className="utrecht-pagination__relative-link" href={href(Math.min(page - 1, pages))} rel="prev">
          Vorige<span className="visually-hidden"> pagina</span>
        </a>
      )}
      <ol className="pagination__pages">
        {shownPages(page, pages).map((n, i, all) =>
          n === null ? (
            <li key={`after-${all[i - 1]}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <a
                className={`utrecht-pagination__page-link${n === page ? " utrecht-pagination__page-link--current" : ""}`}
                href={href(n)}
                aria-current={n === page ? "page" : undefined}
                aria-label={n === page ? `Pagina ${n}, deze pagina` : `Pagina ${n}`}
              >
                {n}
              </a>
            </li>
          ),
        )}
      </ol>
      {page < pages && (
        <a className="utrecht-pagination__relative-link" href={href(page + 1)} rel="next">
          Volgende<span className="visually-hidden"> pagina</span>
        </a>
      )}
    </nav>
  );
}
