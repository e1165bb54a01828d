/** Footnotes to the passages that call them. */
import { findCalls, type PlacedNote } from "./footnotes.ts";
import type { Passage } from "./letter-text.ts";

/**
 * Gives each note to the passage that calls it and takes the mark out; a note that nothing calls to the one before it.
 * `ends` holds for each passage the place of its last line.
 */
export function attachFootnotes(notes: readonly PlacedNote[], passages: Passage[], ends: readonly number[]): void {
  const calls = passages.map(({ text }, at) => findCalls(text).map((call) => ({ ...call, at, taken: false })));
  const waiting = new Map<string, (typeof calls)[number]>();
  const queue = (mark: string, weak: boolean): (typeof calls)[number] => {
    const key = `${mark} ${weak}`;
    const found = waiting.get(key) ?? [];
    if (found.length === 0) waiting.set(key, found);
    return found;
  };
  for (const call of calls.flat().reverse()) queue(call.mark, call.weak).push(call);
  let last = 0;
  for (const { mark, text, at } of notes) {
    while ((ends[last] ?? Number.POSITIVE_INFINITY) <= at) last += 1;
    // The passage that a page break cut ends after the note, and may be the one that calls it.
    const chosen = [queue(mark, false), queue(mark, true)]
      .find((calls) => (calls.at(-1)?.at ?? Infinity) <= last)
      ?.pop();
    if (chosen) chosen.taken = true;
    const passage = passages[chosen?.at ?? Math.min(passages.length, Math.max(1, last)) - 1];
    if (passage) passage.footnotes.push({ mark, text });
    else passages.push({ anchor: "p1", kind: "paragraph", level: null, text: "", footnotes: [{ mark, text }] });
  }
  for (const [at, passage] of passages.entries())
    passage.text = without(passage.text, calls[at]?.filter(({ taken }) => taken) ?? []);
}

/** The text without these stretches of it. */
function without(text: string, stretches: readonly { start: number; end: number }[]): string {
  let rest = 0;
  const parts: string[] = [];
  for (const { start, end } of stretches) {
    parts.push(text.slice(rest, start));
    rest = end;
  }
  return parts.join("") + text.slice(rest);
}
