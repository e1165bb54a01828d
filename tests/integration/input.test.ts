/** Input that cannot be used as it is, and the same thing sent twice: a Dutch sentence, and nothing typed or stored is lost. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInWords } from "#app/domain/calendar.ts";
import { today } from "#app/server/clock.ts";
import { ACCOUNTS, type Account, type Answer, type App, type Form, HERE, startApp } from "../support/app.ts";
import { all, textOf } from "../support/page.ts";
import { untilRead } from "../support/reading.ts";
import { storedRows } from "../support/stored-rows.ts";

const OUR_DOSSIER = "voorbeeld-digitale-loketten";
const THEIR_DOSSIER = "aanpak-kinderpornografie";
const IMPORT = "/werk/brieven/nieuw";
const MEGABYTE = 1024 * 1024;

let app: App;
beforeAll(async () => {
  app = await startApp();
});

/** What the register itself holds. */
const stored = <T>(query: string, ...values: unknown[]): T[] => storedRows<T>(app, query, ...values);

const fieldIn = ({ page }: Answer, name: string): string | undefined => {
  const field =
    page && all(page.root, "input", "textarea", "select").find(({ attributes }) => attributes.name === name);
  if (!field) return undefined;
  if (field.tag === "textarea") return field.children.join("");
  if (field.tag === "input") return field.attributes.value ?? "";
  return all(field, "option").find(({ attributes }) => "selected" in attributes)?.attributes.value ?? "";
};

/** The sentences of the error summary, and where each leads. */
const problemsIn = ({ page }: Answer): Record<string, string> =>
  Object.fromEntries(
    (page ? all(page.root, "div").filter(({ attributes }) => attributes.role === "alert") : [])
      .flatMap((summary) => all(summary, "li"))
      .map((item) => [all(item, "a")[0]?.attributes.href?.slice(1) ?? "", textOf(item)]),
  );

const letter = (about: string, date = addDays(today(), -3)): string => `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum ${dayInWords(date)}
Onderwerp Brief over ${about} (verzonnen)

In deze brief informeer ik uw Kamer over de ${about}.

De Minister van Voorbeelden
`;

const upload = (fields: Record<string, string | File>): FormData => {
  const form = new FormData();
  const blank = { dossier: OUR_DOSSIER, tekst: "", bestand: new File([], "") };
  for (const [name, value] of Object.entries({ ...blank, ...fields })) form.set(name, value);
  return form;
};

