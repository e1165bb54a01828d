import type { ReactNode } from "react";
import { CLAIM_WORDS, REST_WORDS } from "#app/domain/commitment.ts";
import type { Claim, Rest } from "#app/domain/events.ts";
import type { SpeechAct } from "#app/domain/reading/findings.ts";
import { fieldId, type ReviewAnswer, type ReviewInput } from "#app/server/review-fields.ts";
import { Alert } from "./alert.tsx";
import {
  ErrorSummary,
  FieldRow,
  FormActions,
  HiddenField,
  RadioField,
  SelectField,
  SubmitButton,
  TextAreaField,
  TextField,
} from "./form.tsx";
import { FigureFields, MeasureFields } from "./item-fields.tsx";

export const ACT_WORDS: Record<SpeechAct, string> = {
  new_commitment: "nieuwe toezegging",
  refers_back: "komt terug op een toezegging",
  fulfils: "komt een toezegging na",
  postpones: "vraagt uitstel",
  expectation: "verwachting",
  decision: "besluit",
  request: "vraag van een Kamerlid",
};

interface ShownCandidate {
  id: string;
  label: string;
  score: number;
  reasons: string[];
}

interface ReviewFormProps {
  kind: SpeechAct | null;
  /** What the reader proposes, or what was typed. */
  input: ReviewInput;
  candidates: ShownCandidate[];
  answer: ReviewAnswer | null;
}

const CLAIM_ORDER: Claim[] = ["met", "partly_met", "progress", "postpones", "declines"];
const REST_ORDER: Rest["kind"][] = ["unchanged", "new_deadline", "no_deadline", "successor"];

