/** Wordings of Dutch parliamentary speech that several rules share, as pieces of patterns (flags `iu`). */
import { latin } from "./latin-letters.ts";
import { RememberingPattern } from "./remembering-pattern.ts";

/** Edge of a word that also knows accented letters. */
export const B = "(?<![\\p{L}\\d])";
export const E = "(?![\\p{L}\\d])";
export const word = (alternatives: string): string => `${B}(?:${alternatives})${E}`;
export const pattern = (source: string, flags = "i"): RegExp =>
  flags.includes("g") ? new RegExp(...latin(source, flags)) : new RememberingPattern(...latin(source, flags), null);
/** The same, for a long pattern that always has one of a few words in it: they are looked for first. */
export const patternWith = (needs: string, source: string): RegExp =>
  new RememberingPattern(...latin(source, "i"), needs);

export const KAMER =
  "(?:uw|de|beide|deze|tweede|eerste) (?:(?:hele|gehele|voltallige|tweede|eerste|beide) )?kamers?(?: der staten-generaal)?(?! van koophandel)|de staten-generaal|het parlement|uw (?:vaste )?commissies?|de vaste commissie|de volksvertegenwoordiging|de senaat";
/** Members, alone or as a group: what is sent to one of them is sent to the Chamber. */
export const MEMBERS =
  "(?:(?:het lid|de heer|mevrouw|de leden|de fracties?) \\p{L}[\\p{L}’'-]+(?: \\p{L}[\\p{L}’'-]+){0,3}?|de vragenstellers?|(?:de|uw) woordvoerders?)";
/** Those to whom a promise in parliament is made. */
export const ADDRESSEE = word(`${KAMER}|u|jullie|de commissie|(?:de )?kamerleden|de leden van (?:uw|de) kamer`);

/** Verbs of informing, as infinitives; split ones as "aan te bieden". */
export const INFORM = word(
  "(?:te )?(?:informeren|berichten|inlichten|sturen|toesturen|toezenden|zenden|verzenden|aanbieden|voorleggen|voorhangen|delen|rapporteren|terugkoppelen|melden|mededelen|meedelen|terugkomen|bijpraten|presenteren|verstrekken|doorsturen|nasturen|leveren|verschaffen|verantwoording afleggen|vermelden|terugrapporteren|onder de aandacht brengen|opsturen|doorgeleiden|overleggen aan|aanreiken|aanleveren|toelichten|overhandigen|uiteenzetten|schrijven|nazenden|ter (?:\\p{L}+ )?inzage (?:[^ ,;]+ ){0,4}leggen|inzage geven|inzage bieden|informatie geven|informatie verschaffen|verslag doen|verslag uitbrengen|rapport uitbrengen|laten weten|laten zien|laten toekomen|doen toekomen|doen uitgaan|doen toegaan|toe doen komen|doen geworden|deelgenoot maken|ter beschikking stellen|(?:(?:een|het|de) (?:\\p{L}+ )?(?:beeld|overzicht|reactie|inzicht|doorkijk|indicatie|toelichting|update|antwoord|terugkoppeling|tussenstand)|duidelijkheid|inzicht|uitsluitsel|opheldering|helderheid) (?:(?:over|van|in) (?:[^ ,;]+ ){1,6})?(?:te )?(?:geven|bieden|verschaffen)|indienen)" +
    "|(?:toe|aan|voor|terug|in|mede|mee|bij|op|door) te (?:sturen|zenden|bieden|leggen|hangen|koppelen|lichten|delen|komen|praten|leveren|reiken|geleiden|dienen)|weten te laten|te laten weten|te doen toekomen|toe te doen komen|op de hoogte (?:te )?(?:houden|stellen|brengen)|in kennis (?:te )?stellen|ter kennis (?:te )?brengen|kennis (?:te )?geven|een update geven|een update te geven|verslag te doen",
);
/** The same as participles, for the passive. */
export const INFORMED = word(
  "geïnformeerd|bericht|ingelicht|gestuurd|toegestuurd|toegezonden|gezonden|verzonden|aangeboden|voorgelegd|voorgehangen|gedeeld|gerapporteerd|teruggekoppeld|gemeld|meegedeeld|medegedeeld|bijgepraat|gepresenteerd|verstrekt|ingediend|doorgestuurd|aangeleverd|op de hoogte (?:gehouden|gesteld|gebracht)|in kennis gesteld|(?:ter kennis )?gebracht|ter inzage gelegd|ter beschikking gesteld|nagezonden|nagestuurd|opgestuurd|aangereikt|overgelegd|verschaft|geleverd|verslag gedaan|teruggekomen",
);
/** Papers in which a Chamber is informed. */
export const PAPER =
  "(?:\\p{L}{2,30})?(?:brief|briefje|brieven|reacties?|notitie|rapportages?|aanvulling|update|terugkoppeling|nota|overzicht(?:je|en)?|evaluaties?|antwoord|antwoorden|beantwoording|stukken|documenten|verslag|bericht|appreciatie|rapport|rapporten|voorstel|voorstellen|plan|agenda|analyse|monitor|gegevens|cijfers|informatie|tabel|lijst|lijstje|afschrift|kopie|memo|factsheet|tijdpad|tijdlijn|planning|feitenrelaas|toelichting|onderbouwing|uitwerking|doorrekening|raming|tussenstand|stand van zaken|uitkomsten?|resultaten|bevindingen|advies|standpunt|uitsluitsel|duidelijkheid)";

