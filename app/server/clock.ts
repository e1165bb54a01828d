/** Where pages and forms ask what time it is. The store stamps what it records itself; the rules are given the day. */
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";

export const now = (): Instant => new Date().toISOString();

/** Today in Amsterdam. */
export const today = (): IsoDay => amsterdamDay(new Date());
