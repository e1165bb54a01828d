/** Who promises, to whom, and what kind of thing, in the words of a sentence; null where it does not say. */
import type { Finding } from "./findings.ts";
import { GOVERNMENT, KAMER, pattern, word } from "./wording.ts";

const NAME =
  "(?:(?:van|de|der|den|van der|van den|van de|el|ten|ter|'t) )*\\p{Lu}[\\p{L}’'-]+(?: (?:van|de|der|den|van der|van den|van de) \\p{Lu}[\\p{L}’'-]+)?";
// Names need their capital, so these patterns look at case; titles are written in both.
const member = new RegExp(
  `(?<![\\p{L}])(?:[Hh]et lid|[Dd]e leden|[Dd]e heer|[Mm]evrouw|[Kk]amerlid) (?<name>${NAME})(?: \\((?<group>[^)]{1,30})\\))?`,
  "u",
);
const office = pattern(`${word(GOVERNMENT)}(?: (?:van|voor) \\p{Lu}[\\p{L}&-]*(?:(?:,| en) \\p{Lu}[\\p{L}&-]*)*)?`);
const self = pattern(word("ik|wij|we"));
const kamer = pattern(word(KAMER));
const you = pattern(word("u|mij|ons"));

/** The one who acts, as the sentence calls them. */
export function whoIn(sentence: string): string | null {
  return office.exec(sentence)?.[0] ?? self.exec(sentence)?.[0] ?? null;
}

/** To whom it was promised; a member with the group in brackets goes before the Chamber. */
export function toWhomIn(sentence: string): Finding["to"] {
  const named = member.exec(sentence);
  if (named?.groups) return { words: named[0], member: named.groups.name ?? null, group: named.groups.group ?? null };
  const words = kamer.exec(sentence)?.[0] ?? you.exec(sentence)?.[0];
  return words ? { words, member: null, group: null } : null;
}

const FORMS: [NonNullable<Finding["form"]>, RegExp][] = [
  [
    "bill",
    pattern(word("\\p{L}*wetsvoorstel(?:len)?|wetswijziging|algemene maatregel van bestuur|amvb|nota van wijziging")),
  ],
  ["evaluation", pattern(word("\\p{L}*evaluatie|evalueren|evalueert|geëvalueerd"))],
  ["visit", pattern(word("werkbezoek|bezoeken"))],
  ["talk", pattern(word("(?:in )?gesprek(?:ken)?|in overleg|spreken met|technische briefing"))],
  [
    "letter",
    pattern(
      word(
        "\\p{L}*brief|schriftelijk|informeren|geïnformeerd|berichten|\\p{L}*rapportage|rapporteren|sturen|toezenden|notitie|informeer|stuur|bericht|terugkomen|reactie|overzicht|mededelen|informatie|informeert|stuurt|rapporteert|\\p{L}*rapport",
      ),
    ),
  ],
];

/** The form of what is promised, from the words for it. */
export const formIn = (sentence: string): Finding["form"] =>
  FORMS.find(([, words]) => words.test(sentence))?.[0] ?? null;
