/** Rules for a promise made now, in this sentence, by the government to a Chamber. */
import {
  addressee,
  cannotPromise,
  donePattern,
  firstIntent,
  hereAndNow,
  inform,
  inWriting,
  isNegated,
  kamer,
  negation,
  request,
  sameDebate,
  wordsUnless,
} from "./promise-guards.ts";
import {
  comesWithPaper,
  doesInWriting,
  ellipticLetter,
  goesToKamer,
  inLetter,
  inNextLetter,
  liesAtKamer,
  paperFollows,
  pointInNextLetter,
  recipient,
  seesToIt,
  sendsALetter,
  sendsOn,
} from "./promised-papers.ts";
import { hasFutureDeadline, inClauses, type Rule, type Utterance, wordsOf } from "./utterance.ts";
import {
  ANDS,
  B,
  E,
  FIRST_PERSON,
  FIRST_PERSON_INTENT,
  GOVERNMENT,
  INFORMED,
  KAMER,
  NAMED_OFFICE,
  PAPER,
  pattern,
  patternWith,
  word,
} from "./wording.ts";

/**
 * What of a sentence can promise; null where nothing can. What is asked in one part of it takes nothing from what another
 * part promises.
 */
export function promisingPart(utterance: Utterance): Utterance | null {
  if (cannotPromise(utterance)) return null;
  if (!request.test(utterance.text)) return utterance;
  const clauses = utterance.clauses.filter((clause) => !request.test(clause));
  return { ...utterance, text: clauses.join("; "), clauses };
}

// "Dat zeg ik toe", "ik kan u toezeggen": saying it is doing it.
const performative = patternWith(
  "toe|belo|woord",

  [
    `${B}zeg(?:gen)? ${FIRST_PERSON}${E}(?: [^ ;:]+){0,12}? toe${E}`,
    `${B}${FIRST_PERSON} zeg(?:gen)?${E}(?: [^ ;:]+){0,12}? toe${E}`,
    `(?<!${B}(?:of|wat|als) )${B}${FIRST_PERSON}(?: [^ ;:]+){0,14}? (?:toezeggen|toe te zeggen)${E}`,
    `${B}(?:heeft|hebt|krijgt) (?:u|de kamer|uw kamer|hij|zij|de heer \\p{L}+|mevrouw \\p{L}+) (?:daar |daarop |hierbij )?mijn woord${E}`,
    `^(?:ja|akkoord|goed|prima|oké|bij dezen|dat is)?[,.]? ?toegezegd[.!]?$`,
    `${B}(?:kan|kunnen|wil|willen|zal|ga|zou|mag) ${FIRST_PERSON}(?: [^ ;:]+){0,12}? (?:toezeggen|beloven)${E}`,
    `${B}${FIRST_PERSON} (?:kan|wil|zal)(?: [^ ;:]+){0,8}? beloven${E}`,
    `${B}(?:ik beloof|beloof ik|wij beloven|beloven wij)${E}`,
    `^bij dezen,? (?:dan )?toegezegd`,
    `${B}(?:dat|dit) is (?:dan |dus |bij dezen )?een toezegging(?=[:,.!]|$)`,
    `${B}(?:dat|dit|het|bij dezen|hierbij) (?:is|zij)? ?(?:bij dezen |hierbij |hiermee |dus )?(?:een toezegging|toegezegd)$`,
    `${B}(?:ik doe|doe ik|laat ik)(?: [^ ;:]+){0,5}? (?:de|die|een|deze) toezegging${E}(?! gestand)`,
    `${B}(?:die|deze|een) toezegging(?: [^ ;:]+){0,3}? (?:doe|doen|wil|kan|zal) ${FIRST_PERSON}${E}(?! (?:[^ ;:]+ ){0,2}(?:gestand|niet))`,
    `${B}(?:heeft|hebt|krijgt|hebben) (?:u |de kamer |uw kamer )?(?:bij dezen |hierbij )?mijn toezegging${E}`,
  ].join("|"),
);

/** "De regering zegt toe": in its own paper; of "de minister" it is somebody else who says so. */
const governmentPerforms = pattern(
  `${B}(?:de regering|het kabinet) zegt${E}(?: [^;:]+?)? toe${E}|${B}zegt (?:de regering|het kabinet)${E}(?: [^;:]+?)? toe${E}`,
);
const inThisDebate = pattern(word("straks|zo ?meteen|(?:in|bij) (?:de |mijn )?(?:eerste|tweede|derde) termijn"));

