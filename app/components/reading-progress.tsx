import { FormActions, HiddenField, SubmitButton } from "./form.tsx";

/**
 * How far the program is with a file. Without a script the page refreshes itself; with one, `public/scripts/reading-progress.js`
 * asks for this page every second, takes over what stands in `data-reading`, and opens the page anew once that is gone.
 */
export function ReadingProgress(props: {
  words: string;
  progress: { done: number; of: number } | null;
  address: string;
  /** What was brought in, and the page where it is found again. */
  what: string;
  foundAt: { href: string; label: string };
  /** The button that takes it away; null while that cannot be. */
  drop: string | null;
}) {
  const { words, progress, address, what, foundAt, drop } = props;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="progress-line" data-reading>
        <strong id="stand">{words}</strong>
        <progress max={progress?.of ?? 1} value={progress ? progress.done : undefined} aria-labelledby="stand" />
      </div>
      <p className="visually-hidden" role="status" aria-live="polite" data-announce />
      <p>
        U hoeft niet te wachten: u kunt weggaan en later verder. {what} staat zolang bij{" "}
        <a href={foundAt.href}>{foundAt.label}</a>.
      </p>
      <p>
        <a href={address}>Kijk of het klaar is</a>
      </p>
      {drop && (
        <form method="post" className="form">
          <HiddenField name="doe" value="weg" />
          <FormActions>
            <SubmitButton variant="subtle">{drop}</SubmitButton>
          </FormActions>
        </form>
      )}
      <script src="/scripts/reading-progress.js" defer />
    </>
  );
}
