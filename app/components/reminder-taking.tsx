import { TAKING_WORDS, type Taking } from "#app/domain/reminder-answer.ts";
import { paths } from "#app/paths.ts";
import { NOTHING_YET, rowId, takingBox } from "#app/server/reminder-fields.ts";
import type { WaitingAnswer } from "#app/server/reminder-taking-page.ts";
import { Alert } from "./alert.tsx";
import { Day } from "./day.tsx";
import { RadioField, TextField } from "./form.tsx";
import { Moment } from "./moment.tsx";

/** An answer that waits for the clerk, and what to do with it. */
export function WaitingAnswerEntry({
  waiting,
  typed,
  problemOf,
}: {
  waiting: WaitingAnswer;
  typed: Record<string, string>;
  problemOf: (field: string) => string | undefined;
}) {
  const { at, row, told, sentAt, stands, since } = waiting;
  const [how, reason] = [takingBox(at, "hoe"), takingBox(at, "reden")];
  return (
    <section aria-labelledby={rowId(at)} className="reminder-answer">
      <div>
        <h2 id={rowId(at)}>
          {row.number}: {row.title}
        </h2>
        <p>
          De stand is nu: {stands}. <a href={paths.workSheet(row.commitmentId)}>Werkblad</a>
        </p>
        <div className="entry">
          {told.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
          <div>
            Verstuurd op <Moment of={sentAt} />.
          </div>
        </div>
        {since.length > 0 && (
          <Alert tone="warning">
            <p>Nadat dit antwoord was verstuurd, is vastgelegd:</p>
            <ul className="plain-list">
              {since.map(({ seq, on, sentence, by }) => (
                <li key={seq}>
                  <Day of={on} />: {sentence} ({by})
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
      <div>
        <RadioField
          name={how}
          label="Wat doet u ermee"
          value={typed[how] || NOTHING_YET}
          problem={problemOf(how)}
          options={[{ value: NOTHING_YET, label: "Nu nog niets" }, ...waysFor(waiting)]}
        />
        <div className="answer-field answer-field--refusal">
          <TextField
            name={reason}
            label="Waarom u weigert"
            hint="Het ministerie leest deze reden; het register toont haar nergens."
            value={typed[reason]}
            problem={problemOf(reason)}
          />
        </div>
      </div>
    </section>
  );
}

/** What can be done with an answer, and what each means for the register. */
function waysFor({ kind, hasLetter }: WaitingAnswer): { value: Taking; label: string; hint?: string }[] {
  const way = (value: Taking, hint?: string) => ({ value, label: TAKING_WORDS[value], hint });
  const refuse = way("weigeren");
  if (kind === "gedaan") return [way("overnemen", "Als melding van het ministerie, op de dag van de brief."), refuse];
  if (kind === "vervallen") return [way("overnemen", "Als besluit van de commissie om te laten vervallen."), refuse];
  return [
    way(
      "overnemen",
      hasLetter
        ? "Als uitstel dat in de brief is gemeld: deze termijn geldt voortaan."
        : "Als planning van het ministerie die niet is gemeld: de termijn die gold, blijft gelden.",
    ),
    way("besluit", "De commissie stelt deze termijn vast: zij geldt voortaan."),
    refuse,
  ];
}
