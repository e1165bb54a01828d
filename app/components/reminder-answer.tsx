import { daysInWords } from "#app/domain/commitment.ts";
import { groupInWords, type ReminderRow } from "#app/domain/reminder.ts";
import { ANSWER_WORDS, type TypedAnswer } from "#app/domain/reminder-answer.ts";
import { paths } from "#app/paths.ts";
import type { AnswerRow } from "#app/server/reminder-answer-page.ts";
import { answerBox, NOTHING_YET, rowId } from "#app/server/reminder-fields.ts";
import { Alert } from "./alert.tsx";
import { Day } from "./day.tsx";
import { HiddenField, RadioField, SelectField, SubmitButton, TextAreaField, TextField } from "./form.tsx";
import { Moment } from "./moment.tsx";

interface Props {
  at: number;
  asked: AnswerRow;
  /** What was typed, where that is not what is kept. */
  typed: TypedAnswer | undefined;
  problemOf: (field: string) => string | undefined;
}

/** One row of a reminder with the fields for its answer; once the clerk took that over, only what was answered. */
export function ReminderAnswerEntry({ at, asked, typed, problemOf }: Props) {
  const { row, outcome, told, refusal, sentAt, since, isOpen, stands } = asked;
  return (
    <section aria-labelledby={rowId(at)} className="reminder-answer">
      <div>
        <h2 id={rowId(at)}>
          {row.number}: {row.title}
        </h2>
        <p>
          {askedInWords(row)} {row.origin}, {row.office}. <a href={paths.workSheet(row.commitmentId)}>Werkblad</a>
        </p>
        {(since.length > 0 || !isOpen) && (
          <Alert tone={isOpen ? "info" : "warning"}>
            <p>Sinds het rappel veranderd. De stand is nu: {stands}.</p>
            <ul className="plain-list">
              {since.map(({ seq, on, sentence }) => (
                <li key={seq}>
                  <Day of={on} />: {sentence}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {outcome === "refused" && (
          <Alert tone="warning">
            <p>De griffie heeft dit antwoord geweigerd. Reden: {refusal}</p>
            <p>U kunt het veranderen en opnieuw versturen.</p>
          </Alert>
        )}
        {outcome === "taken" && (
          <Alert tone="ok">
            <p>Overgenomen in het register. {told.join(" ")}</p>
          </Alert>
        )}
        {outcome === null && sentAt && (
          <p>
            Verstuurd op <Moment of={sentAt} />
            {asked.isUnsent ? ". U veranderde het daarna; dat is nog niet verstuurd. De griffie leest: " : ": "}
            {told.join(" ")}
          </p>
        )}
      </div>
      {outcome !== "taken" && <Fields at={at} asked={asked} typed={typed ?? asked.typed} problemOf={problemOf} />}
    </section>
  );
}

/** Why it stands in the reminder, in a sentence. */
const askedInWords = ({ group, daysLate, deadline, due }: ReminderRow): string =>
  group === "late"
    ? `${daysInWords(daysLate).charAt(0).toUpperCase()}${daysInWords(daysLate).slice(1)} te laat: ${due}.`
    : group === "coming"
      ? `Termijn ${deadline}${deadline.includes(due) ? "" : `: ${due}`}.`
      : `${groupInWords(group, "")}: ${deadline}.`;

function Fields({ at, asked, typed, problemOf }: Props & { typed: TypedAnswer }) {
  const box = (name: keyof TypedAnswer) => ({
    name: answerBox(at, name),
    value: typed[name],
    problem: problemOf(answerBox(at, name)),
  });
  return (
    <div>
      <HiddenField name={answerBox(at, "gezien")} value={asked.seen} />
      <RadioField
        {...box("kind")}
        value={typed.kind || NOTHING_YET}
        label="Wat is uw antwoord"
        options={[{ value: NOTHING_YET, label: "Nog geen antwoord" }, ...KINDS]}
      />
      <div className="answer-field answer-field--letter">
        <SelectField
          {...box("letterId")}
          label="De brief aan de Kamer"
          hint={
            <>
              Bij een nieuwe datum: alleen als die al aan de Kamer is gemeld. Staat de brief er niet bij?{" "}
              <a href={paths.importLetter}>Neem hem eerst op</a>.
            </>
          }
          emptyLabel="Geen brief"
          options={asked.letters}
        />
        <TextField
          {...box("place")}
          label="Waar in de brief"
          hint="Het nummer van de passage (passage 12) of, als het register de tekst niet heeft, de plaats in woorden."
        />
      </div>
      <div className="answer-field answer-field--date">
        <TextField
          {...box("words")}
          label="De nieuwe datum"
          hint="Een dag of woorden: 1 maart 2027, voor het zomerreces."
          size="medium"
        />
      </div>
      <div className="answer-field answer-field--reason">
        <TextAreaField
          {...box("reason")}
          label="Reden"
          rows={3}
          hint="Neemt de griffie uw antwoord over, dan staat de reden voor iedereen in het register."
        />
      </div>
      <SubmitButton name="doe" value={`bewaar-${at}`} variant="secondary">
        Bewaar<span className="visually-hidden"> het antwoord op {asked.row.number}</span>
      </SubmitButton>
    </div>
  );
}

const KINDS = Object.entries(ANSWER_WORDS).map(([value, label]) => ({ value, label }));
