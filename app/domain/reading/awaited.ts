/** Deadlines that wait for an event instead of a day: the next letter, a debate, a condition, "binnenkort". */
import {
  addDays,
  addMonths,
  dayInWords,
  type IsoDay,
  monthPeriod,
  prinsjesdag,
  verantwoordingsdag,
  weekday,
  yearOf,
} from "../calendar.ts";
import type { AwaitedKind } from "../deadline.ts";
import type { Outcome } from "./deadline-terms.ts";
import { longDay } from "./deadline-terms.ts";
import type { TimeContext } from "./moment-form.ts";
import { firstNotEnded } from "./periods.ts";
import {
  isVagueNumber,
  MONTH,
  monthNumber,
  NUMBER,
  numberValue,
  WORD_END,
  YEAR_TAIL,
  YEAR_WORDS,
  yearFrom,
} from "./time-words.ts";

type Groups = Record<string, string | undefined>;
export interface AwaitedForm {
  name: string;
  source: string;
  read(groups: Groups, context: TimeContext): Outcome | null;
}

const awaits = (event: AwaitedKind, how: string, beforeEvent = false): Outcome => ({
  earliest: null,
  latest: null,
  event,
  beforeEvent,
  how,
});
const within = (earliest: IsoDay | null, latest: IsoDay | null, how: string): Outcome => ({
  earliest,
  latest,
  event: null,
  beforeEvent: false,
  how,
});

const BEFORE =
  "(?:(?:nog |ruim |ruimschoots |kort |vlak |net |uiterlijk |in ieder geval |in elk geval |ten minste |liefst |bij voorkeur |tijdig |zeker )*(?:voor(?: (?:aanvang|de (?:start|aanvang)|het begin) van)?|vóór(?: (?:aanvang|de (?:start|aanvang)|het begin) van)?|voorafgaand(?:e)? aan|in (?:de )?aanloop naar))";
const IN =
  "(?:uiterlijk |nog )?(?:in|bij|via|met|middels|samen met|tezamen met|tegelijkertijd met|gelijktijdig met|ten tijde van|aan de hand van|door middel van|(?:bij|ter) gelegenheid van|gelijktijdig met|tegelijk met|gelijk met|als onderdeel van|tijdens|rond|na|per|op)";
const ARTICLE = "(?:(?:de|het|mijn|onze|een|zijn|haar|deze|dit) )?";
const NEXT_ONE =
  "(?:(?:eerst ?)?volgende?|(?:eerst)?komende?|aankomende?|aanstaande?|nieuwe|(?:een|één) van (?:de|mijn|onze) (?:volgende|komende))";

/** "voor", "vóór", "voorafgaand aan": the day of the event is too late. */
const isBefore = (preposition: string | undefined): boolean =>
  /(?:voor|vóór)(?: .*van)?$|(?:voorafgaande? aan|aanloop naar)$/.test(preposition ?? "");

/** `n` working days later; feast days are not known here and count as working days. */
function workingDaysLater(on: IsoDay, n: number): IsoDay {
  let last = on;
  for (let left = n; left > 0; ) {
    last = addDays(last, 1);
    if (weekday(last) <= 5) left--;
  }
  return last;
}

/** Adds `n` units of time; half units only for months and years. */
export function later(on: IsoDay, n: number, unit: string): IsoDay {
  if (unit.startsWith("uur") || unit.startsWith("etma"))
    return addDays(on, Math.ceil(unit.startsWith("uur") ? n / 24 : n));
  if (unit.startsWith("werk")) return workingDaysLater(on, n);
  if (unit.includes("dag")) return addDays(on, n);
  if (unit.startsWith("we")) return addDays(on, Math.round(n * 7));
  if (unit.startsWith("maand")) return addMonths(on, Math.round(n));
  if (unit.startsWith("kwarta")) return addMonths(on, 3 * n);
  if (unit.startsWith("half")) return addMonths(on, 6 * n);
  return addMonths(on, Math.round(12 * n));
}