async function bringIn(text: string, dossier = OUR_DOSSIER, as: Account = "staff"): Promise<string> {
  const { location, page } = await app.post(IMPORT, upload({ dossier, tekst: text }), as);
  expect(location, page?.text).toMatch(/^\/werk\/brieven\/binnengekomen\//);
  await untilRead(app, location ?? "", as);
  return location ?? "";
}

const facts = (fields: Record<string, string> = {}): Form => ({
  titel: "Zelf bedachte titel",
  datum: addDays(today(), -3),
  ontvangen: "",
  soort: "other",
  kamer: "TK",
  afzender: "De Minister van Voorbeelden",
  stuk: "",
  dossier: OUR_DOSSIER,
  ...fields,
});

describe("A letter that two people bring in at the same time", () => {
  test("is one letter: staff of another ministry are told which, and what they typed is still there", async () => {
    const text = letter("gedeelde loketten");
    const ours = await bringIn(text);
    const theirs = await bringIn(text, THEIR_DOSSIER, "staff of another ministry");
    const made = await app.post(ours, facts(), "staff");
    const id = /^\/werk\/brieven\/([^/?]+)\?gedaan=brief-binnen$/.exec(made.location ?? "")?.[1];
    expect(id, made.page?.text).toBeTruthy();

    for (const _ of ["once", "and on a second click"]) {
      const answer = await app.post(
        theirs,
        facts({ dossier: THEIR_DOSSIER, titel: "Onze eigen titel" }),
        "staff of another ministry",
      );
      expect(answer.status).toBe(422);
      expect(answer.page?.text).toContain("Deze brief is al opgenomen: Zelf bedachte titel");
      expect(answer.page?.links).toContainEqual({ href: `/brieven/${id}`, text: "Zelf bedachte titel" });
      expect(fieldIn(answer, "titel")).toBe("Onze eigen titel");
    }
    expect((await app.get(`/brieven/${id}`, "staff of another ministry")).status).toBe(200);
    expect((await app.get(theirs, "staff of another ministry")).page?.text).toContain("Deze brief is al opgenomen");
    expect((await app.get(IMPORT, "staff of another ministry")).page?.text).not.toContain("gedeelde loketten");
    expect(stored("SELECT id FROM letters WHERE title IN ('Zelf bedachte titel', 'Onze eigen titel')")).toHaveLength(1);
  });

  test("and taken up by a double click: leads to the letter that was made, and so does the way back", async () => {
    const importPath = await bringIn(letter("dubbele klikken", addDays(today(), -4)));
    const form = facts({ titel: "Dubbel geklikt", datum: addDays(today(), -4) });
    const answers = await Promise.all([app.post(importPath, form, "staff"), app.post(importPath, form, "staff")]);
    const later = [await app.post(importPath, form, "staff"), await app.get(importPath, "staff")];
    const [row] = stored<{ id: string }>("SELECT id FROM letters WHERE title = 'Dubbel geklikt'");
    const review = `/werk/brieven/${row?.id}?gedaan=brief-binnen`;
    expect([...answers, ...later].map(({ status, location }) => [status, location])).toEqual(
      Array(4).fill([302, review]),
    );
    expect((await app.get(review, "staff")).status).toBe(200);
    expect((await app.get(importPath, "staff of another ministry")).status).toBe(404);
  });
});

describe("The first step of a letter answers with a sentence and keeps the text:", () => {
  test("a file and a text at once", async () => {
    const answer = await app.post(
      IMPORT,
      upload({ tekst: "Een geplakte brief.", bestand: new File(["Een andere brief."], "brief.txt") }),
      "staff",
    );
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ bestand: expect.stringContaining("Kies een van de twee") });
    expect(fieldIn(answer, "tekst")).toBe("Een geplakte brief.");
    expect(fieldIn(answer, "dossier")).toBe(OUR_DOSSIER);
  });

  test("a text of more than 25 MB is called a text, and comes back", async () => {
    const text = "egel ".repeat(5 * MEGABYTE + 1);
    const answer = await app.post(IMPORT, upload({ tekst: text }), "staff");
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({
      tekst: "Deze tekst is groter dan 25 MB. Plak alleen de tekst van de brief zelf.",
    });
    expect(fieldIn(answer, "tekst") === text).toBe(true);
  });

  test("a text that is too long to come back: says where it still is", async () => {
    const answer = await app.post(IMPORT, upload({ tekst: "egel ".repeat(11 * MEGABYTE) }), "staff");
    expect(answer.status).toBe(422);
    expect(problemsIn(answer).tekst).toMatch(
      /^Deze tekst is groter dan 25 MB\..* Ga terug met de knop van uw browser; wat u plakte staat er nog\.$/,
    );
    expect(fieldIn(answer, "dossier")).toBe(OUR_DOSSIER);
  });

  test("a file of more than 25 MB is called a file", async () => {
    const file = new File([new Uint8Array(26 * MEGABYTE).fill(101)], "brief.txt");
    const answer = await app.post(IMPORT, upload({ tekst: "Dit had ik al.", bestand: file }), "staff");
    expect([answer.status, fieldIn(answer, "tekst")]).toEqual([422, "Dit had ik al."]);
    expect(problemsIn(answer).bestand).toMatch(/^Dit bestand is groter dan 25 MB\./);
  });

  test("a text without letters is not called a file", async () => {
    const answer = await app.post(IMPORT, upload({ tekst: "12345" }), "staff");
    expect(problemsIn(answer).tekst).toMatch(/^Hierin staat geen leesbare tekst\./);
    expect(fieldIn(answer, "tekst")).toBe("12345");
  });

  test("a form that came without a file field is read all the same", async () => {
    const answer = await app.post(IMPORT, { dossier: OUR_DOSSIER, tekst: "12345" }, "staff");
    expect([answer.status, fieldIn(answer, "tekst")]).toEqual([422, "12345"]);
  });
});

