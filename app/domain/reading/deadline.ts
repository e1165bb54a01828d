/**
 * Reads deadlines in words. `deadlines` finds them in running text, `deadlineFromWords` reads what somebody typed into a
 * form. Both follow the register's conventions; what the words leave open stays open, and `derived` says so.
 */
import { addDays, dayInWords, earlier, type IsoDay, type Period, yearOf } from "../calendar.ts";
import { type Deadline, NO_DEADLINE } from "../deadline.ts";
import type { Chamber, Recess } from "../recess.ts";
import { AMOUNT, AWAITED_FORMS, DATED_EVENT, later, WITHIN } from "./awaited.ts";
import { applied, longDay, type Outcome, TERMS, type TermName, termNamed } from "./deadline-terms.ts";
import type { FoundDeadline } from "./findings.ts";
import { latin } from "./latin-letters.ts";
import type { Moment, TimeContext } from "./moment-form.ts";
import { ownerOf } from "./moment-owner.ts";
import { BARE_WEEKDAY, MOMENT_FORMS } from "./moments.ts";
import { asRead } from "./narrow-text.ts";
import { numberValue, WEEKDAY } from "./time-words.ts";

interface Found extends Outcome {
  start: number;
  end: number;
  /** "voor", "uiterlijk": the last day is meant, not the likely one. */
  isLimit?: boolean;
}

const sticky = (source: string): RegExp => new RegExp(...latin(source, "iy"));
const compile = <T extends { source: string }>(forms: readonly T[]) =>
  forms.map((form) => ({ form, pattern: sticky(form.source) }));

/**
 * Forms as one pattern: whether any can start at a place costs one look instead of one for each. Of the long awaited
 * forms three go together, because the engine does not compile patterns beyond some size.
 */
const anyOf = (forms: readonly { source: string }[]): RegExp =>
  sticky(forms.map(({ source }) => `(?:${source.replace(/\(\?<(?![=!])\w+>/g, "(?:")})`).join("|"));
const inThrees = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 3) }, (_, at) => all.slice(at * 3, at * 3 + 3));

const awaitedForms = inThrees(AWAITED_FORMS).map((forms) => ({ any: anyOf(forms), forms: compile(forms) }));
const momentForms = compile(MOMENT_FORMS);
const terms = compile(TERMS);
const datedEvent = sticky(DATED_EVENT);
const anyMoment = anyOf(MOMENT_FORMS);
const anyTerm = anyOf(TERMS);

/** Words with which a deadline can start: elsewhere nothing is tried, which keeps the reading linear and quick. */
const STARTERS = [
  "voor|vóór|voorafgaande?|nog|ruim|ruimschoots|uiterlijk|ergens|vlak|net|kort|direct|meteen|gelijk|op|ten|niet|nieuwe|deadline|per|met|vanaf|ingaande",
  "tot|t/m|tussen|rest|restant|loop|vroeg|verderop|pas|en wel|rond|rondom|omstreeks|tegen|na|nadat|in|gedurende|tijdens|aan|bij|via|middels|door|binnen|over|de|het|begin|medio|half|halverwege|eind|einde|dit|deze",
  "komende?|aankomende?|aanstaande|volgende?|eerste|tweede|derde|vierde|later|morgen\\p{L}*|overmorgen|vandaag|vanavond|vanmiddag|q[1-4]|zo|te|spoedig|zsm|tzt|mettertijd|eens|onverwijld|regelmatig|doorlopend|dagelijks|kwartaals?gewijs|\\p{L}*maandelijks|\\p{L}*wekelijks|middels|samen|tezamen|tegelijkertijd|midden|volgend|aansluitend|spoedig|z\\.s\\.m\\.|t\\.z\\.t\\.",
  "binnenkort|eerdaags|dezer|zodra|wanneer|elke?|iedere?|\\p{L}*jaarlijks|maandelijks|wekelijks|periodiek|een|één|twee|drie|vier|tweemaal|eenmaal|driemaal|om|liefst|zeker|tijdig|als|ter|naar|gelijktijdig|tegelijk|prinsjesdag|miljoenennota|voorjaarsnota|voorjaarsbesluitvorming",
  `${WEEKDAY}|jaareinde|kwartaal|eerstkomende|lopende|voorjaar|lente|zomer|najaar|herfst|winter|h[12]|k[1-4]|kw[1-4]|vroege?|late|snel|onmiddellijk|meteen|uiterste|planning|gereed|streefdatum|richtdatum|streeftermijn|opleverdatum|verwacht|voorzien|gepland|beoogd|termijn|datum`,
].join("|");
const START = new RegExp(...latin(`(?<![\\p{L}\\d])(?:${STARTERS})(?![\\p{L}])`, "gi"));

