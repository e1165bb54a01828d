/** "Concept nagaan": a draft letter as text or file, refused as an import is, and nowhere afterwards unless kept. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "#app/server/clock.ts";
import { type Account, type Answer, type App, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";

const CHECK = "/werk/concept-nagaan";
const DOSSIER = "voorbeeld-digitale-loketten";
/** Stands in the draft and in nothing else. */
const WORD = "zonnewijzermuseum";

const DRAFT = `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Onderwerp Voortgangsbrief over loketten (verzonnen)

Wachttijden
Tijdens het debat heb ik toegezegd uw Kamer te informeren over de wachttijden aan de digitale loketten. De wachttijd is gemiddeld vier minuten. Daarmee heb ik aan deze toezegging voldaan.

Het ${WORD}
Ik zal uw Kamer informeren over het loket in het ${WORD}. Zie ook Kamerstuk 36 123, nr. 4.

De Minister van Voorbeelden,

bewindspersoon X
`;

const temporary = mkdtempSync(join(tmpdir(), "temporary-"));
const usual = process.env.TMPDIR;
let app: App;
beforeAll(async () => {
  app = await startApp();
  process.env.TMPDIR = temporary; // from here on, all that anybody writes on the way
});
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(temporary, { recursive: true, force: true });
});

function send(fields: Record<string, string | File>, as: Account = "staff"): Promise<Answer> {
  const form = new FormData();
  const sent = { dossier: "", datum: today(), tekst: "", ...fields };
  for (const [name, value] of Object.entries(sent)) form.set(name, value);
  return app.post(CHECK, form, as);
}

const fixture = (name: string): File => new File([readFileSync(`tests/fixtures/letters/${name}`)], name);

/** The items of the list under a heading of the report, up to the next. */
const rowsOf = ({ page }: Answer, block: string): string[] =>
  page
    ? all(page.root, "section")
        .filter(({ attributes }) => attributes["aria-labelledby"] === block)
        .flatMap((section) => all(section, "li"))
        .map(textOf)
    : [];

const fieldOf = ({ page }: Answer, tag: string, name: string) =>
  page && all(page.root, tag).find(({ attributes }) => attributes.name === name);

/** Files beside the database, its journal among them, and temporary ones, that hold these words. */
const filesWith = (words: string): string[] =>
  [dirname(app.databasePath), temporary].flatMap((directory) =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => readFileSync(path).includes(words)),
  );

const count = (table: string): number => {
  const database = new Database(app.databasePath, { readonly: true });
  try {
    return database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  } finally {
    database.close();
  }
};

