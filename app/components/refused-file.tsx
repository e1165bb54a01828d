import { paths } from "#app/paths.ts";
import { Alert } from "./alert.tsx";
import { ErrorSummary, FormActions, HiddenField, type Problem, SubmitButton, TextAreaField } from "./form.tsx";

/** Why a file gave no letter, and the text pasted in its place: the file stays with the letter that comes of it. */
export function RefusedFile(props: {
  fileName: string;
  refusal: string;
  pasted: string | null;
  problems: readonly Problem[];
}) {
  const { fileName, refusal, pasted, problems } = props;
  return (
    <>
      <ErrorSummary problems={[...problems]} />
      <Alert tone="warning">{refusal}</Alert>
      <p>
        Het bestand <strong>{fileName}</strong> is bewaard, precies zoals het binnenkwam. Plakt u de tekst, dan blijft
        het bij de brief horen.
      </p>
      <form method="post" className="form" noValidate>
        <HiddenField name="doe" value="plak" />
        <TextAreaField
          name="tekst"
          label="Tekst van de brief"
          rows={12}
          hint="Kopieer alle tekst van de brief en plak die hier."
          value={pasted}
          problem={problems.find(({ field }) => field === "tekst")?.message}
        />
        <FormActions>
          <SubmitButton>Lees deze tekst</SubmitButton>
        </FormActions>
      </form>
      <p>
        Hebt u een beter bestand? <a href={paths.importLetter}>Lees een ander bestand in</a>
      </p>
      <form method="post" className="form">
        <HiddenField name="doe" value="weg" />
        <SubmitButton variant="subtle">Haal dit bestand weg</SubmitButton>
      </form>
    </>
  );
}
