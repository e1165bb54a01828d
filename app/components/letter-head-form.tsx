import type { LetterInput } from "#app/server/letter-input.ts";
import {
  CheckboxField,
  DateField,
  FieldRow,
  FormActions,
  HiddenField,
  type Option,
  type Problem,
  SelectField,
  SubmitButton,
  TextField,
} from "./form.tsx";

/** What the register read in the head of a letter, to be checked. `asked` names what has to be answered with a yes. */
export function LetterHeadForm(props: {
  input: LetterInput;
  problems: readonly Problem[];
  asked: string | null;
  dossiers: Option[];
}) {
  const { input, problems, asked, dossiers } = props;
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <form method="post" className="form" noValidate>
      <TextField name="titel" label="Titel" value={input.title} problem={problemOf("titel")} />
      <FieldRow>
        <DateField name="datum" label="Datum van de brief" value={input.date} problem={problemOf("datum")} />
        <DateField
          name="ontvangen"
          label="Door de Kamer ontvangen"
          optional
          hint="Leeg: op de datum van de brief"
          value={input.receivedOn}
          problem={problemOf("ontvangen")}
        />
        <SelectField
          name="soort"
          label="Soort"
          value={input.kind}
          options={[
            { value: "progress", label: "voortgangsbrief" },
            { value: "other", label: "andere brief" },
          ]}
        />
        <SelectField
          name="kamer"
          label="Aan"
          value={input.chamber}
          options={[
            { value: "TK", label: "Tweede Kamer" },
            { value: "EK", label: "Eerste Kamer" },
          ]}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="afzender"
          label="Afzender"
          optional
          hint="Zoals ondertekend: ambt, naam"
          value={input.sender}
        />
        <TextField
          name="stuk"
          label="Nummer van het Kamerstuk"
          optional
          hint="Zoals 32 500 VI, nr. 75"
          value={input.paper}
          problem={problemOf("stuk")}
        />
        <SelectField
          name="dossier"
          label="Dossier"
          emptyLabel="Kies een dossier"
          options={dossiers}
          value={input.dossier}
          problem={problemOf("dossier")}
        />
      </FieldRow>
      {asked && (
        <>
          <HiddenField name="gevraagd" value={asked} />
          <CheckboxField name="klopt" label="Ja, dit klopt zo" />
        </>
      )}
      <FormActions>
        <SubmitButton>Neem de brief op</SubmitButton>
      </FormActions>
    </form>
  );
}
