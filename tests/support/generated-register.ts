/**
 * Registers that nobody would think of: drawn acts told one after another, with whatever order, ties, corrections and
 * withdrawals that brings. Every kind of event occurs; all is invented.
 */
import fc from "fast-check";
import { effectiveEvents, type NewEvent, type RegisterEvent } from "#app/domain/events.ts";
import { type Act, act, type DrawnFields, debate, KINDS, letter, registration, type Telling } from "./drawn-acts.ts";
import { COMMITMENTS, LETTERS } from "./drawn-values.ts";

/** The events of a register in order of recording, each recorded at a moment of its own. */
export type Register = RegisterEvent[];

/** A few acts, or many; what fails with many is tried with few. */
const acts = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.array(act, { maxLength: 12, size: "max" }) },
  { weight: 4, arbitrary: fc.array(act, { minLength: 25, maxLength: 45, size: "max" }) },
);

/** Kinds that do not occur in a register: where little else happens, nothing hides what one event leaves undone. */
const quiet = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.subarray([...KINDS], { minLength: 6, maxLength: 16 }) },
);

/** A register with commitments made in a debate and in letters, and what came of them. */
export const registers: fc.Arbitrary<Register> = fc
  .tuple(fc.tuple(debate, ...LETTERS.map(letter), ...COMMITMENTS.map(registration)), acts, quiet)
  .map(([begin, more, without]) => {
    const all = more.filter((one) => !without.some((kind) => kind === ("amends" in one ? one.amends : one.kind)));
    return readable(recorded([...begin, ...all].reduce<NewEvent[]>(happen, [])));
  });

/** The moment at which the event with this place in the chain was recorded. */
export const momentOf = (seq: number): string => new Date(Date.UTC(2020, 0, 1, 12, seq)).toISOString();

/** Gives events their place in the chain, in this order. */
export const recorded = (events: readonly NewEvent[]): Register =>
  events.map(
    (event, i) =>
      ({ ...structuredClone(event), seq: i + 1, recordedAt: momentOf(i + 1), recordedBy: "test" }) as RegisterEvent,
  );

/** Adds the event of an act to what was told before; leaves out what cannot be. */
function happen(before: NewEvent[], one: Act): NewEvent[] {
  const id = `e${before.length + 1}`;
  if ("amends" in one) {
    const event = amendment(before, one);
    return event ? [...before, { id, ...event } as NewEvent] : before;
  }
  const own = before.filter(({ subject, subjectId }) => subject === one.subject && subjectId === one.subjectId);
  const registered = own.find(({ kind }) => kind === "registered");
  const isRegistered = one.subject === "dossier" || one.subject === "calendar" || registered !== undefined;
  if ((one.kind === "registered") === isRegistered) return before;
  return [...before, { id, ...one, ...particulars(one, registered) } as NewEvent];
}

/** What depends on who it is about: the number of a commitment, and the day that a letter counts from. */
function particulars(one: Telling, registered: NewEvent | undefined): Partial<Telling> {
  if (one.subject === "commitment" && one.kind === "published") return { payload: { number: `2011-${one.subjectId}` } };
  if (one.subject === "letter" && registered) return { effectiveOn: registered.effectiveOn };
  return {};
}

const AMENDMENTS = ["corrected", "withdrawn"];

function amendment(before: NewEvent[], { amends, of, which, fields }: Extract<Act, { amends: string }>) {
  const there = before.filter(({ kind }) => (of ? kind === of : amends === "withdrawn" || !AMENDMENTS.includes(kind)));
  if (there.length === 0) return null;
  const target = there[there.length - 1 - (which % there.length)];
  if (!target?.id) return null;
  const { subject, subjectId, effectiveOn } = target;
  const amended = { subject, subjectId, effectiveOn, kind: amends };
  if (amends === "withdrawn") return { ...amended, payload: { eventId: target.id, reason: "Vergissing." } };
  const put = putInPlace(target, fields);
  return put && { ...amended, payload: { eventId: target.id, fields: put, reason: "Vergissing." } };
}

/** The fields with which a correction of an event replaces its own; null where nothing in it is drawn. */
function putInPlace({ subject, kind }: NewEvent, drawn: DrawnFields): Record<string, unknown> | null {
  const { day, term, claim, rest, verdict, passage, ministryId, dossierId, chamber, recurring } = drawn;
  const effectiveOn = { effectiveOn: day };
  const choices: Record<string, Record<string, unknown>[]> = {
    "commitment registered": [effectiveOn, { dossierId }, { chamber }, { recurring }, { ministryId }],
    "commitment deadline_set": [effectiveOn, term, { passage }, { ...term, ...effectiveOn }],
    "commitment reported": [effectiveOn, { claim, rest }, { claim }, { rest }],
    "commitment judged": [effectiveOn, { verdict, rest }, { rest }],
    "commitment lapsed": [effectiveOn, { reason: "Anders besloten." }],
    "commitment accepted": [effectiveOn, { ministryId }],
    "letter registered": [{ ...effectiveOn, receivedOn: day }, { dossierId }, { letterKind: drawn.letterKind }],
    "debate registered": [effectiveOn, { title: "Een ander debat (verzonnen)" }],
    "dossier rhythm_set": [effectiveOn, { lettersPerYear: drawn.lettersPerYear }],
    "dossier told_date_set": [effectiveOn, { expectedOn: day }],
    "item registered": [effectiveOn, { title: "Wat anders is gezegd" }, { dossierId }],
    "calendar happened": [effectiveOn],
    "calendar recess_set": [{ ...effectiveOn, start: day }, { chamber }],
  };
  const own = choices[`${subject} ${kind}`] ?? (kind === "coverage_set" || kind === "published" ? [] : [effectiveOn]);
  return own[drawn.pick % own.length] ?? null;
}

/** One line for each event, for the report of a property that failed. */
function readable(register: Register): Register {
  const lines = () =>
    register
      .map(({ id, subjectId, kind, effectiveOn, payload }) =>
        [id, subjectId, kind, effectiveOn, JSON.stringify(payload)].join(" "),
      )
      .join("\n");
  Object.defineProperty(register, fc.toStringMethod, { value: () => `\n${lines()}\n` });
  return register;
}

const CHANGES = ["deadline_set", "reported", "judged", "lapsed", "reopened", "accepted"];

/** Whether one commitment has events of one day and was reopened after something settled it, beside what was amended. */
export function holdsWhatIsHard(register: Register): boolean {
  const has = (kind: string) => register.some((event) => event.kind === kind);
  const isHard = (id: string) => {
    const own = effectiveEvents(register.filter(({ subjectId }) => subjectId === id));
    const changes = own.filter(({ kind }) => CHANGES.includes(kind));
    const settled = changes.findIndex(({ kind }) => ["reported", "judged", "lapsed"].includes(kind));
    const reopens = settled >= 0 && changes.slice(settled).some(({ kind }) => kind === "reopened");
    return reopens && new Set(changes.map(({ effectiveOn }) => effectiveOn)).size < changes.length;
  };
  return has("withdrawn") && has("corrected") && COMMITMENTS.some(isHard);
}
