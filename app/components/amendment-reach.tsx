import { dayInWords } from "#app/domain/calendar.ts";
import { daysInWords } from "#app/domain/commitment.ts";
import type { Reach } from "#db/corrections.ts";
import { Empty } from "./empty.tsx";
import { StandingShifts } from "./standing-shifts.tsx";

/** What saving will change: the fields, what moves along, and where commitments stand on which days. */
export function AmendmentReach({ reach: { changes, standings, letter } }: { reach: Reach }) {
  return (
    <>
      <h3>In het register</h3>
      <ul>
        {changes.map(({ of, sentence, changes: fields, counts }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list of facts in a fixed order, never reordered in the page
          <li key={i}>
            {of}: {sentence}
            {!counts && " Dit telt dan niet meer."}
            {counts && fields.length === 0 && " Dit telt dan weer."}
            {fields.length > 0 && (
              <ul>
                {fields.map(({ name, label, was, now }) => (
                  <li key={name}>
                    {label}: was <del>{was}</del>, wordt <ins>{now}</ins>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h3>In de stand</h3>
      {standings.length === 0 && !letter && <Empty>Geen enkele toezegging komt er anders voor te staan.</Empty>}
      {letter && (
        <p>
          De volgende voortgangsbrief: was {expectedInWords(letter.was)}, wordt {expectedInWords(letter.becomes)}.
        </p>
      )}
      {standings.map((standing) => (
        <StandingShifts key={standing.number} {...standing} />
      ))}
    </>
  );
}

const expectedInWords = ({ day, overdueDays }: { day: string | null; overdueDays: number }): string =>
  day === null
    ? "zonder verwachte dag"
    : `verwacht op ${dayInWords(day)}${overdueDays > 0 ? ` en ${daysInWords(overdueDays)} te laat` : ""}`;
