/** Rules for what becomes of a promise: met by a text, or later than promised. */
import { hasFutureDeadline, type Rule, type Utterance, wordsOf } from "./utterance.ts";
import { ADDRESSEE, B, E, FIRST_PERSON, HERE_AND_NOW, PAPER, pattern, word } from "./wording.ts";

const COMMITMENT = "(?:toezegging(?:en)?|toegezegde|beloofde)";
const settledVerb =
  "afgedaan|afgehandeld|voldaan|nagekomen|ingelost|uitgevoerd|gestand(?: gedaan)?|gestand te doen|afgerond|invulling gegeven|uitvoering gegeven|gevolg gegeven|gehoor gegeven|tegemoetgekomen|tegemoet gekomen";
const settles = pattern(
  [
    // "Hiermee is de toezegging afgedaan", "beschouw ik de toezegging als afgedaan".
    `${B}${COMMITMENT}${E}[^;]{0,200}?${B}(?:${settledVerb})${E}`,
    // "doe ik mijn toezegging gestand", "kom ik mijn toezegging na".
    `${B}(?:doe|doen|kom|komen|los|lossen)${E}[^;]{0,30}?${COMMITMENT}${E}[^;]{0,160}?${B}(?:gestand|na|in|tegemoet)(?=[ .,;]|$)`,
    `${COMMITMENT}${E}[^;]{0,160}?${B}(?:kom|komen|doe|doen|los|lossen) ${FIRST_PERSON}[^;]{0,80}?${B}(?:gestand|na|in|tegemoet)(?=[ .,;]|$)`,
    // "voldoe ik aan mijn toezegging", "geef ik uitvoering aan de toezegging".
    `${B}(?:voldoe|voldoen|voldoet|beantwoord)${E}[^;]{0,40}? (?:aan )?[^;]{0,40}?${COMMITMENT}`,
    `${B}(?:geef|geven|geeft)${E}[^;]{0,40}?${B}(?:uitvoering|invulling|gevolg|gehoor|opvolging) aan [^;]{0,80}?${COMMITMENT}`,
    `${B}(?:ter|in) (?:uitvoering|voldoening|nakoming|invulling|afdoening) (?:van|aan) [^;]{0,60}?${COMMITMENT}`,
    `${B}voldaan aan [^;]{0,60}?${COMMITMENT}`,
    `${B}kom(?:en)? ${FIRST_PERSON}[^;]{0,60}?tegemoet aan [^;]{0,60}?${COMMITMENT}`,
  ].join("|"),
);
const deniesSettled = pattern(
  `${word("niet|nog geen|onvoldoende|nooit|nog niet")}[^;]{0,60}(?:${settledVerb})|${B}(?:zal|zullen|wanneer|zodra|om) [^;]{0,120}(?:${settledVerb}|gestand)`,
);

const aboutCommitment = pattern(`${B}toegezegd|${B}toezegging|${B}beloofde`);
function settlesCommitment({ text, isQuestion }: Utterance): string | null {
  return isQuestion || deniesSettled.test(text) || !aboutCommitment.test(text) ? null : wordsOf(text, settles);
}

const asPromised = pattern(
  `${B}(?:zoals|conform|overeenkomstig|als|gelijk)${E}(?: [^ ;:]+){0,7}? (?:toegezegd|beloofd|toezegging(?:en)?)${E}|${B}(?:naar aanleiding van|in vervolg op|op grond van) (?:mijn|de|deze|een) (?:[^ ;:]+ ){0,3}?toezegging|toegezegde${E}|${B}(?:heb|heeft) [^;]{0,200}?toegezegd[^;]*(?:hetgeen|wat) ik (?:hierbij|hiermee|met deze brief)`,
);
const hereAndNow = pattern(HERE_AND_NOW);
const handsOver = pattern(
  `${B}(?:ontvangt|treft|vindt|krijgt) (?:u|uw kamer|de kamer)${E}|${B}(?:u|uw kamer) (?:treft|ontvangt|vindt)${E}|${B}(?:bied|bieden|zend|zenden|stuur|sturen|doe|doen|informeer|informeren|bericht|berichten|deel|leg|geef|ga|reageer|schets|licht|rapporteer|kom) ${FIRST_PERSON}${E}|${B}${FIRST_PERSON} (?:bied|zend|stuur|doe|informeer|bericht|deel|leg|geef|ga|reageer|schets|licht)${E}`,
);
/** "Hierbij ontvangt u, zoals toegezegd": handed over in this very letter. */
function handsOverAsPromised(utterance: Utterance): string | null {
  const { text, isQuestion } = utterance;
  const words = isQuestion ? null : wordsOf(text, asPromised, handsOver);
  if (words === null) return null;
  const now = hereAndNow.exec(text)?.[0];
  return now ? `${now} … ${words}` : hasFutureDeadline(utterance) ? null : words;
}

