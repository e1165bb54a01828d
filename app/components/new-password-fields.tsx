import { type Problem, TextField } from "./form.tsx";

/** A new password, twice: without a script nothing can show what was typed. */
export function NewPasswordFields({ problems }: { problems: Problem[] }) {
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <>
      <TextField
        name="nieuw"
        label="Nieuw wachtwoord"
        type="password"
        hint="Minstens twaalf tekens, bijvoorbeeld vier woorden achter elkaar. Hoofdletters, cijfers en leestekens mogen, maar hoeven niet."
        problem={problemOf("nieuw")}
        size="medium"
        autoComplete="new-password"
      />
      <TextField
        name="herhaald"
        label="Nog een keer"
        type="password"
        hint="Zo weet u zeker dat er staat wat u bedoelt."
        problem={problemOf("herhaald")}
        size="medium"
        autoComplete="new-password"
      />
    </>
  );
}
