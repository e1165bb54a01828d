/** Which lines are headings, where a heading ran into its text, and how deep each stands. */
import type { Line } from "./letter-lines.ts";
import { isFinished, isFull, isHyphenated, startsItem, startsLower } from "./line-ends.ts";

export const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})*)\.? (?=[\p{Lu}“‘"'«])/u;
const QUESTION = /^(?:Vra(?:ag|gen)|Antwoord(?: op)?(?: vra(?:ag|gen))?)(?: \d[\d, en]*)?:?$/;
const UNFINISHED_WORD =
  /(?:^| )(?:de|het|een|van|en|of|in|op|aan|voor|met|te|ten|ter|die|dat|bij|om|tot|als|door|over|heer|mevrouw|lid|is|zijn)$/;

/** The number before a heading or item, "2.1", or null. */
export const numberOf = (text: string): string | null => NUMBERED.exec(text)?.[1] ?? null;

/** The lines that are headings, each with the number of its heading: a heading may take two lines. */
export function findHeadings(lines: readonly Line[], measure: number): Map<number, number> {
  const found = new Map<number, number>();
  let heading = 0;
  for (let i = 0; i < lines.length; i++) {
    const rows = headingRows(lines, i, measure, found.has(i - 1));
    heading += 1;
    for (let row = 0; row < rows; row++) found.set(i + row, heading);
    i += Math.max(0, rows - 1);
  }
  // Three or more in a row are the rows of a table or a list; so are two with numbers of the same depth.
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (found.has(end)) end++;
    const run = [...new Set(Array.from({ length: end - i }, (_, row) => found.get(i + row)))].length;
    const depths = Array.from(
      { length: end - i },
      (_, row) => numberOf(lines[i + row]?.text ?? "")?.split(".").length ?? 0,
    );
    const siblings = run > 1 && depths.some((depth, row) => depth > 0 && depth === depths[row + 1]);
    if (siblings || (run > 2 && depths.every((depth) => depth === 0))) for (; i < end; i++) found.delete(i);
    i = end + 1;
  }
  return found;
}

/** How many lines from `i` on are one heading: 0, 1, or 2 where it stands free between blank lines. */
function headingRows(lines: readonly Line[], i: number, measure: number, afterHeading: boolean): number {
  const line = lines[i];
  const last = lines[i - 1];
  const next = lines[i + 1];
  if (!line || !next) return 0;
  const opens =
    !last || afterHeading || line.gap !== "none" || line.indented || isFinished(last.text) || startsItem(last.text);
  if (QUESTION.test(line.text)) return 1;
  if (!opens) return 0;
  if (next.gap !== "none" || next.indented)
    return looksLikeHeading(line.text, line.gap !== "none") && !startsLower(next.text) ? 1 : 0;
  const after = lines[i + 2];
  if (line.gap !== "none" && after && after.gap !== "none" && isFull(line, next, measure)) {
    const both = `${line.text} ${next.text}`;
    if (looksLikeHeading(both, false) && !startsLower(after.text)) return 2;
  }
  const stays =
    startsLower(next.text) || (startsItem(next.text) && !NUMBERED.test(next.text)) || isFull(line, next, measure);
  return !stays && looksLikeHeading(line.text, false) ? 1 : 0;
}

function looksLikeHeading(text: string, free: boolean): boolean {
  if (text.length > 120 || !/^[\p{Lu}\d“‘"'«]/u.test(text) || (text.match(/\p{L}/gu)?.length ?? 0) < 2) return false;
  if (/[.!:;,…]$/.test(text) || (/\?$/.test(text) && !free) || isHyphenated(text) || UNFINISHED_WORD.test(text))
    return false;
  if (/^(?:Tabel|Figuur|Grafiek|Bron|Bijlagen?:)\b/.test(text) || /(?:https?:|www\.)\S/.test(text)) return false;
  if (/\d/.test(text[0] ?? "") && !NUMBERED.test(text)) return false;
  const own = text.replace(NUMBERED, "");
  return !/\p{Ll}[.!?] \p{Lu}/u.test(own) && !/(?:\d[\d.,%]* ){2}|\d[\d.,%]* \d[\d.,%]*$/.test(own);
}

const FINITE =
  /(?:^| )(?:is|was|zijn|waren|wordt|worden|werd|werden|heeft|heb|hebben|had|hadden|kan|kunnen|kon|konden|zal|zullen|zou|zouden|moet|moeten|mag|mogen|wil|willen|gaat|gaan|blijkt|blijven|blijft|komt|komen|staat|staan|geeft|geven|vindt|vinden|maakt|maken|laat|laten|krijgt|krijgen|neemt|nemen|bevat|leidt|ligt)(?= |$)/;

/**
 * A heading that the copy ran into the text after it, at the start of a page or frame. Only where the sentence cannot
 * have begun so: a bare noun before a preposition, the same noun with its article later on, and no finite verb.
 */
export function headingRunIn(line: Line, lines: readonly Line[], i: number): string | null {
  if (!line.indented && line.gap !== "page") return null;
  const noun = /^(\p{Lu}\p{Ll}{3,}) (?:over|van|voor|bij|in|op|aan|naar|met|door|uit|tot|tussen) \p{Ll}/u.exec(
    line.text,
  )?.[1];
  if (!noun) return null;
  const start = lines
    .slice(i, i + 5)
    .map((row) => row.text)
    .join(" ");
  const sentence = /^.*?[.!?](?= \p{Lu}|$)/u.exec(start)?.[0] ?? start;
  const again = new RegExp(`(?: |^)(?:de|het|een|deze|die|dit|dat|onze|hun) ${noun.toLowerCase()}(?![\\p{L}])`, "u");
  return again.test(sentence.slice(noun.length)) && !FINITE.test(sentence) ? noun : null;
}

interface LevelledBlock {
  kind: "heading" | "paragraph";
  level: 1 | 2 | null;
  number: string | null;
}

/** Numbers tell the level; without them a heading straight under another opens the sections of that chapter. */
export function setLevels(blocks: LevelledBlock[]): void {
  const numbered = blocks.some((block) => block.number?.includes(".") === false);
  let inChapter = false;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "heading") continue;
    if (block.number) {
      block.level = block.number.includes(".") ? 2 : 1;
      inChapter = true;
    } else if (numbered) block.level = inChapter ? 2 : 1;
    else {
      const opensChapter = blocks[i + 1]?.kind === "heading" && blocks[i - 1]?.kind !== "heading";
      if (opensChapter) inChapter = true;
      block.level = inChapter && !opensChapter ? 2 : 1;
    }
  }
}