/** The committee's decision list: "T02853 wordt als deels voldaan aangemerkt". */
const markedMet = pattern(
  `${B}T\\d{5}${E}[^;]{0,200}?${B}(?:deels )?voldaan${E}|${B}(?:deels )?voldaan${E}[^;]{0,200}?${B}T\\d{5}${E}`,
);
const heardIn = pattern(
  `${B}(?:met|in|bij) (?:de|mijn|deze|onze) (?:\\p{L}* ?)?\\p{L}*brief van \\d{1,2} [^;]{0,120}?toezegging[^;]{0,80}?(?:${settledVerb})`,
);

const lateTerm = pattern(
  `${B}niet (?:meer )?(?:binnen|in) (?:de |het |een )?(?:[^ ;]+ ){0,5}?termijn${E}|${B}binnen (?:de|het) (?:[^ ;]+ ){0,5}?termijn(?: [^;]{0,60}?)? (?:niet|onmogelijk)${E}|${B}niet (?:meer )?voor (?:het \\p{L}*reces|de zomer|de kerst|het einde)[^;]{0,80}?,? maar${E}|${B}(?:reden|verzoek|vraag|vragen) (?:van|voor|om) (?:het |dit |een )?uitstel|${B}(?:vraag|verzoek|vragen|verzoeken)${E}[^;]{0,40}? om (?:enig |nader )?uitstel|${B}uitstel (?:tot|van beantwoording|voor de beantwoording)`,
);
const moreTime = pattern(
  `${B}meer tijd${E}(?: [^ ;:]+){0,4}? ?(?:nodig|vergt|vergen|behoeft|behoeven|kost|kosten|vraagt|vragen|in beslag|dan)|${B}(?:vergt|kost|vraagt|behoeft|neemt|vergen|heb|heeft|hebben|is|blijkt)${E}(?: [^ ;:]+){0,6}? (?:(?:meer|extra) tijd|langer nodig|langer dan)|${B}(?<!niet )langer (?:de tijd )?nodig${E}|${B}duurt langer dan|${B}(?:extra|aanvullende) tijd nodig|${B}neemt meer tijd in beslag`,
);
const ownTime = pattern(
  `${B}heb(?:ben)? (?:ik|wij|we)(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}|${B}(?:ik|wij|we) heb(?:ben)?(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}`,
);
const notInTime = pattern(
  `${B}(?:lukt|gelukt|lukken|haalbaar|mogelijk|slagen|in staat|redden|halen|gereed)${E}[^;]{0,120}? (?:op tijd|tijdig|voor het \\p{L}*reces|voor de zomer|binnen de)|${B}niet (?:haalbaar|mogelijk|gelukt|in staat|tijdig|op tijd|lukken)${E}[^;]{0,160}?(?:op tijd|tijdig|aan te reiken|te (?:sturen|informeren|beantwoorden|zenden|geven|rapporteren)|voor (?:het|de) (?:\\p{L}*reces|zomer|kerst|einde))|${B}(?:niet tijdig|niet op tijd)${E}`,
);
const doesNotSucceed = pattern(
  `${B}(?:lukt|gelukt|lukken)${E}[^;,]{0,40} niet${E}|${B}niet (?:meer )?(?:lukt|gelukt|lukken)${E}`,
);
const negative = pattern(word("niet|helaas"));
const laterThan = pattern(
  `${B}later dan${E}[^;]{0,60}?(?:verwacht|mocht|toegezegd|gepland|beoogd|voorzien|gemeld|aangekondigd|gebruikelijk|aangegeven|beloofd|gehoopt)|${B}(?:opgeschoven|doorgeschoven|verschoven|uitgesteld|aangehouden tot|schuift (?:op|door)|verlaat)${E}|${B}later (?:dan|naar) (?:de|uw) kamer|${B}anders dan (?:eerder |eerst )?(?:toegezegd|aangekondigd|gemeld|voorzien)${E}|${B}in plaats van (?:voor|in|op|uiterlijk|eind|begin)${E}`,
);
const kamerOrPaper = pattern(`${ADDRESSEE}|${word(PAPER)}|${word("toegezegde?|toezegging|vragen|kamer")}`);
const slips = pattern(`${B}vertraging${E}|${B}(?:vertraagd|vertraagt)${E}`);
const nowExpected = pattern(word("nu|thans|pas|inmiddels|naar verwachting|verwacht|nieuwe planning|eerst"));
const notBefore = pattern(`${B}(?:niet eerder dan|pas|niet voor)${E}`);
const toKamer = pattern(`${B}(?:naar|aan) (?:de|uw) kamer${E}|${B}(?:uw kamer|u)${E}`);
const stillOpen = pattern(
  `${B}(?:T\\d{5}|toezegging(?:en)?)${E}[^;]{0,160}?(?:blijft|blijven) openstaan[^;]*deadline|${B}(?:T\\d{5})${E}[^;]{0,160}?nieuwe deadline|${B}(?:blijft|blijven) openstaan,? met[^;]{0,60}deadline`,
);