/** "Ik kan u mededelen dat": told on the spot. */
const tellsNow = pattern(
  `${B}(?:kan|wil|kunnen|willen|zou|mag)${E}(?: [^ ;:]+){0,12}? (?:mededelen|meedelen|melden|berichten|bevestigen|laten weten|meegeven|verzekeren)(?: dat| als volgt|$)|${B}het volgende${E}|${B}wil ik (?:u|uw kamer|de kamer) (?:graag )?(?:informeren|berichten|melden)${E}`,
);

function firstPersonInform(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    if (!firstIntent.test(clause)) return null;
    if (kamer.test(clause) && hasFutureDeadline(utterance) && futurePerfect.test(clause))
      return wordsOf(clause, futurePerfect);
    if (sameDebate.test(clause) || isNegated(clause, firstIntent, inform) || donePattern.test(clause)) return null;
    if ((hereAndNow.test(clause) || tellsNow.test(clause)) && !hasFutureDeadline(utterance)) return null;
    const informs = wordsOf(clause, firstIntent, addressee, inform);
    if (informs !== null || isNegated(clause, firstIntent, gives)) return informs;
    return wordsOf(clause, firstIntent, kamer, paper, gives);
  });
}

const gives = pattern(word("(?:te )?(?:geven|leveren|bezorgen|overhandigen)"));
const paper = pattern(word(PAPER));

const firstReport = patternWith(
  "rapporte",

  `${FIRST_PERSON_INTENT}(?: [^ ;:]+){0,8}? (?:over|rapport\\p{L}*) ?(?:[^ ;:]+ ){0,3}?rapporteren${E}|${FIRST_PERSON_INTENT}(?: [^ ;:]+){0,3} rapporteren${E}|${B}(?:daarover|hierover) rapporteer ik${E}|${B}(?:ik|en) rapporteer (?:daarover|hierover)${E}`,
);

const presentVerb = [
  `(?:informeer|informeren|bericht|berichten|stuur|sturen|zend|zenden|verstuur|versturen|rapporteer|rapporteren|meld|melden|verstrek|verstrekken|presenteer|presenteren)`,
].join("|");
/** "Dat ik hem eind mei een brief stuur": the verb at the end of a subordinate clause. */
const verbLast = `(?=${FIRST_PERSON} )(?<=${B}(?:dat|waarna|zodat) )${FIRST_PERSON}(?: [^ ,;:]+){1,20}? (?:${presentVerb}|laat weten|op de hoogte (?:breng|stel|houd))`;
const present = patternWith(
  "informe|bericht|stuu?r|zend|rapporte|meld|verstrek|presente|laat weten|hoogte",

  `${B}(?:${FIRST_PERSON} (?:${presentVerb})|(?:${presentVerb}) ${FIRST_PERSON}|${verbLast})${E}|${ANDS} (?:${presentVerb})${E}`,
);
const presentSplit = pattern(
  `${ANDS} laat${E}[^,;:]* weten|${ANDS} (?:breng|stel|houd)${E}[^,;:]* op de hoogte|${ANDS} (?:doe|kom|leg|bied|koppel)${E}[^,;:]* (?:toekomen|terug|voor|aan)(?=[ .]|$)|${B}(?:${FIRST_PERSON} (?:bied|bieden|leg|leggen|koppel|koppelen|zend|stuur|licht|praat|hang|dien)|(?:bied|bieden|leg|leggen|koppel|koppelen|zend|stuur|licht|praat|hang|dien) ${FIRST_PERSON})${E}.*${B}(?:(?:aan|voor|terug|toe|in|bij)$|(?:aan|terug|toe) (?:over|van|waar|die|zodra|waarmee|waarin|waarover)${E})|${B}(?:${FIRST_PERSON} (?:houd|hou|houden|stel|stellen|breng|brengen)|(?:houd|hou|houden|stel|stellen|breng|brengen) ${FIRST_PERSON})${E}.*op de hoogte|${B}(?:laat|laten) ${FIRST_PERSON}${E}.*weten|${B}${FIRST_PERSON} (?:laat|laten)${E}.*weten|${B}(?:doe|doen) ${FIRST_PERSON}${E}.*${B}(?:toekomen|toegaan)|${B}(?:deel|delen) ${FIRST_PERSON}${E}.*${B}met (?:u|uw kamer|de kamer)|${B}${FIRST_PERSON} (?:deel|delen)${E}.*${B}met (?:u|uw kamer|de kamer)`,
);
/** How a letter opens or goes on to its next subject: told now. */
const opensSubject = pattern(
  `^(?:graag|tevens|ook|daarnaast|allereerst|vervolgens|voorts|verder|ten eerste|ten slotte|tot slot|achtereenvolgens|onderwerp)${E}|${B}graag$`,
);

