/** A page whose thing was withdrawn: its number was public, so it says what became of it. */
import { dayInWords } from "#app/domain/calendar.ts";
import type { Moment } from "#db/moment.ts";
import { withdrawnThing } from "#db/public.ts";
import { gone, notFound } from "./outcome.ts";

/** The answer where nothing is shown at an address: withdrawn, when and why, or never there. */
export async function notShown(
  kind: "commitment" | "debate" | "letter" | "item",
  address: string,
  moment: Moment,
): Promise<Response> {
  const withdrawn = await withdrawnThing(kind, address, moment);
  if (!withdrawn) return notFound();
  const { title, on, reason } = withdrawn;
  const called = title === address ? title : kind === "letter" || kind === "debate" ? title : `${address}, ${title}`;
  return gone(
    `Ingetrokken: ${title}`,
    `Hier stond tot ${dayInWords(on)}: ${called}. Het is op die dag ingetrokken en telt niet meer mee. De reden: ${reason}`,
  );
}
