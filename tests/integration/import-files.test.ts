/** A letter that comes as a file: read as what it is, kept byte for byte, and never lost where it cannot be read. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, type Answer, type App, startApp } from "../support/app.ts";
import { bombs, inside } from "../support/damaged-files.ts";
import { all, textOf } from "../support/page.ts";
import { untilRead } from "../support/reading.ts";
import { startServerProcess } from "../support/server.ts";

const DOSSIER = "voorbeeld-digitale-loketten";
const IMPORT = "/werk/brieven/nieuw";
const TITLE = "Tweede voortgangsbrief buitenzwembaden";

const fixture = (name: string): Buffer => readFileSync(`tests/fixtures/letters/${name}`);

let app: App;
beforeAll(async () => {
  app = await startApp();
});

/** Answers the path of the import. */
async function send(name: string, bytes: Uint8Array, as: Account = "staff"): Promise<string> {
  const form = new FormData();
  form.set("dossier", DOSSIER);
  form.set("tekst", "");
  form.set("bestand", new File([new Uint8Array(bytes)], name));
  const { location, page } = await app.post(IMPORT, form, as);
  expect(location, page?.text).toMatch(/^\/werk\/brieven\/binnengekomen\//);
  return location ?? "";
}

const bringIn = async (name: string, bytes: Uint8Array): Promise<Answer & { path: string }> => {
  const path = await send(name, bytes);
  return { ...(await untilRead(app, path)), path };
};

/** Answers the id of the letter. */
async function takeUp(path: string, title: string, day: string): Promise<string> {
  const form = { titel: title, datum: day, ontvangen: "", soort: "other", kamer: "TK", afzender: "", stuk: "" };
  const asked = await app.post(path, { ...form, dossier: DOSSIER }, "staff");
  // It is older than the last debate: the page asks whether that is right.
  expect(asked.page?.text).toContain("Klopt de datum?");
  const yes = { klopt: "ja", gevraagd: fieldIn(asked, "gevraagd") ?? "" };
  const { location, page } = await app.post(path, { ...form, dossier: DOSSIER, ...yes }, "staff");
  const id = /^\/werk\/brieven\/([^/?]+)\?gedaan=brief-binnen$/.exec(location ?? "")?.[1];
  expect(id, page?.text).toBeTruthy();
  return id ?? "";
}

const fieldIn = ({ page }: Answer, name: string): string | undefined =>
  page ? all(page.root, "input").find(({ attributes }) => attributes.name === name)?.attributes.value : undefined;

/** The original as the public gets it: a download of the very bytes, of which a browser makes nothing else. */
async function expectOriginal(letterId: string, bytes: Buffer): Promise<void> {
  const response = await fetchOriginal(`/brieven/${letterId}/origineel`);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/octet-stream");
  expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="/);
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
}

/** Servers over the database of the test. They are started within one, so they are ended here. */
const started: ChildProcess[] = [];
afterAll(() => {
  for (const server of started) server.kill("SIGKILL");
});
async function serve(): Promise<string> {
  const { url, process } = await startServerProcess(app.databasePath);
  started.push(process);
  return url;
}

let served: Promise<string> | null = null;
async function fetchOriginal(path: string): Promise<Response> {
  served ??= serve();
  return fetch((await served) + path);
}

describe("The example letter", () => {
  test.each([
    ["voorbeeldbrief.txt", "2013-01-01"],
    ["voorbeeldbrief.pdf", "2013-01-02"],
    ["voorbeeldbrief.docx", "2013-01-03"],
    ["voorbeeldbrief.odt", "2013-01-04"],
    ["voorbeeldbrief.html", "2013-01-05"],
    ["voorbeeldbrief.kst.xml", "2013-01-06"],
  ])(
    "%s: its head is proposed, its passages are shown, and the file is given back byte for byte",
    async (name, day) => {
      const answer = await bringIn(name, fixture(name));
      expect(answer.page?.heading, answer.page?.text).toBe("Brief controleren");
      expect(answer.page?.text).not.toContain("De naam van dit bestand eindigt op");
      // As a paper the letter has a number and no title; plain text shows no end to a title before a heading.
      if (name.endsWith(".xml")) expect(fieldIn(answer, "stuk")).toBe("99 123, nr. 5");
      else expect(fieldIn(answer, "titel")).toContain(TITLE);
      expect(fieldIn(answer, "datum")).toBe("2013-02-18");
      expect(answer.page?.text).toContain(
        "Ik zal uw Kamer vóór 1 juli 2013 informeren over de uitkomst van dat gesprek.",
      );
      const id = await takeUp(answer.path, `${TITLE}, ${name}`, day);
      const letter = await app.get(`/brieven/${id}`);
      expect(letter.page?.text).toContain("In de drie regio’s zijn sinds de vorige brief zeven baden geopend.");
      await expectOriginal(id, fixture(name));
    },
  );

  test("under another name is read as what it is, and the clerk is told", async () => {
    const answer = await bringIn("brief.pdf", fixture("voorbeeldbrief.kst.html"));
    expect(answer.page?.heading).toBe("Brief controleren");
    expect(answer.page?.text).toContain(
      "De naam van dit bestand eindigt op .pdf, maar het is een webpagina (HTML). Zo is het ook gelezen.",
    );
  });

  test("on the way in is nobody else's to see", async () => {
    const path = await send("andermans.odt", fixture("voorbeeldbrief.odt").subarray(0, 900));
    await untilRead(app, path);
    for (const other of ["staff of another ministry", "clerk", "aide", "stranger"] as const)
      expect([302, 404], other).toContain((await app.get(path, other)).status);
  });
});

test("Nothing of a web page is shown as a web page", async () => {
  const page =
    "<!doctype html><html><body><h1>Brief over heggen (verzonnen)</h1><p>De heggen groeien <b>snel</b> &lt;script&gt;alert(1)&lt;/script&gt;</p><script>alert(2)</script><img src=x onerror=alert(3)><iframe src='/'></iframe><p>Met vriendelijke groet namens alle heggen.</p></body></html>";
  const answer = await bringIn("pagina.html", Buffer.from(page));
  expect(answer.page?.heading).toBe("Brief controleren");
  const { root } = answer.page ?? { root: { tag: "", attributes: {}, children: [] } };
  const [main = root] = all(root, "main");
  expect(all(main, "script", "iframe", "img")).toEqual([]);
  expect(textOf(main)).toContain("De heggen groeien snel <script>alert(1)</script>");
  expect(answer.text).not.toContain("alert(2)");
});

const oldOffice = (inside: string): Buffer =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512), Buffer.from(inside, "utf16le")]);
const bomb = (name: string): Buffer => bombs(80).find((one) => one.name === name)?.bytes ?? Buffer.alloc(0);