describe("A form that nobody can read is refused with a sentence:", () => {
  const send = async (path: string, type: string, body: string): Promise<Answer> =>
    app.send(
      new Request(HERE + path, {
        method: "POST",
        body,
        headers: { "Content-Type": type, Host: new URL(HERE).host, Origin: HERE, Cookie: await app.cookieOf("staff") },
      }),
    );
  const PAGES = [
    "/inloggen",
    "/werk/debatten/nieuw",
    "/werk/toezeggingen/v1",
    IMPORT,
    "/werk/brieven/verzonnen-brief-2",
    "/werk/brieven/verzonnen-brief-2/afsluiten",
    `/werk/dossiers/${OUR_DOSSIER}`,
    "/nergens",
  ];
  const part = (header: string) => `--x\r\n${header}\r\n\r\nwaarde\r\n`;
  const NAMED = 'Content-Disposition: form-data; name="tekst"';

  test.each(PAGES)("%s, as something that is no form", async (path) => {
    for (const type of ["text/plain", "application/json", "text/plain; boundary=x", ""]) {
      const { status, text } = await send(path, type, "tekst=waarde");
      expect([status, text], type).toEqual([415, "Dit adres neemt alleen formulieren aan.\n"]);
    }
  });

  test.each(PAGES)("%s, with parts that are broken", async (path) => {
    for (const [type, body] of [
      ["multipart/form-data", part(NAMED)],
      ["multipart/form-data; boundary=x", ""],
      ["multipart/form-data; boundary=x", "geen grens"],
      ["multipart/form-data; boundary=x", part(NAMED)],
      ["multipart/form-data; boundary=y", `${part(NAMED)}--x--\r\n`],
    ] as const) {
      const { status, text } = await send(path, type, body);
      expect([400, 422], body).toContain(status);
      expect(text).toContain("niet goed aangekomen");
      expect(text).toContain("Ga terug met de knop van uw browser; wat u typte staat er nog.");
    }
  });

  test("a letter whose part has a head of more than 8 kB, or one that is no text", async () => {
    for (const head of [`${NAMED}\r\nX-Lang: ${"a".repeat(9000)}`, "Content-Disposition: form-data"]) {
      const { status, text } = await send(IMPORT, "multipart/form-data; boundary=x", `${part(head)}--x--\r\n`);
      expect(status).toBe(422);
      expect(text).not.toContain("Er ging iets mis");
    }
  });
});

describe("What was asked about the letter is answered for that date and dossier only:", () => {
  test("a yes does not count for another date", async () => {
    // Two days on which the dossier has a letter already, from the demo itself.
    const [first, second] = stored<{ date: string }>(
      "SELECT date FROM letters WHERE dossier_id = ? AND id LIKE 'verzonnen-%' ORDER BY date",
      OUR_DOSSIER,
    ).map(({ date }) => date);
    const path = await bringIn(letter("gevraagde loketten", first));
    const asked = await app.post(path, facts({ datum: first ?? "" }), "staff");
    expect([asked.status, Object.keys(problemsIn(asked))]).toEqual([422, ["klopt"]]);
    const yes = { klopt: "ja", gevraagd: fieldIn(asked, "gevraagd") ?? "" };

    const again = await app.post(path, facts({ datum: second ?? "", ...yes }), "staff");
    expect([again.status, Object.keys(problemsIn(again))]).toEqual([422, ["klopt"]]);
    expect(fieldIn(again, "datum")).toBe(second);
    expect((await app.post(path, facts({ datum: first ?? "", klopt: "ja" }), "staff")).status).toBe(422);
    expect((await app.post(path, facts({ datum: first ?? "", ...yes }), "staff")).status).toBe(302);
  });
});