export const FIRST_PERSON = "(?:ik(?:zelf)?|wij|we|ondergetekende)";
/** "Ik ga dat na en laat het u weten": the second verb of the first person. */
export const ANDS = ` en(?<=${B}${FIRST_PERSON} [^,;:]{3,100} en)(?: dan)?`;
/** Verbs that make what follows an intention or a promise, in the present tense. */
const INTENT =
  "(?:zal|zullen|ga|gaan|hoop|hopen|verwacht|verwachten|streef|streven|beoog|wil|willen|kan|kunnen|zou|zouden|ben voornemens|ben van plan|zijn voornemens|ben ik voornemens|(?:ben|zijn)(?: graag| natuurlijk| zeker| gaarne)? bereid|bereid ben|blijf|blijven|voornemens ben|van plan ben|neem (?:mij|me) voor|probeer|proberen|stel (?:mij|me) voor|heb (?:mij|me) voorgenomen|zet (?:mij|me) ervoor in|span (?:mij|me) ervoor in|doe mijn best|mik erop|zie kans)";
/** "ik zal", "zal ik", "ik u daarover zal": first person and intention, at most five words apart; "ik zoek dat uit en zal". */
export const FIRST_PERSON_INTENT = `(?:${ANDS} ${INTENT}${E}|(?=${FIRST_PERSON} )(?<=${B}(?:dat|waarna|zodat|waarbij) )${FIRST_PERSON}(?: [^ ,;:]+){6,25}? ${INTENT}${E}|${B}(?:${FIRST_PERSON}(?: [^ ,;:]+){0,5}? ${INTENT}|${INTENT}(?: (?:er|dan|ook|u))? ${FIRST_PERSON}|is (?:mijn|ons|het) (?:voornemen|bedoeling|intentie|streven|inzet|doel)|(?:mijn|ons|het) (?:voornemen|streven|inzet) (?:is|blijft)|(?:ik heb|heb ik|wij hebben|hebben wij|we hebben) het voornemen)${E})`;

const OFFICE =
  "(?:vice-)?(?:minister-president|minister|staatssecretaris|premier|bewindspersoon|bewindslieden|bewindspersonen|ministers|staatssecretarissen)";
/** The government in the third person. */
export const GOVERNMENT = `(?:(?:het|dit|ons|vorige|vorig) kabinet|de regering|(?:mijn|uw|haar|zijn|onze|de) (?:(?:ambts)?voorgang(?:er|ster)s?|ambtgeno(?:ot|te|ten)|(?:ambts)?collega(?:'s|’s)?|opvolger)|collega \\p{Lu}[\\p{L}-]+|(?:de|deze|die|beide|toenmalige|voormalige|mijn collega) (?:toenmalige |voormalige |vorige |beide )?${OFFICE}|${OFFICE})`;
/** An office with its ministry: only the government itself speaks of its members so. */
export const NAMED_OFFICE = `(?:de |mijn ambtgenoot de )?${OFFICE} (?:van|voor) \\p{Lu}[\\p{L}&-]*|(?:mijn|onze) (?:ambtgeno(?:ot|te)|collega)|collega \\p{Lu}[\\p{L}-]+|het kabinet|de regering`;

