/** A letter as plain text, copied from a PDF or typed, to its head and its passages. */
import { findCalls, joinLoneMarks, type PlacedNote, takeFootnotes } from "./footnotes.ts";
import { kindOf, paperOfFurniture, takeHead } from "./letter-head.ts";
import { takeFurniture, toLines } from "./letter-lines.ts";
import type { LetterText, Passage } from "./letter-text.ts";
import { toBlocks } from "./paragraphs.ts";
import { takeSignature } from "./signature.ts";

/** The letter as read, with the lines that are no passage: shown apart, so that a clerk sees that nothing was lost. */
export interface ReadLetter extends LetterText {
  outside: { letterhead: string[]; signature: string[]; pageLines: string[] };
}

/**
 * Reads a letter. Every word of the text stands in a passage, a footnote or `outside`; only call marks, bullets and
 * the hyphens of broken words are gone. Takes time in proportion to the length. An empty text has no passages.
 */
export function readLetterText(text: string): ReadLetter {
  const furniture = takeFurniture(joinLoneMarks(toLines(text)));
  const head = takeHead(furniture.kept);
  const footnotes = takeFootnotes(head.rest);
  const signed = takeSignature(footnotes.kept);
  const blocks = toBlocks(signed.rest);
  const passages = blocks.map(
    ({ kind, level, text: words }, i): Passage => ({ anchor: `p${i + 1}`, kind, level, text: words, footnotes: [] }),
  );
  attach(
    footnotes.notes,
    passages,
    blocks.map((block) => block.at),
  );
  const opening = passages.filter((passage) => passage.kind === "paragraph").slice(0, 3);
  const lines = (of: readonly { text: string }[]): string[] => of.map((line) => line.text);
  return {
    head: {
      title: head.title,
      date: head.date,
      sender: signed.sender,
      addressee: head.addressee,
      kind: kindOf(head.title, lines(opening)),
      paper: head.paper ?? paperOfFurniture(furniture.out),
    },
    passages,
    outside: { letterhead: lines(head.lines), signature: lines(signed.signature), pageLines: lines(furniture.out) },
  };
}

/** Gives each note to the passage that calls it and takes the mark out; a note that nothing calls to the one before it. */
function attach(notes: readonly PlacedNote[], passages: Passage[], ends: readonly number[]): void {
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
