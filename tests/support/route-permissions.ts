/**
 * For every URL of app/routes.ts: which act of app/domain/permissions.ts it takes to open it and to send a form to it.
 * `tests/integration/permissions.test.ts` knocks on each with this table in hand.
 */
import type { Act, Ownership } from "#app/domain/permissions.ts";
import type { Furnished } from "./furnish.ts";

export interface RoutePermission {
  GET: Act | "nobody";
  /** `nobody`: the page takes no forms. */
  POST: Act | "nobody";
  /** Real things to ask for, and whose they are. Without an owner: whoever may do it to something may do it here. */
  things: Thing[];
}

export interface Thing {
  what: string;
  path: string | ((made: Furnished) => string);
  of?: Ownership;
}

const EXAMPLE_MINISTRY: Ownership = { ministryId: "voorbeeldministerie", committeeId: "voorbeeldcommissie" };
const JUSTICE: Ownership = { ministryId: "veiligheid-en-justitie", committeeId: null };

const EXAMPLE_STAFF: Ownership = { ministryId: "voorbeeldministerie" };

/** An act on one commitment, by those whose commitment it is. */
const actOnOne = (act: Act, name: string): RoutePermission => ({
  GET: act,
  POST: act,
  things: [
    { what: "a commitment of the example", path: `/werk/toezeggingen/v1/${name}`, of: EXAMPLE_MINISTRY },
    { what: "a commitment of justice", path: `/werk/toezeggingen/b6-meldknop/${name}`, of: JUSTICE },
  ],
});

/** What the ministry does that was handed a commitment, and the one that handed it over does not. */
const answerToHandOver = (name: string): RoutePermission => ({
  GET: "own_planning",
  POST: "own_planning",
  things: [
    {
      what: "a commitment handed to justice",
      path: ({ handedOver }) => `/werk/toezeggingen/${handedOver}/${name}`,
      of: JUSTICE,
    },
    {
      what: "a commitment handed to the example",
      path: ({ handedIn }) => `/werk/toezeggingen/${handedIn}/${name}`,
      of: EXAMPLE_STAFF,
    },
  ],
});

/** A page that is one and the same for all who may see it. */
const page = (path: string): Thing[] => [{ what: "the page", path }];
const readOnly = (things: Thing[]): RoutePermission => ({ GET: "read", POST: "nobody", things });

const listThings = (under: string): Thing[] => [
  {
    what: "a list that a ministry brought in",
    path: ({ broughtList }) => `/werk/lijsten/${broughtList}${under}`,
    of: EXAMPLE_MINISTRY,
  },
];

const reminderThings = (under: string): Thing[] => [
  {
    what: "a reminder to the ministry of the example",
    path: ({ reminder }) => `/werk/rappels/${reminder}${under}`,
    of: EXAMPLE_MINISTRY,
  },
];

/** The next progress letter of a dossier, for the ministry that sends it. */
const progressLetter = (under: string): Thing[] => [
  {
    what: "the next letter of the example",
    path: `/werk/dossiers/voorbeeld-digitale-loketten${under}`,
    of: EXAMPLE_STAFF,
  },
  { what: "the next letter of justice", path: `/werk/dossiers/aanpak-kinderpornografie${under}`, of: JUSTICE },
];

const listInAddress = (path: string): Thing[] => [
  {
    what: "a list in its address",
    path: ({ numberOf }) =>
      `${path}?t=${numberOf("v1")}&t=${numberOf("b6-meldknop")}&d=voorbeeld-digitale-loketten&f=te-laat%3Dja`,
  },
];

