/** What the pages of the lists have in common: which list it is, what was typed, what a pick chooses from. */
import { dayInWords, isIsoDay } from "#app/domain/calendar.ts";
import type { ReferenceList } from "#app/domain/reference.ts";
import { type Entry, isListPath, type ListField, type ListPath, listAt } from "#app/domain/reference-fields.ts";
import { entriesOf } from "#db/reference-entries.ts";
import { today } from "./clock.ts";
import { notFound } from "./outcome.ts";

/** The list of an address. @throws 404 for one that there is not */
export function askedList(path: string | undefined) {
  if (!path || !isListPath(path)) throw notFound();
  return { path: path as ListPath, ...listAt(path) };
}

/** Each field of a form as one line, or as text where it may have several. */
export async function typedIn(request: Request): Promise<Entry> {
  const form = await request.formData();
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, name === "description" ? String(value).trim() : oneLine(String(value))]),
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What the picks of these fields choose from. */
export async function pickOptions(fields: readonly ListField[]) {
  const found: Partial<Record<ReferenceList, { value: string; label: string }[]>> = {};
  for (const { from } of fields)
    if (from) found[from] = (await entriesOf(from)).map(({ id, name }) => ({ value: id, label: name }));
  return found;
}

/** A day up to today, or why it is none. */
export function dayProblem(typed: string, what: string): string | null {
  if (!isIsoDay(typed)) return `Vul in ${what}.`;
  return typed > today() ? `${dayInWords(typed)} moet nog komen. Leg dit dan vast.` : null;
}
