/** What the pages share on which an event is corrected or withdrawn: whose it is, what was sent, and what that means. */
import { dayInWords, instantInWords } from "#app/domain/calendar.ts";
import { type AskedField, askedFields, type Typed, typedAs } from "#app/domain/correction.ts";
import { heldAfter, lastDoneTo, meantBy, originalDeadline, undoneBy } from "#app/domain/correction-history.ts";
import type { CorrectionNames } from "#app/domain/correction-names.ts";
import { registerSentence } from "#app/domain/correction-sentence.ts";
import { correctableFields } from "#app/domain/correction-table.ts";
import type { RegisterEvent } from "#app/domain/events.ts";
import { type Actor, may, type Ownership } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { surroundingsOf, type Thing, type ThingKind, thingOfEvent } from "#db/correction-things.ts";
import { mayBeWithdrawn } from "#db/corrections.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { notFound } from "./outcome.ts";

/** How the address of a history names the kind of thing. */
export const KIND_IN_ADDRESS: Record<ThingKind, string> = {
  commitment: "toezegging",
  debate: "debat",
  letter: "brief",
  dossier: "dossier",
  item: "gevolgd",
};

export const historyPath = ({ kind, id }: Pick<Thing, "kind" | "id">): string =>
  paths.history(KIND_IN_ADDRESS[kind], id);

/** What the committee decided, only the committee puts right. */
const DECISIONS = ["judged", "lapsed", "reopened"];

export const mayAmend = (actor: Actor, act: "register" | "withdraw", thing: Thing, meant: RegisterEvent): boolean =>
  thing.isPublished &&
  may(actor, act, thing.owner) &&
  (!DECISIONS.includes(meant.kind) || may(actor, "judge", thing.owner));

/** The event that the address names, with the thing that it belongs to, for who may do this to it. */
export async function ownEvent(actor: Actor, act: "register" | "withdraw", eventId: string | undefined) {
  const found = await thingOfEvent(eventId ?? "", today());
  const meant = found && meantBy(found.history, found.event);
  if (!found || !meant || !mayAmend(actor, act, found.thing, meant)) throw notFound();
  if (act === "withdraw" && !mayBeWithdrawn(found.event, found.history)) throw notFound();
  if (act === "register" && correctableFields(found.event).length === 0) throw notFound();
  return { ...found, meant };
}

/** Whether the thing is still the actor's own after what they do to it. */
export const stillOwn =
  (actor: Actor) =>
  (owner: Ownership): boolean =>
    may(actor, "register", owner);

/** One box of the form: its name is also its id. */
export const boxName = (field: string, box: number): string =>
  `veld-${field.replaceAll(".", "-")}${box === 0 ? "" : `-${box}`}`;

/** What is asked of an event, as it now holds or as somebody typed it. */
export async function askedOf(
  { thing, event, history }: { thing: Thing; event: RegisterEvent; history: readonly RegisterEvent[] },
  typed?: Typed,
): Promise<{ fields: AskedField[]; seen: number; takenBack: string | null }> {
  const now = heldAfter(history, event.id, Number.POSITIVE_INFINITY);
  const undone = undoneBy(history, event.id);
  return {
    fields: askedFields(now ?? event, await surroundingsOf(thing, now ?? event), typed),
    seen: lastDoneTo(history, event.id),
    takenBack: undone && `Dit is ingetrokken op ${instantInWords(undone.recordedAt)}, omdat: ${undone.payload.reason}`,
  };
}

/** The form as it was sent. A field of which nothing was sent stays as it is. */
export function amendmentInput(form: FormData, fields: readonly AskedField[]) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed: Typed = {};
  for (const { name, typed: now } of fields) {
    if (!form.has(boxName(name, 0))) continue;
    const boxes = Math.max(now.length, 1);
    typed[name] = Array.from({ length: boxes }, (_, box) => text(boxName(name, box)).replaceAll("\r\n", "\n"));
  }
  return { typed, reason: text("reden"), seen: Number(text("gezien")) || 0, act: text("doe") };
}

export const REASON_MISSING: InputProblem = {
  field: "reden",
  message: "Schrijf waarom: de reden staat daarna voor iedereen in het register.",
};

/** What an event says, and the day on which it holds. */
export const eventTold = (
  event: RegisterEvent,
  history: readonly RegisterEvent[],
  names: CorrectionNames,
): { sentence: string; on: string } => ({
  sentence: registerSentence(event, names, event.id === originalDeadline(history)?.id),
  on: dayInWords(event.effectiveOn),
});

/** The event as it holds now or, once withdrawn, as it last did. */
export const asItHolds = (event: RegisterEvent, history: readonly RegisterEvent[]): RegisterEvent =>
  heldAfter(history, event.id, Number.POSITIVE_INFINITY) ?? event;

/** Fields of which something else was typed than stands there now. */
export async function stillTyped(
  { thing, event, history }: { thing: Thing; event: RegisterEvent; history: readonly RegisterEvent[] },
  typed: Typed,
): Promise<string[]> {
  const now = asItHolds(event, history);
  const around = await surroundingsOf(thing, now);
  const stands = typedAs(now, around);
  return correctableFields(now).flatMap(({ name, label }) => {
    const sent = typed[name];
    return sent && JSON.stringify(sent) !== JSON.stringify(stands[name])
      ? [`${label}: ${sent.join(", ") || "leeg"}`]
      : [];
  });
}