/** No wording of a deadline is longer; else "nog nog nog …" would be read to its end again from every "nog". */
const LONGEST_WORDING = 400;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(at, at + LONGEST_WORDING));
}

const lowerGroups = (match: RegExpExecArray): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(match.groups ?? {}).map(([key, value]) => [key, value?.toLowerCase()]));

interface MomentAt {
  moment: Moment;
  start: number;
  end: number;
  bare: boolean;
  name: string;
}

const yearImplied = ({ period }: Moment): string | undefined =>
  period ? `Een jaar staat er niet bij; ${yearOf(period.earliest)} is ingevuld.` : undefined;

/** The longest moment that starts at `at`. */
function plainMomentAt(text: string, at: number, context: TimeContext): MomentAt | null {
  if (!matchAt(anyMoment, text, at)) return null;
  let best: MomentAt | null = null;
  for (const { form, pattern } of momentForms) {
    const match = matchAt(pattern, text, at);
    const end = at + (match?.[0].length ?? 0);
    if (!match || (best && end <= best.end)) continue;
    const groups = lowerGroups(match);
    const moment = form.read(groups, context);
    if (!moment) continue;
    const lacksYear = "year" in groups && (groups.year === undefined || /^(?:het )?jaar/.test(groups.year));
    best = {
      start: at,
      moment: lacksYear && !moment.implied ? { ...moment, implied: yearImplied(moment) } : moment,
      end,
      bare: form.bare,
      name: form.name,
    };
  }
  return best;
}

/** "de start van het zomerreces", "het einde van het schooljaar": the first or last day of a moment. */
const EDGE = sticky("(?:de |het )?(?<edge>start|aanvang|ingang|begin|einde?|slot|afloop) van ");
function momentAt(text: string, at: number, context: TimeContext): MomentAt | null {
  const plain = plainMomentAt(text, at, context);
  const edge = matchAt(EDGE, text, at);
  const whole = edge && plainMomentAt(text, at + edge[0].length, context);
  if (!whole || (plain && plain.end >= whole.end) || whole.name === BARE_WEEKDAY) return plain;
  const isLast = /^(?:eind|slot|afloop)/i.test(edge.groups?.edge ?? "");
  const { period } = isLast ? whole.moment : startStillToCome(text, whole, context);
  const on = period && (isLast ? period.latest : period.earliest);
  const kind = isLast ? "end" : "day";
  return {
    ...whole,
    start: at,
    bare: false,
    moment: { ...whole.moment, kind, period: on ? { earliest: on, latest: on } : null },
  };
}

/** Of what has begun already without a year said, the start of the next is meant. */
function startStillToCome(text: string, { moment, start }: MomentAt, context: TimeContext): Moment {
  if (!moment.period || context.on === null || moment.period.earliest >= context.on) return moment;
  const later = plainMomentAt(text, start, { ...context, on: addDays(moment.period.latest, 1) })?.moment;
  return later?.period ? later : moment;
}

/** "eind maart of 2 april", "Q4 2019/Q1 2020": the moment up to the end of the second, whose year counts for both. */
const RANGE = sticky(" ?(?:/|–|—|-|tot en met|of|dan wel|danwel|à|t/m|tot) ?(?:of )?(?:in |op |uiterlijk )?");
const BETWEEN = sticky(" en (?:uiterlijk )?");
function withRange(text: string, first: MomentAt, context: TimeContext, link: RegExp = RANGE): MomentAt {
  const between = matchAt(link, text, first.end);
  const second = between && momentAt(text, first.end + between[0].length, context);
  if (!second || second.name === "jaar" || first.moment.recess || second.moment.recess) return first;
  const b = second.moment.period;
  const a = b && firstOfRange(text, first, second, b, context);
  if (!a || !b) return { ...first, end: first.moment.period ? first.end : second.end };
  const period = {
    earliest: earlier(a.earliest, b.earliest) ?? a.earliest,
    latest: earlier(a.latest, b.latest) === a.latest ? b.latest : a.latest,
  };
  const { implied } = second.moment;
  return {
    ...first,
    moment: { kind: second.moment.kind === "end" ? "end" : "span", period, implied },
    end: second.end,
  };
}