const UNIT =
  "(?:werk)?dag(?:en)?|weekje|week|weken|maandje|maand(?:en)?|kwarta(?:al|len)|half ?jaar|halfjaar|jaartje|jaar|jaren|uur|etma(?:al|len)";
const ABOUT =
  "(?:maximaal|hooguit|hoogstens|ten hoogste|uiterlijk|ongeveer|circa|ca\\.|zo'n|zo’n|pakweg|grofweg|plusminus|minder dan|niet meer dan|nog geen|een stuk of|ruim|(?:een )?kleine|een (?=\\d)) ";
/** "twee", "twee tot drie", "een … of drie": the last number counts. */
export const AMOUNT = `(?<n>${NUMBER}|de|een)(?:(?: ?(?:tot|à|a|of|-|–|tot en met) ?)(?<upto>${NUMBER}))? (?<unit>${UNIT})${WORD_END}(?: of (?<orSo>${NUMBER})${WORD_END}(?! (?:${UNIT})))?`;
const FROM_NOW =
  "(?: (?:na|vanaf|te rekenen vanaf|gerekend vanaf) (?:vandaag|heden|nu|dagtekening van deze brief|de datum van deze brief))?";
const AFTER_EVENT = `(?<after> (?:na|vanaf|volgend op) (?!vandaag|heden|nu(?!\\p{L})|dagtekening)(?:(?:de|het|deze|dit|uw|haar|zijn|dat|mijn) )?\\p{L}{3,40}(?: van (?:(?:de|het|deze|dit|uw) )?\\p{L}{2,40})?)?`;
export const WITHIN = `(?:nog |uiterlijk )*(?:binnen(?: nu en| een (?:termijn|periode|tijdsbestek) van| de (?:eerst)?komende)?|(?:(?:in|gedurende) )?(?:(?:de|het) )?(?:eerst)?komende?(?! (?:een|één|1) )(?= (?!\\S+ (?:jaar|jaren)(?!\\p{L}))))`;

/** The numbers of an amount: the first that was said and the last. */
function amounts({ n = "", upto, orSo }: Groups): [first: number, last: number] {
  const first = n === "de" || n === "een" ? 1 : numberValue(n);
  const last = upto ?? orSo;
  return [orSo && first === 1 ? numberValue(orSo) : first, last ? numberValue(last) : first];
}

/** Time spans counted from the day of the text. */
const DURATIONS: readonly AwaitedForm[] = [
  {
    name: "binnen een termijn",
    source: `${WITHIN} (?:${ABOUT})?${AMOUNT}${FROM_NOW}${AFTER_EVENT}`,
    read(groups, { on }) {
      const { n = "", unit = "", after } = groups;
      if (after) return awaits("condition", `wacht op een gebeurtenis:${after}.`);
      if (on === null) return within(null, null, "zonder datum van de tekst volgt hieruit geen datum.");
      const latest = later(on, amounts(groups)[1], unit);
      const guess = isVagueNumber(n)
        ? " (gelezen als drie)"
        : unit.startsWith("werk")
          ? " (maandag tot en met vrijdag)"
          : "";
      return within(on, latest, `gerekend vanaf ${dayInWords(on)}${guess}: uiterlijk ${longDay(latest)}.`);
    },
  },
  {
    name: "half jaar dat komt",
    source: `(?:(?:in|gedurende) )?(?:het )?(?:eerst)?komende? half ?jaar${WORD_END}`,
    read: (_, { on }) =>
      on === null
        ? within(null, null, "zonder datum van de tekst volgt hieruit geen datum.")
        : within(on, addMonths(on, 6), `gerekend vanaf ${dayInWords(on)}: uiterlijk ${longDay(addMonths(on, 6))}.`),
  },
  {
    name: "over een termijn",
    source: `over (?<about>ongeveer |circa |ca\\. |zo'n |zo’n |pakweg |een stuk of |grofweg |ruim |een kleine |uiterlijk )?${AMOUNT}`,
    read(groups, { on }) {
      const { about, n = "", unit = "" } = groups;
      if (on === null) return within(null, null, "zonder datum van de tekst volgt hieruit geen datum.");
      if (isVagueNumber(n) && unit.startsWith("dag"))
        return within(addDays(on, 1), addDays(on, 7), "een week vanaf de dag na de tekst.");
      const [first, last] = amounts(groups);
      const middle = later(on, first, unit);
      const isLong = /^(?:maand|kwart|half|jaar|jaren)/.test(unit);
      if (about && isLong && !about.startsWith("uiterlijk"))
        return within(
          addMonths(middle, -1),
          addMonths(middle, 1),
          `ongeveer ${longDay(middle)}: een maand ervoor tot een maand erna.`,
        );
      const end = later(on, last, unit);
      return within(
        middle,
        end,
        `gerekend vanaf ${dayInWords(on)}: ${longDay(middle)}${end > middle ? ` tot en met ${longDay(end)}` : ""}.`,
      );
    },
  },
  {
    name: "de gebruikelijke termijn",
    source: "binnen de (?:gebruikelijke|reguliere|gangbare|daarvoor geldende) termijn",
    read: (_, { on }) =>
      on === null
        ? within(null, null, "zonder datum van de tekst volgt hieruit geen datum.")
        : within(
            on,
            addDays(on, 21),
            `drie weken voor schriftelijke vragen (Reglement van Orde): uiterlijk ${longDay(addDays(on, 21))}.`,
          ),
  },
];

