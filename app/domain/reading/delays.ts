/** Rules for a sentence that puts off what the government owes parliament, or what the usual term asks. */
import { type Rule, type Utterance, wordsOf } from "./utterance.ts";
import { ADDRESSEE, B, E, FIRST_PERSON, INFORM, INFORMED, pattern, word } from "./wording.ts";

/** What is owed: something promised, or the answers to questions. */
const PROMISED = "toezegging(?:en)?|toegezegde?|beloofde?|aangekondigde?";
const QUESTIONS =
  "(?:de|uw|deze|die|schriftelijke|gestelde|bovengenoemde|aanvullende|feitelijke) vragen|kamervragen|vragen (?:van|over|uit|die)|vragenset|beantwoording|antwoord(?:en)?|beantwoord(?:en)?";
const owed = pattern(word(`${PROMISED}|${QUESTIONS}`));
/** Papers that go to the Kamer by their nature. */
const LETTER =
  "\\p{L}*(?:brief|brieven|reactie|notitie|nota|rapportage|evaluatie|verslag|rapport|overzicht|voorstel|appreciatie|beantwoording)|visie|toezending|stukken|kamer";
const toParliament = pattern(`${ADDRESSEE}|${word(`${LETTER}|${PROMISED}|${QUESTIONS}`)}`);
const whateverIsMade = pattern(
  `${ADDRESSEE}|${word(`${LETTER}|${PROMISED}|${QUESTIONS}|\\p{L}*onderzoek|\\p{L}*advies|verkenning`)}`,
);

// The term that is not kept.
const TERM = "(?:[^ ;,]+ ){0,5}?(?:\\p{L}*termijn|weken|dagen|maanden|maand|week)";
const TERM_NOUN = "(?:\\p{L}*termijn|deadline|streefdatum|planning|datum)";
const lateTerm = pattern(
  [
    `${B}niet (?:meer )?(?:binnen|in) (?:de |het |een )?(?:[^ ;]+ ){0,5}?\\p{L}*termijn${E}`,
    `${B}binnen (?:de|het) ${TERM}(?: [^;]{0,60}?)? (?:niet|onmogelijk)${E}`,
    `${B}(?:reden|verzoek|vraag|vragen|instemming) (?:van|voor|om|met) (?:het |dit |een )?uitstel`,
    `${B}(?:vraag|vraagt|verzoek|verzoekt|vragen|verzoeken)${E}[^;]{0,40}? om (?:enig |nader )?(?:uitstel|verlenging van de termijn)`,
    `${B}uitstel (?:tot|te verlenen|verlenen|(?:van|voor) (?:de |deze )?(?:toezegging|toezending|beantwoording))|^uitstelbericht${E}`,
    `${B}(?:vraag|vraagt|verzoek|verzoekt)${E}[^;,]{0,40}? om meer tijd${E}`,
  ].join("|"),
);
const notWithin = pattern(`${B}niet (?:meer )?binnen ${TERM}${E}`);
/** The term or the date itself is moved, passed or not kept: of a promise or of what goes to the Kamer. */
const MOVED =
  "verleng(?:t|d|en|ing)?|verschuift|verschuiven|verschoven|opgeschoven|opschuiven|overschr(?:ijd|ijdt|ijden|eden|ijding)|bijgesteld|bijstellen|aangepast|gewijzigd";
const termMoved = pattern(
  `${B}${TERM_NOUN}${E}[^;]{0,120}?${B}(?:${MOVED})${E}|${B}(?:${MOVED})${E}[^;]{0,60}?${B}${TERM_NOUN}${E}|${B}(?:moet|moeten)${E}[^;]{0,60}?${B}bijstellen (?:naar|tot)${E}`,
);
const newTerm = pattern(
  `${B}nieuwe (?:deadline|termijn|streefdatum)${E}[^;]{0,60}?${B}(?:T\\d{5}|toezegging)|${B}(?:T\\d{5}|toezegging(?:en)?)${E}[^;]{0,160}?nieuwe (?:deadline|termijn|streefdatum)${E}`,
);

