import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { Day } from "./day.tsx";
import { HiddenField, SubmitButton } from "./form.tsx";
import { Sign } from "./sign.tsx";

export interface AsOfProps {
  /** The day that the page shows. */
  day: IsoDay;
  today: IsoDay;
  /** The address of this page, without its query. */
  action: string;
  /** The rest of the query, kept when another day is chosen. */
  keep: [name: string, value: string][];
}

/** Choose the day for which the register is shown; folded away on a phone. */
export function AsOfForm({ day, today, action, keep }: AsOfProps) {
  return (
    <details className="as-of fold">
      <summary>
        <Sign name="calendar" /> Peildatum: {day === today ? "vandaag" : dayInWords(day)}
      </summary>
      {/* The server answers a wrong day with a sentence; the browser's own bubble would stop it from coming. */}
      <form action={action} method="get" className="as-of__form" noValidate>
        {keep.map(([name, value]) => (
          <HiddenField key={`${name}=${value}`} name={name} value={value} />
        ))}
        <label className="utrecht-form-label" htmlFor="peildatum">
          Peildatum
        </label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="date"
          id="peildatum"
          name="peildatum"
          defaultValue={day}
          max={today}
        />
        <SubmitButton variant="secondary" compact>
          Toon deze dag
        </SubmitButton>
      </form>
    </details>
  );
}

/** Says that this is not today, and leads back. Today is only said on paper, where it soon is no longer so. */
export function AsOfLine({ day, today, action, keep }: AsOfProps) {
  if (day === today)
    return (
      <p className="as-of-printed">
        Stand op <Day of={day} />
      </p>
    );
  const query = new URLSearchParams(keep).toString();
  return (
    <p className="as-of-line">
      <Sign name="calendar" />
      <span>
        U kijkt naar de stand op{" "}
        <strong>
          <Day of={day} />
        </strong>
        . <a href={query ? `${action}?${query}` : action}>Naar vandaag</a>
      </span>
    </p>
  );
}
