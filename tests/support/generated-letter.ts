/** A letter of any length about invented policy, with headings and paragraphs, in sentences that differ from one another. */
import { type Draws, drawsFrom } from "./draws.ts";
import { ANGLES, ASPECTS, MEMBERS, REGIONS, THINGS } from "./invented-subjects.ts";

const MONTHS = "januari februari maart april mei juni juli september oktober november december".split(" ");
const PLACES = ["commissiedebat", "algemeen overleg", "plenaire debat", "tweeminutendebat", "notaoverleg"];
const BODIES = ["de provincie", "het waterschap", "de gemeente", "de vervoerder", "de stichting", "het adviesbureau"];
const TERMS = [
  "voor het zomerreces",
  "in het tweede kwartaal van 2025",
  "eind dit jaar",
  "uiterlijk 1 november",
  "binnen zes weken",
  "in de eerstvolgende voortgangsbrief",
  "zo spoedig mogelijk, doch uiterlijk in maart 2025",
  "voor de begrotingsbehandeling",
];

/** The share of sentences that do something for the register is about that of a progress letter: one in six. */
const SENTENCES: ((subject: string, draws: Draws) => string)[] = [
  (subject, { of }) => `Ik zal uw Kamer ${of(TERMS)} informeren over ${subject}.`,
  (subject, { of, below }) =>
    `In het ${of(PLACES)} van ${1 + below(28)} ${of(MONTHS)} 2024 heb ik het lid ${of(MEMBERS)} toegezegd in te gaan op ${subject}.`,
  (subject, { below }) =>
    `Hiermee is de toezegging over ${subject} (Kamerstuk 3${below(9)} ${100 + below(899)}, nr. ${1 + below(200)}) afgedaan.`,
  (subject, { of }) => `Het onderzoek naar ${subject} vraagt meer tijd; u ontvangt de uitkomsten ${of(TERMS)}.`,
  (subject, { of, below }) =>
    `Volgens ${of(BODIES)} is het aantal meldingen over ${subject} gedaald van ${200 + below(800)} in 2022 naar ${below(200)} in 2023.`,
  (subject, { of }) =>
    `Daarbij speelt ${of(ANGLES)} een grotere rol dan bij de start van het programma werd voorzien, zeker waar het gaat om ${subject}.`,
  (subject, { of }) =>
    `In ${of(REGIONS)} hebben ${of(BODIES)} en de gebruikers samen een werkwijze opgesteld voor ${subject}, die inmiddels in de praktijk wordt beproefd.`,
  (subject) => `Over ${subject} lopen de meningen uiteen, al verschilt dat van plaats tot plaats.`,
  (subject, { of }) =>
    `De eerste ervaringen laten zien dat ${subject} vooral vastloopt op ${of(ANGLES)}; dat beeld wordt door ${of(BODIES)} herkend.`,
  (subject, { of, below }) =>
    `Op ${1 + below(28)} ${of(MONTHS)} 2023 is met ${of(BODIES)} gesproken over ${subject} en over de vraag wie de kosten draagt (zie bijlage ${1 + below(6)}).`,
  (_, { of }) => `Dat vergt afstemming met ${of(BODIES)}, die daarvoor eigen termijnen en eigen bevoegdheden heeft.`,
  (subject, { below }) =>
    `Voor ${subject} is in de begroting € ${1 + below(90)},${below(9)} miljoen beschikbaar, verdeeld over ${2 + below(4)} jaar.`,
  (subject, { of }) =>
    `Wanneer ${of(BODIES)} daartoe besluit, kan ${subject} ook buiten ${of(REGIONS)} worden opgepakt, mits ${of(ANGLES)} daarbij wordt betrokken.`,
  (subject) =>
    `Uit de evaluatie, die door een onafhankelijk bureau is uitgevoerd, blijkt dat bewoners ${subject} belangrijk vinden en dat zij graag eerder bij de plannen worden betrokken.`,
  (_, { of }) => `Zij wezen daarbij op ${of(ANGLES)} en op ${of(ANGLES)}.`,
  (subject, { of }) =>
    `De regeling die hiervoor in ${of(MONTHS)} is opengesteld, geldt niet voor ${subject}, omdat daarvoor al een aparte voorziening bestaat.`,
];

const subjectOf = ({ of, chance, below }: Draws): string => {
  const [one, aspect] = [of(THINGS), of(ASPECTS)];
  if (chance(0.3)) return `de ${one.inCompound}${aspect}`;
  return `de ${aspect} van ${one.many}${chance(0.3) ? ` in ${of(REGIONS)}` : ""}${below(9) === 0 ? " en de lessen daaruit" : ""}`;
};

/** A generated letter of about `words` words. The same seed gives the same letter. */
export function generatedLetter(words: number, seed = 1): string {
  const draws = drawsFrom(seed);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    if (draws.chance(0.15)) paragraphs.push(`${paragraphs.length + 1}. ${draws.of(ASPECTS)} in ${draws.of(REGIONS)}`);
    const paragraph = Array.from({ length: 3 + draws.below(4) }, () => draws.of(SENTENCES)(subjectOf(draws), draws));
    paragraphs.push(paragraph.join(" "));
    count += paragraph.join(" ").split(" ").length;
  }
  return paragraphs.join("\n\n");
}
