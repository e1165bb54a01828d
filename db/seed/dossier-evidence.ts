/** What sources outside the promises show, one fact a row. No page was consulted for this: `consultedOn` stays empty. */
import { inLetter } from "./dossier.ts";
import type { SeedEvidence, Source } from "./dossier-types.ts";

type Shown = Pick<SeedEvidence, "id" | "title" | "shows" | "topic"> & Partial<SeedEvidence>;

const from =
  (source: Source, dateWords: string | null) =>
  (shown: Shown): SeedEvidence => ({
    commitments: [],
    items: [],
    date: null,
    dateWords,
    consultedOn: null,
    place: null,
    source,
    ...shown,
  });

export const THREAT_ASSESSMENT: Source = {
  words: "Dreigingsbeeld van de politie uit 2012. De precieze dag en het adres zijn niet bekend.",
  paper: null,
};
export const BARRIER_MODEL: Source = {
  words: "Barrièremodel uit 2011. De precieze dag en het adres zijn niet bekend.",
  paper: null,
};

const threatAssessment = from(THREAT_ASSESSMENT, "2012");
const barrierModel = from(BARRIER_MODEL, "2011");
const policePage = from(
  { words: "Webpagina van de politie over Stop it Now!. De datum en het adres zijn niet bekend.", paper: null },
  null,
);
const publication = from(
  {
    words:
      "Onderzoekspublicatie over netwerken, zonder datum. Zij noemt de vernieuwde aanpak van 2018 (31 015, nr. 135).",
    paper: null,
  },
  "na 2018",
);

export const evidence: readonly SeedEvidence[] = [
  threatAssessment({
    id: "dreigingsbeeld-meldknop",
    title: "In 2012 was de meldknop nog in de maak",
    shows: "Volgens het dreigingsbeeld van 2012 werd er toen nog aan een meldknop gewerkt.",
    topic: "meldknop",
    commitments: ["b6-meldknop"],
    items: ["n6-meldknoppen-gereed"],
  }),
  threatAssessment({
    id: "dreigingsbeeld-stop-it-now",
    title: "Stop it Now! was bedoeld voor 2012",
    shows: "Volgens het dreigingsbeeld was het de bedoeling dat Stop it Now! in 2012 zou beginnen.",
    topic: "stop-it-now",
    items: ["b7-duits-project"],
  }),
  threatAssessment({
    id: "dreigingsbeeld-landelijke-eenheid",
    title: "Een landelijke eenheid in 2012",
    shows: "Volgens het dreigingsbeeld werd in 2012 een landelijke eenheid opgezet.",
    topic: "herinrichting",
    items: ["n1-voorstel-herinrichting", "n2-start-herinrichting"],
  }),
  threatAssessment({
    id: "dreigingsbeeld-blokkeren",
    title: "Blokkeren heeft weinig nut",
    shows: "Het dreigingsbeeld vindt dat blokkeren van websites weinig nut heeft.",
    topic: "blokkeren",
    items: ["d1-niet-blokkeren"],
  }),
  barrierModel({
    id: "barrieremodel-stop-it-now",
    title: "In 2011 liep het werk aan Stop it Now!",
    shows: "Volgens het barrièremodel van 2011 werd er toen aan Stop it Now! gewerkt.",
    topic: "stop-it-now",
    items: ["b7-duits-project"],
  }),
  barrierModel({
    id: "barrieremodel-proef",
    title: "In 2011 liep de proef met het hostingbedrijf",
    shows: "Volgens het barrièremodel van 2011 was de proef met het hostingbedrijf bezig.",
    topic: "uploadfilter",
    commitments: ["n5-proef-uploadfilter"],
  }),
  barrierModel({
    id: "barrieremodel-landelijke-eenheid",
    title: "Doel: een landelijke eenheid op 1 januari 2012",
    shows:
      "Het barrièremodel noemt een doel uit de brief van de minister van juni 2011: op 1 januari 2012 werkt er een landelijke eenheid.",
    topic: "herinrichting",
    items: ["n2-start-herinrichting"],
  }),
  barrierModel({
    id: "barrieremodel-150-fte",
    title: "Doel: 150 voltijdbanen op 1 juli 2012",
    shows:
      "Het barrièremodel noemt een doel uit de brief van de minister van juni 2011: op 1 juli 2012 zijn er 150 voltijdbanen (fte).",
    topic: "herinrichting",
    items: ["n2-start-herinrichting"],
  }),
  policePage({
    id: "politie-stop-it-now",
    title: "De hulplijn Stop it Now! bestaat",
    shows: "De politie verwijst op een webpagina naar de hulplijn Stop it Now!.",
    topic: "stop-it-now",
    items: ["b7-duits-project"],
  }),
  publication({
    id: "publicatie-vernieuwde-aanpak",
    title: "In 2018 kwam er een vernieuwde aanpak",
    shows: "Een latere onderzoekspublicatie noemt de vernieuwde aanpak van 2018 (31 015, nr. 135).",
    topic: null,
  }),
  // The letter reports on the EFC without promising anything: what it says is kept as information, with its place.
  from(
    { words: "Brief van 4 maart 2011. Het nummer van deze brief is niet bekend.", paper: null },
    null,
  )({
    id: "b8-efc",
    title: "De eerste fase van de EFC is klaar",
    shows:
      "De eerste resultaten zijn in september 2010 gepresenteerd. Over geld voor een tweede fase had de Europese Commissie nog niet besloten.",
    topic: "efc",
    date: "2011-03-04",
    place: inLetter("EFC", 1),
  }),
];
