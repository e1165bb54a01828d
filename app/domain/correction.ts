/** From an event and what was typed to the fields that change, and back to words. */
import { dayInWords, type IsoDay } from "./calendar.ts";
import { type Control, controlsOf, readTyped, type Surroundings, typedOf, valueInWords } from "./correction-kinds.ts";
import type { CorrectionNames } from "./correction-names.ts";
import { type CorrectableField, checkOf, correctableFields, valueAt } from "./correction-table.ts";
import type { Deadline } from "./deadline.ts";
import type { RegisterEvent } from "./events.ts";
import { deadlineFromWords } from "./reading/deadline.ts";

/** What was typed, by the name of the field: one text for each of its boxes. */
export type Typed = Record<string, string[]>;

/** A field that another value takes the place of, told in words. */
export interface Change {
  name: string;
  label: string;
  /** The term beside which a public page shows the field. */
  fact: string;
  was: string;
  now: string;
}

export interface AskedField {
  name: string;
  label: string;
  optional: boolean;
  hint?: string;
  controls: Control[];
  typed: string[];
}

const heldIn = ({ effectiveOn, payload }: RegisterEvent, { name, keys }: CorrectableField): unknown => {
  if (name === "effectiveOn") return effectiveOn;
  if (keys) return Object.fromEntries(keys.map((key) => [key, valueAt(payload, [key])]));
  return valueAt(payload, name.split("."));
};

/** The form for an event: what stands there now, or what was typed in its place. */
export const askedFields = (event: RegisterEvent, around: Surroundings, typed: Typed = {}): AskedField[] =>
  correctableFields(event).map((field) => ({
    name: field.name,
    label: field.label,
    optional: field.optional === true,
    controls: controlsOf(field.kind, around, heldIn(event, field)),
    typed: typed[field.name] ?? typedOf(heldIn(event, field), field.kind, around),
  }));

/** What stands in the event, as somebody would type it. */
export const typedAs = (event: RegisterEvent, around: Surroundings): Typed =>
  Object.fromEntries(askedFields(event, around).map(({ name, typed }) => [name, typed]));

/** What stands in the event, in the words of the public page. */
export const wordsOf = (event: RegisterEvent, names: CorrectionNames): { label: string; words: string }[] =>
  correctableFields(event).map((field) => ({
    label: field.label,
    words: valueInWords(heldIn(event, field), field.kind, names),
  }));

/**
 * What was typed, as the fields of a `corrected` event: only those that change, and with them what follows from them (the
 * day that a term means, the title of a debate that names its date). Nothing was changed where there are none.
 */
export function readCorrection(
  event: RegisterEvent,
  typed: Typed,
  around: Surroundings,
  today: IsoDay,
): { fields: Record<string, unknown>; problems: { name: string; message: string }[] } {
  const problems: { name: string; message: string }[] = [];
  const before = typedAs(event, around);
  let after = event;
  // The day comes first: words are read from the day on which they were said.
  const fields = [...correctableFields(event)].sort(
    (a, b) => Number(b.name === "effectiveOn") - Number(a.name === "effectiveOn"),
  );
  for (const field of fields) {
    const sent = typed[field.name];
    if (!sent || same(sent, before[field.name])) continue;
    const read = readTyped(sent, field.kind, { ...around, day: after.effectiveOn }, heldIn(event, field));
    if ("problem" in read) problems.push({ name: field.name, message: read.problem });
    else if (isEmpty(read.value) && !field.optional && !CHOSEN.includes(field.kind.as))
      problems.push({ name: field.name, message: `Dit kan niet leeg blijven: ${field.label.toLowerCase()}.` });
    else after = put(after, field, read.value);
  }
  if (problems.length > 0) return { fields: {}, problems };
  const whole = withWhatFollows(event, after, around);
  const wrong = changedFields(event, whole).length > 0 ? checkOf(event)(whole as Plain, today) : [];
  return { fields: Object.fromEntries(changedFields(event, whole)), problems: wrong };
}

type Plain = { effectiveOn: IsoDay; payload: Record<string, unknown> };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Nothing is one of the things to choose. */
const CHOSEN = ["choice", "recurring"];
const isEmpty = (value: unknown): boolean => value === null || value === "";

function put(event: RegisterEvent, { name, keys }: CorrectableField, value: unknown): RegisterEvent {
  if (name === "effectiveOn") return { ...event, effectiveOn: value } as RegisterEvent;
  if (keys) return { ...event, payload: { ...event.payload, ...(value as object) } } as RegisterEvent;
  return { ...event, payload: putAt(event.payload, name.split("."), value) } as RegisterEvent;
}