describe("a draft that is pasted", () => {
  test("answers with the report itself, each row with its passage and why", async () => {
    const answer = await send({ dossier: DOSSIER, tekst: DRAFT });
    expect(answer.status).toBe(200);
    expect(answer.page?.text).toContain("1 beantwoord, 0 genoemd, 3 vergeten, 1 nieuw, 1 verwijzing onbekend");
    const [answered] = rowsOf(answer, "beantwoordt");
    expect(answered).toContain("De Kamer informeren over de wachttijden aan de digitale loketten");
    expect(answered).toContain("Voorgesteld oordeel: voldaan");
    expect(answered).toContain("Waarom? Regel ‘");
    expect(answered).toContain("Deze toezegging, want: gedeelde woorden:");
    const late = rowsOf(answer, "vergeet");
    expect(late[0]).toContain("Terugkomen op de openingstijden");
    expect(late[1]).toContain("Een overzicht sturen van alle loketten");
    expect(late[0]).toMatch(/Op de dag van verzenden \d+ dagen te laat/);
    expect(rowsOf(answer, "belooft")).toEqual([expect.stringContaining("Zonder datum: voeg er een toe.")]);
    expect(rowsOf(answer, "stukken")).toEqual([expect.stringContaining("niet in het register")]);
    expect(answer.page?.links).toContainEqual({
      href: "https://zoek.officielebekendmakingen.nl/kst-36123-4.html",
      text: "Zoek de officiële publicatie",
    });
    // The links to passages lead somewhere: `problemsOf` looks at every anchor of every page.
    expect(answer.page?.links.filter(({ href }) => href === "#p2").length).toBeGreaterThan(0);
  });

  test("is nowhere afterwards: in no table, no journal and no file on the way", async () => {
    const before = ["imports", "originals", "letters", "events", "kept_drafts"].map(count);
    expect((await send({ dossier: DOSSIER, tekst: DRAFT })).text).toContain(WORD);
    expect((await send({ bestand: new File([DRAFT], "concept.txt") })).text).toContain(WORD);
    expect((await send({ bestand: new File(["PK\x03\x04", DRAFT], "concept.docx") })).status).toBe(422);
    expect(filesWith(WORD)).toEqual([]);
    expect(["imports", "originals", "letters", "events", "kept_drafts"].map(count)).toEqual(before);
  });

  test("on a day to come: what is late is counted to that day", async () => {
    const answer = await send({ dossier: DOSSIER, tekst: DRAFT, datum: `${Number(today().slice(0, 4)) + 1}-12-31` });
    expect(rowsOf(answer, "vergeet").join()).toContain("De cijfers per regio geven");
  });

  test("without a dossier: the one of what it answers", async () => {
    const answer = await send({ tekst: DRAFT });
    expect(answer.page?.text).toContain("waar de antwoorden bij horen");
    const nothing = await send({ tekst: "De zon scheen de hele dag op het plein." });
    expect(nothing.page?.text).toContain("0 beantwoord, 0 genoemd, vergeten: kies een dossier, 0 nieuw");
    expect(nothing.page?.text).toContain("Kies een dossier, dan is te zien wat voor deze brief was beloofd.");
  });

  test("of another ministry is held against the commitments of that ministry only", async () => {
    const answer = await send({ tekst: DRAFT }, "staff of another ministry");
    expect(answer.status).toBe(200);
    expect(rowsOf(answer, "beantwoordt")).toEqual([]);
  });

  test("names a commitment that is not published yet to its own ministry", async () => {
    const title = "Uitzoeken of de loketten in het weekend open kunnen";
    const text = `Tijdens het debat heb ik toegezegd uit te zoeken of de loketten in het weekend open kunnen. ${"Dat kan in twaalf gemeenten, met de mensen die er nu werken."}`;
    const own = await send({ tekst: text });
    expect(rowsOf(own, "beantwoordt").join()).toContain(title);
    expect(own.page?.links.map(({ href }) => href)).toContain("/werk/toezeggingen/v10");
    expect((await send({ tekst: text }, "staff of another ministry")).text).not.toContain(title);
  });
});

describe("a draft as a file", () => {
  test.each([
    "voorbeeldbrief.pdf",
    "voorbeeldbrief.docx",
    "voorbeeldbrief.odt",
    "voorbeeldbrief.html",
    "voorbeeldbrief.kst.xml",
  ])("%s is read, and its promise found with its term", async (name) => {
    const answer = await send({ bestand: fixture(name), datum: "2013-02-18" });
    expect(answer.status, answer.page?.text).toBe(200);
    expect(rowsOf(answer, "belooft").join()).toContain("vóór 1 juli 2013");
    expect(filesWith("buitenzwembaden")).toEqual([]);
  });
});

test("a file that is not what its name says, or in an old encoding: read, and told", async () => {
  const bytes = Buffer.from(DRAFT.replace("wachttijden", "wachttijden één"), "latin1");
  const answer = await send({ bestand: new File([bytes], "concept.docx") });
  expect(answer.page?.text).toContain("De naam van dit bestand eindigt op .docx, maar het is een gewoon tekstbestand.");
  expect(answer.page?.text).toContain("Gelezen als Windows-1252");
});

describe("a draft that cannot be read", () => {
  test.each<[string, Record<string, string | File>, string, RegExp]>([
    ["nothing at all", {}, "tekst", /Er is nog geen brief/],
    ["an empty file", { bestand: new File([], "leeg.txt") }, "bestand", /Dit bestand is leeg/],
    ["both at once", { tekst: DRAFT, bestand: new File(["Iets."], "a.txt") }, "bestand", /koos ook een bestand/],
    ["a scan", { bestand: fixture("pdf/scan.pdf") }, "bestand", /geen tekst, alleen beeld/],
    ["a password", { bestand: fixture("wachtwoord.docx") }, "bestand", /wachtwoord/],
    ["a damaged file", { bestand: fixture("afgekapt.docx") }, "bestand", /beschadigd/],
    ["no letter", { bestand: fixture("geen-word.docx") }, "bestand", /Bewaar de brief als PDF/],
    ["no day", { tekst: DRAFT, datum: "2026-02-30" }, "datum", /geen dag die bestaat/],
    [
      "a dossier of another ministry",
      { tekst: DRAFT, dossier: "aanpak-kinderpornografie" },
      "dossier",
      /niet bij uw ministerie/,
    ],
  ])("%s: a sentence at the field, and what was typed stands in it again", async (_, fields, field, sentence) => {
    const answer = await send({ dossier: DOSSIER, ...fields });
    expect(answer.status).toBe(422);
    const summary = all(answer.page?.root ?? { tag: "", attributes: {}, children: [] }, "a").find(
      ({ attributes }) => attributes.href === `#${field}` && attributes.class === undefined,
    );
    expect(textOf(summary)).toMatch(sentence);
    expect(textOf(fieldOf(answer, "textarea", "tekst") ?? undefined)).toBe(
      typeof fields.tekst === "string" ? fields.tekst.replace(/\s+/g, " ").trim() : "",
    );
    expect(fieldOf(answer, "input", "datum")?.attributes.value).toBe(fields.datum ?? today());
    expect(filesWith(WORD)).toEqual([]);
  });
});

