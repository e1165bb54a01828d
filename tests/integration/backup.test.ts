/** Copies of the register: taken while it is used, refused where they are not whole, and put back as they were. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { holdAlone, holdBesideOthers } from "#db/hold.ts";
import { emptyPlace } from "../support/database.ts";
import { inventDossiers, SIXTY } from "../support/invented-dossiers.ts";
import { startServerProcess } from "../support/server.ts";
import { writingBeside } from "../support/writing-beside.ts";

interface Ran {
  status: number | null;
  said: string;
}

/** `npm run register -- …` over a database. */
const register = (databasePath: string, ...words: string[]): Promise<Ran> =>
  new Promise((ended) => {
    const child = spawn(process.execPath, ["--import", "tsx", "app/cli/register.ts", ...words], {
      env: { PATH: process.env.PATH, NODE_ENV: "test", DATABASE_PATH: databasePath },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    child.once("close", (status) => ended({ status, said }));
  });

let invented = "";
beforeAll(async () => {
  invented = emptyPlace();
  await inventDossiers(invented);
});

/** A register of its own for a test. */
function own(): string {
  const path = emptyPlace();
  copyFileSync(invented, path);
  return path;
}

const beside = (path: string, part: string): string[] =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path) + part));

interface Row {
  seq: number;
  hash: string;
}
const headOf = (path: string): Row => {
  const raw = new Database(path, { readonly: true });
  const head = raw.prepare("SELECT head_seq AS seq, head_hash AS hash FROM register_state").get() as Row;
  raw.close();
  return head;
};

/** What a visitor is answered, under one name for every server. */
const page = (origin: string, path: string): Promise<Buffer> =>
  new Promise((answered, failed) => {
    const asked = request(origin + path, { headers: { Host: "register.example" } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        if (response.statusCode === 200) answered(Buffer.concat(pieces));
        else failed(new Error(`${path} answered ${response.statusCode}`));
      });
    });
    asked.on("error", failed).end();
  });

describe("A copy that is taken while the register is served and written without end", () => {
  test("holds one moment, and put back elsewhere gives byte for byte the same public pages", async () => {
    const path = own();
    const { url } = await startServerProcess(path);
    const writer = writingBeside(path);
    await writer.until(20);
    const copy = join(dirname(path), "copy.sqlite");
    const [before, taken] = [writer.kept(), await register(path, "backup", copy)];
    expect(taken.status, taken.said).toBe(0);
    await writer.until(writer.count() + 20);
    await writer.kill();
    const head = headOf(copy);
    expect(head.seq).toBeGreaterThanOrEqual(before);
    expect(headOf(path).seq, "the original went on").toBeGreaterThan(head.seq);
    expect(taken.said).toContain(`Kop van de keten: ${head.seq}:${head.hash}`);

    const elsewhere = emptyPlace();
    const restored = await register(elsewhere, "restore", copy);
    expect(restored.status, restored.said).toBe(0);
    expect(restored.said).toContain(`In orde: ${head.seq} gebeurtenissen`);
    expect(restored.said).toContain("Iedereen moet opnieuw inloggen.");
    const { url: there } = await startServerProcess(elsewhere);

    // The original went on; by an address that fixes both clocks it shows what it showed when the copy was taken.
    const raw = new Database(elsewhere, { readonly: true });
    const moment = raw.prepare("SELECT recorded_at FROM events WHERE seq = ?").pluck().get(head.seq) as string;
    const numbers = raw
      .prepare("SELECT number FROM commitments WHERE number LIKE '2012-%' ORDER BY seq DESC LIMIT 3")
      .pluck()
      .all() as string[];
    raw.close();
    const fixed = `peildatum=2026-01-01&bekend=${moment}`;
    const pages = [
      `${paths.home}?${fixed}`,
      `${paths.register}?${fixed}`,
      `${paths.register}?${fixed}&pagina=2`,
      `${paths.dossiers}?${fixed}`,
      `${paths.dossier(SIXTY)}?${fixed}`,
      `${paths.timeline(SIXTY)}?${fixed}`,
      `${paths.letters}?${fixed}`,
      `${paths.debates}?${fixed}`,
      `${paths.items}?${fixed}`,
      ...numbers.map((number) => `${paths.commitment(number)}?${fixed}`),
    ];
    expect(numbers).toHaveLength(3);
    for (const one of pages) {
      const [here, same] = [await page(url, one), await page(there, one)];
      expect(here.length, one).toBeGreaterThan(1000);
      expect(here.equals(same), `${one} is the same on both`).toBe(true);
    }
    // All events that both hold are the same, word for word.
    const lines = async (origin: string) => {
      const [, ...events] = String(await page(origin, paths.chainExport)).split("\n");
      return events.slice(0, head.seq - 1);
    };
    expect(await lines(there)).toEqual(await lines(url));
  }, 300_000);
});