// More time, and what does not succeed.
const moreTime = pattern(
  `${B}meer tijd${E}(?: [^ ;:]+){0,4}? ?(?:nodig|vergt|vergen|behoeft|behoeven|kost|kosten|vraagt|vragen|in beslag|dan)|${B}(?:vergt|kost|vraagt|behoeft|neemt|vergen|heb|heeft|hebben|is|blijkt)${E}(?: [^ ;:]+){0,6}? (?:(?:meer|extra) tijd|langer nodig|langer dan)|${B}(?<!niet )langer (?:de tijd )?nodig${E}|${B}duurt langer dan|${B}(?:extra|aanvullende) tijd nodig|${B}neemt meer tijd in beslag|${B}(?:vergt|kost|vraagt)${E}(?: [^ ;:]+){0,4}? (?:dagen|weken|maanden) extra${E}`,
);
const ownTime = pattern(
  `${B}heb(?:ben)? (?:ik|wij|we)(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}|${B}(?:ik|wij|we) heb(?:ben)?(?: [^ ;:]+){0,8}? (?:(?:meer|extra) tijd|langer(?: de tijd)?) nodig${E}`,
);
const SOON = "op tijd|tijdig|voor het \\p{L}*reces|voor de zomer|binnen de";
/** "Het is niet gelukt u op tijd …": nobody else is named, so it is the writer. */
const notInTime = pattern(
  `${B}(?:lukt|gelukt|lukken|haalbaar|mogelijk|slagen|in staat|redden|halen|gereed)${E}[^;]{0,120}? (?:${SOON})|${B}niet (?:haalbaar|mogelijk|gelukt|in staat|lukken)${E}[^;]{0,160}?(?:op tijd|tijdig|aan te reiken|te (?:sturen|informeren|beantwoorden|zenden|geven|rapporteren)|voor (?:het|de) (?:\\p{L}*reces|zomer|kerst|einde))`,
);
const paperAtAll = pattern(`${ADDRESSEE}|${word(`${LETTER}|${PROMISED}|${QUESTIONS}|gegevens|cijfers|informatie`)}`);
const untimely = pattern(`${B}niet (?:tijdig|op tijd)${E}`);
const ownBusiness = pattern(`${ADDRESSEE}|${word(`mij|commissie|${PROMISED}|${QUESTIONS}`)}|${B}${FIRST_PERSON}${E}`);
const negative = pattern(word("niet|helaas"));
const doesNotSucceed = pattern(
  `${B}(?:lukt|gelukt|lukken|haalbaar)${E}[^;,]{0,40} niet${E}|${B}niet (?:meer )?(?:lukt|gelukt|lukken|halen|redden|haalbaar)${E}`,
);
/** "Die termijn haal ik niet", "dat halen we niet", "kan ik niet waarmaken", "wordt niet gehaald". */
const notKept = pattern(
  [
    `${B}(?:haal|red|halen|redden) (?:ik|we|wij)${E}(?: [^ ;:,]+){0,4}? niet${E}`,
    `${B}(?:ik|we|wij) (?:haal|red|halen|redden)${E}(?: [^ ;:,]+){0,6}? niet${E}`,
  ].join("|"),
);

const termNotKept = pattern(
  `${B}${TERM_NOUN}${E}[^;]{0,120}?${B}niet (?:meer )?(?:haalbaar|gehaald|halen|te halen|mogelijk|nagekomen|waarmaken|waar te maken)${E}`,
);

// Later than was said.
const EXPECTED =
  "verwacht|mocht|toegezegd|gepland|beoogd|voorzien|gemeld|aangekondigd|gebruikelijk|aangegeven|beloofd|gehoopt|genoemd|gedacht|afgesproken|gezegd|bericht";
const laterThan = pattern(
  [
    `${B}(?<!niet )(?:later|langer)${E}(?: [^ ;:,]+){0,5}? dan${E}[^;]{0,60}?${B}(?:${EXPECTED})`,
    `${B}later (?:dan|naar) (?:de|uw) kamer`,
    `${B}(?:anders dan|in tegenstelling tot|in afwijking van)${E}[^;,]{0,60}?${B}(?:${EXPECTED})${E}`,
    `${B}in plaats van (?:voor|in|op|uiterlijk|eind|begin)${E}`,
    `${B}(?:laat|laten)${E}[^;]{0,40}? op zich wachten`,
  ].join("|"),
);
const promisedLater = pattern(
  `${B}(?:toezegging(?:en)?|(?:toegezegde|beloofde|aangekondigde) \\p{L}+)${E}[^;]{0,80}?${B}(?:later|vertraging|vertraagd)${E}(?! (?:dit|deze|in)${E})`,
);
/** "Daarom ontvangt u de antwoorden later." */
const laterAtEnd = pattern(`${B}(?:ontvangt|krijgt|volgt|volgen|komt|komen|bereiken)${E}[^;]{0,80}? later(?=[.,;]|$)`);
const shifts = pattern(
  `${B}(?:opgeschoven|doorgeschoven|verschoven|uitgesteld|aangehouden tot|vertraagd|verlaat|verschuift|(?:schuift|schuiven)[^;,]{0,40}? (?:op|door))${E}`,
);
/** "De eerder voor december aangekondigde brief": the old moment stands in the name of what now gets a new one. */
const oncePlanned = pattern(
  `${B}(?:eerder|oorspronkelijk|aanvankelijk|eerst)(?: al)? (?:voor|vóór|in|op|uiterlijk|begin|medio|eind)${E}(?: [^ ;:,]+){1,5} (?:aangekondigde|toegezegde|voorziene|geplande|beloofde)${E}|${B}(?:de|het) (?:voor|vóór|uiterlijk)${E}(?: [^ ;:,]+){1,5} (?:aangekondigde|toegezegde|voorziene|geplande|beloofde)${E}`,
);
const WHEN = "(?:in|op|voor|vóór|eind|begin|medio|uiterlijk|binnen|dit|deze|nog|meer)";
const NEW_WHEN =
  "(?:(?:pas|eerst|direct|kort|vlak|uiterlijk|naar verwachting|nu) ){0,2}(?:in|op|na|voor|vóór|eind|begin|medio|uiterlijk|binnen|volgend)";
