import { paths } from "#app/paths.ts";

/** For who comes to a later step of signing in without the first, or too long after it. */
export const StartAgain = () => (
  <p>
    Deze stap komt na uw e-mailadres en wachtwoord, binnen tien minuten. <a href={paths.signIn}>Naar inloggen</a>
  </p>
);
