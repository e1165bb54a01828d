import { dayInWords } from "#app/domain/calendar.ts";
import type { Shift } from "#app/domain/correction-reach.ts";

const SHOWN = 6;

/** On which days a commitment will stand otherwise than it does. */
export const StandingShifts = ({ number, title, shifts }: { number: string; title: string; shifts: Shift[] }) => (
  <section aria-label={`${number}: ${title}`}>
    <h4>
      {number}: {title}
    </h4>
    <ul>
      {shifts.slice(-SHOWN).map((shift) => (
        <li key={shift.from}>
          {daysOf(shift)}: was {shift.was}; wordt {shift.becomes}.
        </li>
      ))}
    </ul>
    {shifts.length > SHOWN && <p>En op eerdere dagen: {shifts.length - SHOWN} keer een andere stand.</p>}
  </section>
);

const daysOf = ({ from, until, on }: Shift): string =>
  until === from
    ? `op ${dayInWords(from)}`
    : until === null
      ? `vanaf ${dayInWords(from)} (gerekend op ${dayInWords(on)})`
      : `van ${dayInWords(from)} tot en met ${dayInWords(until)} (gerekend op ${dayInWords(on)})`;