describe("A copy is refused, and what is there stays:", () => {
  let copy = "";
  let path = "";
  beforeAll(async () => {
    path = own();
    copy = join(dirname(path), "copy.sqlite");
    expect(await register(path, "backup", copy)).toMatchObject({ status: 0 });
  });
  const bytes = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

  test("what sha256sum says is in the file beside it, and nobody else may read either", () => {
    expect(readFileSync(`${copy}.sha256`, "utf8")).toBe(`${bytes(copy)}  copy.sqlite\n`);
    for (const one of [copy, `${copy}.sha256`]) expect(statSync(one).mode & 0o777, one).toBe(0o600);
    expect(beside(copy, "-"), "no log beside it").toEqual([]);
  });

  test("over a file that is there, unless one is told to", async () => {
    const was = bytes(copy);
    const refused = await register(path, "backup", copy);
    expect([refused.status, bytes(copy)]).toEqual([2, was]);
    expect(refused.said).toContain(`Het bestand ${copy} is er al.`);
    expect((await register(path, "backup", copy, "--overwrite")).status).toBe(0);
    expect(readFileSync(`${copy}.sha256`, "utf8")).toContain(bytes(copy));
  });

  test.each<[string, (file: string) => void, RegExp]>([
    ["one byte of it changed", (file) => appendFileSync(file, "x"), /Het controlegetal van .* klopt niet/],
    ["its checksum is not there", (file) => writeFileSync(`${file}.sha256`, ""), /hoort een bestand .*\.sha256/],
    [
      "an event in it was changed, and its checksum made to fit",
      (file) => {
        const raw = new Database(file);
        raw.exec("DROP TRIGGER events_refuse_update");
        raw.exec("UPDATE events SET payload = json_set(payload, '$.title', 'Iets anders') WHERE seq = 1");
        raw.close();
        writeFileSync(`${file}.sha256`, `${bytes(file)}  x\n`);
      },
      /Gebeurtenis 1: payloadDigest klopt niet[\s\S]*De kopie .* klopt niet en is niet teruggezet\./,
    ],
    [
      "it is no database, whatever its checksum",
      (file) => {
        writeFileSync(file, "geen database ".repeat(400));
        writeFileSync(`${file}.sha256`, `${bytes(file)}  x\n`);
      },
      /is geen register, of het is beschadigd/,
    ],
    [
      "it is of a later version",
      (file) => {
        const raw = new Database(file);
        raw.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)");
        raw.close();
        writeFileSync(`${file}.sha256`, `${bytes(file)}  x\n`);
      },
      /is van een nieuwere versie van het programma/,
    ],
  ])("%s", async (name, spoil, sentence) => {
    const spoilt = join(dirname(path), `${createHash("sha256").update(name).digest("hex").slice(0, 8)}.sqlite`);
    for (const end of ["", ".sha256"]) copyFileSync(copy + end, spoilt + end);
    spoil(spoilt);
    const before = { bytes: bytes(path), files: beside(path, "-") };
    const { status, said } = await register(path, "restore", spoilt);
    expect(said).toMatch(sentence);
    expect(status).toBe(2);
    expect({ bytes: bytes(path), files: beside(path, "-").filter((one) => !one.endsWith("-slot")) }).toEqual({
      ...before,
      files: before.files.filter((one) => !one.endsWith("-slot")),
    });
  });

  test("while a server holds the database; not once the server is gone, however it went", async () => {
    const { process: server } = await startServerProcess(path);
    const refused = await register(path, "restore", copy);
    expect([refused.status, refused.said]).toEqual([2, expect.stringContaining("Een ander programma gebruikt")]);
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await gone;
    const head = headOf(path);
    const restored = await register(path, "restore", copy);
    expect(restored.status, restored.said).toBe(0);
    const [kept = ""] = beside(path, "-vervangen-");
    expect(restored.said).toContain(kept);
    expect(headOf(join(dirname(path), kept))).toEqual(head);
  }, 180_000);
});

describe("Who holds a database", () => {
  test("alone has nobody beside; many may hold it beside each other", () => {
    const path = emptyPlace();
    const [one, other] = [holdBesideOthers(path), holdBesideOthers(path)];
    expect([one, other]).not.toContain(null);
    expect(holdAlone(path)).toBeNull();
    one?.release();
    expect(holdAlone(path)).toBeNull();
    other?.release();
    const alone = holdAlone(path);
    expect(alone).not.toBeNull();
    expect(holdBesideOthers(path)).toBeNull();
    alone?.release();
    expect(existsSync(path), "the database itself is not touched").toBe(false);
  });
});
