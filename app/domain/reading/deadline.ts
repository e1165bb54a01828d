/**
 * Reads deadlines in words. `deadlines` finds them in running text, `deadlineFromWords` reads what somebody typed into a
 * form. Both follow the register's conventions; what the words leave open stays open, and `derived` says so.
 */
import { addDays, earlier, type IsoDay } from "../calendar.ts";
import { type Deadline, NO_DEADLINE } from "../deadline.ts";
import type { Chamber, Recess } from "../recess.ts";
import { AWAITED_FORMS, DATED_EVENT } from "./awaited.ts";
import { longDay, type Outcome, TERMS, type TermName, termNamed } from "./deadline-terms.ts";
import type { FoundDeadline } from "./findings.ts";
import { MOMENT_FORMS, type Moment, type TimeContext } from "./moments.ts";
import { WEEKDAY } from "./time-words.ts";

interface Found extends Outcome {
  start: number;
  end: number;
}

const sticky = (source: string): RegExp => new RegExp(source, "iuy");
const compile = <T extends { source: string }>(forms: readonly T[]) =>
  forms.map((form) => ({ form, pattern: sticky(form.source) }));

const awaitedForms = compile(AWAITED_FORMS);
const momentForms = compile(MOMENT_FORMS);
const terms = compile(TERMS);
const datedEvent = sticky(DATED_EVENT);

/** Words with which a deadline can start: elsewhere nothing is tried, which keeps the reading linear and quick. */
const STARTERS = [
  "voor|vóór|voorafgaande?|nog|ruim|ruimschoots|uiterlijk|ergens|vlak|net|kort|direct|meteen|gelijk|op|ten|niet|nieuwe|deadline|per|met|vanaf|ingaande",
  "tot|t/m|rond|rondom|omstreeks|tegen|na|nadat|in|gedurende|tijdens|aan|bij|via|middels|door|binnen|over|de|het|begin|medio|half|halverwege|eind|einde|dit|deze",
  "komende?|aankomende?|aanstaande|volgende?|eerste|tweede|derde|vierde|later|morgen\\p{L}*|overmorgen|vandaag|vanavond|vanmiddag|q[1-4]|zo|te|spoedig|zsm|tzt|z\\.s\\.m\\.|t\\.z\\.t\\.",
  "binnenkort|eerdaags|dezer|zodra|wanneer|elke?|iedere?|\\p{L}*jaarlijks|maandelijks|wekelijks|periodiek|een|één|twee|drie|vier|tweemaal|eenmaal|driemaal|om|liefst|zeker|tijdig|als|ter|naar|gelijktijdig|tegelijk|prinsjesdag|miljoenennota|voorjaarsnota|voorjaarsbesluitvorming",
  `${WEEKDAY}|jaareinde|kwartaal`,
].join("|");
const START = new RegExp(`(?<![\\p{L}\\d])(?:${STARTERS})(?![\\p{L}])`, "giu");

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const lowerGroups = (match: RegExpExecArray): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(match.groups ?? {}).map(([key, value]) => [key, value?.toLowerCase()]));

interface MomentAt {
  moment: Moment;
  end: number;
  bare: boolean;
  name: string;
}

/** The longest moment that starts at `at`. */
function momentAt(text: string, at: number, context: TimeContext): MomentAt | null {
  let best: MomentAt | null = null;
  for (const { form, pattern } of momentForms) {
    const match = matchAt(pattern, text, at);
    const end = at + (match?.[0].length ?? 0);
    if (!match || (best && end <= best.end)) continue;
    const moment = form.read(lowerGroups(match), context);
    if (moment) best = { moment, end, bare: form.bare, name: form.name };
  }
  return best;
}

/** "eind maart of 2 april", "Q4 2019/Q1 2020": the moment up to the end of the second. */
const RANGE = sticky(" ?(?:/|–|—|-|tot en met|of|dan wel|à|t/m) ?(?:of )?(?:in |op )?");
function withRange(text: string, first: MomentAt, context: TimeContext): MomentAt {
  const link = matchAt(RANGE, text, first.end);
  const second = link && momentAt(text, first.end + link[0].length, context);
  const [a, b] = [first.moment.period, second?.moment.period];
  if (!second || second.name === "jaar" || !a || !b || first.moment.recess || second.moment.recess) return first;
  const period = {
    earliest: earlier(a.earliest, b.earliest) ?? a.earliest,
    latest: earlier(a.latest, b.latest) === a.latest ? b.latest : a.latest,
  };
  return { ...first, moment: { kind: second.moment.kind === "end" ? "end" : "span", period }, end: second.end };
}

