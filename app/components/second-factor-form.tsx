import type { SetUp } from "#app/server/second-step.ts";
import { FormActions, HiddenField, SubmitButton, TextField } from "./form.tsx";
import { QrSquare } from "./qr-square.tsx";

/** Setting up an authenticator app: scan or type over, then show that it works. */
export function SecondFactorForm({
  setUp: { square, letters, address },
  problem,
  next,
}: {
  setUp: SetUp;
  problem: string | null;
  next?: string;
}) {
  return (
    <>
      <ol className="steps">
        <li>
          Open een app voor inlogcodes op uw telefoon, bijvoorbeeld FreeOTP, Microsoft Authenticator of Google
          Authenticator. Hebt u er nog geen, installeer er dan eerst een.
        </li>
        <li>
          Scan met die app dit vierkant.
          <QrSquare {...square} label="QR-code met de geheime sleutel; de sleutel staat hieronder ook in letters" />
          <p>
            Lukt scannen niet? Kies in de app voor zelf intypen en neem deze sleutel over, op basis van tijd:
            <br />
            <code className="secret-letters">{letters}</code>
          </p>
          <p>
            Leest u dit op uw telefoon? <a href={address}>Open de app meteen</a>
          </p>
        </li>
        <li>Vul hieronder de code van zes cijfers in die de app nu laat zien.</li>
      </ol>
      <form method="post" className="form">
        {next !== undefined && <HiddenField name="naar" value={next} />}
        <HiddenField name="doe" value="bevestig" />
        <CodeField problem={problem} />
        <FormActions>
          <SubmitButton>Zet de tweede stap aan</SubmitButton>
        </FormActions>
      </form>
    </>
  );
}

/** Six digits from the app. */
export const CodeField = ({ problem, hint }: { problem: string | null; hint?: string }) => (
  <TextField
    name="code"
    label="Code uit uw app"
    hint={hint ?? "Zes cijfers. Elke halve minuut komt er een nieuwe."}
    problem={problem}
    size="short"
    inputMode="numeric"
    autoComplete="one-time-code"
    spellCheck={false}
    maxLength={20}
  />
);
