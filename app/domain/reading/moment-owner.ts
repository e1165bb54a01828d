/**
 * Whose moment it is. In "ik informeer u over de wet die op 1 januari ingaat" the day is that of the wet: it is read, but
 * it is no day by which the Kamer is informed.
 */
import type { Span } from "./findings.ts";
import { ADDRESSEE, B, E, FIRST_PERSON, INFORM, INFORMED, pattern, word } from "./wording.ts";

const DETERMINER = "(?:de|het|een|deze|dit|die|onze|mijn|uw|alle|beide|enkele)";
/** Words that end a group of words around a noun: what follows them is another one. */
const NO_NOUN = `${DETERMINER}|wordt|worden|werd|is|zijn|was|zal|zullen|ga|gaat|gaan|kan|kunnen|moet|moeten|wil|heb|heeft|hebben|hebt|treedt|treden|start|starten|komt|komen|en|of|maar|dat|om|ik|wij|we|u|er|niet|ook|dan|nog|al|reeds|daarom|hierover|daarover|graag|uiterlijk|in|op|van|voor|naar|aan|met|door|bij|over`;
const NOUN_GROUP = `${DETERMINER} (?:(?!(?:${NO_NOUN}) )[\\p{L}-]{2,30} ){1,4}`;
/** Where the clause itself informs the Kamer, the moment is that of the promise. */
const informs = pattern(
  `${ADDRESSEE}|${INFORM}|${INFORMED}|${word(FIRST_PERSON)}|${B}(?:\\p{L}*brief|\\p{L}*reactie|\\p{L}*beantwoording|antwoorden)${E}`,
);

/** "het overleg dat", "de wet, die", "een regeling waarmee": a clause that says something of the noun. */
const RELATIVE = pattern(
  `(?<owner>${NOUN_GROUP.slice(0, -" ){1,4}".length)} ){0,3}(?!(?:${NO_NOUN})[ ,])[\\p{L}-]{2,40}),? (?:die|dat|welke|waarin|waarop|waarmee|waarbij|waarvoor|waarover|waarvan|waarna) (?<rest>[^,;]{0,120})$`,
);
/** "het" before the noun, for "dat": elsewhere "dat" opens what is promised ("de toezegging dat ik …"). */
const thatIsRelative = pattern("^(?:het|dit|een|ons|mijn|uw) ");
const opensClause = pattern(`^(?:${DETERMINER}|er|het) `);
const verbBeforeThat = pattern("(?:is|was|lijkt|blijkt|wordt) [\\p{L}-]+$");

/** "zodat de regeling op 1 januari ingaat": a reason, an aim or a condition with a subject of its own. */
const BESIDES = pattern(
  `${B}(?:zodat|opdat|omdat|aangezien|doordat|waardoor|terwijl|hoewel|indien|mits|tenzij|totdat|voordat) (?<owner>${NOUN_GROUP})(?<rest>[^,;]{0,80})$`,
);
/** "het plan om in 2026 te starten". */
const AIM = pattern(
  `${B}(?<owner>${DETERMINER} (?:[\\p{L}-]+ )?\\p{L}*(?:plan|plannen|besluit|doel|doelstelling|ambitie|afspraak|afspraken|wens|verplichting|opdracht|voorstel|mogelijkhe(?:id|den)|oproep|budget)) om (?<rest>[^,;]{0,80})$`,
);

/** "de overgang per 1 juli": entry into force, said right behind what enters. */
const entersInto = pattern("^(?:per|met ingang van|vanaf|ingaande)(?!\\p{L})");
const THING = pattern(
  `(?:^|, |${B}(?:dat|over|inzake|betreffende|omtrent|van|tot|bij|rond|voor|naar|tegen|met) )(?<owner>${NOUN_GROUP})$`,
);
/** "over het overleg op 4 juni": an event with its day. */
const onDay = pattern("^(?:op|in|van|eind|begin|medio) ");
const EVENT = pattern(
  `${B}(?:over|tijdens|na|van|inzake|betreffende|rond|met het oog op|in verband met|naar aanleiding van|ten behoeve van) (?<owner>${DETERMINER} (?:(?!(?:${NO_NOUN}) )[\\p{L}-]{2,30} ){0,3}\\p{L}*(?:overleg|debat|bijeenkomst|vergadering|top|conferentie|verkiezingen|zitting|gesprek|briefing|congres|opening|start|invoering|inwerkingtreding|ingang|overgang|sluiting|verhoging|verlaging|wijziging|aanbesteding|ingebruikname) )$`,
);

const REACH = 240;
const CLAUSE_END = /[,;:?!\n]|\.(?=\s|$)/;

/** The part of the sentence before and the part of the clause after the moment. */
function around(text: string, { start, end }: Span): { before: string; after: string } {
  const head = text.slice(Math.max(0, start - REACH), start);
  const before = head.slice(
    Math.max(0, ...[...head.matchAll(/[.:?!\n] |\n/g)].map(({ index, 0: edge }) => index + edge.length)),
  );
  const tail = text.slice(end, end + REACH);
  const clauseEnd = CLAUSE_END.exec(tail)?.index ?? tail.length;
  return { before, after: tail.slice(0, clauseEnd) };
}

/** What the moment at that place in a text belongs to, in its own words, where that is not what the sentence promises. */
export function ownerOf(text: string, span: Span): string | null {
  const { before, after } = around(text, span);
  const words = text.slice(span.start, span.end);
  const relative = RELATIVE.exec(before);
  if (relative?.groups && isRelative(relative[0], relative.groups.owner ?? "", relative.groups.rest ?? "")) {
    if (!informs.test(`${relative.groups.owner} ${relative.groups.rest} ${after}`))
      return relative.groups.owner ?? null;
  }
  const besides = BESIDES.exec(before);
  if (besides && !informs.test(`${besides[0]} ${after}`)) return besides.groups?.owner?.trim() ?? null;
  const aim = AIM.exec(before);
  if (aim && / te \p{L}+/u.test(after) && !informs.test(`${aim.groups?.rest} ${after}`))
    return aim.groups?.owner ?? null;
  const thing = (entersInto.test(words) ? THING : onDay.test(words) ? EVENT : null)
    ?.exec(before)
    ?.groups?.owner?.trim();
  return thing && !informs.test(thing) ? thing : null;
}

/** Whether what follows the noun is a clause about it, and not what is promised or a "die" that points. */
function isRelative(whole: string, owner: string, rest: string): boolean {
  if (opensClause.test(rest) && /(?:dat|die) $/.test(whole.slice(0, whole.length - rest.length))) return false;
  if (!/ dat $/.test(whole.slice(0, whole.length - rest.length))) return true;
  return thatIsRelative.test(owner) && !verbBeforeThat.test(owner);
}