describe("The work sheet", () => {
  const MADE_ON = addDays(today(), -40);
  let sheet = "";
  beforeAll(async () => {
    const form = {
      soort: "commissiedebat",
      datum: MADE_ON,
      kamer: "TK",
      commissie: "Voorbeeldcommissie (verzonnen)",
      dossier: "Voorbeeld: digitale loketten",
      stuk: "",
      ministerie: "Voorbeeldministerie (verzonnen)",
      spreker: "Minister van Voorbeelden (bewindspersoon X)",
      spreker2: "",
      rijen: "1",
      "rij-0-what": "De loketten bespreken",
      "rij-0-to": "",
      "rij-0-topic": "",
      "rij-0-words": "voor het volgende debat",
      doe: "bewaar",
    };
    const { status, page } = await app.post("/werk/debatten/nieuw", form, "staff");
    expect(status, page?.text).toBe(302);
    const [row] = stored<{ id: string }>("SELECT id FROM commitments WHERE title = 'De loketten bespreken'");
    sheet = `/werk/toezeggingen/${row?.id}`;
  });
  const happened = (on: string) => app.post(sheet, { doe: "gebeurd", gebeurd: on }, "staff");
  const days = () =>
    stored<{ kind: string; effective_on: string }>(
      "SELECT kind, effective_on FROM events WHERE subject = 'calendar' AND kind IN ('happened', 'withdrawn') ORDER BY seq",
    ).map(({ kind, effective_on: on }) => [kind, on]);

  test("asks who writes the answer where only a date of one's own was filled in", async () => {
    const answer = await app.post(sheet, { dossierhouder: "", "eigen-datum": "2030-01-02" }, "staff");
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({ "eigen-datum": expect.stringContaining("hoort bij een dossierhouder") });
    expect(fieldIn(answer, "eigen-datum")).toBe("2030-01-02");
    const [staff] = stored<{ id: string }>("SELECT id FROM accounts WHERE email = ?", ACCOUNTS.staff);
    const both = { dossierhouder: staff?.id ?? "", "eigen-datum": "2030-01-02" };
    expect((await app.post(sheet, both, "staff")).status).toBe(302);
    expect(fieldIn(await app.get(sheet, "staff"), "eigen-datum")).toBe("2030-01-02");
    expect((await app.post(sheet, { dossierhouder: "", "eigen-datum": "" }, "staff")).status).toBe(302);
  });

  test("takes no awaited day from before the words were said", async () => {
    const answer = await happened(addDays(MADE_ON, -1));
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({
      gebeurd: `“voor het volgende debat” is gezegd op ${dayInWords(MADE_ON)}. Vul een dag in vanaf toen.`,
    });
    expect(fieldIn(answer, "gebeurd")).toBe(addDays(MADE_ON, -1));
    expect(days()).toEqual([]);
  });

  test("takes an awaited day once, also from two people at the same time", async () => {
    const [first, second] = [addDays(MADE_ON, 10), addDays(MADE_ON, 5)];
    const answers = await Promise.all([happened(first), happened(second)]);
    expect(answers.map(({ status }) => status)).toEqual([302, 422]);
    expect(answers[1]?.page?.text).toContain(
      `De dag was al ingevuld. Klopt die niet, neem hem dan hieronder terug en vul daarna ${dayInWords(second)} in.`,
    );
    expect(answers[1]?.page?.text).toContain(`gebeurd op ${dayInWords(first)}`);
    expect(days()).toEqual([["happened", first]]);
  });

  test("takes a wrong day back with a reason, after which the deadline waits again", async () => {
    const page = await app.get(sheet, "staff");
    const form = { doe: "neem-terug", gebeurtenis: fieldIn(page, "gebeurtenis") ?? "", reden: "" };
    const without = await app.post(sheet, form, "staff");
    expect([without.status, problemsIn(without)]).toEqual([422, { reden: "Schrijf waarom deze dag niet klopt." }]);

    const wrong = { ...form, reden: "Het debat is verzet." };
    expect((await app.post(sheet, wrong, "aide")).status).toBe(404);
    expect((await app.post(sheet, wrong, "staff of another ministry")).status).toBe(404);
    expect((await app.post(sheet, wrong, "staff")).status).toBe(302);
    expect((await app.get(sheet, "staff")).page?.text).toContain("daarvan is de dag nog niet ingevuld");
    expect((await app.post(sheet, wrong, "staff")).page?.text).toContain("Deze dag staat er niet meer");

    expect((await happened(addDays(MADE_ON, 20))).status).toBe(302);
    expect(days().map(([kind]) => kind)).toEqual(["happened", "withdrawn", "happened"]);
    expect((await app.get(sheet, "staff")).page?.text).toContain(`gebeurd op ${dayInWords(addDays(MADE_ON, 20))}`);
  });
});

describe("Steering a dossier", () => {
  test("takes no rhythm from a day to come", async () => {
    const tomorrow = addDays(today(), 1);
    const form = { doe: "ritme", "per-jaar": "2", "ritme-vanaf": tomorrow, "ritme-bron": "Debat" };
    const answer = await app.post(`/werk/dossiers/${OUR_DOSSIER}`, form, "staff");
    expect(answer.status).toBe(422);
    expect(problemsIn(answer)).toEqual({
      "ritme-vanaf": `${dayInWords(tomorrow)} moet nog komen. Leg het ritme dan vast.`,
    });
    expect(fieldIn(answer, "ritme-bron")).toBe("Debat");
  });
});