/** "Ik deel met u de zorg", "ik bied u deze begroting aan": no report to come. */
const sharesView = pattern(
  `${B}(?:deel|delen)${E}(?=.*${B}(?:zorg(?:en)?|ambities?|mening|opvatting|visie|analyse|wens|gevoel|conclusie|oordeel|overtuiging|beeld)${E})|${B}(?:deze|dit) (?:begroting|brief|nota|rapport|overzicht|wetsvoorstel|stuk|advies)${E}`,
);
const futurePerfect = patternWith(
  "hebben",
  `${FIRST_PERSON_INTENT}[^;:]{0,200}? (?:hebben ${INFORMED}|${INFORMED} hebben)${E}`,
);
/** What is offered and still has to take place. */
const meeting = pattern(
  word("een (?:\\p{L}+ )?(?:\\p{L}*briefing|gesprek|werkbezoek|toelichting|overleg|bijeenkomst)"),
);
const withoutStop = (clause: string): string => (/[.!]$/.test(clause) ? clause.slice(0, -1) : clause);
function presentTense(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words =
      wordsOf(withoutStop(clause), present, addressee) ?? wordsOf(withoutStop(clause), presentSplit, addressee);
    if (words === null || hereAndNow.test(clause) || sameDebate.test(clause) || negation.test(clause)) return null;
    if (sharesView.test(clause)) return null;
    return opensSubject.test(clause) && !hasFutureDeadline(utterance) && !meeting.test(clause) ? null : words;
  });
}

const passive = patternWith(
  "wordt|worden|zal|zult|zullen|blijft|blijven",

  [
    `(?<!${B}(?:dat|of|als|indien|doordat|omdat|zodat) )(?:${word(KAMER)}|${word("u")}) ${word("wordt|zal|zult|worden|zullen|blijft|blijven")}(?: [^;:]+?)? ?${INFORMED}`,
    `${word("wordt|zal|zult|worden|zullen|blijft|blijven")}(?: hierover| daarover| er)? (?:${word(KAMER)}|${word("u")})(?: [^;:]+?)? ?${INFORMED}`,
    `${word("aan|met|naar|bij|richting|ter kennis van")} (?:${word(KAMER)}|${word("u")})(?: [^;:]+?)? ?(?:wordt|worden|zal|zullen)(?: worden)? ${INFORMED}`,
    `${word("wordt|worden|zal|zullen")}(?: [^;:]+?)? ${word("aan|met|naar|bij|richting|ter kennis van")} (?:${word(KAMER)}|${word("u")})(?: [^;:]+?)? ?${INFORMED}`,
  ].join("|"),
);
const practice = pattern(
  word(
    "(?:met )?(?:grote |enige )?regelmaat|regelmatig|altijd|steeds|reeds|al|inmiddels|doorgaans|gewoonlijk|voortdurend",
  ),
);
const byOther = pattern(word("verzoekt|constaterende|overwegende"));

/** Another clause crept in: "zoals de Kamer zal zijn opgevallen, heb ik … ingediend". */
const ownVerb = pattern(word("heb|hebben|heeft|had|hadden"));
function passiveInform(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words = wordsOf(clause, passive);
    if (
      words === null ||
      ownVerb.test(words) ||
      negation.test(clause) ||
      sameDebate.test(clause) ||
      byOther.test(utterance.text)
    )
      return null;
    return hereAndNow.test(clause) || practice.test(words) ? null : words;
  });
}

