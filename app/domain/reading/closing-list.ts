/**
 * The list of commitments that closes a debate: read out by the chair, or written down by the griffie under a heading.
 * What is said of the list on the spot belongs to it: a correction of the last item, or one that a member misses and that
 * the government or the chair confirms.
 */

import { deadlines } from "./deadline.ts";
import type { DebateTime } from "./debate-promises.ts";
import type { Turn } from "./debate-record.ts";
import type { FoundDeadline, Span } from "./findings.ts";
import { type ItemWords, itemWords, LIST_MARK } from "./list-items.ts";
import { normalise } from "./normalise.ts";
import { ownDeadline } from "./read.ts";
import { sentences } from "./sentences.ts";
import { stemsOf } from "./stems.ts";

/** Said of an item right after it was read out. */
interface ListRemark {
  speaker: string;
  quote: string;
  deadline: FoundDeadline | null;
}

/** One item; offsets in the text as given. */
export interface ListItem extends Span, ItemWords {
  quote: string;
  remarks: ListRemark[];
  /** The rule and the words that it rests on, a Dutch sentence. */
  why: string;
}

const TOLD = /toezegging(?:en)?(?![\p{L}])/iu;
const READS_OUT = [
  /(?:heb|hebben|heeft)(?: \S+){0,8} toezegging(?:en)?(?: \S+){0,8} (?:genoteerd|opgeschreven|opgetekend|bijgehouden|geteld|gehoord|verzameld|staan)/iu,
  /(?:genoteerd|opgeschreven|opgetekend|bijgehouden|verzameld)(?: \S+){0,6} toezegging(?:en)?/iu,
  /(?:lees|loop|neem|ga|som|noem|herhaal|vat|noteer|lezen|lopen|nemen|gaan)(?: \S+){0,8} toezegging(?:en)?/iu,
  /toezegging(?:en)?(?: \S+){0,8} (?:genoteerd|gedaan|voorlezen|oplezen|opsommen|doornemen|langslopen|noemen|herhalen|samenvatten|bevestigen|vastgelegd|door|voor|langs|op)(?![\p{L}])/iu,
  /volgende toezegging(?:en)?/iu,
  /(?:er (?:is|zijn)|we hebben|ik heb|kom (?:ik )?(?:nu )?(?:op|tot|bij))(?: \S+){0,6} toezegging(?:en)?/iu,
  /lijst(?:je)? (?:met|van)(?: de)? toezeggingen/iu,
];
/** The order of the meeting, or nothing to read out. */
const NOT_NOW =
  /straks|aan het eind|na afloop|later (?:in|op|van)|daarna|na de (?:eerste|tweede) termijn|geen toezegging|zijn er (?:nog )?toezeggingen|\?\s*$/iu;

const announces = (sentence: string): boolean =>
  TOLD.test(sentence) && !NOT_NOW.test(sentence) && READS_OUT.some((form) => form.test(sentence));

const SUBJECT =
  "(?:minister-president|minister|staatssecretaris|bewindspersoon|bewindslieden|bewindspersonen|regering|kabinet)";
const STARTS_WITH_OFFICE = new RegExp(
  `^(?:(?:En|Dan|Ook|Verder|Tot slot|Daarnaast),? )?(?:(?:dat )?(?:de|het|beide) |deze )?${SUBJECT}(?: (?:van|voor) \\p{Lu}[\\p{L}-]+(?:(?:,| en) \\p{Lu}[\\p{L}-]+)*)?(?: \\p{Lu}[\\p{L}-]+)?,? \\p{Ll}`,
  "iu",
);
const OFFICE_LATER = new RegExp(
  `^[^.?!]{0,140}(?:zal|stuurt|zendt|komt|informeert|bericht|rapporteert|gaat|neemt|laat|geeft|onderzoekt|zegt|bekijkt|spreekt|evalueert|ontvangt) (?:de|het) ${SUBJECT}`,
  "iu",
);
const STARTS_WITH_KAMER =
  /^(?:De|Uw|Onze) (?:Tweede |Eerste )?(?:Kamer|commissie) (?:ontvangt|krijgt|wordt|zal)|^Er (?:komt|volgt|wordt) /u;
