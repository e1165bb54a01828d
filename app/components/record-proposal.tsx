import { LIST_MARK } from "#app/domain/reading/list-items.ts";
import { paths } from "#app/paths.ts";
import { fieldOf, type RecordAnswer, type RecordProposal } from "#app/server/record-fields.ts";
import { Alert } from "./alert.tsx";
import { type Fact, Facts } from "./facts.tsx";
import { FormActions, HiddenField, SelectField, SubmitButton, TextAreaField, TextField } from "./form.tsx";
import { Quote } from "./quote.tsx";
import { ReviewLayout } from "./review-card.tsx";

const FORM_WORDS = {
  letter: "een brief of bericht",
  visit: "een bezoek",
  bill: "een wetsvoorstel of regeling",
  evaluation: "een evaluatie",
  talk: "een gesprek",
} as const;

const TERM_WORDS = { first: "eerste termijn", second: "tweede termijn" } as const;

interface Props {
  proposal: RecordProposal;
  speakers: readonly string[];
  /** What came back for this very proposal. */
  answer: RecordAnswer | null;
}

/** One proposal: the words on the left, and on the right the form that makes it a draft. */
export function RecordProposalCard({ proposal, speakers, answer }: Props) {
  const { keys, listed, said, remarks, why, moments, form, taken } = proposal;
  const key = keys[0] ?? "";
  const facts: Fact[] = [
    ...(speakers.length === 1 ? [{ term: "Vast te leggen voor", value: speakers[0] }] : []),
    ...(form ? [{ term: "Vorm", value: FORM_WORDS[form] }] : []),
    ...(moments ? [{ term: "Let op", value: moments }] : []),
  ];
  return (
    <ReviewLayout
      id={`voorstel-${key}`}
      label={`Voorstel: ${proposal.input.what}`}
      passage={
        <>
          {listed && <Quote source="Op de lijst">{listed.replace(LIST_MARK, "")}</Quote>}
          {remarks.map((remark) => (
            <Quote key={remark.quote} source={`${remark.speaker}, bij het voorlezen`}>
              {remark.quote}
            </Quote>
          ))}
          {said && (
            <Quote source={`${said.speaker}, in het debat${said.term ? ` (${TERM_WORDS[said.term]})` : ""}`}>
              {said.quote}
            </Quote>
          )}
          {facts.length > 0 && <Facts items={facts} />}
          <details className="fold-plain">
            <summary>Waarom?</summary>
            <ul>
              {why.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </details>
        </>
      }
    >
      {taken ? <Taken taken={taken} /> : <TakeForm id={key} proposal={proposal} speakers={speakers} answer={answer} />}
    </ReviewLayout>
  );
}

const Taken = ({ taken: { id, number, title } }: { taken: NonNullable<RecordProposal["taken"]> }) => (
  <Alert tone="ok">
    Opgenomen: <a href={number ? paths.commitment(number) : paths.workSheet(id)}>{title}</a> ({number ?? "concept"})
  </Alert>
);

function TakeForm({ id, proposal, speakers, answer }: Props & { id: string }) {
  const typed = answer?.input ?? proposal.input;
  const field = (name: string) => ({
    name,
    id: fieldOf(id, name),
    problem: answer?.problems.find((problem) => problem.field === fieldOf(id, name))?.message,
  });
  return (
    <form method="post" action={`#voorstel-${id}`} className="form" noValidate>
      <HiddenField name="voorstel" value={id} />
      {answer?.fresh.map((name) => (
        <HiddenField key={name} name="bevestigd" value={name} />
      ))}
      {answer && answer.fresh.length > 0 && (
        <Alert tone="warning">
          Dit staat nog niet in de lijsten: {answer.fresh.join("; ")}. Staat het er goed? Neem het dan nog een keer op,
          dan wordt het toegevoegd.
        </Alert>
      )}
      <TextAreaField {...field("wat")} label="Wat precies" rows={2} value={typed.what} compact />
      <TextAreaField {...field("tekst")} label="Volledige tekst" optional rows={3} value={typed.text} compact />
      <TextField {...field("aan")} label="Aan wie" optional list="geadresseerden" value={typed.to} compact />
      {speakers.length > 1 && (
        <SelectField
          {...field("wie")}
          label="Door wie"
          options={speakers.map((speaker) => ({ value: speaker, label: speaker }))}
          value={typed.by}
          compact
        />
      )}
      <TextField {...field("termijn")} label="Termijn in woorden" optional value={typed.words} compact />
      <FormActions>
        <SubmitButton name="doe" value="neem-op">
          Neem op als concept
        </SubmitButton>
      </FormActions>
    </form>
  );
}