export const ROUTE_PERMISSIONS: Record<string, RoutePermission> = {
  "/": readOnly(page("/")),
  "/zoeken": readOnly([
    { what: "the page", path: "/zoeken" },
    { what: "a word that everything has", path: "/zoeken?q=minister" },
    { what: "a page of one kind", path: "/zoeken?q=minister&soort=brieven" },
    { what: "a word that nothing has", path: "/zoeken?q=zebrapdaen" },
    { what: "a number that nothing has", path: "/zoeken?q=tz202603-130" },
  ]),
  "/zoeken/suggesties": readOnly([{ what: "what begins so", path: "/zoeken/suggesties?q=minis" }]),
  "/toezeggingen": readOnly(page("/toezeggingen")),
  "/toezeggingen.atom": readOnly([
    { what: "the feed", path: "/toezeggingen.atom" },
    { what: "the feed of what is late", path: "/toezeggingen.atom?te-laat=ja" },
  ]),
  "/toezeggingen.ics": readOnly([{ what: "the calendar", path: "/toezeggingen.ics" }]),
  "/toezeggingen.csv": readOnly([{ what: "the table", path: "/toezeggingen.csv" }]),
  "/toezeggingen.xlsx": readOnly([{ what: "the workbook", path: "/toezeggingen.xlsx" }]),
  "/toezeggingen.json": readOnly([{ what: "the export for programs", path: "/toezeggingen.json" }]),
  "/toezeggingen/:number": readOnly([
    { what: "a commitment of the example", path: ({ numberOf }) => `/toezeggingen/${numberOf("v1")}` },
    { what: "a commitment of justice", path: ({ numberOf }) => `/toezeggingen/${numberOf("b6-meldknop")}` },
  ]),
  "/meenemen": readOnly([
    { what: "the whole register", path: "/meenemen" },
    { what: "what is late", path: "/meenemen?te-laat=ja" },
  ]),
  "/meenemen/bestand": readOnly([{ what: "a workbook", path: "/meenemen/bestand?vorm=xlsx" }]),
  "/brieven": readOnly(page("/brieven")),
  "/brieven/:id": readOnly([
    { what: "a letter of the example", path: "/brieven/verzonnen-brief-2" },
    { what: "a letter of justice", path: "/brieven/brief-2011-03-04" },
  ]),
  "/brieven/:id/origineel": readOnly([
    { what: "the file of a letter", path: ({ letterWithFile }) => `/brieven/${letterWithFile}/origineel` },
  ]),
  "/debatten": readOnly(page("/debatten")),
  "/debatten/:id": readOnly([{ what: "a debate", path: "/debatten/debat-2010-12-02" }]),
  "/dossiers": readOnly(page("/dossiers")),
  "/dossiers/:slug": readOnly([{ what: "a dossier", path: "/dossiers/aanpak-kinderpornografie" }]),
  "/dossiers/:slug/tijdlijn": readOnly([
    { what: "the timeline of a dossier", path: "/dossiers/aanpak-kinderpornografie/tijdlijn" },
    { what: "the timeline of the example", path: "/dossiers/voorbeeld-digitale-loketten/tijdlijn" },
  ]),
  "/onderwerpen/:slug": readOnly([{ what: "a topic", path: "/onderwerpen/meldknop" }]),
  "/gevolgd": readOnly(page("/gevolgd")),
  "/gevolgd/:number": readOnly([
    { what: "an expectation", path: "/gevolgd/V2011-0001" },
    { what: "a figure", path: "/gevolgd/C2011-0001" },
    { what: "a measure", path: "/gevolgd/M2011-0001" },
  ]),
  "/debatpakket": readOnly([
    { what: "the page", path: "/debatpakket" },
    { what: "a pack of the example", path: "/debatpakket?voor=dossier:voorbeeld-digitale-loketten" },
    { what: "a pack of a committee", path: "/debatpakket?voor=commissie:voorbeeldcommissie" },
    { what: "a pack of an office", path: "/debatpakket?voor=ambt:staatssecretaris-venj&datum=2011-03-04" },
  ]),
  "/vergelijken": readOnly(page("/vergelijken")),
  "/correcties": readOnly(page("/correcties")),
  "/cijfers": readOnly([
    { what: "the page", path: "/cijfers" },
    { what: "figures of a ministry", path: "/cijfers?ministerie=voorbeeldministerie" },
    { what: "figures of a past day", path: "/cijfers?peildatum=2012-02-02" },
  ]),
  "/te-laat": readOnly(page("/te-laat")),
  "/te-laat/edities": readOnly(page("/te-laat/edities")),
  "/te-laat/:day": readOnly([{ what: "an edition", path: ({ lateEdition }) => `/te-laat/${lateEdition}` }]),
  "/uitleg": readOnly(page("/uitleg")),
  // Whoever asks has a list of their own; the address of another shows that one.
  "/lijst": {
    GET: "read",
    POST: "read",
    things: [{ what: "nothing kept", path: "/lijst" }, ...listInAddress("/lijst")],
  },
  "/lijst.atom": readOnly(listInAddress("/lijst.atom")),
  "/lijst.ics": readOnly(listInAddress("/lijst.ics")),
  "/keten": readOnly(page("/keten")),
  "/keten/uitvoer": readOnly([{ what: "the export", path: "/keten/uitvoer" }]),
  "/toegankelijkheid": readOnly(page("/toegankelijkheid")),
  "/robots.txt": readOnly(page("/robots.txt")),
  "/sitemap.xml": readOnly(page("/sitemap.xml")),
  // Not there until somebody is named; then it is the same for all.
  "/.well-known/security.txt": readOnly(page("/.well-known/security.txt")),
  "/api": readOnly(page("/api")),
  "/api/v1": readOnly(page("/api/v1")),
  "/api/v1/openapi.json": readOnly(page("/api/v1/openapi.json")),
  "/api/v1/commitments": readOnly([
    { what: "the list", path: "/api/v1/commitments?limit=100" },
    { what: "what is late", path: "/api/v1/commitments?teLaat=ja&limit=2" },
  ]),
  "/api/v1/commitments/facets": readOnly(page("/api/v1/commitments/facets")),
  "/api/v1/commitments/:number": readOnly([
    { what: "a commitment of the example", path: ({ numberOf }) => `/api/v1/commitments/${numberOf("v1")}` },
    { what: "a commitment of justice", path: ({ numberOf }) => `/api/v1/commitments/${numberOf("b6-meldknop")}` },
  ]),
  "/api/v1/items": readOnly(page("/api/v1/items?limit=100")),
  "/api/v1/items/:number": readOnly([{ what: "an expectation", path: "/api/v1/items/V2011-0001" }]),
  "/api/v1/letters": readOnly(page("/api/v1/letters")),
  "/api/v1/letters/:id": readOnly([
    { what: "a letter of the example", path: "/api/v1/letters/verzonnen-brief-2" },
    { what: "a letter of justice", path: "/api/v1/letters/brief-2011-03-04" },
  ]),
  "/api/v1/debates": readOnly(page("/api/v1/debates")),
  "/api/v1/debates/:id": readOnly([{ what: "a debate", path: "/api/v1/debates/debat-2010-12-02" }]),
  "/api/v1/dossiers": readOnly(page("/api/v1/dossiers")),
  "/api/v1/dossiers/:slug": readOnly([{ what: "a dossier", path: "/api/v1/dossiers/voorbeeld-digitale-loketten" }]),
  "/api/v1/topics": readOnly(page("/api/v1/topics")),
  "/api/v1/ministries": readOnly(page("/api/v1/ministries")),
  "/api/v1/offices": readOnly(page("/api/v1/offices")),
  "/api/v1/committees": readOnly(page("/api/v1/committees")),
  "/api/v1/members": readOnly(page("/api/v1/members")),
  "/api/v1/groups": readOnly(page("/api/v1/groups")),
  "/api/v1/corrections": readOnly(page("/api/v1/corrections")),
  "/api/v1/chain-heads": readOnly(page("/api/v1/chain-heads")),
  "/inloggen": { GET: "read", POST: "read", things: page("/inloggen") },
  // Who has no business at these is told where to begin.
  "/inloggen/code": { GET: "read", POST: "read", things: page("/inloggen/code") },
  "/inloggen/instellen": { GET: "read", POST: "read", things: page("/inloggen/instellen") },
  "/uitnodiging": {
    GET: "read",
    POST: "read",
    things: [
      { what: "no invitation", path: "/uitnodiging" },
      { what: "an invitation", path: ({ invitation }) => invitation },
    ],
  },
  // A session that ended by itself can be signed out once more.
  "/uitloggen": { GET: "read", POST: "read", things: page("/uitloggen") },

  "/account": { GET: "own_account", POST: "own_account", things: page("/account") },
  "/account/wachtwoord": { GET: "own_account", POST: "own_account", things: page("/account/wachtwoord") },
  "/account/tweede-stap": { GET: "own_account", POST: "own_account", things: page("/account/tweede-stap") },

  "/beheer/accounts": { GET: "administer", POST: "nobody", things: page("/beheer/accounts") },
  "/beheer/accounts/nieuw": { GET: "administer", POST: "administer", things: page("/beheer/accounts/nieuw") },
  "/beheer/accounts/:id": {
    GET: "administer",
    POST: "administer",
    things: [
      { what: "an account that was invited", path: ({ invitedAccount }) => `/beheer/accounts/${invitedAccount}` },
    ],
  },

  // Whose aide it is stands in the account.
  "/kamerlid": { GET: "own_member", POST: "own_member", things: page("/kamerlid") },
  "/werk": { GET: "desk", POST: "nobody", things: page("/werk") },
  "/werk/debatten/nieuw": { GET: "register", POST: "register", things: page("/werk/debatten/nieuw") },
  "/werk/debatten/:id": {
    GET: "register",
    POST: "register",
    things: [
      {
        what: "a draft of the example",
        path: ({ draftDebate }) => `/werk/debatten/${draftDebate}`,
        of: EXAMPLE_MINISTRY,
      },
      { what: "a published debate of justice", path: "/werk/debatten/debat-2010-12-02", of: JUSTICE },
    ],
  },
  "/werk/debatten/:id/verslag": {
    GET: "register",
    POST: "register",
    things: [
      {
        what: "the report of a draft of the example",
        path: ({ draftDebate }) => `/werk/debatten/${draftDebate}/verslag`,
        of: EXAMPLE_MINISTRY,
      },
      {
        what: "the report of a debate of justice",
        path: "/werk/debatten/debat-2010-12-02/verslag",
        of: JUSTICE,
      },
    ],
  },
  "/werk/commissiebesluiten": { GET: "judge", POST: "judge", things: page("/werk/commissiebesluiten") },
  "/werk/commissiebesluiten/:id": {
    GET: "judge",
    POST: "judge",
    things: [
      {
        what: "decisions of the committee of the example",
        path: ({ decisionText }) => `/werk/commissiebesluiten/${decisionText}`,
        of: EXAMPLE_MINISTRY,
      },
    ],
  },
  "/werk/rappels": { GET: "desk", POST: "nobody", things: page("/werk/rappels") },
  "/werk/rappels/nieuw": { GET: "judge", POST: "judge", things: page("/werk/rappels/nieuw") },
  "/werk/rappels/:id": { GET: "register", POST: "nobody", things: reminderThings("") },
  "/werk/rappels/:id/brief": { GET: "register", POST: "nobody", things: reminderThings("/brief") },
  "/werk/rappels/:id/antwoord": { GET: "review", POST: "review", things: reminderThings("/antwoord") },
  "/werk/rappels/:id/overnemen": { GET: "judge", POST: "judge", things: reminderThings("/overnemen") },
  "/werk/toezeggingen/:id": {
    GET: "register",
    // A blank form says who writes the answer; the day of an awaited event (`doe=gebeurd`) takes steer_dossier.
    POST: "own_planning",
    things: [
      { what: "a published commitment of the example", path: "/werk/toezeggingen/v1", of: EXAMPLE_MINISTRY },
      { what: "a draft of the example", path: "/werk/toezeggingen/v10", of: EXAMPLE_MINISTRY },
      { what: "a commitment of justice", path: "/werk/toezeggingen/b6-meldknop", of: JUSTICE },
    ],
  },
  "/werk/toezeggingen/:id/uitstellen": actOnOne("own_planning", "uitstellen"),
  "/werk/toezeggingen/:id/melden": actOnOne("review", "melden"),
  "/werk/toezeggingen/:id/bron": actOnOne("register", "bron"),
  "/werk/toezeggingen/:id/verbinden": actOnOne("register", "verbinden"),
  "/werk/toezeggingen/:id/overdragen": actOnOne("own_planning", "overdragen"),
  "/werk/toezeggingen/:id/aanvaarden": answerToHandOver("aanvaarden"),
  "/werk/toezeggingen/:id/weigeren": answerToHandOver("weigeren"),
  "/werk/toezeggingen/:id/oordelen": actOnOne("judge", "oordelen"),
  "/werk/toezeggingen/:id/vervallen": actOnOne("judge", "vervallen"),
  "/werk/toezeggingen/:id/heropenen": actOnOne("judge", "heropenen"),
  "/werk/lijst": { GET: "register", POST: "register", things: page("/werk/lijst") },
  // What was picked is of the account that picked it: a clerk of the same commitment does not see it.
  "/werk/lijst/:id": {
    GET: "register",
    POST: "nobody",
    things: [
      { what: "what staff of the example picked", path: ({ picked }) => `/werk/lijst/${picked}`, of: EXAMPLE_STAFF },
      {
        what: "what staff of justice picked",
        path: ({ pickedByJustice }) => `/werk/lijst/${pickedByJustice}`,
        of: JUSTICE,
      },
    ],
  },
  "/werk/lijst/:id/:act": {
    GET: "register",
    POST: "register",
    things: [
      {
        what: "handing over what staff of the example picked",
        path: ({ picked }) => `/werk/lijst/${picked}/overdragen`,
        of: EXAMPLE_STAFF,
      },
      {
        what: "a topic for what staff of justice picked",
        path: ({ pickedByJustice }) => `/werk/lijst/${pickedByJustice}/onderwerp`,
        of: JUSTICE,
      },
    ],
  },
  "/werk/brieven/nieuw": { GET: "review", POST: "review", things: page("/werk/brieven/nieuw") },
  "/werk/brieven/binnengekomen/:id": {
    GET: "review",
    POST: "review",
    things: [
      {
        what: "a letter on its way in",
        path: ({ waitingImport }) => `/werk/brieven/binnengekomen/${waitingImport}`,
        of: EXAMPLE_MINISTRY,
      },
    ],
  },
  "/werk/lijsten": { GET: "review", POST: "review", things: page("/werk/lijsten") },
  "/werk/lijsten/:id": { GET: "review", POST: "review", things: listThings("") },
  "/werk/lijsten/:id/kolommen": { GET: "review", POST: "review", things: listThings("/kolommen") },
  "/werk/lijsten/:id/geweigerd": { GET: "review", POST: "nobody", things: listThings("/geweigerd") },
  "/werk/begrotingsbijlage": { GET: "desk", POST: "nobody", things: page("/werk/begrotingsbijlage") },
  "/werk/begrotingsbijlage.docx": {
    GET: "desk",
    POST: "nobody",
    things: page("/werk/begrotingsbijlage.docx?ministerie=voorbeeldministerie"),
  },
  "/werk/begrotingsbijlage.xlsx": {
    GET: "desk",
    POST: "nobody",
    things: page("/werk/begrotingsbijlage.xlsx?ministerie=voorbeeldministerie"),
  },
  "/werk/concept-nagaan": { GET: "review", POST: "review", things: page("/werk/concept-nagaan") },
  "/werk/concept-nagaan/:id": {
    GET: "review",
    POST: "review",
    things: [
      {
        what: "a kept draft of the example",
        path: ({ keptDraft }) => `/werk/concept-nagaan/${keptDraft}`,
        of: EXAMPLE_MINISTRY,
      },
    ],
  },
  "/werk/brieven/:id": {
    GET: "review",
    POST: "review",
    things: [
      { what: "a letter of the example", path: "/werk/brieven/verzonnen-brief-2", of: EXAMPLE_MINISTRY },
      { what: "a letter of justice", path: "/werk/brieven/brief-2012-01-30", of: JUSTICE },
    ],
  },
  "/werk/brieven/:id/afsluiten": {
    GET: "review",
    POST: "review",
    things: [
      { what: "a letter of the example", path: "/werk/brieven/verzonnen-brief-2/afsluiten", of: EXAMPLE_MINISTRY },
      { what: "a letter of justice", path: "/werk/brieven/brief-2012-01-30/afsluiten", of: JUSTICE },
    ],
  },
  "/werk/geschiedenis/:kind/:id": {
    GET: "register",
    POST: "nobody",
    things: [
      { what: "a commitment of the example", path: "/werk/geschiedenis/toezegging/v1", of: EXAMPLE_MINISTRY },
      { what: "a draft of the example", path: "/werk/geschiedenis/toezegging/v10", of: EXAMPLE_MINISTRY },
      { what: "a commitment of justice", path: "/werk/geschiedenis/toezegging/b6-meldknop", of: JUSTICE },
      { what: "a debate of the example", path: "/werk/geschiedenis/debat/verzonnen-debat-1", of: EXAMPLE_MINISTRY },
      { what: "a letter of justice", path: "/werk/geschiedenis/brief/brief-2011-03-04", of: JUSTICE },
      {
        what: "the dossier of the example",
        path: "/werk/geschiedenis/dossier/voorbeeld-digitale-loketten",
        of: EXAMPLE_MINISTRY,
      },
    ],
  },
  "/werk/gebeurtenissen/:eventId/corrigeren": {
    GET: "register",
    POST: "register",
    things: [
      {
        what: "a commitment of the example",
        path: ({ eventOf }) => `/werk/gebeurtenissen/${eventOf("v1", "registered")}/corrigeren`,
        of: EXAMPLE_MINISTRY,
      },
      {
        what: "a letter of justice",
        path: ({ eventOf }) => `/werk/gebeurtenissen/${eventOf("brief-2011-03-04", "registered")}/corrigeren`,
        of: JUSTICE,
      },
    ],
  },
  "/werk/gebeurtenissen/:eventId/intrekken": {
    GET: "withdraw",
    POST: "withdraw",
    things: [
      {
        what: "a deadline of the example",
        path: ({ eventOf }) => `/werk/gebeurtenissen/${eventOf("v2", "deadline_set")}/intrekken`,
        of: EXAMPLE_MINISTRY,
      },
      {
        what: "the rhythm of justice",
        path: ({ eventOf }) => `/werk/gebeurtenissen/${eventOf("aanpak-kinderpornografie", "rhythm_set")}/intrekken`,
        of: JUSTICE,
      },
    ],
  },
  "/werk/gevolgd/nieuw": {
    GET: "register",
    POST: "register",
    things: page("/werk/gevolgd/nieuw"),
  },
  "/werk/gevolgd/:id": {
    GET: "register",
    POST: "register",
    things: [
      { what: "a draft of the example", path: ({ draftItem }) => `/werk/gevolgd/${draftItem}`, of: EXAMPLE_MINISTRY },
      { what: "a measure of justice", path: "/werk/gevolgd/maatregel-hulp", of: JUSTICE },
    ],
  },
  "/werk/dossiers/:slug": {
    GET: "steer_dossier",
    POST: "steer_dossier",
    things: [
      { what: "the dossier of the example", path: "/werk/dossiers/voorbeeld-digitale-loketten", of: EXAMPLE_MINISTRY },
      { what: "the dossier of justice", path: "/werk/dossiers/aanpak-kinderpornografie", of: JUSTICE },
    ],
  },
  "/werk/dossiers/:slug/brief": { GET: "review", POST: "nobody", things: progressLetter("/brief") },
  // A dossier in which nothing is to be answered has no outline.
  "/werk/dossiers/:slug/brief.docx": {
    GET: "review",
    POST: "nobody",
    things: progressLetter("/brief.docx").slice(0, 1),
  },

  "/beheer": { GET: "administer", POST: "nobody", things: page("/beheer") },
  "/beheer/post": { GET: "administer", POST: "nobody", things: page("/beheer/post") },
  "/beheer/post/:id": {
    GET: "administer",
    POST: "administer",
    things: [{ what: "a message", path: ({ mail }) => `/beheer/post/${mail}` }],
  },
  "/beheer/logboek": { GET: "administer", POST: "nobody", things: page("/beheer/logboek") },
  "/beheer/logboek/uitvoer": { GET: "administer", POST: "nobody", things: page("/beheer/logboek/uitvoer") },
  "/beheer/recessen": { GET: "add_reference", POST: "add_reference", things: page("/beheer/recessen") },
  "/beheer/recessen/:id": {
    GET: "administer",
    POST: "administer",
    things: [{ what: "a recess", path: "/beheer/recessen/reces-TK-zomer-2011-07-08" }],
  },
  "/beheer/:list": {
    GET: "add_reference",
    POST: "add_reference",
    things: [
      { what: "the list of members", path: "/beheer/leden" },
      { what: "the list of office holders", path: "/beheer/bewindspersonen" },
    ],
  },
  "/beheer/:list/:id": {
    GET: "administer",
    POST: "administer",
    things: [
      { what: "a ministry", path: "/beheer/ministeries/veiligheid-en-justitie" },
      { what: "a member", path: "/beheer/leden/kamerlid-a" },
    ],
  },
  "/beheer/:list/:id/samenvoegen": {
    GET: "administer",
    POST: "administer",
    things: [{ what: "a member", path: "/beheer/leden/kamerlid-a/samenvoegen" }],
  },
};