const RECURRING = awaits("recurring", "keert steeds terug; geen eenmalige datum.");
const OPEN_ENDED = awaits("unspecified", "zonder datum: deze woorden noemen geen moment.");

/** The next letters and reports, by what they are called. */
const LETTERS: readonly AwaitedForm[] = [
  {
    name: "voortgangsbrief",
    source: `(?<prep>${BEFORE}|${IN}) ${ARTICLE}(?:(?:${NEXT_ONE}|halfjaarlijkse|jaarlijkse|periodieke|reguliere|onderhavige|eerste|tweede|derde|vierde|laatste) )*voortgangs(?:brie(?:f|ven)|berichte?n?|rapportages?|verslag(?:en)?|rapport(?:en)?|notitie|overzicht)${WORD_END}(?: (?:van |over )?(?:19|20)\\d\\d)?`,
    read: ({ prep }) =>
      awaits("next_progress_letter", "de eerstvolgende voortgangsbrief; een dag volgt hier niet uit.", isBefore(prep)),
  },
  {
    name: "halfjaarrapportage",
    source: `(?<prep>${BEFORE}|${IN}) ${ARTICLE}(?:(?:${NEXT_ONE}|eerste|tweede) )*(?:halfjaar(?:lijkse)?[- ]?(?:rapportage|bericht|brief|verslag|rapport|overzicht))${WORD_END}`,
    read: ({ prep }) =>
      awaits(
        "next_half_year_report",
        "de eerstvolgende halfjaarrapportage; een dag volgt hier niet uit.",
        isBefore(prep),
      ),
  },
  {
    name: "monitor",
    source: `(?<prep>${BEFORE}|${IN}) ${ARTICLE}(?:${NEXT_ONE}|jaarlijkse|tweejaarlijkse) (?:(?:editie|uitgave|meting) van de )?\\p{L}{0,30}(?:-)?monitor(?:rapportage)?${WORD_END}`,
    read: ({ prep }) =>
      awaits("next_monitor", "de eerstvolgende monitor; een dag volgt hier niet uit.", isBefore(prep)),
  },
  {
    name: "volgende brief",
    source: `(?<prep>${BEFORE}|${IN}) ${ARTICLE}${NEXT_ONE} (?:(?:jaarlijkse|reguliere|periodieke|schriftelijke) )?(?!voortgangs)[\\p{L}-]{0,40}(?:brief|rapportage|bericht|verslag|update|actualisatie|notitie|nota)${WORD_END}(?<!voorjaarsnota|najaarsnota|miljoenennota)`,
    read: ({ prep }) => awaits("next_letter", "de eerstvolgende brief; een dag volgt hier niet uit.", isBefore(prep)),
  },
  {
    name: "genoemde brief",
    source: `(?:in|bij|met|via) (?:(?:de|mijn|onze) (?:kabinets|beleids)reactie op|(?:de|mijn|onze|het|dezelfde|die|een aparte|een separate) (?:\\p{L}{3,30} ){0,2}?(?!voortgangs)\\p{L}{0,30}(?:brief|nota|kabinetsreactie|beleidsreactie|wetsvoorstel|agenda) (?:over|waarin|waar|inzake|betreffende|die (?:ik|wij|u)))${WORD_END}`,
    read: () => awaits("named_letter", "een andere brief die hier wordt genoemd; een dag volgt hier niet uit."),
  },
];