/** "met deze brief", "hierbij": what is told here and now is no promise. */
export const HERE_AND_NOW = word(
  "hierbij|bijgaande?|bijgevoegde?|hiermede|hiermee|(?:met|in|middels|via|door middel van|bij) (?:deze|dit|onderhavige|bovenstaande) (?:\\p{L}{0,20}brief|schrijven|rapportage|voortgangsrapportage|kamerbrief|beantwoording|nota|reactie|antwoorden|verslag)|hieronder|onderstaande?|hierna|in het navolgende|in het onderstaande|in de bijlage|(?:als|in een) bijlage bij (?:deze|dit)|treft u|bij dezen|aan de hand van",
);

/** Later in the same debate, or of the speaking itself. */
export const SAME_DEBATE = word(
  "straks|zo ?meteen|zo ?dadelijk|dadelijk|zo direct|zojuist|zo (?:even|nog|op|terug)|aanstonds|even (?:[^ ,;]+ ){0,2}terug\\p{L}*|(?:nog )?even (?:op|in|hier|daar)|nu eerst|later in (?:dit|het|mijn) \\p{L}+|(?:in|bij) (?:de |mijn |een )?(?:eerste|tweede|derde|volgende) termijn|in mijn (?:termijn|beantwoording|betoog)|(?:in|bij|tijdens) (?:het|dat|een|mijn) (?:\\p{L}+ )?(?:blokje|blok|mapje|kopje)|verderop|aan het eind van (?:mijn|dit|het) (?:betoog|debat|beantwoording)|bij de (?:appreciatie|moties)",
);

/** "niet", except in "niet alleen", "niet eerder dan", "niet later dan". */
export const NEGATION = `${word("niet|geen|niets|nooit|nimmer|noch|evenmin|onmogelijk")}(?! (?:alleen|eerder dan|later dan|anders dan|meer dan|zozeer))`;

/** Somebody asks; what is asked is not promised. */
export const REQUEST = word(
  "verzoekt? (?:de (?:regering|minister|staatssecretaris|bewindslieden|voorzitter)|het kabinet|hem|haar|u)|(?:ik|wij|we) (?:zou |wil |zal )?(?:de minister |de regering |de staatssecretaris |hem |haar |u )?(?:willen )?(?:vragen|verzoeken)|(?:ik|wij|we) (?:vraag|vragen|verzoek|verzoeken)|(?:vraagt|(?<!(?:de|uw|deze|die) )vragen|vroeg|gevraagd|vraag (?:ik|wij|we))(?: [^ ,;]+){0,8} (?:of|om)|mijn (?:[^ ]+ )?(?:vraag|verzoek)|het verzoek|(?:ik zou|zou ik)(?: [^ ;]+){0,3} graag (?:[^;]{0,120} )?(?:willen|zien|weten|horen|vernemen)|zou ik (?:[^ ]+ ){0,6}(?:willen weten|een reactie willen|willen horen)|(?:ik|wij|we) (?:wil|willen|hoop|hopen|zou|zouden) (?:[^ ]+ ){0,5}(?:van|dat|aan) (?:de|deze) (?:minister|staatssecretaris|bewindslieden|regering)|(?:een|de|volgende|deze|mijn|die) (?:volgende |gewijzigde )?(?:moties?|amendement(?:en)?) (?:[^ ;]+ ){0,3}?(?:voorleggen|indienen|aanpassen|voor te leggen|in te dienen|aan te passen)|nodigt (?:mij|ons) uit|mijn motie|roept? (?:de regering|het kabinet|de minister) op|de kamer, gehoord|gaat over tot de orde|dring(?:t|en)? er(?: \\S+)? op aan",
);