/** The period of the first of two moments; where only the second has a year, that year or the one before. */
function firstOfRange(text: string, first: MomentAt, second: MomentAt, until: Period, context: TimeContext) {
  const hasYear = !first.moment.implied;
  if (hasYear || second.moment.implied) return first.moment.period;
  const words = text.slice(first.start, first.end);
  const [own, before] = [yearOf(until.latest), yearOf(until.latest) - 1].map(
    (year) => plainMomentAt(`${words} ${year}`, 0, context)?.moment.period ?? null,
  );
  return own && own.earliest <= until.latest ? own : (before ?? first.moment.period);
}

/** After these words "voor" names the planned moment itself: "voorzien voor eind mei". */
const PLANNED =
  /(?:voorzien|gepland|ingepland|geagendeerd|toegezegd|beoogd|verwacht|aangekondigd|bedoeld) (?:is |wordt |nu )?$/i;
/** "voor 2018" is mostly a budget year, not a deadline; "in de zomer" after "sinds" is no deadline either. */
const needsFirmTerm = (moment: MomentAt, name: TermName, words: string): boolean =>
  (moment.name === "jaar" && name === "before" && !/vóór|uiterlijk|tot/i.test(words)) ||
  (moment.name === BARE_WEEKDAY && name !== "before" && name !== "by");

function termAt(text: string, at: number, context: TimeContext): Found | null {
  if (!matchAt(anyTerm, text, at)) return null;
  let best: Found | null = null;
  for (const { form, pattern } of terms) {
    const match = matchAt(pattern, text, at);
    if (!match || text[at + match[0].length] !== " ") continue;
    let momentStart = at + match[0].length + 1;
    if (text.startsWith("ergens ", momentStart)) momentStart += "ergens ".length;
    const plain = momentAt(text, momentStart, context);
    if (!plain || needsFirmTerm(plain, form.name, match[0])) continue;
    const found = withRange(text, plain, context, form.name === "between" ? BETWEEN : RANGE);
    if (best && found.end <= best.end) continue;
    if (form.name === "between" && found.end === plain.end && plain.name !== "dagen na elkaar") continue;
    const planned = form.name === "before" && PLANNED.test(text.slice(Math.max(0, at - 40), at));
    const isLimit = !planned && (form.name === "before" || form.name === "by");
    const outcome = applied(planned ? termNamed("during") : form, found.moment, context);
    best = { ...outcome, start: at, end: found.end, isLimit };
  }
  return best;
}

function bareAt(text: string, at: number, context: TimeContext, isTyped: boolean): Found | null {
  const plain = momentAt(text, at, context);
  if (!plain || !(plain.bare || isTyped) || (plain.name === BARE_WEEKDAY && !isTyped)) return null;
  const found = withRange(text, plain, context);
  const term = found.moment.kind === "day" && isTyped ? termNamed("by") : termNamed("during");
  return { ...applied(term, found.moment, context), start: at, end: found.end };
}