const STARTS_WITH_PROMISE =
  /^(?:\d{1,2}[.)] )?(?:Toezegging(?: \d{1,2})?(?: aan [^:.]{2,80})?:|Toegezegd (?:is|wordt|dat)|(?:Ten eerste|De (?:eerste|tweede|derde|laatste) toezegging))/u;
/** What a chair says beside the list. */
const PROCEDURE =
  /^(?:De|Het) \p{L}+ (?:knikt|dank|dankt|wil nog|krijgt|heeft (?:nog|het woord)|mag|schudt|vraagt)|(?:^|[^\p{L}])(?:dank|vergadering|klopt dat|kloppen die|sluit|welkom|wens|interruptie|het woord)(?![\p{L}])/iu;
const ATTACHES =
  /^(?:Dat|Dit|Die|Deze|Daarbij|Daarin|Daarover|Hierbij|En dat|Ook dat|Op verzoek|Naar aanleiding|Gedaan|Aan (?:de|het|mevrouw)|Het (?:betreft|gaat|was))(?![\p{L}])/u;
const LIST_HEADING =
  /^(?:(?:de|lijst|overzicht)(?: van)?(?: de)? )?(?:genoteerde |gedane )?toezeggingen(?:[^.:?!]{0,90})?:?$/iu;
/** Kinds of words above columns. */
const HEADER_ROW = /^(?:[\p{L}/.]+(?: [\p{L}/.]+)? \| )+[\p{L}/.]+(?: [\p{L}/.]+)?$/u;

const isItem = (words: string): boolean =>
  !PROCEDURE.test(words) &&
  (STARTS_WITH_OFFICE.test(words) ||
    OFFICE_LATER.test(words) ||
    STARTS_WITH_KAMER.test(words) ||
    STARTS_WITH_PROMISE.test(words));

interface Piece extends Span {
  words: string;
  /** It stands first in its block, behind a mark of a list. */
  isMarked: boolean;
  /** The block that it stands in. */
  block: number;
}

const OFFICE_LINE = new RegExp(
  `^(?:De|Het) ${SUBJECT}[ ,]|^Toezegging(?: \\d+)?(?: aan|:)|^De Kamer (?:ontvangt|krijgt)`,
  "u",
);

/** Lines that belong together; a line with a mark, with an office in front or after a blank one begins another block. */
function blocksIn(text: string, { start, end }: Span): Span[] {
  const blocks: Span[] = [];
  let isOpen = false;
  let before = "";
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 || newline > end ? end : newline;
    const line = text.slice(at, stop).trim();
    const begins = LIST_MARK.test(line) || OFFICE_LINE.test(line) || LIST_HEADING.test(before) || /[:|]$/.test(before);
    const last = blocks.at(-1);
    if (line === "") isOpen = false;
    else if (last && isOpen && !begins && !LIST_HEADING.test(line) && !line.includes(" | ")) last.end = stop;
    else blocks.push({ start: at, end: stop });
    if (line !== "") isOpen = !line.includes(" | ");
    before = line;
    at = stop + 1;
  }
  return blocks;
}

/** The sentences of a stretch with their places; an item of a list keeps its own sentences together. */
function piecesIn(text: string, span: Span): Piece[] {
  return blocksIn(text, span).flatMap((block, number) => {
    const normal = normalise(text.slice(block.start, block.end));
    return sentences(normal.text).map((sentence, i) => {
      const place = normal.toOriginal(sentence.start, sentence.end);
      const words = normal.text.slice(sentence.start, sentence.end);
      const isMarked = i === 0 && (LIST_MARK.test(words) || words.includes(" | "));
      return { start: block.start + place.start, end: block.start + place.end, words, isMarked, block: number };
    });
  });
}

interface Draft extends Span {
  words: string;
  remarks: string[];
  said: ListRemark[];
  block: number;
  isMarked: boolean;
  rule: string;
}

