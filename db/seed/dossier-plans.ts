/**
 * What two documents outside the letters recommend and plan, and the figures that the letter of 4 March 2011 gives. In our
 * own words; which term, partners or question mark belongs to which category of the model, no source of ours says.
 */
import type { Figure } from "#app/domain/events.ts";
import { inLetter } from "./dossier.ts";
import { BARRIER_MODEL, THREAT_ASSESSMENT } from "./dossier-evidence.ts";
import type { SeedPlan } from "./dossier-types.ts";

type Told = Pick<SeedPlan, "id" | "title" | "text"> & Partial<SeedPlan>;

const recommendation = (told: Told): SeedPlan => ({
  kind: "recommendation",
  topic: null,
  by: "Politie, dreigingsbeeld 2012",
  on: "2012-12-31",
  place: null,
  measure: null,
  figure: null,
  document: { words: `${THREAT_ASSESSMENT.words} De aanbevelingen staan in hoofdstuk 10.`, dateWords: "2012" },
  source: null,
  ...told,
});

const TERMS =
  "Het model kent vier termijnen: direct, 6-9 maanden, 10-18 maanden en zodra het landelijke team werkt. Welke daarvan bij deze soort hoort, is niet bekend. Ook de partners zijn niet bekend.";

const measure = (id: string, category: string, what: string, told: Partial<SeedPlan> = {}): SeedPlan => ({
  id: `maatregel-${id}`,
  kind: "measure",
  title: `Barrièremodel: ${category}`,
  text: `${what} ${TERMS}`,
  topic: null,
  by: null,
  on: "2011-12-31",
  place: null,
  measure: { category, partners: [], term: null, fromMonth: null, untilMonth: null, start: null, inDoubt: null },
  figure: null,
  document: { words: BARRIER_MODEL.words, dateWords: "2011" },
  source: null,
  ...told,
});

const SERIES = { series: "Werkvoorraad kinderpornografie", unit: "zaken" } as const;

const figure = (id: string, title: string, text: string, at: Omit<Figure, "series" | "unit">): SeedPlan => ({
  id,
  kind: "figure",
  title,
  text,
  topic: "werkvoorraad",
  by: "Minister van Veiligheid en Justitie",
  on: "2011-03-04",
  place: inLetter("Werkvoorraad", 1),
  measure: null,
  figure: { ...SERIES, ...at },
  document: null,
  source: { words: "Brief van 4 maart 2011. Het nummer van deze brief is niet bekend.", paper: null },
});

export const plans: readonly SeedPlan[] = [
  recommendation({
    id: "aanbeveling-keten",
    title: "Naar de hele keten kijken",
    text: "Het dreigingsbeeld raadt aan om de hele keten te bekijken, en niet één onderdeel.",
  }),
  recommendation({
    id: "aanbeveling-netwerken",
    title: "Netwerken analyseren",
    text: "Het dreigingsbeeld raadt aan om te onderzoeken hoe netwerken in elkaar zitten.",
  }),
  recommendation({
    id: "aanbeveling-gegevensdragers",
    title: "In elke zedenzaak gegevensdragers in beslag nemen",
    text: "Het dreigingsbeeld raadt de politie aan om in elke zedenzaak computers, telefoons en andere gegevensdragers mee te nemen.",
  }),
  recommendation({
    id: "aanbeveling-inlichtingen",
    title: "Criminele inlichtingen gebruiken",
    text: "Het dreigingsbeeld raadt aan om bij de opsporing gebruik te maken van criminele inlichtingen.",
  }),
  recommendation({
    id: "aanbeveling-internationaal",
    title: "Internationaal beter informatie delen",
    text: "Het dreigingsbeeld raadt aan om informatie beter uit te wisselen met andere landen.",
  }),
  recommendation({
    id: "aanbeveling-signalen",
    title: "Andere instanties laten letten op signalen",
    text: "Het dreigingsbeeld raadt aan dat ook andere instanties dan de politie letten op signalen.",
  }),
  measure("hulp", "hulp", "Maatregelen om mensen hulp te geven."),
  measure("informatie", "informatie", "Maatregelen om informatie te geven."),
  measure("bewustwording", "bewustwording", "Maatregelen om mensen bewust te maken."),
  measure("melden", "melden", "Maatregelen rond het melden."),
  measure("protocollen", "protocollen", "Maatregelen om vaste afspraken te maken over hoe men werkt."),
  measure("toezicht", "toezicht", "Maatregelen rond toezicht."),
  measure("opsporing", "opsporing", "Maatregelen rond de opsporing."),
  measure("blokkeren", "blokkeren", "Maatregelen om te blokkeren.", { topic: "blokkeren" }),
  figure(
    "werkvoorraad-2010-3",
    "Eind derde kwartaal 2010: 991 zaken in de werkvoorraad",
    "Aan het eind van het derde kwartaal van 2010 lagen er 991 zaken.",
    { value: 991, on: "2010-09-30" },
  ),
  figure(
    "werkvoorraad-2010-4",
    "Eind vierde kwartaal 2010: 770 zaken in de werkvoorraad",
    "Aan het eind van het vierde kwartaal van 2010 lagen er 770 zaken.",
    { value: 770, on: "2010-12-31" },
  ),
];
