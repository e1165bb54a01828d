/** A ministry's list, from the file to the register: read, laid out, compared, taken in, and brought again. */
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { NewEvent } from "#app/domain/events.ts";
import { type App, startApp } from "../support/app.ts";
import { bringList, compareList, countsIn, settledList, takeListIn, workbook } from "../support/lists.ts";
import { all } from "../support/page.ts";
import { stepByStep } from "../support/steps.ts";
import { unzipped } from "../support/zip-files.ts";

const LIST = readFileSync("tests/fixtures/lists/voorbeeldlijst.csv", "utf8");
const DOSSIER = "Voorbeeld: digitale loketten";

let app: App;
let rows: Database.Database;
beforeAll(async () => {
  app = await startApp();
  rows = new Database(app.databasePath, { readonly: true });
});

const chainEnd = (): number => rows.prepare("SELECT head_seq FROM register_state").pluck().get() as number;
const commitmentCalled = (title: string) =>
  rows.prepare("SELECT id, number FROM commitments WHERE title = ?").get(title) as { id: string; number: string };
const publicPage = async (title: string) =>
  (await app.get(`/toezeggingen/${commitmentCalled(title).number}`)).page?.text ?? "";

/** What somebody records in the register meanwhile. */
async function recordBeside(event: NewEvent): Promise<void> {
  vi.resetModules(); // the connections that loaded the demo are closed
  const { write, close } = await import("#db/client.ts");
  const { record } = await import("#db/events.ts");
  await write((tx) => record(tx, "register", [event]));
  close();
}

const correctedTitle = (of: string, title: string): NewEvent => {
  const { id } = commitmentCalled(of);
  const registered = rows
    .prepare("SELECT id, effective_on AS day FROM events WHERE subject_id = ? AND kind = 'registered'")
    .get(id) as { id: string; day: string };
  const payload = { eventId: registered.id, fields: { title }, reason: "Zo is het gezegd." };
  return { subject: "commitment", subjectId: id, kind: "corrected", effectiveOn: registered.day, payload };
};

/** From the file to the preview, with the columns as they are proposed. */
async function compare(list: string, changes: Record<string, string> = {}) {
  const path = await bringList(app, "lijst.csv", list);
  return { path, preview: await compareList(app, path, changes) };
}