const putAt = (whole: unknown, [first = "", ...rest]: string[], value: unknown): unknown => ({
  ...(whole as object),
  [first]: rest.length === 0 ? value : putAt((whole as Record<string, unknown>)[first], rest, value),
});

const changedFields = (before: RegisterEvent, after: RegisterEvent): [string, unknown][] => [
  ...(before.effectiveOn === after.effectiveOn ? [] : [["effectiveOn", after.effectiveOn] as [string, unknown]]),
  ...Object.entries(after.payload).filter(([key, value]) => !same(valueAt(before.payload, [key]), value ?? null)),
];

/** Whether a stored deadline is the one that its words give from a day. */
const followsFrom = (deadline: Deadline, day: IsoDay, { chamber, recesses }: Surroundings): boolean =>
  same(deadline, deadlineFromWords(deadline.words, day, chamber, recesses));

/** What nobody typed and yet changes, because it follows from what was typed. */
function withWhatFollows(before: RegisterEvent, after: RegisterEvent, around: Surroundings): RegisterEvent {
  const change = (more: Record<string, unknown>, effectiveOn = after.effectiveOn) =>
    ({ ...after, effectiveOn, payload: { ...after.payload, ...more } }) as RegisterEvent;
  if (after.subject === "commitment" && after.kind === "deadline_set") return moved(before, after, around);
  if (after.subject === "commitment" && after.kind === "registered") {
    const topic = around.names.topics.find(({ id }) => id === after.payload.topicId);
    return topic && topic.dossierId !== after.payload.dossierId ? change({ topicId: null }) : after;
  }
  if (after.subject === "dossier" && after.kind === "coverage_set")
    return change({}, after.payload.until ?? after.payload.from);
  if (after.subject === "letter" && after.kind === "registered")
    return change({}, after.payload.receivedOn ?? after.payload.date);
  if (after.subject === "debate" && after.kind === "registered") {
    const titled = (event: RegisterEvent) =>
      `${capital(String(valueAt(event.payload, ["debateKind"])))} van ${dayInWords(event.effectiveOn)}`;
    const { title } = after.payload;
    return title === titled(before) && title === valueAt(before.payload, ["title"])
      ? change({ title: titled(after) })
      : after;
  }
  if (after.subject === "dossier" && after.kind === "told_date_set") {
    const { words, expectedOn } = after.payload;
    const was = valueAt(before.payload, ["expectedOn"]);
    return words === dayInWords(String(was)) ? change({ words: dayInWords(expectedOn) }) : after;
  }
  return after;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A deadline said on another day is read anew from that day, where it followed from its words before. */
function moved(before: RegisterEvent, after: RegisterEvent, around: Surroundings): RegisterEvent {
  if (before.kind !== "deadline_set" || after.kind !== "deadline_set") return after;
  const { deadline } = after.payload;
  const isRead = deadline.words !== "" && same(deadline, before.payload.deadline);
  if (!isRead || !followsFrom(deadline, before.effectiveOn, around)) return after;
  const anew = deadlineFromWords(deadline.words, after.effectiveOn, around.chamber, around.recesses);
  return { ...after, payload: { ...after.payload, deadline: anew } };
}

/** The fields that change in an event when the day that it stands for becomes another: that of its debate or letter. */
export function movedTo(event: RegisterEvent, day: IsoDay, around: Surroundings): Record<string, unknown> {
  const after = { ...event, effectiveOn: day } as RegisterEvent;
  return Object.fromEntries(changedFields(event, withWhatFollows(event, after, around)));
}

/** What differs between an event as it was and as it is, field by field, in words. */
export const changesInWords = (before: RegisterEvent, after: RegisterEvent, names: CorrectionNames): Change[] =>
  correctableFields(after).flatMap((field) => {
    const was = heldIn(before, field);
    const now = heldIn(after, field);
    if (same(was, now)) return [];
    return [
      {
        name: field.name,
        label: field.label,
        fact: field.fact ?? field.label,
        was: valueInWords(was, field.kind, names),
        now: valueInWords(now, field.kind, names),
      },
    ];
  });

/**
 * Two people at the same event: what the second typed is kept, and where they left a field as it was before the first
 * changed it, the first's value takes its place.
 */
export const mergedTyped = (typed: Typed, base: Typed, now: Typed): Typed =>
  Object.fromEntries(
    Object.entries(now).map(([name, current]) => {
      const sent = typed[name];
      return [name, sent === undefined || same(sent, base[name]) ? current : sent];
    }),
  );
