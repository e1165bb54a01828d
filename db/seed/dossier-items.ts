/** What else the letter of 4 March 2011 says that a reader wants followed: not promises, and counted apart from them. */
import type { Deadline } from "#app/domain/deadline.ts";
import { inLetter, REVIEWED_LETTER } from "./dossier.ts";
import type { SeedItem } from "./dossier-types.ts";

const MINISTER = "Minister van Veiligheid en Justitie";

const period = (words: string, earliest: string | null, latest: string, how: string): Deadline => ({
  words,
  earliest,
  latest,
  event: null,
  beforeEvent: false,
  derived: `${words}: ${how}`,
});

const item = (
  heading: string,
  paragraph: number,
  told: Pick<SeedItem, "id" | "kind" | "title" | "text" | "topic"> & Partial<SeedItem>,
): SeedItem => ({
  by: MINISTER,
  on: "2011-03-04",
  origin: { kind: "letter", id: REVIEWED_LETTER, place: inLetter(heading, paragraph) },
  deadline: null,
  source: { words: "Brief van 4 maart 2011. Het nummer van deze brief is niet bekend.", paper: null },
  ...told,
});

export const items: readonly SeedItem[] = [
  item("PVAKP", 2, {
    id: "n1-voorstel-herinrichting",
    kind: "expectation",
    title: "In mei een voorstel voor de herinrichting",
    text: "De minister verwacht dat politie en Openbaar Ministerie in mei 2011 een nieuwe manier van werken voorstellen.",
    topic: "herinrichting",
    deadline: period("in mei", "2011-05-01", "2011-05-31", "van 1 mei 2011 tot en met 31 mei 2011."),
  }),
  item("PVAKP", 2, {
    id: "n2-start-herinrichting",
    kind: "expectation",
    title: "De herinrichting begint op 1 januari 2012",
    text: "De minister denkt dat de nieuwe manier van werken op 1 januari 2012 kan beginnen. Eerst moet er een besluit zijn.",
    topic: "herinrichting",
    deadline: period("op 1 januari 2012", "2012-01-01", "2012-01-01", "op zondag 1 januari 2012."),
  }),
  item("Korpsmonitor", 1, {
    id: "n8-korpsmonitor-naar-minister",
    kind: "expectation",
    title: "De minister krijgt de korpsmonitor voor de zomer",
    text: "De politie geeft de korpsmonitor 2009/2010 voor de zomer aan de minister. Dit is geen toezegging aan de Kamer: die staat apart.",
    topic: "korpsmonitor",
    by: "Minister van Veiligheid en Justitie, over de politie",
    deadline: period(
      "voor de zomer van dit jaar",
      null,
      "2011-07-07",
      "uiterlijk op 7 juli 2011, de dag voor het zomerreces. Dat reces is berekend.",
    ),
  }),
  item("Filteren en blokkeren", 4, {
    id: "d1-niet-blokkeren",
    kind: "decision",
    title: "Geen filter op domeinniveau",
    text: "De minister volgt het advies van het Platform Internetveiligheid. Internetproviders gaan websites niet blokkeren op domeinniveau (DNS).",
    topic: "blokkeren",
  }),
  item("Filteren en blokkeren", 8, {
    id: "n7-techniek-volgen",
    kind: "expectation",
    title: "De ontwikkeling van deep packet inspection blijven volgen",
    text: "De minister blijft volgen hoe deze techniek zich ontwikkelt. Dat is voor alle opsporing, niet alleen voor dit onderwerp.",
    topic: "deep-packet-inspection",
  }),
  item("Online Meldknop", 2, {
    id: "n6-meldknoppen-gereed",
    kind: "expectation",
    title: "Beide meldknoppen klaar in de zomer",
    text: "De minister verwacht dat de twee soorten meldknoppen in de zomer van 2011 klaar zijn.",
    topic: "meldknop",
    deadline: period(
      "in de zomer",
      "2011-06-21",
      "2011-09-20",
      "van 21 juni 2011 tot en met 20 september 2011. Het register rekent de zomer van 21 juni tot en met 20 september.",
    ),
  }),
  item("Trajecten om online in contact te komen met de hulpverlening", 1, {
    id: "b7-duits-project",
    kind: "request",
    title: "Vraag naar een Duits project voor hulp via internet",
    text: "Kamerlid Arib noemde in het debat een Duits project dat mensen via internet naar de hulpverlening verwijst. Zij dacht aan een rol voor het Meldpunt. De brief antwoordt dat het Duitse project is gestopt. In Nederland wordt onderzocht of Stop it Now! hier kan.",
    topic: "stop-it-now",
    by: "Kamerlid Arib (PvdA)",
    on: "2010-12-02",
    origin: {
      kind: "debate",
      id: "debat-2010-12-02",
      place: inLetter("Trajecten om online in contact te komen met de hulpverlening", 1),
    },
    source: {
      words: "De brief van 4 maart 2011 noemt deze vraag. Het verslag van het debat is 32 500 VI, nr. 75.",
      paper: "32 500 VI, nr. 75",
    },
  }),
];
