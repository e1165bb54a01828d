import { type Instant, instantInWords } from "#app/domain/calendar.ts";

/** `4 maart 2011, 14.05 uur`, in Amsterdam. */
export function Moment({ of }: { of: Instant }) {
  return <time dateTime={of}>{instantInWords(of)}</time>;
}