describe("A file that cannot be read says so and what to do, and waits for its text:", () => {
  test.each<[string, string, () => Buffer, RegExp]>([
    [
      "a Word file of before 2007",
      "oud.doc",
      () => oldOffice("WordDocument"),
      /^Dit is een oud Word-bestand \(\.doc\)\./,
    ],
    ["a Word file with a password", "slot.docx", () => oldOffice("EncryptedPackage"), /beveiligd met een wachtwoord/],
    ["half a Word file", "half.docx", () => fixture("voorbeeldbrief.docx").subarray(0, 4000), /beschadigd/],
    ["half a PDF", "half.pdf", () => fixture("voorbeeldbrief.pdf").subarray(0, 20_000), /beschadigd/],
    [
      "a picture called .pdf",
      "foto.pdf",
      () => Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"),
      /^Dit is een afbeelding/,
    ],
    ["a blank file", "leeg.txt", () => Buffer.from(" \n\n"), /^Dit bestand is leeg/],
    [
      "a Word file without words",
      "wit.docx",
      () => inside("voorbeeldbrief.docx", "word/document.xml", EMPTY_WORD),
      /^Dit bestand is leeg|^In dit bestand staat geen tekst/,
    ],
    ["a zip bomb in Word", "zipbom.docx", () => bomb("zipbom.docx"), /te groot|beschadigd/],
    ["a zip bomb in OpenDocument", "zipbom.odt", () => bomb("zipbom.odt"), /te groot|beschadigd/],
    ["an XML bomb", "lachbom.xml", () => bomb("lachbom.xml"), /te groot|beschadigd/],
    ["a PDF that unpacks without end", "stroombom.pdf", () => bomb("stroombom.pdf"), /te groot|beschadigd/],
  ])("%s", async (_, name, make, sentence) => {
    const { page, status, path } = await bringIn(name, make());
    expect([status, page?.heading]).toEqual([200, "Dit bestand is niet te lezen"]);
    expect(
      textOf(
        all(page?.root ?? { tag: "", attributes: {}, children: [] }, "div").find(
          ({ attributes }) => attributes.class === "utrecht-alert__content",
        ),
      ),
    ).toMatch(sentence);
    expect(page?.text).toContain(name);
    const list = await app.get(IMPORT, "staff");
    expect(list.page?.links).toContainEqual({ href: path, text: name });
    expect(list.page?.text).toContain("niet te lezen, plak de tekst");
  });

  test("the text that is pasted becomes the letter, and the file stays with it", async () => {
    const scan = fixture("voorbeeldbrief.docx").subarray(0, 5000);
    const { path } = await bringIn("scan.docx", scan);
    const asked = await app.post(path, { doe: "plak", tekst: " \n" }, "staff");
    expect([asked.status, asked.page?.text.includes("Er is nog geen tekst: plak hier de tekst")]).toEqual([422, true]);
    const odd = await app.post(path, { doe: "plak", tekst: "123 456" }, "staff");
    expect(odd.status).toBe(422);
    expect(odd.text).toContain(">123 456</textarea>");
    const text = fixture("voorbeeldbrief.txt").toString("utf8");
    expect((await app.post(path, { doe: "plak", tekst: text }, "staff")).location).toBe(path);
    const read = await untilRead(app, path);
    expect(read.page?.heading).toBe("Brief controleren");
    expect(fieldIn(read, "datum")).toBe("2013-02-18");
    await expectOriginal(await takeUp(path, "Een gescande brief (verzonnen)", "2013-01-09"), scan);
  });
});

const EMPTY_WORD = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`;

test("What was half read when the program stopped is read when it starts again", async () => {
  const { path } = await bringIn("halverwege.odt", inside("voorbeeldbrief.odt", "extra.xml", "<a/>"));
  const id = path.split("/").at(-1);
  const rows = new Database(app.databasePath);
  rows
    .prepare("UPDATE imports SET state = 'reading', letter = NULL, progress = '{\"done\":1,\"of\":3}' WHERE id = ?")
    .run(id);
  await serve();
  const row = rows.prepare("SELECT state, letter FROM imports WHERE id = ?");
  const now = () => row.get(id) as { state: string; letter: string | null };
  while (now().state !== "read") await pause(100);
  expect(JSON.parse(now().letter ?? "null").head.title).toBe(TITLE);
  rows.close();
});
