import { ROLE_WORDS } from "#app/domain/commitment.ts";
import type { TypedAccount } from "#app/server/account-input.ts";
import { FieldGroup, type Problem, RadioField, SelectField, TextField } from "./form.tsx";

export interface Teams {
  ministries: { id: string; name: string }[];
  committees: { id: string; name: string }[];
  members: { id: string; name: string }[];
}

const ROLES = [
  {
    value: "staff",
    label: ROLE_WORDS.staff,
    hint: "Legt toezeggingen van het eigen ministerie vast en gaat brieven na.",
  },
  { value: "clerk", label: ROLE_WORDS.clerk, hint: "Beoordeelt toezeggingen aan de eigen commissie." },
  { value: "aide", label: ROLE_WORDS.aide, hint: "Leest mee en volgt wat aan het eigen Kamerlid is toegezegd." },
  {
    value: "admin",
    label: ROLE_WORDS.admin,
    hint: "Beheert accounts en lijsten. Verandert niets in het register zelf.",
  },
];

const options = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));

/** Who somebody is, and for whom they work. Without a script all three lists are there; the role says which one counts. */
export function AccountFields({
  typed,
  problems,
  teams,
}: {
  typed: TypedAccount | null;
  problems: Problem[];
  teams: Teams;
}) {
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <>
      <TextField
        name="naam"
        label="Naam"
        value={typed?.name}
        problem={problemOf("naam")}
        size="medium"
        autoComplete="off"
      />
      <TextField
        name="email"
        label="E-mailadres"
        type="email"
        hint="Hiermee logt deze persoon in. De uitnodiging gaat ernaartoe."
        value={typed?.email}
        problem={problemOf("email")}
        size="medium"
        autoComplete="off"
        spellCheck={false}
      />
      <RadioField name="rol" label="Rol" options={ROLES} value={typed?.role} problem={problemOf("rol")} />
      <FieldGroup legend="Voor wie" hint="Kies er één die bij de rol past. Een beheerder hoort nergens bij.">
        <SelectField
          name="ministerie"
          label="Ministerie (van een medewerker)"
          emptyLabel="Geen"
          options={options(teams.ministries)}
          value={typed?.ministry}
          problem={problemOf("ministerie")}
        />
        <SelectField
          name="commissie"
          label="Commissie (van een griffie)"
          emptyLabel="Geen"
          options={options(teams.committees)}
          value={typed?.committee}
          problem={problemOf("commissie")}
        />
        <SelectField
          name="lid"
          label="Kamerlid (van een medewerker van een Kamerlid)"
          emptyLabel="Geen"
          options={options(teams.members)}
          value={typed?.member}
          problem={problemOf("lid")}
        />
      </FieldGroup>
    </>
  );
}