/** "in de maartbrief", "bij de septembercirculaire": a letter named after its month. */
const MONTH_LETTER: AwaitedForm = {
  name: "brief van een maand",
  source: `(?<prep>${BEFORE}|${IN}) ${ARTICLE}(?:${NEXT_ONE} )?(?<month>${MONTH})-?(?:brief|rapportage|bericht|nota|notitie|circulaire|raming|update|verslag|monitor)${WORD_END}${YEAR_TAIL}`,
  read({ prep, month = "", year }, { on }) {
    const period = firstNotEnded((y) => monthPeriod(y, monthNumber(month)), yearFrom(year, on), on);
    const how = `een brief die naar ${month} heet`;
    if (isBefore(prep) || !period)
      return awaits("named_letter", `${how}; een dag volgt hier niet uit.`, isBefore(prep));
    const earliest = on !== null && (period.earliest < on || /uiterlijk/.test(prep ?? "")) ? on : period.earliest;
    return {
      ...within(earliest, period.latest, `${how}: tot en met ${longDay(period.latest)}.`),
      event: "named_letter",
    };
  },
};

/** The cycle of the budget, with a day where a year is said. */
const BUDGET: readonly AwaitedForm[] = [
  {
    name: "Voorjaarsnota",
    source: `(?:(?<prep>${BEFORE}|${IN}) )?(?:(?:de|komende|volgende) )*(?:voorjaarsnota|(?:eerste )?suppletoire begroting)${WORD_END}(?: (?:van )?(?:${YEAR_WORDS}))?`,
    read: ({ prep }) =>
      awaits("spring_memorandum", "de Voorjaarsnota; die dag staat niet vast, uiterlijk 1 juni.", isBefore(prep)),
  },
  {
    name: "Najaarsnota",
    source: `(?<prep>${BEFORE}|${IN}) (?:(?:de|komende|volgende) )*(?:najaarsnota|tweede suppletoire begroting|slotwet)${WORD_END}(?: (?:van )?(?:${YEAR_WORDS}))?`,
    read: ({ prep }) => awaits("condition", "de Najaarsnota of slotwet; die dag staat niet vast.", isBefore(prep)),
  },
  {
    name: "voorjaarsbesluitvorming",
    source: `(?:(?<prep>${BEFORE}|${IN}) )?(?:(?:de|het|komende|volgende|dit) )*(?:integrale )?(?:voorjaarsbesluitvorming|besluitvorming in het voorjaar|voorjaarsoverleg|hoofdbesluitvorming)${WORD_END}(?: (?:van )?(?:${YEAR_WORDS}))?`,
    read: ({ prep }) =>
      awaits(
        "spring_decision_making",
        "de besluitvorming in het voorjaar; een dag volgt hier niet uit.",
        isBefore(prep),
      ),
  },
  {
    name: "Prinsjesdag",
    source: `(?:(?<prep>${BEFORE}|${IN}) )?(?:(?:de|het|komende|aanstaande) )*(?<what>prinsjesdag|miljoenennota|belastingplan)${WORD_END}(?: (?:van |in )?(?<year>${YEAR_WORDS}))?`,
    read: readBudgetDay,
  },
  {
    name: "Verantwoordingsdag",
    source: `(?<prep>${BEFORE}|${IN}|uiterlijk) (?:(?:de|het|komende|aanstaande) )*(?:verantwoordingsdag|jaarverslag over (?<over>(?:19|20)\\d\\d))${WORD_END}(?: (?<year>${YEAR_WORDS}))?`,
    read({ prep, over, year }, { on }) {
      const said = over ? Number(over) + 1 : yearFrom(year, on);
      const onDay =
        said !== null
          ? verantwoordingsdag(said)
          : on === null
            ? null
            : verantwoordingsdag(yearOf(on) + (verantwoordingsdag(yearOf(on)) < on ? 1 : 0));
      return onDay === null
        ? awaits("unspecified", "zonder jaar volgt hieruit geen datum.")
        : aroundDay(prep, onDay, on, "Verantwoordingsdag");
    },
  },
  {
    name: "begrotingsbehandeling",
    source: `(?<prep>${BEFORE}|${IN}) (?:(?:de|het|komende|volgende|aanstaande) )*(?:plenaire )?(?:begrotingsbehandeling(?:en)?|begrotingsdebat|(?:begrotings)?behandeling van (?:de|het|mijn) (?:ontwerp)?begroting(?:en|shoofdstuk)?|(?:algemene )?(?:politieke|financiële) beschouwingen|wetgevingsoverleg(?:gen)? over de begroting|begroting van (?:mijn|het) (?:ministerie|departement)|wgo begroting)${WORD_END}(?: van (?:het ministerie van )?(?!(?:komend|volgend|dit|het|de)(?!\\p{L}))\\p{L}{2,30})?`,
    read: ({ prep }) =>
      awaits("before_budget_debate", "de behandeling van de begroting; die dag is hier niet genoemd.", isBefore(prep)),
  },
  {
    name: "begroting",
    source: `(?<prep>${BEFORE}|${IN}) (?:(?:de|mijn|het) )?(?:(?:${NEXT_ONE}) )?(?:(?:ontwerp|rijks)?begroting|ontwerpbegroting)(?!s)${WORD_END}(?: (?:van |voor )?(?:${YEAR_WORDS}))?`,
    read: ({ prep }) =>
      awaits(
        isBefore(prep) ? "before_budget_debate" : "next_budget",
        "de volgende begroting; een dag volgt hier niet uit.",
        isBefore(prep),
      ),
  },
];