/** Collects items from pieces; `rule` says where they stand. */
function itemsFrom(pieces: readonly Piece[], rule: string): Draft[] {
  const items: Draft[] = [];
  let isOpen = false;
  for (const { words, isMarked, block, ...span } of pieces) {
    if (HEADER_ROW.test(words) && words.includes(" | ")) continue;
    const last = items.at(-1);
    const marked = isMarked && words.replace(LIST_MARK, "").length > 12;
    const goesOn = isOpen && last !== undefined && !PROCEDURE.test(words);
    if (marked || (isItem(words) && !(goesOn && last.isMarked && last.block === block))) {
      items.push({ ...span, words, remarks: [], said: [], block, isMarked: marked, rule });
      isOpen = true;
    } else if (goesOn && (ATTACHES.test(words) || (last.isMarked && last.block === block))) {
      last.remarks.push(words);
      last.end = span.end;
    } else isOpen = false;
  }
  return items;
}

const RULES = {
  spoken: "Regel ‘slotlijst van de voorzitter’: de voorzitter leest de toezeggingen voor",
  written: "Regel ‘lijst van de griffie’: het staat onder een kop met toezeggingen",
  pasted: "Regel ‘geplakte lijst’: het staat als toezegging in de lijst",
  missed: "Regel ‘aanvulling op de slotlijst’: een lid mist deze, en daarna is zij bevestigd",
} as const;

/**
 * The items of a list. `turns` are those of the same text: empty for a text that is only a list.
 * Time is linear in the length of the text.
 */
export function closingList(original: string, turns: readonly Turn[], time: DebateTime): ListItem[] {
  const written = writtenItems(original);
  if (turns.length === 0) {
    const all = written.length > 0 ? written : itemsFrom(piecesIn(original, whole(original)), RULES.pasted);
    return all.map((draft) => finished(original, draft, time));
  }
  const spoken = spokenItems(original, turns, written[0]?.start ?? original.length, time);
  const kept = spoken.filter((item) => !written.some((other) => isSameItem(item, other)));
  return [...kept, ...written].map((draft) => finished(original, draft, time));
}

const whole = (text: string): Span => ({ start: 0, end: text.length });

/** Everything from a heading of its own to the first blocks that are no item. */
function writtenItems(original: string): Draft[] {
  const lines = [...original.matchAll(/^[^\n]*$/gmu)];
  const items: Draft[] = [];
  for (const { 0: line, index } of lines) {
    if (!LIST_HEADING.test(line.trim()) || index < (items.at(-1)?.end ?? 0)) continue;
    const pieces = piecesIn(original, { start: index + line.length, end: original.length });
    const blocks = new Set(pieces.filter(({ words, isMarked }) => isMarked || isItem(words)).map(({ block }) => block));
    const gap = pieces.find(({ block }) => !blocks.has(block) && !blocks.has(block + 1))?.block ?? Infinity;
    items.push(
      ...itemsFrom(
        pieces.filter(({ block }) => block < gap),
        RULES.written,
      ),
    );
  }
  return items;
}

/** So many words in common that it is one commitment, written down twice. */
const SAME = 0.6;
function isSameItem(a: Draft, b: Draft): boolean {
  const [one, other] = [stemsOf(a.words), stemsOf(b.words)];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared >= 2 && shared / Math.min(one.size, other.size) >= SAME;
}

// --- Read out ------------------------------------------------------------------------------------------------------

/** After so many turns without an item the list is over. */
const PATIENCE = 8;

