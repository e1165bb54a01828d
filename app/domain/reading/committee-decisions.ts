/**
 * What a committee decides on commitments, as its korte aantekeningen and lists of decisions say: which numbers, which
 * verdict, which new deadline. It proposes; a clerk records.
 */
import type { Deadline } from "../deadline.ts";
import { parseNumber } from "../numbers.ts";
import { deadlineFromWords, deadlines } from "./deadline.ts";
import type { DebateTime } from "./debate-promises.ts";
import type { Span } from "./findings.ts";
import { LIST_MARK } from "./list-items.ts";
import { normalise } from "./normalise.ts";
import { sentences } from "./sentences.ts";

/** `extended`: only the deadline changes. */
export type Decided = "met" | "partly_met" | "not_met" | "lapsed" | "extended";

/** One decision on one or more commitments; offsets in the text as given. */
export interface CommitteeDecision extends Span {
  /** As they are written in a register: `T02883`, `TZ202603-130`, `2011-0007`. */
  numbers: string[];
  decided: Decided;
  deadline: Deadline | null;
  /** The sentence. */
  quote: string;
  /** The rule and the words that it rests on, a Dutch sentence. */
  why: string;
}

const NUMBER = /(?<![\p{L}\d-])(?:TZ(?:19|20|21)\d{4}-\d{1,5}|T ?\d{5}|(?:19|20|21)\d\d-\d{4,})(?!\d)/giu;
/** Between the first and the last of a row: "T02883 t/m T02886". */
const UP_TO = /^ ?(?:t\/m|tot en met|–|—|-) ?$/iu;
const MOST_IN_A_ROW = 60;

interface Numbered extends Span {
  number: string;
}

/** The numbers in a text with their places; a row of them counted out. */
function numbersIn(text: string): Numbered[] {
  const found: Numbered[] = [];
  for (const { 0: words, index } of text.matchAll(NUMBER)) {
    const number = parseNumber(words.replace(/ /g, ""))?.number;
    if (!number) continue;
    const last = found.at(-1);
    const span = { start: index, end: index + words.length };
    if (last && UP_TO.test(text.slice(last.end, index)))
      for (const between of rowBetween(last.number, number)) found.push({ number: between, ...span });
    found.push({ number, ...span });
  }
  return found;
}

/** The numbers after `first` and before `last`; none where the two are no row, or an endless one. */
function rowBetween(first: string, last: string): string[] {
  const [, stem = "", from = ""] = /^(.*?)(\d+)$/.exec(first) ?? [];
  const [, sameStem, to = ""] = /^(.*?)(\d+)$/.exec(last) ?? [];
  const count = Number(to) - Number(from) - 1;
  if (stem !== sameStem || count < 1 || count > MOST_IN_A_ROW) return [];
  return Array.from({ length: count }, (_, i) => `${stem}${String(Number(from) + 1 + i).padStart(from.length, "0")}`);
}

const QUOTES = "[«»“”„‟\"'‘’‹›]{0,2}";
const said = (words: string): RegExp => new RegExp(`(?<![\\p{L}])${QUOTES}(?:${words})${QUOTES}(?![\\p{L}])`, "giu");

/** In order: of two that start at one place the first counts. */
const VERDICTS: { decided: Decided; name: string; pattern: RegExp }[] = [
  {
    decided: "not_met",
    name: "niet voldaan",
    pattern: said(
      "niet (?:als )?voldaan|nog niet voldaan|niet nagekomen|niet aan (?:\\S+ )?toezegging(?:en)? (?:is |zijn )?voldaan",
    ),
  },
  {
    decided: "partly_met",
    name: "deels voldaan",
    pattern: said("(?:deels|gedeeltelijk|ten dele)(?: als)? (?:voldaan|nagekomen|afgedaan)"),
  },
  { decided: "met", name: "voldaan", pattern: said("voldaan|nagekomen|afgedaan|afgehandeld") },
  { decided: "lapsed", name: "vervallen", pattern: said("vervallen(?: te)?(?: verklaren| verklaard)?|ingetrokken") },
  {
    decided: "not_met",
    name: "openstaand",
    pattern: said("openstaande?|open(?: te)? (?:blijven )?(?:staan|staat)|blijft open|blijven open"),
  },
  {
    decided: "extended",
    name: "termijn verlengd",
    pattern: said(
      "(?:te )?(?:verlengen|verschuiven|wijzigen)|verlengd|verlengt|verschoven|gewijzigd|uit te stellen|uitgesteld|aan te passen|aangepast|(?:te stellen|gesteld|te zetten|gezet|te bepalen|bepaald) op|nieuwe (?:deadline|termijn|streefdatum)",
    ),
  },
];

interface Verdict extends Span {
  decided: Decided;
  name: string;
}

const OF_TERM = /termijn|deadline|datum/iu;

