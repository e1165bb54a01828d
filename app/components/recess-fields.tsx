import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import { RECESS_WORDS, type RecessProblem } from "#app/domain/recess.ts";
import type { Entry } from "#app/domain/reference-fields.ts";
import { CheckboxField, DateField, FieldRow, SelectField, TextField } from "./form.tsx";

/** The fields of a recess: which, when, and where that stands. */
export function RecessFields({ typed, problems }: { typed: Partial<Entry>; problems: readonly RecessProblem[] }) {
  const field = (name: RecessProblem["field"]) => ({
    name,
    value: typed[name],
    problem: problems.find((problem) => problem.field === name)?.message,
  });
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <FieldRow>
        <SelectField {...field("chamber")} label="Kamer" emptyLabel="Kies" options={options(CHAMBER_WORDS)} />
        <SelectField {...field("name")} label="Reces" emptyLabel="Kies" options={options(RECESS_WORDS)} />
        <DateField {...field("start")} label="Eerste dag" />
        <DateField {...field("end")} label="Laatste dag" />
      </FieldRow>
      <FieldRow>
        <TextField
          {...field("basis")}
          label="Waar staan deze dagen"
          hint="Bijvoorbeeld: vergaderschema van de Kamer"
          maxLength={300}
        />
        <TextField {...field("source")} label="Adres van die bron" type="url" optional maxLength={500} />
      </FieldRow>
      <CheckboxField name="verified" label="De bron noemt beide dagen" checked={typed.verified === "ja"} />
    </>
  );
}
