import type { TypedDraft } from "#app/server/draft-input.ts";
import {
  DateField,
  FormActions,
  type Option,
  type Problem,
  SelectField,
  SubmitButton,
  TextAreaField,
  TextFileField,
} from "./form.tsx";

/** The form for a draft. What stands before the text comes back also where the text or the file is too large. */
export function DraftForm(props: { typed: TypedDraft; problems: readonly Problem[]; dossiers: Option[] }) {
  const { typed, problems, dossiers } = props;
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <SelectField
        name="dossier"
        label="Dossier"
        optional
        hint="Met een dossier ziet u ook wat voor deze brief was beloofd."
        emptyLabel="Geen dossier"
        options={dossiers}
        value={typed.dossier}
        problem={problemOf("dossier")}
      />
      <DateField
        name="datum"
        label="Dag waarop de brief weggaat"
        hint="Wat dan te laat is, telt mee, en termijnen worden vanaf die dag gerekend."
        value={typed.date}
        problem={problemOf("datum")}
      />
      <TextAreaField
        name="tekst"
        label="Tekst van het concept"
        optional
        rows={12}
        hint="Plak hier de tekst, of kies hieronder een bestand. Er wordt niets bewaard."
        value={typed.text}
        problem={problemOf("tekst")}
      />
      <TextFileField name="bestand" label="Bestand" problem={problemOf("bestand")} />
      <FormActions>
        <SubmitButton name="doe" value="nagaan">
          Ga het concept na
        </SubmitButton>
      </FormActions>
    </form>
  );
}
