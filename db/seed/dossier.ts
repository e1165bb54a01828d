/**
 * "Aanpak kinderpornografie": the dossier that ships with the program. It is about policy and nothing else. All words
 * are ours; the words of the minister stand in the official publications. What no source gives is null.
 */
import type {
  Place,
  SeedDebate,
  SeedDossier,
  SeedLetter,
  SeedMember,
  SeedMinistry,
  SeedOffice,
  SeedOfficeHolder,
  SeedRemark,
  SeedTopic,
} from "./dossier-types.ts";

export const dossier: SeedDossier = {
  slug: "aanpak-kinderpornografie",
  name: "Aanpak kinderpornografie",
  description:
    "Dit dossier gaat over het beleid tegen kinderpornografie van 2009 tot 2014. Het laat zien wat bewindspersonen aan de Tweede Kamer toezegden en wat daarvan kwam. Van de brieven is nu alleen die van 4 maart 2011 helemaal nagelezen.",
  ministry: "veiligheid-en-justitie",
  committee: null,
  coveredFrom: "2009-09-09",
  coveredUntil: "2014-03-20",
  rhythm: {
    lettersPerYear: 2,
    from: "2010-12-02",
    source: {
      words: "Toegezegd in het debat van 2 december 2010: twee voortgangsbrieven per jaar",
      paper: "32 500 VI, nr. 75",
    },
  },
  toldDates: [
    {
      saidOn: "2010-12-02",
      expected: "2011-02-28",
      words: "in februari 2011",
      source: { words: "Gezegd in het debat van 2 december 2010", paper: "32 500 VI, nr. 75" },
    },
  ],
};

export const topics: readonly SeedTopic[] = [
  {
    id: "voortgangsbrief",
    name: "Voortgangsbrief",
    description: "Hoe vaak en wanneer de Tweede Kamer een brief krijgt over hoe het met de aanpak gaat.",
  },
  {
    id: "herinrichting",
    name: "Herinrichting",
    description: "Een nieuwe landelijke manier van werken voor politie en Openbaar Ministerie.",
  },
  {
    id: "werkvoorraad",
    name: "Werkvoorraad",
    description: "Hoeveel zaken er bij de politie liggen en waar die vandaan komen.",
  },
  {
    id: "korpsmonitor",
    name: "Korpsmonitor",
    description: "Een overzicht dat de politie over de korpsen maakt en aan de minister geeft.",
  },
  {
    id: "meldknop",
    name: "Meldknop",
    description: "Een knop op internet waarmee mensen misbruik of ander ongewenst gedrag snel kunnen melden.",
  },
  {
    id: "stop-it-now",
    name: "Stop it Now!",
    description: "Een hulplijn voor mensen die zich zorgen maken over hun eigen gevoelens of over iemand anders.",
  },
  {
    id: "blokkeren",
    name: "Blokkeren",
    description: "De vraag of internetbedrijven verboden websites moeten afsluiten met een lijst.",
  },
  {
    id: "deep-packet-inspection",
    name: "Deep packet inspection",
    description: "Techniek die kijkt wat er over een netwerk gaat, en de vraag of de overheid die mag gebruiken.",
  },
  {
    id: "hulptrajecten",
    name: "Hulptrajecten",
    description: "Behandeling en hulp voor minderjarige slachtoffers.",
  },
  {
    id: "uploadfilter",
    name: "Uploadfilter",
    description:
      "Een proef van de politie en een hostingbedrijf om verboden beelden tegen te houden voor ze online staan.",
  },
  {
    id: "efc",
    name: "EFC",
    description: "De European Financial Coalition: Europese samenwerking van opsporingsdiensten en banken.",
  },
];

/**
 * No TOOI identifiers. The one that is published for Justitie en Veiligheid (mnre1058, identifier.overheid.nl) bears the
 * later name; that it is also that of the ministry before its renaming, none of our sources says.
 */
export const ministries: readonly SeedMinistry[] = [
  { id: "justitie", name: "Ministerie van Justitie", tooi: null },
  { id: "veiligheid-en-justitie", name: "Ministerie van Veiligheid en Justitie", tooi: null },
];

