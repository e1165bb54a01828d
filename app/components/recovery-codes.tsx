import { Alert } from "./alert.tsx";

/** The codes for who has lost the phone: this page is the only one that ever shows them. */
export const RecoveryCodes = ({ codes, name }: { codes: readonly string[]; name: string }) => (
  <section aria-labelledby="herstelcodes">
    <h2 id="herstelcodes">Uw herstelcodes</h2>
    <Alert tone="warning">
      Bewaar deze codes nu, want ze worden niet nog eens getoond. Druk deze pagina af, of zet ze in een
      wachtwoordbeheerder.
    </Alert>
    <p>
      Met een herstelcode logt u in als u uw telefoon niet hebt. Elke code werkt één keer. Codes van eerder werken niet
      meer.
    </p>
    <p className="only-printed">Toezeggingenregister, account van {name}</p>
    <ol className="recovery-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  </section>
);
