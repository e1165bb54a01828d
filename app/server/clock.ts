/** Where pages and forms ask what time it is. The store stamps what it records itself; the rules are given the day. */
import { addDays, amsterdamDay, endOfDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";

export const now = (): Instant => new Date().toISOString();

let known = { day: "", from: 0, until: 0 };

/** Today in Amsterdam. Asked with every request, so the day is looked up once, with the moments at which it begins and ends. */
export function today(): IsoDay {
  const moment = Date.now();
  if (moment < known.from || moment > known.until) {
    const day = amsterdamDay(new Date(moment));
    known = { day, from: Date.parse(endOfDay(addDays(day, -1))) + 1, until: Date.parse(endOfDay(day)) };
  }
  return known.day;
}
