/** What is odd in the source and a reader should know: a past event dated after the text, a table that is not there. */
import { dayInWords, type IsoDay, yearOf } from "../calendar.ts";
import { deadlines } from "./deadline.ts";
import type { Span } from "./findings.ts";
import { B, E, pattern, word } from "./wording.ts";

type FoundRemark = Span & { quote: string; why: string };
interface Sentence extends Span {
  text: string;
}

const ON_DAY =
  /(?<![\p{L}\d])[Oo]p (?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag) )?\d{1,2} \p{L}+ (?:19|20)\d\d/gu;
const HAS_HAPPENED = pattern(
  `^ ?(?:jl\\.? |jongstleden )?(?:heb|hebt|heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden)${E}[^;]*(?:${B}(?:ge|be|ver|ont|her|er|aan|op|uit|in|toe|over|af|mee|door|voor|plaats)\\p{L}+(?:d|t|en)${E})|^ ?(?:was|waren|werd|werden|vond|vonden|had|hadden|kwam|stuurde|ontving|sprak|verscheen)${E}`,
);
const STILL_TO_COME = pattern(word("zal|zullen|gepland|voorzien|moet|moeten|wordt|worden"));

/** "Op 22 november 2011 heeft …" in a letter of 4 March 2011. */
function datedAfterText(sentence: Sentence, date: IsoDay): FoundRemark[] {
  const found: FoundRemark[] = [];
  for (const match of sentence.text.matchAll(ON_DAY)) {
    const on = deadlines(match[0].toLowerCase(), { on: null, chamber: "TK", recesses: [] })[0]?.latest;
    const rest = sentence.text.slice(match.index + match[0].length);
    if (!on || on <= date || !HAS_HAPPENED.test(rest) || STILL_TO_COME.test(rest)) continue;
    const start = sentence.start + match.index;
    const earlier = `${yearOf(on) - 1}${on.slice(4)}`;
    const guess = earlier <= date ? ` Mogelijk is ${dayInWords(earlier)} bedoeld.` : "";
    found.push({
      start,
      end: start + match[0].length,
      quote: match[0],
      why: `Een gebeurtenis die geweest is, met een datum (${dayInWords(on)}) na die van de tekst zelf (${dayInWords(date)}).${guess}`,
    });
  }
  return found;
}

const ANNOUNCES_TABLE = pattern(
  `${B}(?:onderstaande?|hieronder volgende|volgende) (?:tabel(?:len)?|grafiek(?:en)?|figu(?:ur|ren)|schema(?:'s|’s)?|diagram(?:men)?)${E}|${B}(?:tabel(?:len)?|grafiek(?:en)?|figu(?:ur|ren)|overzicht|schema)${E}[^;]{0,160}?${B}(?:hieronder|onderstaand)${E}|${B}(?:hieronder|onderstaand)${E}[^;]{0,80}?${B}(?:tabel(?:len)?|grafiek(?:en)?|figu(?:ur|ren)|overzicht)${E}`,
);
const CELL = /(?<![\d.,/-])\d[\d.,]*%?(?![\d/-])/g;

/** A stretch of text that looks like rows of figures: more than a third of its words are numbers. */
function looksLikeTable(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words >= 8 && [...text.matchAll(CELL)].length / words > 0.35;
}

const NEARBY = 12;
/** "Onderstaande tabellen geven inzicht": announced, while no figures follow. One remark a run of such sentences. */
function missingTables(sentences: readonly Sentence[]): FoundRemark[] {
  const found: FoundRemark[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  sentences.forEach((sentence, at) => {
    if (!ANNOUNCES_TABLE.test(sentence.text)) return;
    const isSameRun = at - lastAt <= 2;
    lastAt = at;
    if (isSameRun || sentences.slice(at + 1, at + 1 + NEARBY).some(({ text }) => looksLikeTable(text))) return;
    found.push({
      start: sentence.start,
      end: sentence.end,
      quote: sentence.text,
      why: "Hier wordt een tabel of overzicht aangekondigd dat niet in de tekst staat; mogelijk was het een afbeelding.",
    });
  });
  return found;
}

/** The remarks on a normalised text with its sentences; without a date of the text only those that need none. */
export function remarks(sentences: readonly Sentence[], date: IsoDay | null): FoundRemark[] {
  const dated = date === null ? [] : sentences.flatMap((sentence) => datedAfterText(sentence, date));
  return [...dated, ...missingTables(sentences)].sort((a, b) => a.start - b.start);
}