function readBudgetDay({ prep, what, year }: Groups, { on }: TimeContext): Outcome {
  const said = yearFrom(year, on);
  if (said === null)
    return awaits(
      "budget_day",
      "Prinsjesdag, de derde dinsdag van september; een jaar is niet genoemd.",
      isBefore(prep),
    );
  const onDay = prinsjesdag(what === "prinsjesdag" ? said : said - 1);
  return { ...aroundDay(prep, onDay, on, "Prinsjesdag"), event: "budget_day", beforeEvent: isBefore(prep) };
}

/** Before or on a day that a name stands for. */
function aroundDay(prep: string | undefined, onDay: IsoDay, on: IsoDay | null, name: string): Outcome {
  const latest = isBefore(prep) ? addDays(onDay, -1) : onDay;
  const earliest = isBefore(prep) || /uiterlijk/.test(prep ?? "") ? (on !== null && on <= latest ? on : null) : onDay;
  return within(
    earliest,
    latest,
    `${name} is ${longDay(onDay)}${isBefore(prep) ? `, dus uiterlijk ${longDay(latest)}` : ""}.`,
  );
}

const COMMITTEE =
  "algemeen overleg|ao|wetgevingsoverleg|wgo|notaoverleg|commissievergadering|procedurevergadering|schriftelijk overleg|commissieoverleg|rondetafelgesprek|technische briefing|commissie-?overleg";
const DEBATE =
  "\\p{L}{0,40}(?:debat|kamerdebat|dertigledendebat|tweeminutendebat|vao)|plenaire (?:behandeling|vergadering|afronding)|stemming(?:en)?|behandeling van (?:het|dit|de) (?:wetsvoorstel|wet|initiatiefwet|nota)|tweede termijn|regeling van werkzaamheden";

