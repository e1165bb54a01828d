/** What the demo does not hold, made as people make it: a draft of a debate, a letter on its way in, a letter with its file. */
import Database from "better-sqlite3";
import { expect, vi } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { mondayOf } from "#app/domain/late-list.ts";
import { today } from "#app/server/clock.ts";
import type { Account, Answer, App, Form } from "./app.ts";
import { bringList, compareList, takeListIn } from "./lists.ts";
import { all } from "./page.ts";
import { putInQueue } from "./queued-mail.ts";
import { untilRead } from "./reading.ts";

/** Words that stand in drafts and nowhere else: who reads one of these on a public page reads a draft. */
export const SECRETS = {
  title: "Een regenboog schilderen op het loket",
  deadline: "voor de zomer van het geheime jaar",
  topic: "Geheim onderwerp van een concept",
  member: "Kamerlid Nog Niet Genoemd",
  group: "Fractie Nog Niet Genoemd",
  dossier: "Dossier Nog Niet Bekend",
  committee: "Commissie Nog Niet Bekend",
  keptDraft: "zonnebloemen op het dak van het loket",
  item: "Een glijbaan in de wachtkamer van het loket",
  listedTitle: "Een fontein voor het loket, uit een lijst",
  listedRemark: "Intern uit een lijst: niet voor buiten",
  draftOfTheDemo: "Uitzoeken of de loketten in het weekend open kunnen",
} as const;

export interface Furnished {
  /** The number of a published commitment. */
  numberOf(commitmentId: string): string;
  /** The id of the first event of a kind in the history of something. */
  eventOf(subjectId: string, kind: string): string;
  draftDebate: string;
  /** A draft in a dossier that only this draft knows. */
  draftInNewDossier: string;
  /** The first commitment in a draft debate. */
  draftCommitment: string;
  /** An item that only its own ministry and committee know. */
  draftItem: string;
  waitingImport: string;
  letterWithFile: string;
  /** Decisions that the clerk brought in. */
  decisionText: string;
  keptDraft: string;
  /** A message that waits to be sent. */
  mail: string;
  /** The path of an invitation that nobody took yet, and the id of the account that it is for. */
  invitation: string;
  invitedAccount: string;
  /** A commitment of the example that waits until justice accepts it. */
  handedOver: string;
  /** One of justice that waits until the ministry of the example accepts it. */
  handedIn: string;
  /** Commitments that staff picked to do one thing to all. */
  picked: string;
  pickedByJustice: string;
  /** A list that was compared and not taken in; the rows of the same list came in as drafts before. */
  broughtList: string;
  /** What the clerk of the example sent to its ministry. */
  reminder: string;
  /** The Monday of an edition of what was late. */
  lateEdition: string;
}

export async function furnish(app: App): Promise<Furnished> {
  const draftDebate = await logDraft(app, {});
  const draftInNewDossier = await logDraft(app, { dossier: SECRETS.dossier, commissie: SECRETS.committee });
  const rows = new Database(app.databasePath, { readonly: true });
  const one = (query: string, value: string) => rows.prepare(query).pluck().get(value) as string;
  const numberOf = (id: string) => one("SELECT number FROM commitments WHERE id = ?", id);
  const eventOf = (subjectId: string, kind: string) =>
    rows
      .prepare("SELECT id FROM events WHERE subject_id = ? AND kind = ? ORDER BY seq")
      .pluck()
      .get(subjectId, kind) as string;
  const draftCommitment = one("SELECT id FROM commitments WHERE origin_id = ?", draftDebate);
  const draftItem = idIn(
    await app.post(
      "/werk/gevolgd/nieuw?soort=verwachting&dossier=voorbeeld-digitale-loketten",
      { title: SECRETS.item, topic: SECRETS.topic, words: SECRETS.deadline, on: addDays(today(), -20), doe: "bewaar" },
      "staff",
    ),
    /^\/werk\/gevolgd\/([^/?]+)/,
  );
  const waitingImport = await bringIn(app, "wachttijden");
  const letterWithFile = await takeIn(app, await bringIn(app, "openingstijden"));
  const decisionText = idIn(
    await app.post(
      "/werk/commissiebesluiten",
      { datum: today(), bron: "Korte aantekeningen", tekst: decisions(numberOf("v1"), numberOf("v2")) },
      "clerk",
    ),
    /^\/werk\/commissiebesluiten\/([^/?]+)/,
  );
  const keptDraft = await keepDraft(app);
  const mail = await putInQueue({ to: "ontvanger@demo.example", subject: "Een bericht", text: "Een bericht.\n" });
  const invitation = await invite(app);
  const invitedAccount = one("SELECT id FROM accounts WHERE email = ?", INVITED);
  const handedOver = await handOver(app, "v9", "veiligheid-en-justitie", "staff");
  const handedIn = await handOver(app, "n5-proef-uploadfilter", "voorbeeldministerie", "staff of another ministry");
  const broughtList = await bringListTwice(app);
  const reminder = await sendReminder(app);
  return {
    numberOf,
    eventOf,
    draftDebate,
    draftInNewDossier,
    draftCommitment,
    draftItem,
    waitingImport,
    letterWithFile,
    decisionText,
    keptDraft,
    mail,
    invitation,
    invitedAccount,
    handedOver,
    handedIn,
    picked: await pick(app, ["v1", "v3"], "staff"),
    pickedByJustice: await pick(app, ["b6-meldknop"], "staff of another ministry"),
    broughtList,
    reminder,
    lateEdition: await keepLateEdition(),
  };
}

