/** A letter as plain text, copied from a PDF or typed, to its head and its passages. */
import { attachFootnotes } from "./attach-footnotes.ts";
import { joinLoneMarks, takeFootnotes } from "./footnotes.ts";
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
  attachFootnotes(
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