const noQuestion = (find: Rule["find"]) => (utterance: Utterance) => (utterance.isQuestion ? null : find(utterance));
/** In a motion, or after "als": nothing is put off. */
const recitesOrSupposes = pattern(
  `${B}(?:constaterende|overwegende|verzoekt de regering|gehoord de beraadslaging)${E}|^(?:als|indien|mocht)${E}`,
);
function lateWords(utterance: Utterance): string | null {
  const { text } = utterance;
  if (recitesOrSupposes.test(text)) return null;
  const words = wordsOf(text, lateTerm) ?? (kamerOrPaper.test(text) ? wordsOf(text, moreTime) : null);
  if (words !== null) return words;
  const own = wordsOf(text, ownTime);
  if (own !== null) return own;
  if (utterance.deadlines.length > 0 && kamerOrPaper.test(text)) {
    const fails = wordsOf(text, doesNotSucceed);
    if (fails !== null) return fails;
  }
  if (negative.test(text) && kamerOrPaper.test(text)) {
    const late = wordsOf(text, notInTime);
    if (late !== null) return late;
  }
  return kamerOrPaper.test(text) ? wordsOf(text, laterThan) : null;
}

function slipsTo(utterance: Utterance): string | null {
  if (!utterance.deadlines.some(({ latest, earliest, event, past }) => !past && (latest || earliest || event)))
    return null;
  return wordsOf(utterance.text, slips, nowExpected);
}

function notEarlier(utterance: Utterance): string | null {
  const words = wordsOf(utterance.text, notBefore, toKamer);
  if (words === null || utterance.deadlines.length === 0) return null;
  return /niet eerder dan/i.test(words) ? words : null;
}

const settled = (name: string, why: string, find: Rule["find"]): Rule => ({ name, kind: "fulfils", why, find });
const late = (name: string, why: string, find: Rule["find"]): Rule => ({
  name,
  kind: "postpones",
  why,
  find: noQuestion(find),
});

export const SETTLEMENTS: readonly Rule[] = [
  settled("toezegging afgedaan", "de toezegging wordt hiermee nagekomen", settlesCommitment),
  settled("hierbij, zoals toegezegd", "het toegezegde wordt in deze tekst gegeven", handsOverAsPromised),
  settled(
    "aangemerkt als voldaan",
    "de commissie merkt de toezegging als (deels) voldaan aan",
    ({ text }) => wordsOf(text, markedMet) ?? wordsOf(text, heardIn),
  ),
];
export const DELAYS: readonly Rule[] = [
  late("blijft openstaan", "er komt een nieuwe termijn", ({ text }) => wordsOf(text, stillOpen)),
  late("later dan gezegd", "het komt later dan toegezegd of gebruikelijk", lateWords),
  late("vertraging", "het loopt vertraging op en er is een nieuw moment", slipsTo),
  late("niet eerder dan", "het komt niet eerder dan dat moment bij de Kamer", notEarlier),
];
