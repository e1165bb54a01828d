import { paths } from "#app/paths.ts";
import type { ListedReminder } from "#db/reminder-answers.ts";
import { Day } from "./day.tsx";
import { Empty } from "./empty.tsx";

/** Reminders on a desk: for a ministry those with rows to answer, for a clerk those with answers that wait. */
export function ReminderDesk({ reminders, isClerk }: { reminders: ListedReminder[]; isClerk: boolean }) {
  const shown = reminders.filter(({ unanswered, waiting }) => (isClerk ? waiting : unanswered) > 0);
  return (
    <section aria-labelledby="rappels">
      <h2 id="rappels">{isClerk ? "Antwoorden op rappels" : "Rappels die op antwoord wachten"}</h2>
      {shown.length === 0 && (
        <Empty>{isClerk ? "Er wacht geen antwoord op u." : "Er wacht geen rappel op antwoord."}</Empty>
      )}
      <ul className="link-list">
        {shown.map(({ id, number, committee, ministry, asOf, unanswered, waiting }) => (
          <li key={id}>
            <a href={isClerk ? paths.reminderTaking(id) : paths.reminderAnswer(id)}>Rappel {number}</a>{" "}
            {isClerk ? `aan ${ministry}` : `van de ${committee}`}, stand op <Day of={asOf} />:{" "}
            {isClerk
              ? `${waiting} ${waiting === 1 ? "antwoord wacht" : "antwoorden wachten"} op u`
              : `${unanswered} ${unanswered === 1 ? "toezegging" : "toezeggingen"} zonder antwoord`}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.reminders}>Alle rappels</a>
      </p>
    </section>
  );
}
