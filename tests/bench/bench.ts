/**
 * `npm run bench` (`-- --small` in CI, `-- --corpus map` for a labelled set from elsewhere, `-- --only serving` for one
 * part): how fast and how well letters are read, from a file too, and what it costs to show the register, as it grows and
 * as many ask. Times are medians where nothing else is said; the last run is kept and shown beside this one.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, median, medianOf, timed } from "./figures.ts";
import { corpusLines, matchingLines } from "./reading-scores.ts";
import { readingSpeed } from "./reading-speed.ts";
import { crowd, type Lengths, serving } from "./serving.ts";
import { startProgram } from "./started.ts";

const isSmall = process.argv.includes("--small");
const ROUNDS = isSmall ? 5 : 25;
const REQUESTS = isSmall ? 40 : 400;
const LAST_RUN = ".cache/bench.json";

async function requestTime(address: string): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    times.push(await timed(async () => (await fetch(address)).arrayBuffer()));
  }
  return median(times.slice(REQUESTS / 10));
}

/** The same letter in every form, in the process beside the server, once it is warm. */
async function files(): Promise<Figure[]> {
  const { readBeside } = await import("#app/server/extract-text/beside.ts");
  const timeOf = async (name: string): Promise<number> => {
    const bytes = readFileSync(`tests/fixtures/letters/${name}`);
    return medianOf(ROUNDS, () => readBeside({ name, bytes }));
  };
  const text = await timeOf("voorbeeldbrief.txt");
  const figures: Figure[] = [];
  for (const [form, name] of [
    ["PDF", "voorbeeldbrief.pdf"],
    ["Word", "voorbeeldbrief.docx"],
    ["ODT", "voorbeeldbrief.odt"],
    ["HTML", "voorbeeldbrief.html"],
    ["XML", "voorbeeldbrief.kst.xml"],
  ] as const)
    figures.push({
      name: `een brief van drie bladzijden als ${form} lezen, tegen dezelfde als tekst`,
      value: (await timeOf(name)) / text,
      unit: "x",
    });
  return figures;
}

/** A long list from the file to the register, in a process of its own: see `taking-lists.ts`. */
function lists(rows: number): Figure[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tests/bench/taking-lists.ts", String(rows)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const { compare, take, writerWaits } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<
    "compare" | "take",
    { cpu: number; held: number }
  > & { writerWaits: number };
  return [
    { name: `een lijst van ${rows} rijen met het register vergelijken`, value: compare.cpu, unit: "s rekentijd" },
    { name: "dezelfde lijst innemen en publiceren", value: take.cpu, unit: "s rekentijd" },
    { name: "zo lang wacht intussen wie iets vastlegt", value: writerWaits, unit: "s" },
    { name: "zo lang wacht intussen wie leest, op zijn langst", value: take.held, unit: "s", target: "onder 1 s" },
  ];
}

async function pages(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "register-bench-"));
  process.env.DATABASE_PATH = join(directory, "register.db");
  process.env.LOG_LEVEL = "silent";
  const { migrate } = await import("#db/migrate.ts");
  migrate(process.env.DATABASE_PATH);
  const { loadDemo } = await import("#app/cli/demo-data.ts");
  await loadDemo(join(directory, "wachtwoord"));
  const register = await startProgram(process.env.DATABASE_PATH);
  try {
    const { address } = register;
    const page = new Uint8Array(await (await fetch(`${address}/toezeggingen`)).arrayBuffer());
    const bare = createServer(
      (_request, response) => void response.writeHead(200, { "Content-Type": "text/html" }).end(page),
    );
    await new Promise<void>((ready) => void bare.listen(0, ready));
    const bareTime = await requestTime(`http://localhost:${(bare.address() as AddressInfo).port}/`);
    const registerTime = await requestTime(`${address}/toezeggingen`);
    const commitmentTime = await requestTime(`${address}/toezeggingen/2010-0001?peildatum=2011-03-04`);
    bare.close();
    return [
      {
        name: "de registerpagina, tegen een kale server met dezelfde bytes",
        value: registerTime / bareTime,
        unit: "x",
      },
      { name: "de pagina van een toezegging, tegen dezelfde kale server", value: commitmentTime / bareTime, unit: "x" },
      { name: "de registerpagina, zonder inpakken", value: page.length / 1000, unit: "kB" },
    ];
  } finally {
    register.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function lastRun(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(LAST_RUN, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1];
const corpus = process.argv.includes("--corpus") ? (option("--corpus") ?? "") : "../shared/corpus";
const register = isSmall ? 1_000 : 10_000;
const lengths: Lengths = isSmall
  ? { commitments: 1_000, questions: 60, warmUp: 30, turns: 3, turnSeconds: 0.25, loadSeconds: 2 }
  : { commitments: 30_000, questions: 500, warmUp: 100, turns: 5, turnSeconds: 3, loadSeconds: 60 };

const PARTS: Record<string, () => Figure[] | Promise<Figure[]>> = {
  reading: () => readingSpeed(register, ROUNDS),
  files,
  pages,
  lists: () => lists(register),
  serving: () => serving(lengths),
  crowd: () => crowd(isSmall ? lengths.commitments : 100_000, isSmall ? 0.5 : 15),
};
const only = process.argv.includes("--only") ? option("--only") : undefined;
if (only !== undefined && !Object.hasOwn(PARTS, only))
  throw new Error(`Er is geen onderdeel ${only}. Kies uit: ${Object.keys(PARTS).join(", ")}.`);

const before = lastRun();
const shown = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(2).replace(".", ","));
const figures: Figure[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (only !== undefined && only !== part) continue;
  for (const figure of await measure()) {
    const { name, value, unit, target } = figure;
    figures.push(figure);
    console.log(
      `${name}: ${shown(value)} ${unit} (vorige keer ${shown(before[name])}${target ? `; doel: ${target}` : ""})`,
    );
  }
}
mkdirSync(".cache", { recursive: true });
const measured = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
writeFileSync(LAST_RUN, JSON.stringify({ ...before, ...measured }, null, 2));
if (only === undefined) for (const line of [...corpusLines(corpus), ...matchingLines(register)]) console.log(line);