export const offices: readonly SeedOffice[] = [
  { id: "minister-venj", name: "Minister van Veiligheid en Justitie", ministry: "veiligheid-en-justitie" },
  {
    id: "staatssecretaris-venj",
    name: "Staatssecretaris van Veiligheid en Justitie",
    ministry: "veiligheid-en-justitie",
  },
];

/** From when until when they held the office, our sources do not say. */
export const officeHolders: readonly SeedOfficeHolder[] = [
  { id: "opstelten", office: "minister-venj", name: "I.W. Opstelten", from: null, until: null },
  { id: "teeven", office: "staatssecretaris-venj", name: "Teeven", from: null, until: null },
];

export const groups: readonly { id: string; name: string }[] = [
  { id: "sp", name: "SP" },
  { id: "pvda", name: "PvdA" },
];

export const members: readonly SeedMember[] = [
  { id: "gesthuizen", name: "Gesthuizen", group: "sp", chamber: "TK" },
  { id: "arib", name: "Arib", group: "pvda", chamber: "TK" },
];

const debate = (date: string, day: string, paper: string | null, more: Partial<SeedDebate> = {}): SeedDebate => ({
  id: `debat-${date}`,
  date,
  title: `Debat van ${day} over de aanpak van kinderpornografie`,
  kind: null,
  chamber: "TK",
  paper,
  officeHolder: null,
  ...more,
});

/** Only of the debate of 2 December 2010 a source says what kind it was and who spoke for the government. */
export const debates: readonly SeedDebate[] = [
  debate("2009-09-09", "9 september 2009", "32 123 VI, nr. 12"),
  debate("2010-03-31", "31 maart 2010", "32 123 VI, nr. 97"),
  debate("2010-12-02", "2 december 2010", "32 500 VI, nr. 75", { kind: "algemeen overleg", officeHolder: "teeven" }),
  debate("2011-05-17", "17 mei 2011", null),
  debate("2012-02-02", "2 februari 2012", "31 015, nr. 79"),
  debate("2014-03-20", "20 maart 2014", "31 015, nr. 102"),
];

const letter = (
  date: string,
  kind: SeedLetter["kind"],
  title: string,
  paper: string | null,
  more: Partial<SeedLetter> = {},
): SeedLetter => ({
  id: `brief-${date}`,
  date,
  kind,
  title,
  chamber: "TK",
  paper,
  sender: null,
  ministry: null,
  reviewed: false,
  ...more,
});

export const letters: readonly SeedLetter[] = [
  letter("2009-12-23", "progress", "Voortgangsbrief van december 2009", "32 123 VI, nr. 79"),
  letter("2010-03-30", "other", "Brief over het filter voor websites", "32 123 VI, nr. 90"),
  letter("2010-07-16", "progress", "Voortgangsbrief van juli 2010", "32 123 VI, nr. 220"),
  letter("2011-03-04", "progress", "Voortgangsbrief van maart 2011", null, {
    sender: "De Minister van Veiligheid en Justitie, I.W. Opstelten",
    ministry: "veiligheid-en-justitie",
    reviewed: true,
  }),
  letter("2011-06-10", "other", "Brief over de toezeggingen uit het debat van 17 mei 2011", "32 500 VI, nr. 106"),
  letter("2011-10-28", "other", "Reactie op de Nationaal Rapporteur", "31 015, nr. 68"),
  letter("2012-01-30", "progress", "Voortgangsbrief van januari 2012", "31 015, nr. 77"),
  letter("2013-10-09", "other", "Plan tegen kindersekstoerisme", "31 015, nr. 93"),
  letter("2013-12-12", "progress", "Voortgangsbrief van december 2013", "31 015, nr. 95"),
];

/** The letter that was reviewed, and a place in it. */
export const REVIEWED_LETTER = "brief-2011-03-04";
export const inLetter = (heading: string, paragraph: number): Place => ({
  letter: REVIEWED_LETTER,
  heading,
  paragraph,
});

export const remarks: readonly SeedRemark[] = [
  {
    place: inLetter("Filteren en blokkeren", 2),
    why: "De brief noemt 22 november 2011 als dag van iets dat al gebeurd was. De brief zelf is van 4 maart 2011. Bedoeld moet zijn: 22 november 2010.",
  },
  {
    place: inLetter("Werkvoorraad", 1),
    why: "De brief kondigt tabellen met cijfers aan. In het origineel zijn dat plaatjes. In de tekst staan ze niet.",
  },
];
