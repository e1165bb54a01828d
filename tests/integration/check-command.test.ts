/** `npm run read -- --check`: a draft letter against the register, from the command line. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DraftReport } from "#app/domain/reading/draft-check.ts";
import { demoIn, emptyPlace } from "../support/database.ts";

const DRAFT = `Onderwerp Voortgangsbrief over loketten (verzonnen)

Tijdens het debat heb ik toegezegd uw Kamer te informeren over de wachttijden aan de digitale loketten. De wachttijd is gemiddeld vier minuten. Daarmee heb ik aan deze toezegging voldaan.

Ik zal uw Kamer informeren over de loketten aan zee. Zie ook Kamerstuk 36 123, nr. 4.
`;

const database = emptyPlace();
const draft = join(dirname(database), "concept.txt");
beforeAll(async () => {
  await demoIn(database);
  writeFileSync(draft, DRAFT);
});

function run(args: string[], path = database): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/read.ts", "--check", ...args], {
      env: { ...process.env, DATABASE_PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (err += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

describe("read --check", () => {
  it("tells what the page tells, and changes nothing in the register", async () => {
    const before = readFileSync(database);
    const { code, out, err } = await run(["--dossier", "voorbeeld-digitale-loketten", draft]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("1 beantwoord, 0 genoemd, 3 vergeten, 1 nieuw, 1 verwijzing onbekend");
    expect(out).toMatch(/Wat de brief beantwoordt \(1\)\n- \d{4}-\d{4}: De Kamer informeren over de wachttijden/);
    expect(out).toContain("Oordeel: voldaan");
    expect(out).toMatch(/Waarom: Regel ‘/);
    expect(out).toContain("Zonder datum: voeg er een toe.");
    expect(out).toContain("https://zoek.officielebekendmakingen.nl/kst-36123-4.html");
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it("without a dossier knows what is published, and no draft of anybody", async () => {
    const { out } = await run(["--json", "--date", "2030-01-01", draft]);
    const report = JSON.parse(out) as DraftReport;
    expect(report.sentOn).toBe("2030-01-01");
    expect(report.answers.map(({ commitmentId, verdict }) => [commitmentId, verdict])).toEqual([["v6", "met"]]);
    expect(report.forgotten?.map(({ commitmentId }) => commitmentId)).not.toContain("v10");
    const own = JSON.parse(
      (await run(["--json", "--date", "2030-01-01", "--dossier", "voorbeeld-digitale-loketten", draft])).out,
    ) as DraftReport;
    expect(own.forgotten?.map(({ commitmentId }) => commitmentId)).toContain("v10");
  });

  it.each<[string, string[], string, RegExp]>([
    ["no database", [draft], join(dirname(draft), "weg.db"), /^Er is geen register: .*weg\.db bestaat niet\. Wijs/],
    ["a file that is no database", [draft], draft, /is geen register van deze versie\./],
    ["a dossier that is not there", ["--dossier", "onbekend", draft], database, /^Er is geen dossier onbekend\./],
    ["a file that is not there", [join(dirname(draft), "weg.txt")], database, /kan niet worden gelezen\.\n$/],
    ["a day that does not exist", ["--date", "2030-02-30", draft], database, /^2030-02-30 is geen datum/],
    ["no file", [], database, /^Gebruik: /],
  ])("%s: a sentence in Dutch", async (_, args, path, sentence) => {
    const { code, out, err } = await run(args, path);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err).not.toContain("    at ");
  });
});