function verdictsIn(text: string): Verdict[] {
  const found: Verdict[] = [];
  const stated = VERDICTS.filter(({ decided }) => decided !== "extended" || OF_TERM.test(text));
  for (const { decided, name, pattern } of stated)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const span = { start: index, end: index + words.length };
      if (!found.some(({ start, end }) => span.start < end && start < span.end)) found.push({ decided, name, ...span });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Nothing is decided: it is asked, put off, proposed by a member, or told what the minister thinks. */
const NOT_DECIDED =
  /\?\s*$|(?:aangehouden|houdt? (?:\S+ ){0,6}aan(?![\p{L}])|volgende vergadering|stelt de vraag|de (?:minister|staatssecretaris|regering) (?:\S+ ){0,4}(?:acht|beschouwt|meent|vindt|meldt|schrijft|stelt)|verzoekt? (?:\S+ ){0,6}(?:voldaan|aan te merken)|kunnen? (?:worden )?aangemerkt|het lid|de heer|mevrouw|stelt voor)/iu;
const MOMENT =
  /(?:deadline|termijn|streefdatum|einddatum|datum)(?: is| wordt| van| op| te stellen op| te zetten op| naar)?(?: nu)?[: ]+/iu;

/** A deadline that the decision sets, in the words of the sentence. */
function deadlineIn(text: string, time: DebateTime): Deadline | null {
  if (time.date === null) return null;
  const named = MOMENT.exec(text);
  const after = named ? text.slice(named.index + named[0].length) : "";
  const typed = after ? firstDay(after) : null;
  const found = deadlines(text, { on: time.date, ...time }).find(({ past }) => !past);
  const words = typed ?? found?.words ?? firstDay(text);
  return words ? deadlineFromWords(words, time.date, time.chamber, time.recesses) : null;
}

/** "1 januari 2023", "1-1-2023", with "uiterlijk", "voor" or "tot" in front where it stands there. */
const DAY =
  /(?:(?:uiterlijk|voor|vóór|tot) )?(?:\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) (?:19|20)\d\d|\d{1,2}-\d{1,2}-(?:19|20)\d\d)/iu;
const firstDay = (text: string): string | null => DAY.exec(text)?.[0].replace(/^tot /i, "uiterlijk ") ?? null;

/**
 * The decisions in a text, in order. A number without a verdict in the same part of its sentence is left out; so is what
 * was not decided but asked or proposed.
 */
export function committeeDecisions(original: string, time: DebateTime): CommitteeDecision[] {
  const found: CommitteeDecision[] = [];
  for (const line of linesIn(original)) {
    const normal = normalise(original.slice(line.start, line.end));
    for (const sentence of sentences(normal.text)) {
      const words = normal.text.slice(sentence.start, sentence.end);
      if (NOT_DECIDED.test(words)) continue;
      const place = normal.toOriginal(sentence.start, sentence.end);
      const span = { start: line.start + place.start, end: line.start + place.end };
      found.push(...decisionsIn(words, original.slice(span.start, span.end), span, time));
    }
  }
  return found;
}

/** A list has a number a line; elsewhere a sentence may run over lines. */
function linesIn(text: string): Span[] {
  const blocks: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    const last = blocks.at(-1);
    const isOwn =
      LIST_MARK.test(line.trim()) || /^\s*(?:de )?(?:toezegging(?:en)? )?\(?(?:TZ?\d|\d{4}-\d{4})/iu.test(line);
    const goesOn =
      last && !isOwn && text.slice(last.end, index).length === 1 && !/[.!?]\s*$/.test(text.slice(last.start, last.end));
    if (goesOn) last.end = index + line.length;
    else blocks.push({ start: index, end: index + line.length });
  }
  return blocks;
}

/**
 * In one sentence numbers belong to the verdict that follows them, up to the next: "T1 en T2 als voldaan; T3 als deels
 * voldaan". Where the verdict stands first ("als vervallen te beschouwen: T1 en T2"), to the one before them.
 */
function decisionsIn(words: string, quote: string, span: Span, time: DebateTime): CommitteeDecision[] {
  const numbers = numbersIn(words);
  const verdicts = statedIn(words);
  if (numbers.length === 0 || verdicts.length === 0) return [];
  const isFirst = (verdicts[0]?.start ?? 0) < (numbers[0]?.start ?? 0);
  const decided = verdicts.map((verdict, i) => {
    const from = isFirst ? verdict.end : (verdicts[i - 1]?.end ?? 0);
    const until = isFirst ? (verdicts[i + 1]?.start ?? words.length) : verdict.start;
    const own = numbers.filter(({ start }) => start >= from && start < until);
    // What stands after the verdict and before the next number is said of it: "met nieuwe deadline 1 januari 2023".
    const next = numbers.find(({ start }) => start > verdict.end)?.start ?? words.length;
    const tail = isFirst ? words.slice(verdict.end, until) : words.slice(verdict.start, Math.max(verdict.end, next));
    return { verdict, own, tail };
  });
  return decided.flatMap(({ verdict, own, tail }) => {
    if (own.length === 0) return [];
    const deadline =
      verdict.decided === "met" || verdict.decided === "lapsed" ? null : deadlineIn(withoutNumbers(tail), time);
    if (verdict.decided === "extended" && deadline === null) return [];
    const said = words.slice(verdict.start, verdict.end);
    return {
      ...span,
      numbers: [...new Set(own.map(({ number }) => number))],
      decided: verdict.decided,
      deadline,
      quote,
      why: `Regel ‘${verdict.name}’: de commissie zegt dit van ${own.length === 1 ? "dit nummer" : "deze nummers"} (“${said.replace(/[«»“”„‟"'‘’‹›]/gu, "")}”${deadline ? `, “${deadline.words}”` : ""}).`,
    };
  });
}

const withoutNumbers = (text: string): string => text.replace(NUMBER, " ").replace(/\s+/g, " ");

/** An extension that is said beside a verdict is the deadline of that verdict. */
function statedIn(words: string): Verdict[] {
  const found = verdictsIn(words);
  return found.filter(({ decided, start }, i) => {
    const before = found[i - 1];
    const joins =
      before !== undefined && before.decided !== "extended" && numbersIn(words.slice(before.end, start)).length === 0;
    return decided !== "extended" || !joins;
  });
}
