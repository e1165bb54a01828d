/**
 * A draft that was written into an outline of the register: a heading with the number of a commitment says what the text
 * under it is about, and what the register wrote between brackets is not the writer's.
 */
import type { Match } from "./draft-matching.ts";
import type { Passage } from "./letter-text.ts";

const OPENING = "[Uit het register:";
const REGISTER_LINE = /\[Uit het register:[^\]]*\]/g;

/** A line of the register in an outline, in a form that the check before sending passes over. */
export const registerLine = (words: string): string =>
  `${OPENING} ${words.replaceAll("[", "(").replaceAll("]", ")").trim()}]`;

/** The heading of a commitment in an outline; `app/formats/letter-outline.ts` writes it and the check finds it back. */
export const commitmentHeading = (number: string, title: string): string => `Toezegging ${number}: ${title}`;

/** Copied as plain text a heading is a line like any other; this one stands by itself and has no end of a sentence. */
const HEADING = /^Toezegging (?:19|20)\d\d-\d{4}: [^.!?]+$/;
const asRead = (passage: Passage): Passage =>
  passage.kind === "paragraph" && HEADING.test(passage.text) ? { ...passage, kind: "heading", level: 2 } : passage;

export const holdsRegisterLine = ({ text }: Passage): boolean => text.includes(OPENING);

/** A passage without the lines of the register; every other word keeps its place in the text. */
export const inOwnWords = (passage: Passage): Passage =>
  holdsRegisterLine(passage)
    ? { ...passage, text: passage.text.replace(REGISTER_LINE, (line) => " ".repeat(line.length)) }
    : asRead(passage);

/**
 * For each passage the commitments that the heading above it names by number; none under another heading. A section
 * inside such a chapter is about the same, unless it names one itself.
 */
export function headedBy(passages: readonly Passage[], numbered: (text: string) => Match[]): readonly Match[][] {
  let chapter: { level: number; about: Match[] } = { level: 0, about: [] };
  return passages.map(({ kind, level, text }) => {
    if (kind !== "heading") return chapter.about;
    const about = numbered(text).map(
      ({ commitmentId, reasons }): Match => ({ commitmentId, reasons: reasons.map((why) => `in het kopje: ${why}`) }),
    );
    const depth = level ?? 1;
    const goesOn = about.length === 0 && depth > chapter.level;
    if (!goesOn) chapter = { level: depth, about };
    return [];
  });
}

/** Two words are the least that anybody can call an answer: "Dit is gebeurd." */
export const saysSomething = ({ text }: Passage): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 1;