describe("a draft that somebody asks to keep", () => {
  let path = "";

  test("is sent back by the report, file or text, and found again on the desk", async () => {
    const report = await send({ dossier: DOSSIER, bestand: new File([DRAFT], "concept.txt") });
    const brief = fieldOf(report, "input", "brief")?.attributes.value ?? "";
    const kept = await send({ dossier: DOSSIER, brief, doe: "bewaar" });
    path = kept.location?.split("?")[0] ?? "";
    expect(path, kept.page?.text).toMatch(/^\/werk\/concept-nagaan\/[^/]+$/);
    const answer = await app.get(path, "staff");
    expect(answer.page?.text).toContain("1 beantwoord, 0 genoemd, 3 vergeten, 1 nieuw, 1 verwijzing onbekend");
    for (const list of ["/werk", CHECK])
      expect((await app.get(list, "staff")).page?.links.map(({ href }) => href)).toContain(path);
    expect(filesWith(WORD)).not.toEqual([]);
  });

  test.each<[Account]>([["staff of another ministry"], ["clerk"], ["aide"], ["admin"]])(
    "is not there for the %s",
    async (who) => {
      expect((await app.get(path, who)).status).toBe(404);
      expect((await app.post(path, { doe: "weg" }, who)).status).toBe(404);
      expect((await app.get("/werk", "clerk")).text).not.toContain("Voortgangsbrief over loketten");
    },
  );

  test("leaves no trace in the register: no event, and the chain is as it was", async () => {
    const before = count("events");
    await send({ tekst: DRAFT, doe: "bewaar" });
    expect(count("events")).toBe(before);
  });

  test("is gone once it is thrown away", async () => {
    const gone = await app.post(path, { doe: "weg" }, "staff");
    expect(gone.location).toBe(`${CHECK}?gedaan=concept-weg`);
    expect((await app.get(path, "staff")).status).toBe(404);
    expect((await app.get(CHECK, "staff")).page?.links.map(({ href }) => href)).not.toContain(path);
  });

  test.each(["{", "[]", '{"title":"x","writtenOn":null,"chamber":"TK","passages":[{"anchor":"x y"}]}'])(
    "a letter that did not come back whole is refused with a sentence: %s",
    async (brief) => {
      const answer = await send({ brief, doe: "bewaar" });
      expect([answer.status, answer.page?.text.includes("Het concept is niet goed aangekomen.")]).toEqual([422, true]);
    },
  );
});

test("the pages of a ministry's dossier and desk lead there, with the dossier chosen", async () => {
  const dossier = await app.get(`/dossiers/${DOSSIER}`, "staff");
  const link = dossier.page?.links.find(({ href }) => href.startsWith(CHECK));
  expect(link?.href).toBe(`${CHECK}?dossier=${DOSSIER}`);
  const form = await app.get(link?.href ?? "", "staff");
  const chosen = all(form.page?.root ?? { tag: "", attributes: {}, children: [] }, "option").find(
    ({ attributes }) => "selected" in attributes && attributes.value,
  );
  expect(chosen?.attributes.value).toBe(DOSSIER);
  expect((await app.get(`/dossiers/${DOSSIER}`)).page?.links.some(({ href }) => href.startsWith(CHECK))).toBe(false);
  expect((await app.get("/werk", "staff")).page?.links.map(({ href }) => href)).toContain(CHECK);
  expect((await app.get("/werk", "clerk")).page?.links.map(({ href }) => href)).not.toContain(CHECK);
});
