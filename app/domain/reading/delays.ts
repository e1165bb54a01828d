/** Rules for a sentence that puts off what was promised to parliament, or what the usual term asks. */
import { type Rule, type Utterance, wordsOf } from "./utterance.ts";
import { ADDRESSEE, B, E, FIRST_PERSON, PAPER, pattern, word } from "./wording.ts";

const TERM = `(?:[^ ;,]+ ){0,5}?(?:\\p{L}*termijn|weken|dagen|maanden|maand|week)`;
const lateTerm = pattern(
  [
    `${B}niet (?:meer )?(?:binnen|in) (?:de |het |een )?(?:[^ ;]+ ){0,5}?\\p{L}*termijn${E}`,
    `${B}binnen (?:de|het) (?:[^ ;]+ ){0,5}?\\p{L}*termijn(?: [^;]{0,60}?)? (?:niet|onmogelijk)${E}`,
    `${B}niet (?:meer )?voor (?:het \\p{L}*reces|de zomer|de kerst|het einde)[^;]{0,80}?,? maar${E}`,
    `${B}(?:reden|verzoek|vraag|vragen) (?:van|voor|om) (?:het |dit |een )?uitstel`,
    `${B}(?:vraag|verzoek|vragen|verzoeken)${E}[^;]{0,40}? om (?:enig |nader )?uitstel`,
    `${B}uitstel (?:tot|van beantwoording|voor de beantwoording)`,
  ].join("|"),
);
/** "De vragen niet binnen drie weken kan beantwoorden": the term in weeks, with what is due in it. */
const notWithin = pattern(`${B}niet (?:meer )?binnen ${TERM}${E}`);
const due = pattern(
  word("vragen|vragenset|kamervragen|antwoord(?:en)?|beantwoord(?:en|ing)|verzoek|toezegging(?:en)?|toegezegde?"),
);
/** The term itself: it is not kept, or moved. */
const TERM_NOUN = "(?:termijn|deadline|streefdatum|planning)";
const termMoved = pattern(
  [
    `${B}${TERM_NOUN}${E}[^;]{0,120}?${B}(?:verlengd|verschoven|opgeschoven|overschr[ie]+jd(?:en|t)?|overschreden|bijgesteld|aangepast)${E}`,
    `${B}${TERM_NOUN}${E}[^;]{0,120}?${B}niet (?:meer )?(?:haalbaar|gehaald|halen|te halen|mogelijk|gehaald worden|nagekomen)${E}`,
    `${B}(?:verleng|verschuif|overschrijd|verlengen|overschrijden)${E}[^;]{0,60}?${B}${TERM_NOUN}${E}`,
    `${B}(?:moet|moeten)${E}[^;]{0,60}?${B}bijstellen (?:naar|tot)${E}`,
  ].join("|"),
);
const moreTime = pattern(
  `${B}meer tijd${E}(?: [^ ;:]+){0,4}? ?(?:nodig|vergt|vergen|behoeft|behoeven|kost|kosten|vraagt|vragen|in beslag|dan)|${B}(?:vergt|kost|vraagt|behoeft|neemt|vergen|heb|heeft|hebben|is|blijkt)${E}(?: [^ ;:]+){0,6}? (?:(?:meer|extra) tijd|langer nodig|langer dan)|${B}(?<!niet )langer (?:de tijd )?nodig${E}|${B}duurt langer dan|${B}(?:extra|aanvullende) tijd nodig|${B}neemt meer tijd in beslag`,
);
const ownTime = pattern(
  `${B}heb(?:ben)? (?:ik|wij|we)(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}|${B}(?:ik|wij|we) heb(?:ben)?(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}`,
);
const SOON = "op tijd|tijdig|voor het \\p{L}*reces|voor de zomer|binnen de";
/** "Het is niet gelukt u op tijd …": nobody else is named, so it is the writer. */
const notInTime = pattern(
  `${B}(?:lukt|gelukt|lukken|haalbaar|mogelijk|slagen|in staat|redden|halen|gereed)${E}[^;]{0,120}? (?:${SOON})|${B}niet (?:haalbaar|mogelijk|gelukt|in staat|lukken)${E}[^;]{0,160}?(?:op tijd|tijdig|aan te reiken|te (?:sturen|informeren|beantwoorden|zenden|geven|rapporteren)|voor (?:het|de) (?:\\p{L}*reces|zomer|kerst|einde))`,
);
const untimely = pattern(`${B}niet (?:tijdig|op tijd)${E}`);
const doesNotSucceed = pattern(
  `${B}(?:lukt|gelukt|lukken|haalbaar)${E}[^;,]{0,40} niet${E}|${B}niet (?:meer )?(?:lukt|gelukt|lukken|halen|redden|haalbaar)${E}`,
);
const negative = pattern(word("niet|helaas"));
const EXPECTED =
  "verwacht|mocht|toegezegd|gepland|beoogd|voorzien|gemeld|aangekondigd|gebruikelijk|aangegeven|beloofd|gehoopt|genoemd|gedacht|afgesproken|gezegd";