const INVITED = "nieuw@demo.example";

/** An administrator makes an account; the page shows the address of its invitation this once. */
async function invite(app: App): Promise<string> {
  const form = { naam: "Nieuwe medewerker", email: INVITED, rol: "staff", ministerie: "voorbeeldministerie" };
  const { text, status } = await app.post("/beheer/accounts/nieuw", form, "admin");
  const path = /\/uitnodiging\?sleutel=[\w-]{40,}/.exec(text)?.[0];
  expect(path, `An account was to be made, but this was answered with ${status}.`).toBeTruthy();
  return path ?? "";
}
const pick = async (app: App, kies: string[], as: Account): Promise<string> =>
  idIn(await app.post("/werk/lijst", { kies, doe: "verder" }, as), /^\/werk\/lijst\/([^/?]+)/);

/** Hands a commitment over to another ministry, which has yet to accept it. */
async function handOver(app: App, id: string, ministryId: string, as: Account): Promise<string> {
  const path = `/werk/toezeggingen/${id}/overdragen`;
  const [gezien = ""] = valuesOf(await app.get(path, as), "gezien");
  const form = { "veld-ministryId": ministryId, "veld-effectiveOn": today(), gezien, doe: "vastleggen" };
  const { status, page } = await app.post(path, form, as);
  expect(status, page?.text).toBe(302);
  return id;
}

/** The clerk asks the ministry of the example what it owes today. Answers the id of the reminder. */
async function sendReminder(app: App): Promise<string> {
  const asked = { ministerie: "voorbeeldministerie", peildatum: today() };
  const [gezien = ""] = valuesOf(await app.get(`/werk/rappels/nieuw?${new URLSearchParams(asked)}`, "clerk"), "gezien");
  const sent = await app.post("/werk/rappels/nieuw", { ...asked, gezien, doe: "verstuur" }, "clerk");
  return idIn(sent, /^\/werk\/rappels\/([^/?]+)/);
}

/** As the register will on the coming Monday: a demo that was loaded today had none before. Answers its day. */
async function keepLateEdition(): Promise<string> {
  vi.resetModules();
  const { makeLateEditions } = await import("#db/late-editions.ts");
  const { close } = await import("#db/client.ts");
  const made = await makeLateEditions(addDays(mondayOf(today()), 7));
  close();
  return made.at(-1) ?? "";
}

const list = (): string =>
  [
    "Kenmerk;Titel;Datum toezegging;Debat;Bewindspersoon;Dossier;Opmerking",
    `F-1;${SECRETS.listedTitle};${addDays(today(), -20)};Commissiedebat uit een lijst;Minister van Voorbeelden;Voorbeeld: digitale loketten;${SECRETS.listedRemark}`,
  ].join("\n");

/** Takes a list in as drafts, and brings it once more. Answers the id of the second. */
async function bringListTwice(app: App): Promise<string> {
  const first = await bringList(app, "lijst.csv", list());
  await compareList(app, first);
  await takeListIn(app, first, "concept");
  const second = await bringList(app, "lijst.csv", list());
  await compareList(app, second);
  return second.slice("/werk/lijsten/".length);
}

