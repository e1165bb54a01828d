/** Since when a reader is told what changed: a reload tells it again, the next visit what came after this one. */
import type { Instant } from "./calendar.ts";

export interface LastLook {
  /** What was recorded after this moment is new to the reader. */
  since: Instant;
  /** When the reader last looked. */
  at: Instant;
}

/** So long after one look the next is another visit. */
export const HOURS_APART = 6;

/** Who looks again soon is told the same once more; who comes back later, what changed since they last looked. */
export const lookingAgain = ({ since, at }: LastLook, now: Instant): LastLook => ({
  since: Date.parse(now) - Date.parse(at) > HOURS_APART * 3_600_000 ? at : since,
  at: now,
});

/** For who looks for the first time, or says that all was seen. */
export const lookedNow = (now: Instant): LastLook => ({ since: now, at: now });