const officeInform = pattern(
  `(?:${NAMED_OFFICE})${E}(?: [^;:]+?)? (?:zal|zullen|gaat|hoopt|verwacht|streeft|is voornemens|is(?: \\p{L}+)? bereid|is van plan|komt|stuurt|informeert|kan|wil)${E}|(?:zal|gaat|zullen) (?:${NAMED_OFFICE})${E}`,
);
const bareOffice = pattern(
  `(?:${GOVERNMENT})(?: [^;:]+?)? (?:zal|zullen|gaat|hoopt|verwacht|streeft|is voornemens|is(?: \\p{L}+)? bereid|is van plan)${E}|${B}(?:zal|gaat|zullen) (?:${GOVERNMENT})`,
);
/** "Die het kabinet de Kamer dit najaar toezendt". */
const officeSends = patternWith(
  "zendt|stuurt|voorlegt|aanbiedt|toekomen",

  `${B}(?:(?:${NAMED_OFFICE})${E}(?: [^ ;:]+){0,4}? (?:${KAMER}|u)|(?:${GOVERNMENT})${E}(?: [^ ;:]+){0,4}? (?:uw kamer|u))${E}(?: [^ ;:]+){0,12}? (?:toezendt|toestuurt|zendt|stuurt|voorlegt|aanbiedt|doet toekomen)${E}`,
);
const ownKamer = pattern(word("uw kamer|u|uw commissie"));
const comesTo = pattern(
  word("terugkomen|terug te komen|naar (?:de|uw) kamer (?:komen|toe komen|sturen|toesturen)|informeert|stuurt"),
);

/** For a colleague or the cabinet. Only the government calls the Chamber "uw Kamer" or a colleague by ministry or name. */
function forColleague(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words =
      wordsOf(clause, officeSends) ??
      wordsOf(clause, bareOffice, ownKamer, inform) ??
      wordsOf(clause, officeInform, kamer, inform) ??
      wordsOf(clause, officeInform, comesTo);
    const guards = [negation, sameDebate, hereAndNow, donePattern];
    return words === null || guards.some((guard) => guard.test(clause)) ? null : words;
  });
}

const comesBack = patternWith(
  "terug|meld",

  `${B}(?:${FIRST_PERSON} (?:kom|komen)|(?:kom|komen) ${FIRST_PERSON})${E}(?: [^;:]+?)? ?${B}terug${E}|${FIRST_PERSON_INTENT}(?: [^;:]+?)? (?:terugkomen|terug te komen)${E}|${B}(?:meld ik (?:mij|me)|ik meld (?:mij|me))${E}(?: [^ ;:]+){0,6}? bij${E}|${B}ik(?: [^;:]+?)? terugkom${E}|${B}(?:dat|als|waarop|zodat|of) (?:wij|we)(?: [^;:]+?)? terugkomen${E}`,
);
const singular = pattern(word("ik"));
const atYou = pattern(`${B}(?:bij|naar|richting) (?:u|jullie)${E}`);
const namedTopic = pattern(
  `${B}op (?:die|dat|dit|deze|het|de|uw) (?!manier|moment|punt waar|amendement|motie|interruptie|vraag)\\p{L}+`,
);
/** Coming back to it counts with the Chamber, a letter, a moment or a named subject; else it is later in the debate. */
function comesBackToIt(utterance: Utterance): string | null {
  return inClauses(utterance, (clause) => {
    const words = wordsUnless(clause, comesBack, sameDebate);
    if (words === null) return null;
    const isNamed =
      kamer.test(clause) ||
      atYou.test(clause) ||
      inWriting.test(clause) ||
      (namedTopic.test(clause) && singular.test(clause));
    return isNamed || (singular.test(clause) && hasFutureDeadline(utterance)) ? words : null;
  });
}

const MEETING = "(?:briefing|werkbezoek|bijeenkomst|gesprek|toelichting)";
const ARRANGE = "(?:organiseer|organiseren|regel|regelen|verzorg|verzorgen|plan|plannen)";
const arranges = patternWith(
  "briefing|werkbezoek|bijeenkomst|gesprek|toelichting",

  `${B}(?:${ARRANGE} ${FIRST_PERSON}|${FIRST_PERSON} ${ARRANGE})${E}[^;:]{0,160}? ${MEETING}${E}|${FIRST_PERSON_INTENT}[^;:]{0,160}? ${MEETING}${E}[^;:]{0,160}? (?:te )?(?:organiseren|regelen|verzorgen|plannen|aanbieden)${E}`,
);

