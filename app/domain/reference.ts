/**
 * The lists that events choose from: ministries, persons, committees and so on. An event names an id and is never
 * rewritten; what becomes of that id (another name, the same as another one) is recorded beside it.
 */
import { dayInWords, type IsoDay } from "./calendar.ts";
import type { RegisterEvent } from "./events.ts";
import type { Chamber } from "./recess.ts";

export type ReferenceList =
  | "ministry"
  | "office"
  | "office_holder"
  | "committee"
  | "group"
  | "member"
  | "dossier"
  | "topic";

/** Which id stands for another, by the one that was entered twice. */
export type Merged = ReadonlyMap<string, string>;

/** Who somebody is, after all merges. */
export function survivor(id: string, merged: Merged): string {
  const passed = new Set<string>();
  let now = id;
  while (!passed.has(now)) {
    passed.add(now);
    now = merged.get(now) ?? now;
  }
  return now;
}

/** Where a payload names somebody who may have been entered twice. */
const NAMES_ONE = ["officeHolderId", "committeeId", "topicId", "groupId"];
const NAMES_SOME = ["memberIds", "groupIds", "officeHolderIds"];
const HOLDS_NAMES = ["to", "fields"];

/** The event as it reads after the merges: each id that was entered twice is that of whom it means. */
export function throughMerges<E extends RegisterEvent>(event: E, merged: Merged): E {
  return merged.size === 0 ? event : ({ ...event, payload: resolved(event.payload, merged) } as E);
}

function resolved(payload: object, merged: Merged): object {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]): [string, unknown] => {
      if (NAMES_ONE.includes(key) && typeof value === "string") return [key, survivor(value, merged)];
      if (NAMES_SOME.includes(key) && Array.isArray(value))
        return [key, [...new Set(value.map((id: string) => survivor(id, merged)))]];
      if (HOLDS_NAMES.includes(key) && value !== null && typeof value === "object")
        return [key, resolved(value, merged)];
      return [key, value];
    }),
  );
}

/** How long somebody held an office; null where not known, or where somebody still holds it. */
export interface Term {
  name: string;
  from: IsoDay | null;
  until: IsoDay | null;
}

/** Whether two held the office at once; on the day itself one may follow the other. Unknown days contradict nothing. */
export const overlap = (a: Term, b: Term): boolean =>
  a.from !== null &&
  b.from !== null &&
  (a.until === null || b.from < a.until) &&
  (b.until === null || a.from < b.until);

export const termInWords = ({ from, until }: Pick<Term, "from" | "until">): string =>
  from && until
    ? `${dayInWords(from)} tot en met ${dayInWords(until)}`
    : from
      ? `sinds ${dayInWords(from)}`
      : until
        ? `tot en met ${dayInWords(until)}`
        : "periode niet bekend";

/** What there is to know of one of two that may be the same. */
export interface Candidate {
  id: string;
  name: string;
  list: ReferenceList;
  chamber: Chamber | null;
  officeId: string | null;
  dossierId: string | null;
  from: IsoDay | null;
  until: IsoDay | null;
  /** The name of the one that it was merged into already. */
  mergedInto: string | null;
}

/** The lists in which something can be entered twice; a ministry that goes on in another has a successor instead. */
export const MERGEABLE: readonly ReferenceList[] = ["office_holder", "member", "group", "committee", "topic"];

/** Why two cannot be the same, in a sentence; null where nothing contradicts it. */
export function whyNotSame(a: Candidate, b: Candidate): string | null {
  if (a.list !== b.list || !MERGEABLE.includes(a.list)) return "Deze twee kunnen niet hetzelfde zijn.";
  if (a.id === b.id) return "Dit is een en dezelfde regel. Kies een andere.";
  for (const { name, mergedInto } of [a, b])
    if (mergedInto)
      return `${name} is al samengevoegd met ${mergedInto}. Maak dat eerst ongedaan, of kies ${mergedInto}.`;
  if (a.chamber !== b.chamber) return "De een hoort bij de Tweede Kamer en de ander bij de Eerste Kamer.";
  if (a.dossierId !== b.dossierId) return "Deze onderwerpen horen bij verschillende dossiers.";
  if (a.officeId !== b.officeId)
    return "Dit zijn verschillende ambten. Wie twee ambten had, staat bij elk daarvan: de toezegging bindt het ambt.";
  if (differ(a.from, b.from) || differ(a.until, b.until))
    return `De periodes spreken elkaar tegen: ${a.name} (${termInWords(a)}) en ${b.name} (${termInWords(b)}). Verbeter eerst de periode die niet klopt.`;
  return null;
}

const differ = (a: IsoDay | null, b: IsoDay | null): boolean => a !== null && b !== null && a !== b;