/** Staff of the Voorbeeldministerie log a debate of the Voorbeeldcommissie, and confirm the names that are new. */
async function logDraft(app: App, header: Record<string, string>): Promise<string> {
  const form = {
    soort: "commissiedebat",
    datum: addDays(today(), -30),
    kamer: "TK",
    commissie: "Voorbeeldcommissie (verzonnen)",
    dossier: "Voorbeeld: digitale loketten",
    stuk: "",
    ministerie: "Voorbeeldministerie (verzonnen)",
    spreker: "Minister van Voorbeelden (bewindspersoon X)",
    spreker2: "",
    rijen: "1",
    "rij-0-what": SECRETS.title,
    "rij-0-to": `${SECRETS.member} (${SECRETS.group})`,
    "rij-0-topic": SECRETS.topic,
    "rij-0-words": SECRETS.deadline,
    doe: "bewaar",
    ...header,
  };
  const asked = await app.post("/werk/debatten/nieuw", form, "staff");
  const fresh = asked.page ? valuesOf(asked, "bevestigd") : [];
  const kept =
    asked.status === 302 ? asked : await app.post("/werk/debatten/nieuw", { ...form, bevestigd: fresh }, "staff");
  return idIn(kept, /^\/werk\/debatten\/([^/?]+)/);
}

const LETTER_DAY = addDays(today(), -1);

const letter = (about: string): string => `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum ${dayInWords(LETTER_DAY)}
Onderwerp Brief over ${about} (verzonnen voorbeeld)

Inleiding
In deze brief informeer ik uw Kamer over de ${about}.

De Minister van Voorbeelden
`;

const decisions = (met: string, extended: string): string =>
  `De commissie besluit toezegging ${met} als «voldaan» aan te merken en de termijn van T09999 en ${extended} te verlengen tot 1 juli 2040.`;

/** The first step of taking in a letter: it is read, and waits for a check. */
async function bringIn(app: App, about: string): Promise<string> {
  const form = new FormData();
  form.set("dossier", "voorbeeld-digitale-loketten");
  form.set("tekst", "");
  form.set("bestand", new File([letter(about)], "brief.txt", { type: "text/plain" }));
  const id = idIn(await app.post("/werk/brieven/nieuw", form, "staff"), /^\/werk\/brieven\/binnengekomen\/([^/?]+)/);
  await untilRead(app, `/werk/brieven/binnengekomen/${id}`);
  return id;
}

/** A draft letter that staff had checked and asked to keep. */
async function keepDraft(app: App): Promise<string> {
  const form = new FormData();
  form.set("dossier", "voorbeeld-digitale-loketten");
  form.set("datum", today());
  form.set("tekst", letter(SECRETS.keptDraft));
  form.set("doe", "bewaar");
  return idIn(await app.post("/werk/concept-nagaan", form, "staff"), /^\/werk\/concept-nagaan\/([^/?]+)/);
}

/** The second step: what was read is right. */
async function takeIn(app: App, importId: string): Promise<string> {
  const form: Form = {
    titel: "Brief over openingstijden (verzonnen voorbeeld)",
    datum: LETTER_DAY,
    ontvangen: "",
    soort: "other",
    kamer: "TK",
    afzender: "De Minister van Voorbeelden",
    stuk: "",
    dossier: "voorbeeld-digitale-loketten",
    klopt: "ja",
  };
  return idIn(await app.post(`/werk/brieven/binnengekomen/${importId}`, form, "staff"), /^\/werk\/brieven\/([^/?]+)/);
}

function idIn(answer: Answer, pattern: RegExp): string {
  const id = pattern.exec(answer.location ?? "")?.[1];
  expect(
    id,
    `This was to lead to a page of its own, but answered ${answer.status}: ${answer.page?.text ?? answer.text}`,
  ).toBeTruthy();
  return id ?? "";
}

const valuesOf = ({ page }: Answer, name: string): string[] =>
  page
    ? all(page.root, "input")
        .filter(({ attributes }) => attributes.name === name)
        .map(({ attributes }) => attributes.value ?? "")
    : [];