/** Only a Chamber is given one. */
const technicalBriefing = pattern(`${B}technische briefing${E}`);

const sentenceOf = (find: (utterance: Utterance) => string | null, name: string, why: string): Rule => ({
  name,
  kind: "new_commitment",
  why,
  find,
});

/** Saying it is doing it. */
export const PERFORMS = "zegt toe";
export const GOVERNMENT_PERFORMS = "de regering zegt toe";
/** For a `promisingPart`, in order: the first rule that fires explains the finding. */
export const PROMISES: readonly Rule[] = [
  sentenceOf(
    (u) => inClauses(u, (clause) => wordsUnless(clause, performative, inThisDebate)),
    PERFORMS,
    "wie dit zegt, zegt het daarmee toe",
  ),
  sentenceOf(
    (u) => inClauses(u, (clause) => wordsUnless(clause, governmentPerforms)),
    GOVERNMENT_PERFORMS,
    "de regering zegt dit in haar eigen stuk toe",
  ),
  sentenceOf(
    firstPersonInform,
    "intentie met Kamer",
    "de regering in de eerste persoon, een voornemen, en de Kamer die wordt geïnformeerd",
  ),
  sentenceOf(
    presentTense,
    "informeert",
    "eerste persoon in de tegenwoordige tijd, en de Kamer die nog wordt geïnformeerd",
  ),
  sentenceOf(passiveInform, "Kamer wordt geïnformeerd", "lijdende vorm: de Kamer wordt nog geïnformeerd"),
  sentenceOf(forColleague, "namens een collega", "toegezegd voor een andere bewindspersoon of het kabinet"),
  sentenceOf(recipient, "u ontvangt", "de Kamer krijgt dit nog"),
  sentenceOf(sendsALetter, "stuurt een brief", "eerste persoon die een brief stuurt"),
  sentenceOf(sendsOn, "stuurt na", "eerste persoon die iets nastuurt of toestuurt"),
  sentenceOf(goesToKamer, "gaat naar de Kamer", "een stuk dat nog naar de Kamer gaat"),
  sentenceOf(seesToIt, "zorgt dat het er komt", "eerste persoon die ervoor zorgt dat de Kamer het heeft"),
  sentenceOf(liesAtKamer, "ligt bij de Kamer", "het stuk ligt op een genoemd moment bij de Kamer"),
  sentenceOf(paperFollows, "stuk volgt", "er is een stuk aangekondigd, met een moment"),
  sentenceOf(comesWithPaper, "komt met", "eerste persoon die met een stuk naar de Kamer komt"),
  sentenceOf(inNextLetter, "in de volgende brief", "eerste persoon, en een volgende brief waarin dit aan de orde komt"),
  sentenceOf(inLetter, "in een brief", "een brief die nog komt, is de plaats waar dit aan de orde komt"),
  sentenceOf(
    (u) =>
      inClauses(u, (clause) =>
        wordsUnless(clause, arranges) === null
          ? null
          : (wordsOf(clause, arranges, addressee) ?? wordsOf(clause, arranges, technicalBriefing)),
      ),
    "nodigt de Kamer uit",
    "eerste persoon die voor de Kamer iets organiseert",
  ),
  sentenceOf(doesInWriting, "schriftelijk", "eerste persoon die hier nog schriftelijk op ingaat"),
  sentenceOf(
    pointInNextLetter,
    "komt terug in de volgende brief",
    "een volgende brief is de plaats waar dit aan de orde komt",
  ),
  sentenceOf(
    comesBackToIt,
    "komt erop terug",
    "terugkomen op een genoemd punt, bij de Kamer, op schrift of op een genoemd moment",
  ),
  sentenceOf(
    (u) =>
      inClauses(u, (clause) =>
        firstReport.test(clause) && !negation.test(clause) ? wordsOf(clause, firstReport) : null,
      ),
    "rapporteert",
    "eerste persoon die hierover zal rapporteren",
  ),
  sentenceOf(ellipticLetter, "alleen de brief genoemd", "het antwoord is alleen de brief waarin het komt"),
];