/** "Niet in mei maar in oktober": one moment takes the place of another. */
const notButLater = pattern(
  `${B}niet(?:,? zoals (?:[^ ;:,]+ ){0,3}[^ ;:,]+,?)? ${WHEN}${E}[^;]{0,80}?,? maar ${NEW_WHEN}${E}`,
);
const onlyNow = pattern(`${B}(?:nu|thans|daardoor|daarom|waardoor[^;,]{0,60}) (?:pas|eerst)${E}|${B}pas later${E}`);
/** "Kan ik de Kamer het rapport niet in het voorjaar aanbieden, zoals ik had toegezegd". */
const notAsPromised = pattern(
  `${B}niet${E}[^;]{0,100}?, zoals (?:[^ ;:,]+ ){0,8}?(?:toegezegd|beloofd|aangekondigd|gemeld|voorzien|gepland)${E}`,
);
/** What was to be, in the past tense, and then what it becomes: "zou in april komen, maar dat wordt juni". */
const WAS_TO_BE = `(?:had(?:den)? (?:[^ ;:,]+ ){0,8}?(?:toegezegd|beloofd|aangekondigd)|(?:toegezegd|beloofd|aangekondigd) had(?:den)?|(?:zou|zouden)${E}[^;]{0,80}?${B}(?:gaan|komen|ontvangen|krijgen|zijn|hebben|worden|\\p{L}*(?:sturen|zenden|bieden))|(?:was|waren) (?:voorzien|gepland|aangekondigd|toegezegd) (?:voor|in)|(?:streven|bedoeling|planning|voornemen) was)`;
const becomes = pattern(
  `${B}${WAS_TO_BE}${E}[^;]{0,120}?, (?:maar )?(?:[^ ;:,]+ ){0,2}?(?:wordt|worden|volgt|volgen|komt|komen|verschijnt|ontvangt|krijgt)${E}`,
);
const MONTH =
  "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|het (?:eerste|tweede|derde|vierde) kwartaal|(?:het )?(?:voorjaar|najaar)|na|begin|eind|medio|volgend";
/** "Dat wordt nu september", "dat dit oktober wordt", beside what does not come off or was to be. */
const isNow = pattern(
  `${B}(?:dat|dit|deze) wordt (?:nu |helaas |dan ){0,2}(?:${MONTH})${E}|${B}(?:dat|dit|deze) (?:nu |helaas )?(?:${MONTH})(?: \\d{4})? wordt${E}`,
);
const fellThrough = pattern(word("niet|zou|zouden|was|had"));
const notYet = pattern(
  `${B}(?:${PROMISED})${E}[^;]{0,100}?${B}nog (?:niet|geen)(?: [^ ;:,]+){0,3}? (?:gereed|afgerond|beschikbaar|rond|klaar|verzonden|gestuurd|nagekomen|nakomen|uitgevoerd|afgedaan|zover)${E}`,
);
const slips = pattern(`${B}vertraging${E}|${B}(?:vertraagd|vertraagt)${E}`);
const nowExpected = pattern(word("nu|thans|pas|inmiddels|naar verwachting|verwacht|nieuwe planning|eerst"));
const notBefore = pattern(`${B}niet eerder dan${E}`);
const kamer = pattern(`${B}(?:naar|aan) (?:de|uw) kamer${E}|${B}(?:uw kamer|u)${E}`);
const stillOpen = pattern(
  `${B}(?:T\\d{5}|toezegging(?:en)?)${E}[^;]{0,160}?(?:blijft|blijven) openstaan[^;]{0,200}?deadline|${B}(?:blijft|blijven) openstaan,? met[^;]{0,60}deadline`,
);

