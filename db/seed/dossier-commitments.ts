/** The commitments of the debate of 2 December 2010 and of the letter of 4 March 2011, with what that letter answered. */
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import { inLetter, REVIEWED_LETTER } from "./dossier.ts";
import type { SeedCommitment, Source } from "./dossier-types.ts";

const NEXT_PROGRESS_LETTER: Deadline = {
  words: "in de volgende voortgangsbrief",
  earliest: null,
  latest: null,
  event: "next_progress_letter",
  beforeEvent: false,
  derived: "in de volgende voortgangsbrief: de eerstvolgende voortgangsbrief; een dag volgt hier niet uit.",
};

/** What was promised in the debate we know from the letter that came back to it. */
const DEBATE_SOURCE: Source = {
  words:
    "De brief van 4 maart 2011 noemt deze toezegging uit het debat van 2 december 2010. Het verslag van dat debat is 32 500 VI, nr. 75.",
  paper: "32 500 VI, nr. 75",
};
const LETTER_SOURCE: Source = {
  words: "Brief van 4 maart 2011. Het nummer van deze brief is niet bekend.",
  paper: null,
};

type Told = Pick<SeedCommitment, "id" | "title" | "text" | "topic"> & Partial<SeedCommitment>;

const inDebate = (told: Told): SeedCommitment => ({
  office: "staatssecretaris-venj",
  officeHolder: "teeven",
  to: { chamber: "TK", member: null, group: null },
  madeOn: "2010-12-02",
  origin: { kind: "debate", id: "debat-2010-12-02", place: null },
  deadline: NO_DEADLINE,
  recurring: null,
  outcome: null,
  source: DEBATE_SOURCE,
  ...told,
});

const inTheLetter = (heading: string, paragraph: number, told: Told): SeedCommitment => ({
  office: "minister-venj",
  officeHolder: "opstelten",
  to: { chamber: "TK", member: null, group: null },
  madeOn: "2011-03-04",
  origin: { kind: "letter", id: REVIEWED_LETTER, place: inLetter(heading, paragraph) },
  deadline: NO_DEADLINE,
  recurring: null,
  outcome: null,
  source: LETTER_SOURCE,
  ...told,
});

export const commitments: readonly SeedCommitment[] = [
  inDebate({
    id: "b1-voortgangsbrief-februari",
    title: "De volgende voortgangsbrief in februari 2011 sturen",
    text: "De Kamer krijgt de volgende voortgangsbrief in februari 2011.",
    topic: "voortgangsbrief",
    deadline: {
      words: "in februari 2011",
      earliest: "2011-02-01",
      latest: "2011-02-28",
      event: null,
      beforeEvent: false,
      derived: "in februari 2011: van 1 februari 2011 tot en met 28 februari 2011.",
    },
    outcome: {
      claim: "met",
      place: inLetter("Inleiding", 1),
      rest: null,
      note: "De brief zelf is het antwoord. Hij is van 4 maart 2011, vier dagen na het eind van februari.",
    },
  }),
  inDebate({
    id: "b2-twee-brieven-per-jaar",
    title: "Twee keer per jaar een voortgangsbrief sturen",
    text: "De Kamer blijft twee keer per jaar een voortgangsbrief krijgen.",
    topic: "voortgangsbrief",
    deadline: {
      words: "twee keer per jaar",
      earliest: null,
      latest: null,
      event: "recurring",
      beforeEvent: false,
      derived: "twee keer per jaar: keert steeds terug; geen eenmalige datum.",
    },
    recurring: { perYear: 2 },
    outcome: {
      claim: "progress",
      place: inLetter("Inleiding", 1),
      rest: { kind: "unchanged" },
      note: "De brief herhaalt dat er twee brieven per jaar blijven komen. Dit is er een van.",
    },
  }),
  inDebate({
    id: "b3-verhouding-zaken",
    title: "De Kamer informeren over de verhouding tussen nationale en internationale zaken",
    text: "De Kamer hoort welk deel van de zaken uit onderzoek in Nederland komt en welk deel uit onderzoek in andere landen.",
    topic: "werkvoorraad",
    deadline: NEXT_PROGRESS_LETTER,
    outcome: {
      claim: "met",
      place: inLetter("Werkvoorraad", 2),
      rest: null,
      note: "De registratie van politie en Openbaar Ministerie laat dit niet zien. Deskundigen schatten: 80 procent internationaal, 20 procent nationaal.",
    },
  }),
  inDebate({
    id: "b4-deep-packet-inspection",
    title: "In de voortgangsbrief terugkomen op deep packet inspection",
    text: "De voortgangsbrief gaat in op de vraag of de overheid deep packet inspection wil gebruiken bij de opsporing.",
    topic: "deep-packet-inspection",
    to: { chamber: "TK", member: "gesthuizen", group: "sp" },
    deadline: NEXT_PROGRESS_LETTER,
    outcome: {
      claim: "met",
      place: inLetter("Filteren en blokkeren", 6),
      rest: null,
      note: "Er is geen plan om deze techniek hier speciaal voor te gebruiken. De minister volgt wel hoe de techniek zich ontwikkelt. Dat staat in de 8e alinea.",
    },
  }),
  inDebate({
    id: "b5-hulptrajecten",
    title: "De Kamer informeren over hulptrajecten voor minderjarige slachtoffers",
    text: "De Kamer krijgt meer informatie over behandeling van minderjarige slachtoffers. Het gaat om trajecten met aandacht voor preventie van daderschap.",
    topic: "hulptrajecten",
    outcome: {
      claim: "partly_met",
      place: inLetter("Hulptrajecten misbruikte kinderen", 1),
      rest: { kind: "successor", commitment: "n4-hulptrajecten-apart" },
      note: "De brief zegt dat er verschillende trajecten zijn. Of die ook aan preventie van daderschap doen, wordt nog uitgezocht. Daarover komt apart bericht.",
    },
  }),
  inDebate({
    id: "b6-meldknop",
    title: "De Kamer informeren over de stand van zaken van de meldknop",
    text: "De Kamer hoort hoe ver het werk aan een online meldknop is.",
    topic: "meldknop",
    outcome: {
      claim: "met",
      place: inLetter("Online Meldknop", 1),
      rest: null,
      note: "De brief noemt de partners en twee soorten knoppen die in de maak zijn. Beloofd was alleen de Kamer te informeren.",
    },
  }),
  inTheLetter("Korpsmonitor", 1, {
    id: "n3-korpsmonitor",
    title: "De Kamer informeren over de korpsmonitor 2009/2010",
    text: "De volgende voortgangsbrief vertelt de Kamer meer over de korpsmonitor 2009/2010.",
    topic: "korpsmonitor",
    deadline: NEXT_PROGRESS_LETTER,
  }),
  inTheLetter("Hulptrajecten misbruikte kinderen", 1, {
    id: "n4-hulptrajecten-apart",
    title: "De Kamer apart berichten over preventie van daderschap in hulptrajecten",
    text: "De Kamer krijgt nog een apart bericht. Daarin staat in hoeverre de trajecten ook aan preventie van daderschap doen.",
    topic: "hulptrajecten",
  }),
  inTheLetter("Filteren en blokkeren", 5, {
    id: "n5-proef-uploadfilter",
    title: "De Kamer informeren over de proef met een uploadfilter",
    text: "De volgende voortgangsbrief vertelt hoe het gaat met de proef van de politie en het hostingbedrijf Leaseweb.",
    topic: "uploadfilter",
    deadline: NEXT_PROGRESS_LETTER,
  }),
];
