import type { MailState } from "#app/domain/mail.ts";
import { paths } from "#app/paths.ts";
import { Alert } from "./alert.tsx";

/** What an administrator has to know of the mail before anything else; nothing where all is well. */
export function MailWarnings({ way, counts }: { way: "smtp" | "folder" | null; counts: Record<MailState, number> }) {
  const { waiting, given_up: givenUp } = counts;
  return (
    <>
      {way === null && (
        <Alert tone="warning">
          <p>
            Er is geen mailserver ingesteld. {waitingInWords(waiting)} Wie het register beheert, zet de instelling{" "}
            <code>SMTP_URL</code>; daarna gaan ze vanzelf weg.
          </p>
        </Alert>
      )}
      {way === "folder" && (
        <Alert>
          <p>Dit register verstuurt geen post: elk bericht wordt bewaard als bestand in een map naast de database.</p>
        </Alert>
      )}
      {givenUp > 0 && (
        <Alert tone="error">
          <p>
            <a href={`${paths.outgoingMail}?stand=opgegeven`}>
              {givenUp === 1 ? "1 bericht is" : `${givenUp} berichten zijn`} opgegeven
            </a>
            . Bij elk staat waarom, en kunt u het opnieuw laten proberen.
          </p>
        </Alert>
      )}
    </>
  );
}

const waitingInWords = (waiting: number): string =>
  waiting === 0 ? "Nieuwe berichten wachten." : waiting === 1 ? "1 bericht wacht." : `${waiting} berichten wachten.`;