/** What was promised, as a thing or as a deed. */
const promisedBefore = pattern(
  `${B}(?:toegezegde|beloofde|aangekondigde) \\p{L}+|${B}(?:had|hadden|heb|hebben|heeft)${E}[^;]{0,120} (?:toegezegd|beloofd)${E}|${B}(?:toegezegd|beloofd) (?:had|hadden)${E}`,
);
/** That it comes late, in whatever way. */
const comesLate = pattern(
  `${B}vertraging opgelopen|${B}niet${E}(?: [^ ;:,]+){0,7} (?:halen|redden|lukken|bereiken)${E}|${B}schui(?:ft|ven)${E}[^;]{0,160}? (?:door|op)${E}|${B}meer \\p{L}*tijd${E}|${B}wordt (?:[^ ;:,]+ ){0,3}(?:pas|later)${E}|${B}(?:zal|zullen) (?:[^ ;:,]+ ){0,12}pas${E}`,
);
/** "Die ik u voor 1 juli had toegezegd, zal ik u in september sturen": what was to be is past. */
const hadPromised = pattern(
  `${B}(?:ik|wij|we)(?: [^ ;:,]+){1,10} had(?:den)? (?:toegezegd|beloofd),? (?:zal|zullen|ontvangt|krijgt|stuur|sturen|komt|volgt)${E}`,
);

/** In a motion, after "als", or of those who ask: nothing is put off. */
const recitesOrSupposes = pattern(
  `${B}(?:constaterende|overwegende|verzoekt de regering|gehoord de beraadslaging)${E}|^(?:als|indien|mocht)${E}|${B}leden${E}[^;]{0,60}? vragen${E}`,
);
const hasMoment = ({ deadlines }: Utterance): boolean =>
  deadlines.some(({ latest, earliest, event, past }) => !past && (latest || earliest || event));

type Find = (utterance: Utterance) => string | null;
const says =
  (words: RegExp, ...beside: readonly RegExp[]): Find =>
  ({ text }) => {
    const found = wordsOf(text, words);
    return found !== null && beside.every((one) => one.test(text)) ? found : null;
  };
const withMoment =
  (find: Find): Find =>
  (utterance) =>
    utterance.deadlines.length > 0 ? find(utterance) : null;

const ENDS_IN_NOT = /(?<!\p{L})niet (?:(?:meer|nog|al) )?$/iu;
const reaches = pattern(
  `${INFORM}|${INFORMED}|${word("beantwoorden|beantwoord|nakomen|nagekomen|ontvangt|ontvangen")}`,
);
/** "Zal ik u niet voor de zomer kunnen informeren": it is the moment that is denied. */
const notAtThatMoment: Find = ({ text, deadlines }) => {
  const denied = deadlines.find(({ words, event }) => {
    const at = event === "recurring" ? -1 : text.indexOf(words);
    return at > 0 && ENDS_IN_NOT.test(text.slice(Math.max(0, at - 12), at));
  });
  return denied && reaches.test(text) && toParliament.test(text) ? `niet ${denied.words}` : null;
};

const LATE: readonly Find[] = [
  says(lateTerm),
  says(notWithin, owed),
  says(termMoved, toParliament),
  says(newTerm),
  says(moreTime, toParliament),
  says(ownTime),
  withMoment(says(doesNotSucceed, paperAtAll)),
  says(notInTime, negative, paperAtAll),
  says(untimely, ownBusiness),
  says(notKept),
  says(termNotKept, ownBusiness),
  says(laterThan, toParliament),
  says(promisedLater),
  says(laterAtEnd, owed),
  says(shifts, toParliament),
  withMoment(says(oncePlanned, toParliament)),
  withMoment(says(notButLater, toParliament)),
  withMoment(says(onlyNow, toParliament)),
  withMoment(says(becomes, toParliament)),
  says(isNow, fellThrough, toParliament),
  withMoment(says(notYet)),
  says(notAsPromised, toParliament),
  notAtThatMoment,
  (utterance) => (utterance.speaker === "government" ? says(comesLate, promisedBefore)(utterance) : null),
  withMoment(says(hadPromised)),
];
const lateWords: Find = (utterance) => {
  for (const find of LATE) {
    const words = find(utterance);
    if (words !== null) return recitesOrSupposes.test(utterance.text) ? null : words;
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
  late("blijft openstaan", "er komt een nieuwe termijn", says(stillOpen)),
  late("later dan gezegd", "het komt later dan toegezegd of gebruikelijk", lateWords),
  late("vertraging", "het loopt vertraging op en er is een nieuw moment", (utterance) =>
    hasMoment(utterance) && slips.test(utterance.text) && whateverIsMade.test(utterance.text)
      ? wordsOf(utterance.text, slips, nowExpected)
      : null,
  ),
  late("niet eerder dan", "het komt niet eerder dan dat moment bij de Kamer", withMoment(says(notBefore, kamer))),
];
