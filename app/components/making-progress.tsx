/**
 * How far the program is with a file that it makes. Without a script the page refreshes itself; with one it follows what
 * stands in `data-reading`, as on the page of a file that is read.
 */
export function MakingProgress({ words, done, of, address }: Props) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="progress-line" data-reading>
        <strong id="stand">{words}</strong>
        <progress max={of} value={done} aria-labelledby="stand" />
      </div>
      <p className="visually-hidden" role="status" aria-live="polite" data-announce />
      <p>U hoeft niet te wachten: open deze pagina later opnieuw, dan staat het bestand klaar.</p>
      <p>
        <a href={address}>Kijk of het klaar is</a>
      </p>
      <script src="/scripts/reading-progress.js" defer />
    </>
  );
}

interface Props {
  words: string;
  done: number;
  of: number;
  /** Of this page. */
  address: string;
}