const MEETINGS: readonly AwaitedForm[] = [
  {
    name: "commissievergadering",
    source: `(?<prep>${BEFORE}|bij|tijdens|in) (?:(?:het|de|een|${NEXT_ONE}|geplande|eerstvolgend) )*(?:${COMMITTEE})${WORD_END}`,
    read: ({ prep }) =>
      isBefore(prep)
        ? awaits("before_committee_meeting", "een vergadering van de commissie; die dag is hier niet genoemd.", true)
        : null,
  },
  {
    name: "debat",
    source: `(?<prep>${BEFORE}) (?:(?:het|de|een|${NEXT_ONE}|geplande|plenaire|mondelinge|eerstvolgend) )*(?:${DEBATE})${WORD_END}`,
    read: () => awaits("before_debate", "een debat; die dag is hier niet genoemd.", true),
  },
];

const ELECTIONS: AwaitedForm = {
  name: "verkiezingen",
  source: `${BEFORE} (?:de )?(?:${NEXT_ONE} )?\\p{L}{0,30}(?:verkiezingen|kabinetsformatie)${WORD_END}`,
  read: () => awaits("condition", "een gebeurtenis; die dag is hier niet genoemd.", true),
};

const TO_CLAUSE_END = "[^,.;:?!\\n]{0,90}";
/** After a noun the clause goes on with its verb: "na de besluitvorming moet". */
const TO_VERB =
  "[^,.;:?!\\n]{0,90}?(?= (?:zal|zullen|moet|moeten|kan|kunnen|wordt|worden|is|zijn|toe|terug|wil|ga|gaan|kom|stuur|informeer|volgt|ontvangt|ik|wij)(?![\\p{L}])|[,.;:?!\\n]|$)";
const CONDITIONS: readonly AwaitedForm[] = [
  {
    name: "voorwaarde",
    source: `(?:zodra|nadat|op het moment dat|op het moment waarop|vanaf het moment dat|pas (?:als|wanneer)|zo gauw|als eenmaal|naar aanleiding van de uitkomsten?|(?:wanneer|als) (?:het|de|deze|dit|die|er) (?:[^ ,.;:?!\\n]{1,40} ){1,5}?(?:klaar|gereed|afgerond|beschikbaar|bekend|ontvangen|verschenen|voltooid|vastgesteld|opgeleverd|gepubliceerd|uitgebracht))${WORD_END}${TO_CLAUSE_END}`,
    read: () => awaits("condition", "wacht op een gebeurtenis; een dag volgt hier niet uit."),
  },
  {
    name: "na een gebeurtenis",
    source: `(?:direct |kort |onmiddellijk |spoedig |meteen |snel )?(?:na|volgend op|aansluitend op|in aansluiting op) (?:de |het |haar |zijn |uw |mijn |dit |een |deze |definitieve |formele |parlementaire )*(?:ontvangst|verkiezingen|(?:kabinets)?formatie|consultatie|internetconsultatie|uitspraak|stemming(?:en)?|goedkeuring|ondertekening|overleg met|gesprek(?:ken)? met|aanbieding|start|invoering|realisatie|instemming|bespreking|opening|ingebruikname|afronding|afloop|oplevering|publicatie|inwerkingtreding|besluitvorming|ommekomst|vaststelling|voltooiing|bekendwording|verschijnen|uitkomen|advies|behandeling|aanvaarding|evaluatie)${WORD_END}${TO_VERB}`,
    read: () => awaits("condition", "wacht op een gebeurtenis; een dag volgt hier niet uit."),
  },
  {
    name: "komende bijeenkomst",
    source: `(?:in|bij|tijdens) (?:de|het) (?:eerst ?)?(?:komende|volgende|aanstaande) (?!tijd|periode|dag|we[ek]|twee|drie|vier|vijf|zes|tien|stand|maand|ja[ar]|half|school|studie|vergaderjaar|parlementair|feest|paas|pinkster|jaarwisseling|kerst|kwarta|zomer|winter|herfst|voorjaar|najaar|brief|termijn|begroting|vraag|alinea|paragraaf|tabel|ronde)\\p{L}{4,30}${WORD_END}`,
    read: () => awaits("condition", "wacht op een gebeurtenis; een dag volgt hier niet uit."),
  },
];

