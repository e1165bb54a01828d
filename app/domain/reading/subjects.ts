/** Who did what a participle says: "de Staatssecretaris heeft … toegezegd" against "de banken hebben … toegezegd". */
import { B, E, FIRST_PERSON, GOVERNMENT, pattern } from "./wording.ts";

const AUX = "(?:heb|hebt|heeft|hebben|had|hadden)";
/** The government as it calls itself, or as members call it. */
export const GOV_SUBJECT = `(?:${FIRST_PERSON}|u|${GOVERNMENT})`;
/** "hij", "zij": the minister, with a verb in the singular; "zij hebben" is somebody else. */
export const PRONOUN = "(?:hij|zij|ze)";

const WINDOW = 300;
const aux = new RegExp(`${B}${AUX}${E}`, "giu");
const startsWithSubject = pattern(`^(?:${GOV_SUBJECT}|${PRONOUN})${E}`);
/** "De regering van Frankrijk" is another's. */
const foreign = /^(?:[Dd]e regering|[Hh]et kabinet) van (?!Nederland)\p{Lu}/u;
const startsWithPronoun = pattern(`^${PRONOUN}${E}`);
const firstPerson = pattern(`^${FIRST_PERSON}${E}`);
/** "Heb ik", and with what stands between: "heb daar ik", "heeft u toen de minister". */
const followsVerb = pattern(
  `^ (?:(?:u|uw kamer|de kamer|ook|daar|er|toen|hier|mij|ons|destijds|eerder) ){0,2}(?<subject>${GOV_SUBJECT}|${PRONOUN})${E}`,
);
/** Where a clause can start; after the first group it surely does. */
const CLAUSE_START =
  /(?<sure>^(?=[^ ]+ )(?:(?:zoals|gelijk|als|nu|nadat|omdat|hoewel|toen) )?|[;:(—–] ?|(?<= )- |(?<![\p{L}])(?:dat|die|wat|welke|waar(?!schijnlijk|om )\p{L}*|waarom|omdat|aangezien|zoals|gelijk|als|hetgeen|nu|nadat|toen|terwijl|hoewel|of|doordat|zodat) )|(?:, |(?<![\p{L}])(?:en|maar|dan) )/giu;

/** The government as subject of the last clause that starts in `before`; null for any other subject. */
function subjectOfClause(before: string, isSingular: boolean): string | null {
  const starts = [...before.matchAll(CLAUSE_START)].reverse();
  for (const start of starts) {
    const rest = before.slice(start.index + start[0].length);
    const subject = startsWithSubject.exec(rest)?.[0];
    if (subject !== undefined && foreign.test(rest)) return null;
    if (subject !== undefined) return isSingular || !startsWithPronoun.test(rest) ? subject : null;
    if (start.groups?.sure !== undefined && rest.trim() !== "") return null;
  }
  return null;
}

function subjectAfter(after: string, isSingular: boolean): { subject: string; length: number } | null {
  const found = followsVerb.exec(after);
  const subject = found?.groups?.subject;
  if (!found || subject === undefined || (!isSingular && startsWithPronoun.test(subject))) return null;
  return { subject, length: found[0].length };
}

/** The auxiliary that goes with a participle: the last before it, else the one right after it. */
function auxiliaryOf(text: string, start: number, end: number): { start: number; end: number; word: string } | null {
  const from = Math.max(0, start - WINDOW - 250);
  const last = [...text.slice(from, start).matchAll(aux)].at(-1);
  const next = new RegExp(`^ ${AUX}${E}`, "iu").exec(text.slice(end, end + 10));
  if (next) return { start: end + 1, end: end + next[0].length, word: next[0].trim() };
  return last ? { start: from + last.index, end: from + last.index + last[0].length, word: last[0] } : null;
}

/** At most forty characters back, at the start of a word. */
function clauseStartBefore(text: string, at: number): number {
  const from = Math.max(0, at - 40);
  const space = from === 0 ? -1 : text.indexOf(" ", from);
  return space >= 0 && space < at ? space + 1 : from;
}

interface Deed {
  words: string;
  /** What stands before the participle, after the auxiliary and the subject: to whom, when. */
  between: string;
  /** "Ik heb", "wij hebben": in the mouth of a member not the government. */
  isFirstPerson: boolean;
}

/** The government doing what the participle at `start`–`end` says; null when somebody else does it. */
export function governmentDid(text: string, start: number, end: number): Deed | null {
  const verb = auxiliaryOf(text, start, end);
  if (!verb) return null;
  const isSingular = /^(?:heeft|had)$/i.test(verb.word);
  const isAfter = verb.start >= end;
  const clauseEnd = isAfter ? start : verb.start;
  const before = text.slice(Math.max(0, clauseEnd - WINDOW), clauseEnd);
  const after = isAfter ? "" : text.slice(verb.end, Math.min(start, verb.end + 80)).concat(" ");
  const inverted = subjectAfter(after, isSingular);
  const subject = inverted?.subject ?? subjectOfClause(before, isSingular);
  if (subject === null) return null;
  const from = isAfter ? start : verb.start;
  return {
    words: text.slice(clauseStartBefore(text, from), Math.max(end, verb.end)).trim(),
    between: isAfter ? before : text.slice(verb.end + (inverted?.length ?? 0), start),
    isFirstPerson: firstPerson.test(subject),
  };
}