/** After these words "voor" names the planned moment itself: "voorzien voor eind mei". */
const PLANNED =
  /(?:voorzien|gepland|ingepland|geagendeerd|toegezegd|beoogd|verwacht|aangekondigd|bedoeld) (?:is |wordt |nu )?$/i;
/** "voor 2018" is mostly a budget year, not a deadline; "in de zomer" after "sinds" is no deadline either. */
const needsFirmTerm = (moment: MomentAt, name: TermName, words: string): boolean =>
  moment.name === "jaar" && name === "before" && !/vóór|uiterlijk|tot/i.test(words);

function termAt(text: string, at: number, context: TimeContext): Found | null {
  let best: Found | null = null;
  for (const { form, pattern } of terms) {
    const match = matchAt(pattern, text, at);
    if (!match || text[at + match[0].length] !== " ") continue;
    let momentStart = at + match[0].length + 1;
    if (text.startsWith("ergens ", momentStart)) momentStart += "ergens ".length;
    const plain = momentAt(text, momentStart, context);
    if (!plain || needsFirmTerm(plain, form.name, match[0])) continue;
    const found = withRange(text, plain, context);
    if (best && found.end <= best.end) continue;
    const planned = form.name === "before" && PLANNED.test(text.slice(Math.max(0, at - 40), at));
    best = { ...(planned ? termNamed("during") : form).apply(found.moment, context), start: at, end: found.end };
  }
  return best;
}

function bareAt(text: string, at: number, context: TimeContext, anyMoment: boolean): Found | null {
  const plain = momentAt(text, at, context);
  if (!plain || !(plain.bare || anyMoment)) return null;
  const found = withRange(text, plain, context);
  const term = found.moment.kind === "day" && anyMoment ? termNamed("by") : termNamed("during");
  return { ...term.apply(found.moment, context), start: at, end: found.end };
}

function awaitedAt(text: string, at: number, context: TimeContext): Found | null {
  let best: Found | null = null;
  for (const { form, pattern } of awaitedForms) {
    const match = matchAt(pattern, text, at);
    const end = at + (match?.[0].trimEnd().length ?? 0);
    if (!match || (best && end <= best.end)) continue;
    const outcome = form.read(lowerGroups(match), context);
    if (outcome) best = { ...outcome, start: at, end };
  }
  return best;
}

/** How far behind the name of an event its day may stand: "het debat over de woningmarkt van donderdag 9 mei". */
const REACH = 90;
const DAY_LEAD = / (?:van|op|d\.d\.) (?=\p{L}|\d)| \((?=\d)| (?=(?:komende|aanstaande) )/giu;

/** An event before which it is due, with the day of that event. */
function datedEventAt(text: string, at: number, context: TimeContext): Found | null {
  const event = matchAt(datedEvent, text, at);
  if (!event) return null;
  const from = at + event[0].length;
  const clause = /^[^.;?!\n]*(?:\.(?=\S)[^.;?!\n]*)*/u.exec(text.slice(from, from + REACH))?.[0] ?? "";
  for (const lead of clause.matchAll(DAY_LEAD)) {
    const found = momentAt(text, from + lead.index + lead[0].length, context);
    if (found?.moment.kind !== "day" || !found.moment.period) continue;
    const latest = addDays(found.moment.period.earliest, -1);
    const end = found.end + (text[found.end] === ")" ? 1 : 0);
    const earliest = context.on !== null && context.on <= latest ? context.on : null;
    return {
      start: at,
      end,
      earliest,
      latest,
      event: null,
      beforeEvent: false,
      how: `de dag ervoor, ${longDay(latest)}.`,
    };
  }
  return null;
}

/** Of all readings at a place the one that explains most words; an event with its day goes first. */
function bestAt(text: string, at: number, context: TimeContext, anyMoment: boolean): Found | null {
  const dated = datedEventAt(text, at, context);
  if (dated) return dated;
  const found = [termAt(text, at, context), awaitedAt(text, at, context), bareAt(text, at, context, anyMoment)];
  return found.reduce((best, next) => (next && (!best || next.end > best.end) ? next : best), null);
}

function scan(text: string, context: TimeContext, anyMoment: boolean): Found[] {
  const found: Found[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const best = bestAt(text, match.index, context, anyMoment);
    if (!best) continue;
    found.push(best);
    START.lastIndex = best.event === "condition" ? match.index + match[0].length : best.end;
  }
  return merged(text, cutConditions(text, found));
}

/** A condition ends where a dated deadline inside it starts: "zodra de pilot eind maart is afgerond". */
function cutConditions(text: string, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    if (last && next.start < last.end) {
      if (next.event !== null && next.event !== "recurring") continue;
      last.end = last.start + text.slice(last.start, next.start).trimEnd().length;
    }
    kept.push({ ...next });
  }
  return kept;
}