const OTHER: readonly AwaitedForm[] = [
  {
    name: "terugkerend",
    source: `(?:(?:twee|drie|vier|vijf)?(?:half)?jaarlijks|(?:twee|drie|vier|zes)?(?:maandelijks|wekelijks)|dagelijks|kwartaalsgewijs|kwartaalgewijs|periodiek|regelmatig|met (?:enige )?regelmaat|op gezette tijden|doorlopend|(?:elke?|ieder[e]?) (?:dag|week|maand|kwartaal|half ?jaar|jaar|voorjaar|najaar|zomer|winter|herfst|(?:${NUMBER}) (?:dagen|weken|maanden|jaar)|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))|om de (?:${NUMBER}) (?:weken|maanden|jaar)|eens (?:per|in de|in het|in)(?: (?:${NUMBER}))? (?:week|weken|maand|maanden|kwartaal|half ?jaar|jaar)|(?:een|één|twee|drie|vier|\\d) ?(?:keer|maal) (?:per|in het|in de|in)(?: (?:${NUMBER}))? (?:half ?jaar|jaar|maand|maanden|kwartaal|week|weken)|(?:een|twee|drie|vier)maal per (?:jaar|maand|kwartaal)|per kwartaal|om het (?:half)?jaar)${WORD_END}`,
    read: () => RECURRING,
  },
  {
    name: "zonder moment",
    source: `(?:(?:zo|ten) (?:spoedig|snel|vroeg|gauw) (?:als )?(?:mogelijk(?:e)?|ik kan|we kunnen)|zo spoedig|ten spoedigste|(?:met )?(?:bekwame )?spoed(?:ig)?|met spoed|zsm|z\\.s\\.m\\.|te zijner tijd|te gelegener tijd|t\\.z\\.t\\.|tzt|mettertijd|tegen die tijd|binnenkort|eerdaags|(?:een )?dezer dagen|op (?:(?:zeer|heel|de|een|niet al te|wat|iets) )*(?:korte|kortere|afzienbare|kortst mogelijke|langere) termijn|op termijn|(?:op|in) een (?:later|nader te bepalen|geschikt|passend) (?:moment|tijdstip|stadium)|op enig moment|op (?:het juiste|een goed) moment|in een later stadium|bij (?:de (?:eerst)?volgende|een volgende) gelegenheid|binnen (?:afzienbare|korte|niet al te lange|zeer korte) (?:tijd|termijn)|op afzienbare tijd|in de nabije toekomst|per (?:ommegaande|omgaande|kerende post)|onverwijld|(?:nog )?(?:(?:in|gedurende|tijdens|binnen) )?(?:deze|de huidige|de lopende|de komende|het einde van deze) (?:kabinets|regeer|regeerings|regerings|zittings|bewinds)periode|(?:in |de )*(?:eerst)?komende (?:tijd|periode|weken|maanden|jaren|dagen|uren))${WORD_END}`,
    read: () => OPEN_ENDED,
  },
];

/** All forms; of those that fit at a place, the longest match counts. */
export const AWAITED_FORMS: readonly AwaitedForm[] = [
  ...DURATIONS,
  ...LETTERS,
  MONTH_LETTER,
  ...BUDGET,
  ...MEETINGS,
  ELECTIONS,
  ...CONDITIONS,
  ...OTHER,
];

/** Meetings and events whose day may follow: "voor het debat over … van 9 mei". */
export const DATED_EVENT = `${BEFORE} (?:(?:het|de|een|${NEXT_ONE}|geplande) )*(?:plenaire |technische |schriftelijke |mondelinge )?(?:${COMMITTEE}|${DEBATE}|\\p{L}{0,40}(?:verkiezing(?:en)?|raad|vergadering|overleg|bijeenkomst|conferentie|top|behandeling|hoorzitting|gesprek|zitting|briefing|dag|beraad))${WORD_END}`;
