/** To whom something was promised: to parliament (the Kamer, a committee, a member), or to somebody else. */
import { B, E, KAMER, pattern } from "./wording.ts";

const PERSON =
  "(?:mevrouw|de heer|(?:(?:mijn|de) )?collega(?:'s|’s)?|(?:het|dit|ieder|elk) (?:kamer)?lid|lid|kamerlid|(?:de |deze |alle |beide )?(?:kamer)?leden|(?:de )?senator(?:en)?|de (?:vragensteller|indiener|woordvoerder|geachte afgevaardigde)s?)";
/** Those to whom a promise in parliament is made; pronouns are the Kamer or a member when they hear it. */
export const PARLIAMENT = `(?:${KAMER}|(?:de )?(?:tweede|eerste) (?:en (?:tweede|eerste) )?kamer|kamer|u|jullie|ons|mij|me|hem|haar|hen|${PERSON}|(?:de |het |deze |uw )?(?:\\p{L}{1,20}-)?(?:fracties?|(?:kamer)?commissies?))`;
export const parliament = pattern(`${B}${PARLIAMENT}${E}`);

const given = /(?<![\p{L}\d])[Aa]an (?=\p{Ll})/gu;
const startsWithParliament = pattern(`^${PARLIAMENT}${E}`);
/** "Aan het eind van het debat", "aan de hand van": nobody receives. */
const noReceiver = pattern(`^(?:het|de) (?:begin|einde?|slot|hand|orde|slag|voorkant|start|vooravond)${E}`);

/** Whether "aan …" names a receiver outside parliament and none in it: "aan de provincies". A bare name is a member. */
export function givenToOthers(words: string): boolean {
  let toOthers = false;
  for (const { index, 0: preposition } of words.matchAll(given)) {
    const receiver = words.slice(index + preposition.length, index + preposition.length + 60);
    if (startsWithParliament.test(receiver)) return false;
    toOthers ||= !noReceiver.test(receiver);
  }
  return toOthers;
}

const nounAtEnd =
  /(?:^|(?<before>[\p{L}\d-]+) )(?<noun>(?:de|het|onze|deze|die|alle|hun|veel|mijn|zijn|haar) (?:[\p{L}-]+ ){0,2}[\p{L}-]+|\p{Ll}{4,20}en)$/u;
const preposition =
  /^(?:aan|bij|binnen|door|in|inzake|jegens|met|na|naar|namens|om|omtrent|onder|op|over|per|richting|rond|sinds|te|tegen|tijdens|tot|tussen|uit|van|vanaf|vanuit|voor|vóór|wegens)$/iu;
const time =
  /(?:^| )(?:keer|maal|week|maand|jaar|jaren|dag|dagen|weken|maanden|gisteren|samen|binnen|intussen|eveneens|tevens)$/iu;
/** What is promised follows, so the noun right before the participle is the receiver. */
const complement = /^(?: |, |: )(?:dat|om|te)(?!\p{L})|^,? [^;.]{0,140}? te \p{L}+n(?!\p{L})/iu;

/** "Ik heb de provincies toegezegd dat …": a receiver without "aan", in `before` the participle, with `after` it what is promised. */
export function receiverIsOther(before: string, after: string): boolean {
  if (!complement.test(after)) return false;
  const found = nounAtEnd.exec(before.trim())?.groups;
  if (!found?.noun || time.test(found.noun) || preposition.test(found.before ?? "")) return false;
  return !parliament.test(found.noun);
}

const moneyNoun =
  "(?:(?:\\p{L}+ )?(?:miljoen(?:en)?|miljard(?:en)?|euro)|\\p{L}{0,20}(?:middelen|geld(?:en)?|budget(?:ten)?|subsidies?|steun|hulp|bedrag(?:en)?|bijdragen?|fondsen|lening(?:en)?|financiering))";
/** Money is pledged to whoever gets it; that is no promise to a Chamber. */
export const money = pattern(`${B}${moneyNoun}${E}`);
export const startsWithMoney = pattern(`^(?:\\p{L}+e )?${moneyNoun}${E}`);
