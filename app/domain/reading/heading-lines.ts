/** Which line ends in running text end a paragraph although no blank line follows: headings and footnotes. */

interface Line {
  start: number;
  end: number;
}

const ENDS_SENTENCE = /[.!?:;,]["'”’»)]*\d{0,2}$/;
const STARTS_WITH_CAPITAL = /^["“«'(]?\p{Lu}/u;
/** A sentence that was cut may end a line on these, a heading does not. */
const ENDS_OPEN =
  /(?:^|\s)(?:uw|de|het|een|van|in|aan|dat|die|met|voor|over|op|te|door|en|of|om|naar|bij|als|is|zijn|wordt|worden|zal|heeft)$/;
const HAS_PERSON = /(?:^|\s)(?:ik|wij|we|u|uw|hij|zij)(?:\s|$)/i;
const FOOTNOTE = /^\d{1,2} ?\p{Lu}/u;

const lineAt = (text: string, line: Line | undefined): string =>
  line ? text.slice(line.start, Math.min(line.end, line.start + 300)) : "";

/** Whether the next line's first word would still have fitted: then the line was ended on purpose. */
function endsEarly(text: string, line: Line, next: Line): boolean {
  const nextText = lineAt(text, next);
  const firstWord = nextText.split(" ", 1)[0] ?? "";
  return line.end - line.start + 1 + firstWord.length < Math.max(nextText.length, 72);
}

/** Whether line `index`, directly followed by another line, stands by itself (a heading, or a footnote's last line). */
export function isHeadingLine(text: string, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next) return false;
  const own = lineAt(text, line);
  if (FOOTNOTE.test(own) && endsEarly(text, line, next)) return true;
  if (FOOTNOTE.test(lineAt(text, next)) && ENDS_SENTENCE.test(own) && FOOTNOTE.test(own)) return true;
  if (ENDS_SENTENCE.test(own) || ENDS_OPEN.test(own) || HAS_PERSON.test(own)) return false;
  if (!STARTS_WITH_CAPITAL.test(own) || !STARTS_WITH_CAPITAL.test(lineAt(text, next))) return false;
  return endsEarly(text, line, next) && startsAfresh(text, lines, index);
}

/** Nothing runs on into this line: it is the first, or the line before it ended a sentence or was a heading itself. */
function startsAfresh(text: string, lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1];
  if (!before || before.start === before.end) return true;
  const beforeText = lineAt(text, before);
  const line = lines[index];
  return (
    ENDS_SENTENCE.test(beforeText) || FOOTNOTE.test(beforeText) || (line !== undefined && endsEarly(text, before, line))
  );
}