const LINK =
  /^,? ?(?:(?:maar|doch|en|of|dan wel|danwel)\b ?)?(?:(?:dan|wel|toch|in ieder geval|in elk geval|ten minste|bij voorkeur|liefst|zo mogelijk) ?)*$/i;

/** Two wordings of one deadline: the hard limit of "zo spoedig mogelijk, doch uiterlijk 1 juli", the event of two moments. */
function mergedPair(first: Found, second: Found): Outcome | null {
  if (first.event === "unspecified") return second;
  if (second.event === "unspecified") return first;
  if (first.event === "recurring") return first;
  if (first.latest !== null && second.event !== null && second.beforeEvent)
    return { ...second, how: `${second.how} Ook genoemd: ${first.how}` };
  return null;
}

function merged(text: string, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    const isLinked = last && next.start - last.end <= 40 && LINK.test(text.slice(last.end, next.start));
    const outcome = isLinked ? mergedPair(last, next) : null;
    if (last && outcome) kept[kept.length - 1] = { ...outcome, start: last.start, end: next.end };
    else kept.push(next);
  }
  return kept;
}

const derivedFrom = (words: string, how: string): string => `${words}: ${how}`;
const isPast = ({ earliest, latest }: Pick<Outcome, "earliest" | "latest">, on: IsoDay | null): boolean =>
  on !== null && (latest ?? earliest ?? on) < on;

/**
 * The deadlines in a normalised text, in order, none overlapping. Offsets are in that text. `past` marks a moment before
 * the day of the text.
 */
export function deadlines(text: string, context: TimeContext): FoundDeadline[] {
  return scan(text, context, false).map(({ start, end, how, ...outcome }) => {
    const words = text.slice(start, end);
    return { start, end, words, ...outcome, derived: derivedFrom(words, how), past: isPast(outcome, context.on) };
  });
}

/**
 * What staff typed as a deadline ("voor het zomerreces", "1 maart", "1-3-2011", "binnen twee weken") as the register
 * keeps it. Empty words are no deadline; words that cannot be read stay as they are, with event `unspecified`.
 *
 * @param saidOn the day on which the promise was made, from which the words count
 */
export function deadlineFromWords(
  words: string,
  saidOn: IsoDay,
  chamber: Chamber,
  recesses: readonly Recess[],
): Deadline {
  const said = words.normalize("NFC").replace(/\s+/g, " ").trim();
  if (said === "") return NO_DEADLINE;
  const context: TimeContext = { on: saidOn, chamber, recesses };
  const found = scan(said, context, true)[0] ?? formMoment(said, context);
  if (!found) {
    return {
      words: said,
      earliest: null,
      latest: null,
      event: "unspecified",
      beforeEvent: false,
      derived: `${said}: hieruit kan het programma geen datum of gebeurtenis opmaken.`,
    };
  }
  const { earliest, latest, event, beforeEvent, how } = found;
  return { words: said, earliest, latest, event, beforeEvent, derived: derivedFrom(said, how) };
}

/** A moment without any preposition, anywhere in the words: "1 maart", "februari 2011". */
function formMoment(words: string, context: TimeContext): Found | null {
  for (const start of words.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    // "30 februari" is no day, and "februari" not what was meant.
    if (/\d[ -]$/.test(words.slice(0, start.index))) return null;
    const found = bareAt(words, start.index, context, true) ?? bareLetter(words, start.index, context);
    if (found) return found;
  }
  return null;
}

/** "volgende voortgangsbrief", without the preposition that running text would have. */
function bareLetter(words: string, at: number, context: TimeContext): Found | null {
  return at === 0 ? awaitedAt(`in ${words}`, 0, context) : null;
}
