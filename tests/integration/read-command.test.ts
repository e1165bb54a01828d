/** `npm run read`: a letter as a file, or texts line by line, and what the reader answers. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

interface Finding {
  kind: string;
  quote: string;
  start: number;
  end: number;
  deadline: { words: string; start: number; end: number; latest: string | null; event: string | null } | null;
  candidates: unknown[];
  why: string;
}

interface Reading {
  id?: string | null;
  error?: string;
  findings: Finding[];
  deadlines: {
    words: string;
    start: number;
    end: number;
    earliest: string | null;
    latest: string | null;
    event: string | null;
  }[];
  citations: {
    string: string;
    start: number;
    end: number;
    kind: string;
    dossier: string | null;
    number: string | null;
    year: string | null;
  }[];
  remarks: { quote: string; start: number; end: number; why: string }[];
}

/** Words with accents, a soft line end and a broken word: the offsets have to count what stands in the file. */
const LETTER = `Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 12 juni 2019
Onderwerp Voortgangsbrief over duiventillen

Café’s en tillen
Tijdens het debat van 13 maart 2019 (Kamerstuk 35 000 XVI, nr. 12) heb ik toegezegd uw Ka-
mer te informeren over de duiven op stations. Hiermee heb ik aan deze toezegging voldaan.

Vervolg
Ik zal uw Kamer vóór 1 oktober 2019 informeren over de kosten. In de volgende voortgangsbrief
ga ik nader in op de cafés.
Op 3 september 2019 heeft de gemeente een til geopend.

Het onderzoek vergt meer tijd; ik informeer u daarover in het najaar.

De Minister van Voorbeelden,

M. van Dalen
`;

const directory = mkdtempSync(join(tmpdir(), "read-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const kept = (name: string, content: string | Uint8Array): string => {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
};

function run(args: string[], input = ""): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/read.ts", ...args], { stdio: "pipe" });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (err += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    child.stdin.on("error", () => {}).end(input);
  });
}

/** Every place in an answer gives its words back. */
function expectPlaces(text: string, { findings, deadlines, citations, remarks }: Reading) {
  for (const { quote, start, end } of [...findings, ...remarks]) expect(text.slice(start, end)).toBe(quote);
  for (const { string, start, end } of citations) expect(text.slice(start, end)).toBe(string);
  for (const { words, start, end } of deadlines) expect(flat(text.slice(start, end))).toBe(flat(words));
}
const flat = (text: string): string => text.replace(/\s+/g, " ").toLowerCase();