const laterThan = pattern(
  [
    `${B}(?<!niet )(?:later|langer)${E}(?: [^ ;:,]+){0,5}? dan${E}[^;]{0,60}?${B}(?:${EXPECTED})`,
    `${B}(?:opgeschoven|doorgeschoven|verschoven|uitgesteld|aangehouden tot|schuift (?:op|door)|verlaat)${E}`,
    `${B}later (?:dan|naar) (?:de|uw) kamer`,
    `${B}anders dan (?:eerder |eerst )?(?:toegezegd|aangekondigd|gemeld|voorzien)${E}`,
    `${B}in plaats van (?:voor|in|op|uiterlijk|eind|begin)${E}`,
    `${B}(?:laat|laten)${E}[^;]{0,40}? op zich wachten`,
  ].join("|"),
);
/** "De eerder voor december aangekondigde brief": the old moment stands in the name of what now gets a new one. */
const oncePlanned = pattern(
  `${B}(?:eerder|oorspronkelijk|aanvankelijk|eerst)(?: al)? (?:voor|vóór|in|op|uiterlijk|begin|medio|eind)${E}(?: [^ ;:,]+){1,5} (?:aangekondigde|toegezegde|voorziene|geplande|beloofde)${E}`,
);
const WHEN = "(?:in|op|voor|vóór|eind|begin|medio|uiterlijk|binnen|dit|deze|nog|meer)";
const NEW_WHEN = `(?:(?:pas|eerst|direct|kort|vlak|uiterlijk|naar verwachting|nu) )*(?:in|op|na|voor|vóór|eind|begin|medio|uiterlijk|binnen|volgend)`;
/** "Niet in mei maar in oktober": one moment takes the place of another. */
const notButLater = pattern(`${B}niet ${WHEN}${E}[^;]{0,80}?,? maar ${NEW_WHEN}${E}`);
const onlyNow = pattern(`${B}(?:nu|thans|daardoor|daarom) (?:pas|eerst)${E}|${B}pas (?:later|na dat)${E}`);
/** "Kan ik de Kamer het rapport niet in het voorjaar aanbieden, zoals ik had toegezegd". */
const notAsPromised = pattern(
  `${B}niet${E}[^;]{0,100}?, zoals (?:[^ ;:,]+ ){0,8}?(?:toegezegd|beloofd|aangekondigd|gemeld|voorzien|gepland)${E}`,
);
const DOCUMENT = `${PAPER}|\\p{L}*onderzoek|\\p{L}*advies|wetsvoorstel|visie|verkenning|toezending`;
const kamerOrPaper = pattern(`${ADDRESSEE}|${word(DOCUMENT)}|${word("toegezegde?|toezegging|vragen|kamer")}`);
/** What the government owes the Kamer, not what schools hand in. */
const owed = pattern(
  `${ADDRESSEE}|${word("mij|toegezegde?|toezegging|vragen|kamervragen|kamer|commissie")}|${B}${FIRST_PERSON}${E}`,
);
const slips = pattern(`${B}vertraging${E}|${B}(?:vertraagd|vertraagt)${E}`);
const nowExpected = pattern(word("nu|thans|pas|inmiddels|naar verwachting|verwacht|nieuwe planning|eerst"));
const notBefore = pattern(`${B}niet eerder dan${E}`);
const toKamer = pattern(`${B}(?:naar|aan) (?:de|uw) kamer${E}|${B}(?:uw kamer|u)${E}`);
const stillOpen = pattern(
  `${B}(?:T\\d{5}|toezegging(?:en)?)${E}[^;]{0,160}?(?:blijft|blijven) openstaan[^;]*deadline|${B}(?:T\\d{5})${E}[^;]{0,160}?nieuwe deadline|${B}(?:blijft|blijven) openstaan,? met[^;]{0,60}deadline`,
);

/** In a motion, or after "als": nothing is put off. */
const recitesOrSupposes = pattern(
  `${B}(?:constaterende|overwegende|verzoekt de regering|gehoord de beraadslaging)${E}|^(?:als|indien|mocht)${E}`,
);
const hasMoment = ({ deadlines }: Utterance): boolean =>
  deadlines.some(({ latest, earliest, event, past }) => !past && (latest || earliest || event));

type Find = (utterance: Utterance) => string | null;
const found =
  (words: RegExp, ...beside: readonly RegExp[]): Find =>
  ({ text }) =>
    beside.every((one) => one.test(text)) ? wordsOf(text, words) : null;
const withMoment =
  (find: Find): Find =>
  (utterance) =>
    utterance.deadlines.length > 0 ? find(utterance) : null;

const LATE: readonly Find[] = [
  found(lateTerm),
  found(notWithin, due),
  found(termMoved, kamerOrPaper),
  found(moreTime, kamerOrPaper),
  found(ownTime),
  withMoment(found(doesNotSucceed, kamerOrPaper)),
  found(notInTime, negative, kamerOrPaper),
  found(untimely, owed),
  found(laterThan, kamerOrPaper),
  withMoment(found(oncePlanned, kamerOrPaper)),
  withMoment(found(notButLater, kamerOrPaper)),
  withMoment(found(onlyNow, kamerOrPaper)),
  found(notAsPromised, kamerOrPaper),
];
const lateWords: Find = (utterance) => {
  if (recitesOrSupposes.test(utterance.text)) return null;
  for (const find of LATE) {
    const words = find(utterance);
    if (words !== null) return words;
  }
  return null;
};

const late = (name: string, why: string, find: Find): Rule => ({
  name,
  kind: "postpones",
  why,
  find: (utterance) => (utterance.isQuestion ? null : find(utterance)),
});

export const DELAYS: readonly Rule[] = [
  late("blijft openstaan", "er komt een nieuwe termijn", found(stillOpen)),
  late("later dan gezegd", "het komt later dan toegezegd of gebruikelijk", lateWords),
  late("vertraging", "het loopt vertraging op en er is een nieuw moment", (utterance) =>
    hasMoment(utterance) && kamerOrPaper.test(utterance.text) ? wordsOf(utterance.text, slips, nowExpected) : null,
  ),
  late("niet eerder dan", "het komt niet eerder dan dat moment bij de Kamer", (utterance) =>
    utterance.deadlines.length > 0 ? wordsOf(utterance.text, notBefore, toKamer) : null,
  ),
];
