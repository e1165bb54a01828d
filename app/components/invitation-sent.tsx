import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { Alert } from "./alert.tsx";

/** The address of an invitation: shown this once, for where mail does not come through. */
export const InvitationSent = ({ email, address, until }: { email: string; address: string; until: IsoDay }) => (
  <>
    <Alert tone="ok" role="status">
      De uitnodiging gaat per mail naar {email}.
    </Alert>
    <p>
      Komt de mail niet aan, geef dan zelf dit adres door. Het werkt één keer, tot en met {dayInWords(until)}, en wordt
      hierna niet meer getoond. Wie het heeft, kan het wachtwoord kiezen: stuur het alleen aan de persoon zelf.
    </p>
    <p className="command" id="uitnodiging">
      {address}
    </p>
  </>
);
