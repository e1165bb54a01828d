import { paths } from "#app/paths.ts";
import { FormActions, HiddenField, SubmitButton } from "./form.tsx";

/**
 * How far the reading of a file is. Without a script the page refreshes itself; with one, `public/reading-progress.js`
 * asks for this page every second, takes over what stands in `data-reading`, and opens the page anew once that is gone.
 */
export function ReadingProgress(props: {
  words: string;
  progress: { done: number; of: number } | null;
  address: string;
  nonce: string;
}) {
  const { words, progress, address, nonce } = props;
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
        U hoeft niet te wachten: u kunt weggaan en later verder. De brief staat zolang bij{" "}
        <a href={paths.importLetter}>Brief inlezen</a>.
      </p>
      <p>
        <a href={address}>Kijk of het klaar is</a>
      </p>
      <form method="post" className="form">
        <HiddenField name="doe" value="weg" />
        <FormActions>
          <SubmitButton variant="subtle">Niet lezen, haal dit bestand weg</SubmitButton>
        </FormActions>
      </form>
      <script src="/reading-progress.js" defer nonce={nonce} />
    </>
  );
}
