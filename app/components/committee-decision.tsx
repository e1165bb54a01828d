import type { Decided } from "#app/domain/reading/committee-decisions.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import { type DecideAnswer, type DecisionTarget, type ShownDecision, targetId } from "#app/server/decision-fields.ts";
import { Alert } from "./alert.tsx";
import { StandingBadge } from "./commitment-table.tsx";
import { FormActions, HiddenField, SubmitButton, TextField } from "./form.tsx";
import { Quote } from "./quote.tsx";
import { ReviewLayout } from "./review-card.tsx";

const DECIDED_WORDS: Record<Decided, string> = {
  met: "voldaan",
  partly_met: "deels voldaan",
  not_met: "niet voldaan, blijft openstaan",
  lapsed: "vervallen",
  extended: "blijft openstaan met een latere termijn",
};

/** One decision: its words on the left, on the right the commitments that it is about, each with its own button. */
export function CommitteeDecisionCard({
  at,
  decision,
  answer,
}: {
  at: number;
  decision: ShownDecision;
  answer: DecideAnswer | null;
}) {
  const { decided, words, quote, why, targets } = decision;
  return (
    <ReviewLayout
      id={`besluit-${at + 1}`}
      label={`Besluit ${at + 1}: ${DECIDED_WORDS[decided]}`}
      passage={
        <>
          <h2>
            {DECIDED_WORDS[decided].charAt(0).toUpperCase() + DECIDED_WORDS[decided].slice(1)}
            {words && (decided === "extended" ? `: ${words}` : `, nieuwe termijn: ${words}`)}
          </h2>
          <Quote>{quote}</Quote>
          <details className="fold-plain">
            <summary>Waarom?</summary>
            <p>{why}</p>
          </details>
        </>
      }
    >
      {targets.map((target) => (
        <Target
          key={target.number + (target.commitment?.id ?? "")}
          at={at}
          decision={decision}
          target={target}
          answer={answer}
        />
      ))}
    </ReviewLayout>
  );
}

const STATE_WORDS: Record<Exclude<DecisionTarget["state"], "open" | "unknown">, string> = {
  recorded: "Vastgelegd.",
  lapsed: "Deze toezegging is vervallen. Heropen haar eerst, als de commissie dat besloot.",
  recurring:
    "Deze toezegging loopt door en is nooit af. Een oordeel verandert daar niets aan; zij kan alleen vervallen.",
  too_early: "Deze toezegging is van na de dag van het besluit. Kijk of de datum van het besluit klopt.",
  other_committee:
    "Deze toezegging is aan een andere commissie gedaan. Alleen de griffie daarvan legt hierover iets vast.",
};

function Target({
  at,
  decision: { decided, words },
  target: { number, commitment, state },
  answer,
}: {
  at: number;
  decision: ShownDecision;
  target: DecisionTarget;
  answer: DecideAnswer | null;
}) {
  if (commitment === null || state === "unknown")
    return (
      <div className="proposal">
        <h3>{number}</h3>
        <p>Niet in dit register.</p>
      </div>
    );
  const id = targetId(at, commitment.id);
  const { standing } = commitment;
  const own = answer?.target === id ? answer : null;
  return (
    <div className="proposal" id={id}>
      <h3>
        {number !== commitment.number && `${number}: `}
        <a href={paths.commitment(commitment.number)}>
          {commitment.number} {commitment.title}
        </a>
      </h3>
      {standing && (
        <p>
          Nu: <StandingBadge standing={standing} /> termijn: {deadlineInWords(standing.deadline)}
        </p>
      )}
      {state !== "open" ? (
        <Alert tone={state === "recorded" ? "ok" : "info"}>{STATE_WORDS[state]}</Alert>
      ) : (
        <form method="post" action={`#${id}`} className="form" noValidate>
          <HiddenField name="besluit" value={String(at)} />
          <HiddenField name="toezegging" value={commitment.id} />
          {decided !== "met" && decided !== "lapsed" && (
            <TextField
              name="termijn"
              id={`${id}-termijn`}
              label="Nieuwe termijn in woorden"
              optional={decided !== "extended"}
              value={own?.words ?? words}
              problem={own?.problem}
              compact
            />
          )}
          <FormActions>
            <SubmitButton name="doe" value="leg-vast">
              {`Leg vast: ${DECIDED_WORDS[decided]}`}
            </SubmitButton>
          </FormActions>
        </form>
      )}
    </div>
  );
}
