/** Words of the register for what it follows beside commitments. */
import { dayInWords, type IsoDay } from "./calendar.ts";
import { ITEM_WORDS } from "./commitment.ts";
import type { Figure, ItemEvent, ItemKind, ItemRelation } from "./events.ts";

/** In the order in which pages tell them, so that what was expected is not read as what came of it. */
export const ITEM_KINDS: readonly ItemKind[] = [
  "expectation",
  "decision",
  "request",
  "recommendation",
  "measure",
  "figure",
  "evidence",
];

/** The kind in an address: `/gevolgd?soort=verwachting`. */
export const KIND_IN_URL: Record<ItemKind, string> = {
  expectation: "verwachting",
  decision: "besluit",
  request: "vraag",
  recommendation: "aanbeveling",
  measure: "maatregel",
  figure: "cijfer",
  evidence: "bron",
};

export const kindFromUrl = (word: string | null): ItemKind | null =>
  ITEM_KINDS.find((kind) => KIND_IN_URL[kind] === word) ?? null;

/** What each kind is, for whoever never heard of it. */
export const ITEM_EXPLAINED: Record<ItemKind, string> = {
  expectation: "Iemand zei wat er waarschijnlijk gaat gebeuren. Dat is geen belofte: het kan niet te laat zijn.",
  decision: "Er is iets besloten. Een besluit is geen belofte aan de Kamer.",
  request: "Een Kamerlid vroeg ergens om. Een vraag is nog geen toezegging.",
  recommendation: "Een rapport raadt iets aan. Of het gebeurt, is een tweede.",
  measure:
    "Een beleidsstuk zegt wat men wil gaan doen, met wie en wanneer. Dat is een plan, geen belofte aan de Kamer.",
  figure: "Een getal van een bepaalde dag, met de plaats waar het staat.",
  evidence: "Een document laat zien hoe het er later voor stond.",
};

/** What one has to do with the other: read from the item, and from what it is linked to. */
export const RELATION_WORDS: Record<ItemRelation, { from: string; to: string }> = {
  about: { from: "gaat over", to: "hierover gaat ook" },
  shows: { from: "laat iets zien over", to: "wat hiervan bleek" },
  answers: { from: "is het antwoord op", to: "het antwoord hierop" },
  follows_from: { from: "volgt uit", to: "hieruit volgt" },
};

export const RELATIONS = Object.keys(RELATION_WORDS) as ItemRelation[];

/** `Verwachting`. Evidence that a letter itself gives is a report of that letter, no other source. */
export function kindInWords(kind: ItemKind, isInLetter = false): string {
  if (kind === "evidence") return isInLetter ? "Melding" : "Andere bron";
  return capital(ITEM_WORDS[kind].one);
}

/** `3 verwachtingen`, `1 besluit`. */
export const countInWords = (kind: ItemKind, count: number): string =>
  kind === "evidence"
    ? `${count} ${count === 1 ? "bron" : "bronnen"}`
    : `${count} ${count === 1 ? ITEM_WORDS[kind].one : ITEM_WORDS[kind].many}`;

const DUTCH = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 6 });

/** `1.234,5`. */
export const valueInWords = (value: number): string => DUTCH.format(value);

/** `991 zaken op 30 september 2010`. */
export const figureInWords = ({ value, unit, on }: Figure): string =>
  `${valueInWords(value)} ${unit} op ${dayInWords(on)}`;

/** `M2011-0001: titel`, as a form suggests it and reads it back. */
export const targetInWords = ({ number, title }: { number: string; title: string }): string => `${number}: ${title}`;

/** A number as Dutch writes it: `1.234,5`, `991`, `-0,5`. Null for anything else, also for `1.5`, which may mean two things. */
export function valueFromWords(typed: string): number | null {
  const text = typed.trim();
  if (!/^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,\d{1,6})?$/.test(text)) return null;
  return Number(text.replace("−", "-").replaceAll(".", "").replace(",", "."));
}

/**
 * The one number in a passage that can be a value; null where there is none or more than one. What names a day, a year,
 * a paper, an article or a place in a list is no value.
 */
export function onlyValueIn(text: string): number | null {
  const found = [
    ...text.matchAll(/(?<![\p{L}\d.,/-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\p{L}\d/-]|[.,]\d)/gu),
  ].filter(({ 0: number, index }) => {
    const before = text.slice(Math.max(0, index - 24), index);
    const after = text.slice(index + number.length, index + number.length + 16);
    const isYear = /^(?:19|20|21)\d\d$/.test(number);
    const isDay = /^ (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)/.test(
      after,
    );
    const isCited =
      /(?:nr\.?|nummer|artikel|art\.|lid|bijlage|hoofdstuk|paragraaf|kamerstuk(?:ken)?|pagina|p\.)\s*$/i.test(before);
    const isPaper = /^ \d{3}|^ [IVX]+\b|^, nr/.test(after) || /\d{2} $/.test(before);
    const isOrdinal = /^[ªº°]|^ ?(?:e|de|ste)\b/.test(after);
    return !isYear && !isDay && !isCited && !isPaper && !isOrdinal;
  });
  const [only, ...others] = found;
  return only && others.length === 0 ? valueFromWords(only[0]) : null;
}

/** The sentence for each event of an item; `other` names what it is linked to. */
export function itemEventSentence(
  event: Pick<ItemEvent, "kind" | "payload">,
  { other }: { other: string | null },
): string {
  const told = event as ItemEvent;
  switch (told.kind) {
    case "registered":
      return FIRST[told.payload.itemKind];
    case "published":
      return told.payload.number
        ? `In het register gepubliceerd onder nummer ${told.payload.number}.`
        : "In het register gepubliceerd.";
    case "linked":
      return `In het register gekoppeld: ${RELATION_WORDS[told.payload.relation].from} ${other}.`;
    case "mentioned":
      return "Een brief zegt hier iets over.";
    case "corrected":
      return "De registratie is gecorrigeerd.";
    case "withdrawn":
      return "Een eerdere registratie is ingetrokken.";
  }
}

const FIRST: Record<ItemKind, string> = {
  expectation: "De verwachting is uitgesproken.",
  decision: "Het besluit is gemeld.",
  request: "De vraag is gesteld.",
  recommendation: "De aanbeveling is gedaan.",
  measure: "De maatregel is aangekondigd.",
  figure: "Het cijfer is gemeld.",
  evidence: "Dit document laat dit zien.",
};

/** What a document of that date holds from: its day; known to the year, its last day; else the day it was consulted, or `otherwise`. */
export const evidenceDay = (
  { date, dateWords, consultedOn }: { date: IsoDay | null; dateWords: string | null; consultedOn: IsoDay | null },
  otherwise: IsoDay,
): IsoDay => date ?? (/^\d{4}$/.test(dateWords ?? "") ? `${dateWords}-12-31` : (consultedOn ?? otherwise));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