describe("A ministry takes in the list that it has", () => {
  stepByStep();
  let path = "";

  test("its columns are guessed, and the titles above them left out", async () => {
    path = await bringList(app, "lijst.csv", LIST);
    const columns = await settledList(app, path);
    expect(columns.page?.heading).toBe("Kolommen kiezen");
    expect(columns.page?.text).toContain("Daarboven staat: Verzonnen lijst");
    const chosen = all(columns.page?.root ?? { tag: "", attributes: {}, children: [] }, "select")
      .filter(({ attributes }) => attributes.name?.startsWith("kolom-"))
      .map((select) => all(select, "option").find(({ attributes }) => "selected" in attributes)?.attributes.value);
    expect(chosen.join(" ")).toBe(
      "key title text madeOn origin office to topic deadlineWords deadlineOn status statusOn settledBy remark",
    );
  });

  test("each row is shown with what it would do, and what cannot be read with why", async () => {
    const preview = await compareList(app, path, { dossier: DOSSIER });
    expect(countsIn(preview)).toEqual({ nieuw: 5, geweigerd: 4 });
    expect(preview.page?.text).toContain("Termijn: “voor het zomerreces” (uiterlijk 4 juli 2024)");
    expect(preview.page?.text).toContain("Wat betekent “geparkeerd” (één rij)?");
    expect(preview.page?.text).toContain("ambt Minister van Andere Zaken");
    const refused = (await app.get(`${path}?toon=geweigerd`, "staff")).page?.text;
    expect(refused).toContain("De status “geparkeerd” kennen we niet.");
    expect(refused).toContain("Dit is dezelfde toezegging als in rij 4 (kenmerk VM-001). Die rij telt.");
    expect(refused).toContain("Bij datum van de toezegging staat “31-2-2024”. Dat is geen dag.");
    expect(refused).toContain("De datum van de toezegging is leeg.");
  });

  test("nothing of it is public, or there for another ministry, before it is taken in", async () => {
    expect((await app.get("/toezeggingen")).page?.text).not.toContain("Loketten op zaterdag");
    for (const page of [path, `${path}/kolommen`, `${path}/geweigerd`]) {
      expect((await app.get(page, "staff of another ministry")).status, page).toBe(404);
      expect((await app.get(page, "clerk")).status, page).toBe(404);
    }
  });

  test("a word that was explained counts from then on", async () => {
    await app.post(path, { doe: "antwoord", "woord-0": "open" }, "staff");
    expect(countsIn(await settledList(app, path))).toEqual({ nieuw: 6, geweigerd: 3 });
  });

  test("the rows that were refused come back as a file with why, and nothing in it runs", async () => {
    const { text, headers } = await app.get(`${path}/geweigerd`, "staff");
    expect(headers.get("Content-Disposition")).toBe('attachment; filename="geweigerde-rijen.csv"');
    const lines = text
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n");
    expect(lines[0]).toBe(`${LIST.split("\n")[2]};waarom`);
    expect(lines).toHaveLength(4);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test("as drafts, it is there for the ministry only", async () => {
    const taken = await takeListIn(app, path, "concept");
    expect(taken.page?.heading).toBe("De lijst is ingenomen");
    expect(taken.page?.text).toContain("6 rijen nieuw");
    expect(commitmentCalled("Loketten op zaterdag").number).toBeNull();
    expect((await app.get("/toezeggingen")).page?.text).not.toContain("Loketten op zaterdag");
    expect((await app.get("/werk", "staff")).page?.text).toContain("Commissiedebat Loketten (3 concepten)");
  });

  test("brought again it changes nothing, and its columns and words are remembered", async () => {
    const before = chainEnd();
    const again = await compare(LIST);
    expect(countsIn(again.preview)).toEqual({ nieuw: 0, ongewijzigd: 6, geweigerd: 3 });
    expect(again.preview.page?.text).not.toContain("Wat betekent");
    await takeListIn(app, again.path, "concept");
    expect(chainEnd()).toBe(before);
  });

  test("published, it shows what the list says as what the list says", async () => {
    const again = await compare(LIST);
    await takeListIn(app, again.path, "publiceren");
    const met = await publicPage("Wachttijden per maand");
    expect(met).toContain("Het ministerie meldt in zijn lijst van 1 oktober 2024: voldaan.");
    expect(met).toContain(
      "Dit zegt het ministerie in zijn lijst van 1 oktober 2024. Een brief waarin het staat, kent het register niet.",
    );
    expect(met).toContain("28 mei 2024 Het ministerie meldt");
    const partly = await publicPage("Folder in eenvoudige taal");
    expect(partly).toContain("deels voldaan");
    expect(partly).toContain("Planning van het ministerie, niet gemeld: “uiterlijk 1 september 2024”");
    const asked = await publicPage("Proef met beeldbellen");
    expect(asked).toMatch(/Stand op [^:]+: openstaand/);
    expect(asked).toContain("gaat dit niet doen");
    expect(asked).toContain("In de lijst staat: vervallen.");
  });

  test("a remark stays inside: on the work sheet of the ministry, and nowhere else", async () => {
    const { id, number } = commitmentCalled("Loketten op zaterdag");
    const sheet = `/werk/toezeggingen/${id}`;
    expect((await app.get(sheet, "staff")).page?.text).toContain("MERKWOORD");
    const seen = [`/toezeggingen/${number}`, "/toezeggingen", "/keten/uitvoer", "/correcties"];
    for (const page of seen) expect((await app.get(page)).text, page).not.toContain("MERKWOORD");
    expect((await app.get(sheet, "clerk")).text).not.toContain("MERKWOORD");
  });

  test("what the next list says otherwise is shown field by field, and recorded as such", async () => {
    const next = LIST.replace("Loketten op zaterdag", "Loketten open op zaterdag")
      .replace("Kamerlid B (Fractie B)", "Kamerlid A (Fractie A)")
      .replace("Q4 2024", "uiterlijk 1 maart 2025")
      .replace("in behandeling;;;MERKWOORD", "afgedaan;1-10-2024;;MERKWOORD");
    const { path: nextPath, preview } = await compare(next);
    expect(countsIn(preview)).toEqual({ nieuw: 0, gewijzigd: 3, ongewijzigd: 3, geweigerd: 3 });
    const shown = (await app.get(`${nextPath}?toon=gewijzigd`, "staff")).page?.text;
    expect(shown).toContain("titel: Loketten op zaterdag wordt Loketten open op zaterdag");
    expect(shown).toContain("aan wie: Kamerlid B (Fractie B) wordt Kamerlid A (Fractie A)");
    expect(shown).toContain("termijn: Q4 2024 wordt uiterlijk 1 maart 2025");
    expect(shown).toContain("status: openstaand wordt afgedaan");
    await takeListIn(app, nextPath, "concept");
    const saturday = await publicPage("Loketten open op zaterdag");
    expect(saturday).toContain("1 oktober 2024 Het ministerie meldt in zijn lijst van 1 oktober 2024: voldaan.");
    expect(saturday).toContain("Loketten op zaterdag"); // What stood there stays to be read.
    // That the Kamer was told of another term does not follow from a list.
    expect(await publicPage("Proef met beeldbellen")).toContain(
      "Planning van het ministerie, niet gemeld: “uiterlijk 1 maart 2025”",
    );
    expect(countsIn((await compare(next)).preview)).toEqual({ nieuw: 0, ongewijzigd: 6, geweigerd: 3 });
  });

  test("what somebody changed in the register since then is not overwritten by itself", async () => {
    await recordBeside(correctedTitle("Wachttijden per maand", "Wachttijden per week"));
    const { path: nextPath, preview } = await compare(
      LIST.replace("Loketten op zaterdag", "Loketten open op zaterdag"),
    );
    expect(countsIn(preview).verschilt).toBe(2);
    expect((await app.get(`${nextPath}?toon=verschilt`, "staff")).page?.text).toContain(
      "titel: in het register Wachttijden per week, in de lijst Wachttijden per maand. Dit is in het register veranderd nadat u de lijst de vorige keer innam. Het register blijft zoals het is.",
    );
    await takeListIn(app, nextPath, "concept");
    expect(commitmentCalled("Wachttijden per week").number).toBeTruthy();
  });

  test("unless an officer lets the list go first", async () => {
    const { path: nextPath } = await compare(LIST.replace("Loketten op zaterdag", "Loketten open op zaterdag"));
    await app.post(`${nextPath}?toon=verschilt`, { doe: "kies", rij: "5", voor: "lijst" }, "staff");
    expect((await app.get(`${nextPath}?toon=verschilt`, "staff")).page?.text).toContain("De lijst gaat voor.");
    await takeListIn(app, nextPath, "concept");
    expect(commitmentCalled("Wachttijden per maand").number).toBeTruthy();
  });

  test("a register that changed in between is looked at again before anything is taken in", async () => {
    const { path: nextPath } = await compare(LIST.replace("Folder in", "Een folder in"));
    await recordBeside(correctedTitle("Folder in eenvoudige taal", "Folder in gewone taal"));
    const before = chainEnd();
    const looked = await takeListIn(app, nextPath, "concept");
    expect(looked.page?.heading).toBe("Lijst nakijken");
    expect(looked.page?.text).toContain("Het register is veranderd terwijl u keek.");
    expect(chainEnd()).toBe(before);
  });

  test("the register still follows from its events", async () => {
    vi.resetModules();
    const { differences } = await import("#db/verify.ts");
    expect(await differences()).toEqual([]);
  });
});

describe("Rows that a list may not bring", () => {
  const HEAD = "Nummer register;Kenmerk;Titel;Datum toezegging;Debat;Bewindspersoon;Ministerie;Dossier;Kamer";
  const row = (
    cells: Partial<Record<"number" | "key" | "day" | "debate" | "office" | "ministry" | "dossier" | "chamber", string>>,
  ) =>
    [
      cells.number ?? "",
      cells.key ?? "X-1",
      "Een rij",
      cells.day ?? "2-5-2024",
      cells.debate ?? "Commissiedebat rijen",
      cells.office ?? "Minister van Voorbeelden",
      cells.ministry ?? "",
      cells.dossier ?? DOSSIER,
      cells.chamber ?? "",
    ].join(";");

  test.each([
    [
      "of another ministry",
      { ministry: "Ministerie van Andere Zaken" },
      "Deze rij is van Ministerie van Andere Zaken.",
    ],
    [
      "of an office elsewhere",
      { office: "Staatssecretaris van Veiligheid en Justitie" },
      "hoort bij een ander ministerie",
    ],
    ["in a dossier elsewhere", { dossier: "Aanpak kinderpornografie" }, "is van een ander ministerie"],
    ["with a number of another ministry", { number: "2010-0001", day: "2-12-2010" }, "van een ander ministerie"],
    ["with a number that is none", { number: "1999-0001" }, "Toezegging 1999-0001 staat niet in dit register."],
    [
      "from a letter that the register does not have",
      { debate: "Brief over rijen" },
      "staat niet in het register. Lees die eerst in.",
    ],
    ["without a debate", { debate: "" }, "Er staat niet in welk debat of welke brief dit is toegezegd."],
    ["without an office", { office: "" }, "Er staat niet welke bewindspersoon dit toezegde."],
    ["to both Chambers", { chamber: "beide" }, "een toezegging aan beide is er twee"],
  ])("%s are refused with why", async (_, cells, sentence) => {
    const { preview } = await compare([HEAD, row(cells)].join("\n"));
    expect(countsIn(preview)).toEqual({ nieuw: 0, geweigerd: 1 });
    expect(preview.page?.text).toContain(sentence);
    expect(preview.page?.text).toContain("Er is geen rij die kan worden ingenomen.");
  });
});

describe("The same list in another form", () => {
  const HEADERS = [
    "Kenmerk",
    "Titel",
    "Datum toezegging",
    "Debat",
    "Bewindspersoon",
    "Dossier",
    "Termijndatum",
    "Status",
  ];
  const cells = (at: number) => [
    `V-${at}`,
    `Café nummer ${at}`,
    "3-4-2024",
    "Commissiedebat vormen",
    "Minister van Voorbeelden",
    DOSSIER,
    "1-6-2024",
    "open",
  ];
  const lines = (separator: string) => [HEADERS, cells(1), cells(2)].map((row) => row.join(separator)).join("\r\n");
  const quoted = [HEADERS, cells(1), cells(2)].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines("\t"), "utf16le")]);

  test.each([
    ["with semicolons", Buffer.from(lines(";"))],
    ["with commas and quotes", Buffer.from(quoted)],
    ["with tabs", Buffer.from(lines("\t"))],
    ["with a mark of UTF-8", Buffer.from(`\uFEFF${lines(";")}`)],
    ["as Excel says its separator", Buffer.from(`sep=;\r\n${lines(";")}`)],
    ["in Windows-1252", Buffer.from(lines(";"), "latin1")],
    ["in UTF-16", utf16],
  ])("%s says the same", async (_, bytes) => {
    const path = await bringList(app, "lijst.csv", bytes);
    const preview = await compareList(app, path);
    expect(countsIn(preview)).toEqual({ nieuw: 2 });
    expect(preview.page?.text).toContain("Café nummer 1 Commissiedebat vormen, 3 april 2024");
    expect(preview.page?.text).toContain("Termijn: “uiterlijk 1 juni 2024”");
  });

  test("as a workbook with days, a serial number, a title over it and a sheet before it", async () => {
    const day = new Date("2024-04-03T00:00:00Z");
    const bytes = await workbook({
      Uitleg: [["Verzonnen lijst: niemand heeft dit toegezegd."]],
      Lijst: [
        ["Stand van zaken (verzonnen)", null],
        HEADERS,
        ["V-1", "Café nummer 1", day, "Commissiedebat vormen", "Minister van Voorbeelden", DOSSIER, 45444, "open"],
        ["V-2", "=1+1", day, "Commissiedebat vormen", "Minister van Voorbeelden", DOSSIER, null, "paars"],
      ],
    });
    const path = await bringList(app, "lijst.xlsx", bytes);
    await settledList(app, path);
    await app.post(`${path}/kolommen`, { doe: "blad", blad: "Lijst" }, "staff");
    const preview = await compareList(app, path);
    expect(countsIn(preview)).toEqual({ nieuw: 1, geweigerd: 1 });
    expect(preview.page?.text).toContain("Café nummer 1 Commissiedebat vormen, 3 april 2024");
    expect(preview.page?.text).toContain("Termijn: “uiterlijk 1 juni 2024”");

    const file = await app.download(`${path}/geweigerd`, "staff");
    const sheet = Buffer.from(unzipped(file).get("xl/worksheets/sheet1.xml") ?? "").toString();
    const { default: readWorkbook } = await import("read-excel-file/node");
    const [refused] = await readWorkbook(file);
    expect(refused?.data).toHaveLength(2);
    expect(refused?.data[0]).toEqual([...HEADERS, "waarom"]);
    expect(refused?.data[1]?.slice(0, 2)).toEqual(["V-2", "=1+1"]);
    expect(sheet).not.toContain("<f>");
  });

  test("with days that could be two, asks once for the column", async () => {
    const list = [
      HEADERS,
      ["V-7", "Dag een", "04/03/11", ...cells(1).slice(3, 6), "", "open"],
      ["V-8", "Dag twee", "05/03/11", ...cells(1).slice(3, 6), "", "open"],
    ]
      .map((one) => one.join(";"))
      .join("\n");
    const { path, preview } = await compare(list);
    expect(countsIn(preview)).toEqual({ nieuw: 0, geweigerd: 2 });
    expect(preview.page?.text).toContain(
      "Hoe zijn de dagen geschreven in de kolom “Datum toezegging”? Bijvoorbeeld 04/03/11. Het gaat om 2 rijen.",
    );
    await app.post(path, { doe: "antwoord", "orde-2": "day_month" }, "staff");
    const answered = await settledList(app, path);
    expect(countsIn(answered)).toEqual({ nieuw: 2 });
    expect(answered.page?.text).toContain("4 maart 2011");
  });
});

test("a list with which the program fails is given back, nothing recorded, and the next is taken in", async () => {
  const list = [
    "Kenmerk;Titel;Datum toezegging;Debat;Bewindspersoon;Dossier",
    `Z-1;Een rij die stukgaat;2-5-2024;Commissiedebat fouten;Minister van Voorbeelden;${DOSSIER}`,
  ].join("\n");
  const { path } = await compare(list);
  const writer = new Database(app.databasePath);
  writer.exec("CREATE TRIGGER breaks BEFORE INSERT ON list_takings BEGIN SELECT RAISE(ABORT, 'for a test'); END");
  const before = chainEnd();
  const failed = await takeListIn(app, path, "publiceren");
  expect(failed.page?.heading).toBe("Lijst nakijken");
  expect(failed.page?.text).toContain("Er is niets vastgelegd. Probeer het opnieuw.");
  expect(chainEnd()).toBe(before);
  writer.exec("DROP TRIGGER breaks");
  writer.close();
  expect((await takeListIn(app, path, "publiceren")).page?.heading).toBe("De lijst is ingenomen");
});
