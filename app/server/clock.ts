/** The only place that asks what time it is. */
import { amsterdamDay, type Instant, type IsoDay } from "#app/domain/calendar.ts";

export const now = (): Instant => new Date().toISOString();

/** Today in Amsterdam. */
export const today = (): IsoDay => amsterdamDay(new Date());