function awaitedAt(text: string, at: number, context: TimeContext): Found | null {
  let best: Found | null = null;
  for (const { any, forms } of awaitedForms) {
    if (!matchAt(any, text, at)) continue;
    for (const { form, pattern } of forms) {
      const match = matchAt(pattern, text, at);
      const end = at + (match?.[0].trimEnd().length ?? 0);
      if (!match || (best && end <= best.end)) continue;
      const outcome = form.read(lowerGroups(match), context);
      if (outcome) best = { ...outcome, start: at, end };
    }
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

/** "binnen twee weken na het zomerreces": counted from the last day of a moment instead of from the text. */
const COUNTED = sticky(`${WITHIN} ${AMOUNT} (?:na|vanaf|te rekenen vanaf)(?: afloop van)? `);
function countedAt(text: string, at: number, context: TimeContext): Found | null {
  const match = matchAt(COUNTED, text, at);
  const from = match && momentAt(text, at + match[0].length, context);
  if (!match || !from || from.name === "vandaag of morgen") return null;
  const span = { start: at, end: from.end };
  if (!from.moment.period) return { ...applied(termNamed("after"), from.moment, context), ...span };
  const { n = "", upto, unit = "" } = lowerGroups(match);
  const start = from.moment.period.latest;
  const latest = later(start, numberValue(upto ?? n), unit);
  const how = `gerekend vanaf ${dayInWords(start)}: uiterlijk ${longDay(latest)}.`;
  return { ...span, earliest: addDays(start, 1), latest, event: null, beforeEvent: false, how };
}

/** Of all readings at a place the one that explains most words; an event with its day goes first. */
function bestAt(text: string, at: number, context: TimeContext, isTyped: boolean): Found | null {
  const dated = datedEventAt(text, at, context);
  if (dated) return dated;
  const counted = countedAt(text, at, context);
  if (counted) return counted;
  const term = termAt(text, at, context);
  const awaited = awaitedAt(text, at, context);
  // "na afloop van het zomerreces" names days, whatever else the clause waits for.
  const found = [term, term && awaited?.event === "condition" ? null : awaited, bareAt(text, at, context, isTyped)];
  return found.reduce((best, next) => (next && (!best || next.end > best.end) ? next : best), null);
}

/** @param text `asRead` */
function scan(text: string, context: TimeContext, isTyped: boolean): Found[] {
  const found: Found[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const best = bestAt(text, match.index, context, isTyped);
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
  /^,? ?(?:(?:maar|doch|en|of|dan wel|danwel|echter|althans)\b ?)?(?:(?:dan|wel|toch|in ieder geval|in elk geval|in geen geval later dan|ten minste|bij voorkeur|liefst|het liefst|zo mogelijk|indien mogelijk|anders|zeker|mogelijk al|hopelijk al|daarmee) ?)*$/i;

/** "bij voorkeur in december, maar uiterlijk eind januari": what comes last is the limit. */
const isSofter = (words: string, second: Found): boolean =>
  /^,? ?(?:maar|doch|dan wel|en (?:anders |in (?:ieder|elk) geval |uiterlijk )|uiterlijk|in (?:ieder|elk) geval)/i.test(
    words,
  ) && second.latest !== null;

/** Two wordings of one deadline: the hard limit of "zo spoedig mogelijk, doch uiterlijk 1 juli", the event of two moments. */
function mergedPair(first: Found, second: Found, between: string): Outcome | null {
  if (first.event === "unspecified") return second;
  if (second.event === "unspecified") return first;
  if (first.event === "recurring") return first;
  if (first.latest !== null && second.event !== null && second.beforeEvent)
    return { ...second, how: `${second.how} Ook genoemd: ${first.how}` };
  if (
    second.isLimit &&
    second.latest !== null &&
    first.latest !== null &&
    first.event === null &&
    isSofter(between, second)
  )
    return { ...second, how: `${second.how} Liever: ${first.how}` };
  return null;
}

function merged(text: string, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of found) {
    const last = kept.at(-1);
    const isLinked = last && next.start - last.end <= 40 && LINK.test(text.slice(last.end, next.start));
    const outcome = isLinked ? mergedPair(last, next, text.slice(last.end, next.end)) : null;
    if (last && outcome) kept[kept.length - 1] = { ...outcome, start: last.start, end: next.end };
    else kept.push(next);
  }
  return kept;
}

const derivedFrom = (words: string, how: string): string => `${words}: ${how}`;
const isPast = ({ earliest, latest }: Pick<Outcome, "earliest" | "latest">, on: IsoDay | null): boolean =>
  on !== null && (latest ?? earliest ?? on) < on;

/** Words found before `end` in the text that rules read, with the quotes and accents of the text itself. */
function asWritten(text: string, forRules: string, words: string | null, end: number): string | null {
  const start = words === null ? -1 : forRules.lastIndexOf(words, end);
  return words === null || start < 0 ? words : text.slice(start, start + words.length);
}

/**
 * The deadlines in a normalised text, in order, none overlapping. Offsets are in that text. `past` marks a moment before
 * the day of the text, `owner` one that belongs to something else in the sentence.
 */
export function deadlines(text: string, context: TimeContext): FoundDeadline[] {
  const forRules = asRead(text);
  return scan(forRules, context, false).map(({ start, end, how, isLimit: _, ...outcome }) => {
    const words = text.slice(start, end);
    const isDated = outcome.earliest !== null || outcome.latest !== null;
    return {
      start,
      end,
      words,
      ...outcome,
      derived: derivedFrom(words, how),
      past: isPast(outcome, context.on),
      owner: isDated ? asWritten(text, forRules, ownerOf(forRules, { start, end }), start) : null,
    };
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
  const forRules = asRead(said);
  const found = scan(forRules, context, true)[0] ?? formMoment(forRules, context);
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