function spokenItems(original: string, turns: readonly Turn[], before: number, time: DebateTime): Draft[] {
  const items: Draft[] = [];
  let isReading = false;
  let silent = 0;
  let missed: Draft | null = null;
  for (const turn of turns) {
    if (turn.start >= before) break;
    const span = { start: turn.start, end: Math.min(turn.end, before) };
    if (turn.role === "chair") {
      const pieces = piecesIn(original, span);
      const intro = pieces.findIndex(({ words }) => announces(words));
      if (missed && confirms(pieces[0]?.words ?? "")) items.push(missed);
      missed = null;
      const found = intro < 0 && !isReading ? [] : itemsFrom(afterIntro(pieces, intro), RULES.spoken);
      items.push(...found);
      silent = found.length > 0 ? 0 : silent + 1;
      isReading = (isReading && silent <= PATIENCE) || intro >= 0;
      continue;
    }
    if (!isReading || items.length === 0) continue;
    const quote = original.slice(span.start, span.end).replace(/\s+/g, " ").trim();
    if (turn.role === "member") missed = missedItem(original, span, quote);
    else if (turn.role === "government") {
      if (missed && confirms(quote)) items.push(missed);
      const last = missed && !confirms(quote) ? undefined : items.at(-1);
      last?.said.push({
        speaker: turn.speaker,
        quote: quote.slice(0, LONGEST_REMARK),
        deadline: deadlineIn(quote, time),
      });
      missed = null;
    }
    silent += 1;
  }
  return items;
}

const LONGEST_REMARK = 300;
const deadlineIn = (words: string, time: DebateTime): FoundDeadline | null =>
  ownDeadline(deadlines(words, { on: time.date, ...time }));

/** The pieces after the announcement; where it goes on in the same sentence ("… genoteerd: de minister …"), from there. */
function afterIntro(pieces: readonly Piece[], intro: number): Piece[] {
  const said = pieces[intro];
  if (!said) return [...pieces];
  const colon = said.words.indexOf(":");
  const rest = colon < 0 ? "" : said.words.slice(colon + 1).trim();
  if (rest === "") return pieces.slice(intro + 1);
  const first = { ...said, start: said.end - rest.length, words: rest.charAt(0).toUpperCase() + rest.slice(1) };
  return [first, ...pieces.slice(intro + 1)];
}

const MISSES =
  /(?<![\p{L}])(?:mist|missen|mis|ontbreekt|vergeten|ook (?:nog )?toegezegd|nog een toezegging|aanvulling|was (?:ook )?nog|niet (?:voorbij|terug)|hoorde?(?: ik)? niet)(?![\p{L}])/iu;
const PROMISED = new RegExp(
  `${SUBJECT}[^.?!]{0,160}(?:toegezegd|toezeg|zou|zegde|komt|zal|stuurt|beloofd)|(?:toegezegd|toezegging|beloofd)[^.?!]{0,160}${SUBJECT}`,
  "iu",
);

function missedItem(original: string, span: Span, quote: string): Draft | null {
  if (!MISSES.test(quote)) return null;
  const piece = piecesIn(original, span).find(({ words }) => PROMISED.test(words));
  if (!piece) return null;
  const { start, end } = piece;
  const about = /(?:^|[:,] )((?:dat )?(?:de|het) (?:minister|staatssecretaris|regering|kabinet).*)$/iu.exec(
    piece.words,
  )?.[1];
  const words = about ?? piece.words;
  return { start, end, words, remarks: [], said: [], block: -1, isMarked: false, rule: RULES.missed };
}

const NO = /^(?:nee|neen|dat klopt niet|dat heb ik niet|niet dat ik|dat is niet)(?![\p{L}])/iu;
const YES =
  /(?<![\p{L}])(?:klopt|ja|jazeker|inderdaad|zeker|akkoord|juist|terecht|heb ik (?:ook )?toegezegd|nemen we|noteren we|voegen we|zetten we|staat genoteerd|hierbij|prima)(?![\p{L}])/iu;
const confirms = (words: string): boolean => !NO.test(words.trim()) && YES.test(words.slice(0, 200));

function finished(original: string, draft: Draft, time: DebateTime): ListItem {
  const { start, end, words, remarks, said, rule } = draft;
  const own = itemWords(words, remarks.join(" "), time);
  const told = said.filter(({ deadline }) => deadline !== null).at(-1);
  const short = words.length > 160 ? `${words.slice(0, 160).trimEnd()} …` : words;
  return {
    ...own,
    deadline: own.deadline ?? told?.deadline ?? null,
    start,
    end,
    quote: original.slice(start, end),
    remarks: said,
    why: `${rule} (“${short}”).`,
  };
}
