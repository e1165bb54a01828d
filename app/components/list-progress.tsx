import { paths } from "#app/paths.ts";
import { FormActions, HiddenField, SubmitButton } from "./form.tsx";

/**
 * How far the program is with a list. Without a script the page refreshes itself; with one, `public/reading-progress.js`
 * asks for it every second.
 */
export function ListProgress(props: {
  words: string;
  progress: { done: number; of: number } | null;
  address: string;
  nonce: string;
  mayDrop: boolean;
}) {
  const { words, progress, address, nonce, mayDrop } = props;
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
        U hoeft niet te wachten: u kunt weggaan en later verder. De lijst staat zolang bij{" "}
        <a href={paths.lists}>Lijst innemen</a>.
      </p>
      <p>
        <a href={address}>Kijk of het klaar is</a>
      </p>
      {mayDrop && (
        <form method="post" className="form">
          <HiddenField name="doe" value="weg" />
          <FormActions>
            <SubmitButton variant="subtle">Stop en haal deze lijst weg</SubmitButton>
          </FormActions>
        </form>
      )}
      <script src="/reading-progress.js" defer nonce={nonce} />
    </>
  );
}