describe("read --json", () => {
  it("answers one object: findings, deadlines, citations and remarks, each with its place in the file", async () => {
    const { code, out, err } = await run(["--date", "2019-06-12", "--json", kept("brief.txt", LETTER)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const reading = JSON.parse(out) as Reading;
    expect(Object.keys(reading).sort()).toEqual(["citations", "deadlines", "findings", "remarks"]);
    for (const finding of reading.findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining(["kind", "quote", "start", "end", "deadline", "candidates", "why"]),
      );
    }
    expectPlaces(LETTER, reading);

    const found = reading.findings.map(({ kind, quote }) => [kind, flat(quote).slice(0, 40)]);
    expect(found).toEqual([
      ["refers_back", "tijdens het debat van 13 maart 2019 (kam"],
      ["fulfils", "hiermee heb ik aan deze toezegging volda"],
      ["new_commitment", "ik zal uw kamer vóór 1 oktober 2019 info"],
      ["new_commitment", "in de volgende voortgangsbrief ga ik nad"],
      ["postpones", "het onderzoek vergt meer tijd; ik inform"],
    ]);
    const deadlines = reading.findings.map(({ deadline }) => deadline && [deadline.latest, deadline.event]);
    expect(deadlines).toEqual([null, null, ["2019-09-30", null], [null, "next_progress_letter"], ["2019-12-20", null]]);
    expect(reading.citations.map(({ dossier, number }) => `${dossier}/${number}`)).toEqual(["35000-XVI/12"]);
    expect(reading.remarks.map(({ quote }) => quote)).toEqual(["Op 3 september 2019"]);
  });
});

it("read without --json tells it to people, in Dutch", async () => {
  const { code, out } = await run(["--date", "2019-06-12", kept("voor-mensen.txt", LETTER)]);
  expect(code).toBe(0);
  expect(out).toContain("Gelezen als tekst van 12 juni 2019.");
  expect(out).toContain("Nieuwe toezeggingen (2)");
  expect(out).toContain("Stelt uit (1)");
});

it.each([
  [
    "a file that is not there",
    ["--json", join(directory, "weg.txt")],
    /^Het bestand .*weg\.txt kan niet worden gelezen\.\n$/,
  ],
  [
    "a day that does not exist",
    ["--date", "2019-02-30", "--json", kept("dag.txt", LETTER)],
    /^2019-02-30 is geen datum in de vorm 2011-03-04\.\n$/,
  ],
  ["an option that does not exist", ["--yaml"], /^Gebruik: npm run read/],
])("read refuses %s with a Dutch sentence and status 2", async (_, args, sentence) => {
  const { code, out, err } = await run(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(sentence);
});

describe("read --jsonl", async () => {
  const promise = "Ik zal uw Kamer in de volgende voortgangsbrief informeren over de cafés.";
  const asked: Record<string, Record<string, unknown>> = {
    letter: { date: "2019-06-12", text: LETTER },
    nothing: { date: "2019-06-12", text: "De tillen zijn groen." },
    promise: { date: "2019-06-12", text: promise },
    minister: { date: "2019-06-12", text: "Ik zal de Kamer daarover voor de zomer informeren." },
    member: { date: "2019-06-12", text: "Ik zal de Kamer daarover voor de zomer informeren.", speaker: "member" },
    undated: { date: null, text: "Ik zal uw Kamer voor 1 oktober informeren over de tillen." },
    empty: { text: "" },
    bare: {},
    yesterday: { date: "gisteren", text: promise },
    chamber: { chamber: "DK", text: promise },
  };
  const lines = Object.entries(asked).map(([id, line]) => JSON.stringify({ id, ...line }));
  const { code, out, err } = await run(["--jsonl"], ["{ geen json", "", "[]", ...lines].join("\n"));
  const answers = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);
  const answer = (id: string): Reading =>
    answers.find((one) => one.id === id) ?? { findings: [], deadlines: [], citations: [], remarks: [] };
  const kinds = (id: string) => answer(id).findings.map(({ kind }) => kind);

  it("answers every line that is not blank, in the same order, with its id", () => {
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(answers.map(({ id }) => id)).toEqual([null, null, ...Object.keys(asked)]);
  });

  it("answers a bad line with the reason and goes on with the next", () => {
    expect(answers.filter(({ error }) => error).map(({ id, error }) => [id, error])).toEqual([
      [null, "Deze regel is geen geldige JSON."],
      [null, "Deze regel is geen JSON-object."],
      ["bare", "Er ontbreekt een veld text met de tekst."],
      ["yesterday", "gisteren is geen datum in de vorm 2011-03-04."],
      ["chamber", "Onbekende Kamer DK; kies TK of EK."],
    ]);
  });

  it("finds in a line what it finds in a file, with places in that line's text", () => {
    for (const id of ["letter", "nothing", "promise", "minister", "member", "undated", "empty"]) {
      expect(Object.keys(answer(id)).sort(), id).toEqual(["citations", "deadlines", "findings", "id", "remarks"]);
      expectPlaces(String(asked[id]?.text), answer(id));
    }
    expect(kinds("letter")).toEqual(["refers_back", "fulfils", "new_commitment", "new_commitment", "postpones"]);
    expect(answer("promise").deadlines).toMatchObject([
      { earliest: null, latest: null, event: "next_progress_letter" },
    ]);
    expect(answer("nothing")).toEqual({ id: "nothing", findings: [], deadlines: [], citations: [], remarks: [] });
    expect(answer("empty")).toEqual({ id: "empty", findings: [], deadlines: [], citations: [], remarks: [] });
  });

  it("hears who speaks: what a member says is no promise of the government", () => {
    expect([kinds("minister"), kinds("member")]).toEqual([["new_commitment"], []]);
  });

  it("gives no day for words without a year where the date is not known", () => {
    expect(kinds("undated")).toEqual(["new_commitment"]);
    expect(answer("undated").deadlines.filter(({ latest }) => latest !== null)).toEqual([]);
  });
});