/** The choices under one passage: ordinary forms with a button for each thing that it can be. */
export function ReviewForm({ kind, input, candidates, answer }: ReviewFormProps) {
  const { proposalId, anchor } = input;
  const field = (name: string) => ({
    name,
    id: fieldId(proposalId, name),
    compact: true,
    problem: answer?.problems.find((problem) => problem.field === fieldId(proposalId, name))?.message,
  });
  const answers = kind === null || kind === "refers_back" || kind === "fulfils" || kind === "postpones";
  const sent = answer?.problems.length ? input.act : "";
  /** Fields of one name stand in several forms of a passage: what was sent keeps the id that the summary links to. */
  const own = (act: string) => (name: string) =>
    sent === act ? field(name) : { name, id: fieldId(proposalId, `${act}-${name}`), compact: true };
  const hasOwnForm = ["cijfer", "maatregel", "over"].includes(sent);
  const main = hasOwnForm
    ? (name: string) => ({ ...field(name), id: fieldId(proposalId, `eerst-${name}`), problem: undefined })
    : field;
  const typedNew = answer !== null && !hasOwnForm && ["title", "holder"].some((name) => field(name).problem);
  return (
    <>
      <ErrorSummary problems={answer?.problems ?? []} />
      {answer?.overtaken && <Alert tone="warning">{answer.overtaken}</Alert>}
      <Fold label="Beantwoordt een toezegging" isOpen={answers} {...{ proposalId, anchor }}>
        {candidates.length > 0 && (
          <RadioField
            {...field("commitment")}
            label="Welke toezegging"
            value={input.commitment}
            options={[
              ...candidates.map(({ id, label, score, reasons }) => ({
                value: id,
                label,
                hint: `Lijkt hierop (score ${score.toFixed(2).replace(".", ",")}): ${reasons.join("; ")}`,
              })),
              { value: "anders", label: "Een andere, hieronder ingevuld" },
            ]}
          />
        )}
        <TextField
          {...field(candidates.length > 0 ? "other" : "commitment")}
          name="other"
          label={candidates.length > 0 ? "Andere toezegging" : "Welke toezegging"}
          list="openstaand"
          hint="Typ het nummer of een woord uit de titel"
          value={input.other}
        />
        <RadioField
          {...field("claim")}
          label="Wat zegt de brief"
          value={input.claim}
          inline
          options={CLAIM_ORDER.map((value) => ({ value, label: CLAIM_WORDS[value] }))}
        />
        <FieldRow>
          <SelectField
            {...field("rest")}
            label="Wat gebeurt er met de rest"
            emptyLabel="Kies (niet nodig bij voldaan of tussenstand)"
            value={input.rest}
            options={REST_ORDER.map((value) => ({ value, label: REST_WORDS[value] }))}
          />
          <TextField {...field("restWords")} label="Nieuwe termijn in woorden" optional value={input.restWords} />
          <TextField
            {...field("successor")}
            label="Rest gaat verder in"
            optional
            list="openstaand"
            value={input.successor}
          />
        </FieldRow>
        <TextAreaField {...main("note")} label="Toelichting" optional rows={2} value={input.note} />
        <FormActions>
          <SubmitButton name="doe" value="bevestig" compact>
            Bevestig het antwoord
          </SubmitButton>
        </FormActions>
      </Fold>
      <Fold
        label="Belooft iets nieuws, of is iets anders om te volgen"
        isOpen={typedNew || (kind !== null && !answers)}
        {...{ proposalId, anchor }}
      >
        <TextField {...main("title")} label="Wat precies" value={input.title} />
        <FieldRow>
          <TextField {...main("words")} label="Termijn in woorden" optional value={input.words} />
          <TextField
            {...field("to")}
            label="Aan wie"
            optional
            hint="Leeg: de Kamer"
            list="geadresseerden"
            value={input.to}
          />
          <TextField {...main("topic")} label="Onderwerp" optional list="onderwerpen" value={input.topic} />
          <TextField {...main("holder")} label="Door" hint="Ambt (naam)" list="bewindspersonen" value={input.holder} />
        </FieldRow>
        <FormActions>
          <SubmitButton name="doe" value="nieuw" compact variant={kind === "new_commitment" ? "primary" : "secondary"}>
            Leg vast als toezegging
          </SubmitButton>
          <SubmitButton
            name="doe"
            value="verwachting"
            compact
            variant={kind === "expectation" ? "primary" : "secondary"}
          >
            Als verwachting
          </SubmitButton>
          <SubmitButton name="doe" value="besluit" compact variant={kind === "decision" ? "primary" : "secondary"}>
            Als besluit
          </SubmitButton>
          <SubmitButton name="doe" value="vraag" compact variant={kind === "request" ? "primary" : "secondary"}>
            Als vraag
          </SubmitButton>
          <SubmitButton name="doe" value="aanbeveling" compact variant="secondary">
            Als aanbeveling
          </SubmitButton>
          <SubmitButton name="doe" value="melding" compact variant="secondary">
            Als melding
          </SubmitButton>
        </FormActions>
      </Fold>
      <Fold label="Noemt een cijfer" isOpen={sent === "cijfer"} {...{ proposalId, anchor }}>
        <FigureFields field={own("cijfer")} input={input} />
        <TextField {...own("cijfer")("topic")} label="Onderwerp" optional list="onderwerpen" value={input.topic} />
        <FormActions>
          <SubmitButton name="doe" value="cijfer" compact variant="secondary">
            Leg vast als cijfer
          </SubmitButton>
        </FormActions>
      </Fold>
      <Fold label="Kondigt een maatregel aan" isOpen={sent === "maatregel"} {...{ proposalId, anchor }}>
        <TextField {...own("maatregel")("title")} label="Wat gaat men doen" value={input.title} />
        <MeasureFields field={own("maatregel")} input={input} />
        <FieldRow>
          <TextField {...own("maatregel")("topic")} label="Onderwerp" optional list="onderwerpen" value={input.topic} />
          <TextField
            {...own("maatregel")("holder")}
            label="Door"
            optional
            list="bewindspersonen"
            value={input.holder}
          />
        </FieldRow>
        <FormActions>
          <SubmitButton name="doe" value="maatregel" compact variant="secondary">
            Leg vast als maatregel
          </SubmitButton>
        </FormActions>
      </Fold>
      <Fold label="Zegt iets over wat al gevolgd wordt" isOpen={sent === "over"} {...{ proposalId, anchor }}>
        <TextField
          {...own("over")("item")}
          label="Waarover"
          list="gevolgd"
          hint="Een verwachting, besluit, maatregel of iets anders: typ het nummer of een woord uit de titel"
          value={input.item}
        />
        <TextAreaField {...own("over")("note")} label="Wat de brief erover zegt" optional rows={2} value={input.note} />
        <FormActions>
          <SubmitButton name="doe" value="over" compact variant="secondary">
            Koppel deze passage
          </SubmitButton>
        </FormActions>
      </Fold>
      <form method="post" className="form">
        <HiddenField name="proposalId" value={proposalId} />
        <HiddenField name="anchor" value={anchor} />
        <FormActions>
          <SubmitButton name="doe" value="niets" variant="secondary" compact>
            Niets voor het register
          </SubmitButton>
        </FormActions>
      </form>
    </>
  );
}

/** A form of its own for each thing that a passage can be, so that Enter in one never sends another. */
function Fold(props: { label: string; isOpen: boolean; proposalId: string; anchor: string; children: ReactNode }) {
  return (
    <details className="fold-plain" open={props.isOpen || undefined}>
      <summary>{props.label}</summary>
      <form method="post" className="form" noValidate>
        <HiddenField name="proposalId" value={props.proposalId} />
        <HiddenField name="anchor" value={props.anchor} />
        {props.children}
      </form>
    </details>
  );
}
