import type { ReactNode } from "react";
import type { IsoDay } from "#app/domain/calendar.ts";
import { Day } from "./day.tsx";

export interface EventItem {
  day: IsoDay;
  /** What is known of the day, where the day itself is not: "2012". */
  dayWords?: string | null;
  sentence: ReactNode;
  note?: ReactNode;
  /** Colours the mark only: the sentence says it in words. */
  tone?: "plain" | "late" | "good";
}

/** What happened, in order, a sentence each. */
export function EventList({ items }: { items: EventItem[] }) {
  return (
    <ol className="event-list">
      {items.map(({ day, dayWords, sentence, note, tone = "plain" }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list of facts in a fixed order, never reordered in the page
        <li key={i} className={`event event--${tone}`}>
          <span className="event__day">{dayWords ?? <Day of={day} />}</span>
          <div className="event__body">
            <div className="event__sentence">{sentence}</div>
            {note && <div className="event__note">{note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
