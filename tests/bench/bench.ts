/**
 * `npm run bench` (`-- --small` in CI): what it costs to read a letter, from a file too, and to show the register. Everything is measured
 * against something else in the same run, as a median; the last run is kept and shown beside this one.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const isSmall = process.argv.includes("--small");
const ROUNDS = isSmall ? 5 : 25;
const REQUESTS = isSmall ? 40 : 400;
const LAST_RUN = ".cache/bench.json";

interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it should be, in words; figures without one are there to compare runs. */
  target?: string;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function medianOf(rounds: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work));
  return median(times.slice(1));
}

const SENTENCES = [
  "In het debat over het regionale spoor heb ik toegezegd uw Kamer te informeren over de bezetting van de treinen.",
  "De gesprekken met de provincies lopen nog en vragen meer tijd dan vooraf was gedacht.",
  "Voor het zomerreces zal ik uw Kamer een brief sturen over de toegankelijkheid van de stations.",
  "Ik verwijs daarvoor naar Kamerstuk 29 984, nr. 512.",
  "Reizigers merken daar op dit moment weinig van, al verschilt dat van plaats tot plaats.",
];

function letterOf(words: number): string {
  const text: string[] = [];
  for (let count = 0, at = 0; count < words; at += 1) {
    const sentence = SENTENCES[at % SENTENCES.length] ?? "";
    text.push(sentence);
    count += sentence.split(" ").length;
  }
  return text.join(" ");
}

async function reading(): Promise<Figure[]> {
  const { read } = await import("#app/domain/reading/read.ts");
  const { candidates, indexCommitments } = await import("#app/domain/reading/match.ts");
  const input = (words: number) => ({ text: letterOf(words), date: "2024-03-01", recesses: [] });
  const [whole, half] = [input(10_000), input(5_000)];
  const size = isSmall ? 1_000 : 10_000;
  const open = Array.from({ length: size }, (_, at) => ({
    id: `c${at}`,
    title: `De Kamer informeren over onderwerp ${at % 700} in regio ${at % 97}`,
    text: `Een brief over de bezetting, de toegankelijkheid en de kosten van lijn ${at}.`,
    topic: null,
    addressee: null,
    madeOn: "2024-01-10",
    papers: [],
  }));
  const index = indexCommitments(open);
  const wholeTime = await medianOf(ROUNDS, () => read(whole));
  const halfTime = await medianOf(ROUNDS, () => read(half));
  const matching = await medianOf(ROUNDS, () =>
    SENTENCES.map((sentence) => candidates(sentence, index, { date: "2024-03-01" })),
  );
  return [
    {
      name: "een brief van 10.000 woorden lezen",
      value: wholeTime,
      unit: "ms",
      target: "onder 300 ms, samen met het vergelijken",
    },
    { name: "groei van 5.000 naar 10.000 woorden", value: wholeTime / halfTime, unit: "x", target: "ongeveer 2" },
    { name: `een passage vergelijken met ${size} toezeggingen`, value: matching / SENTENCES.length, unit: "ms" },
  ];
}

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

async function pages(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "register-bench-"));
  process.env.DATABASE_PATH = join(directory, "register.db");
  process.env.LOG_LEVEL = "silent";
  const { build } = await import("#app/cli/build.ts");
  build();
  const { migrate } = await import("#db/migrate.ts");
  migrate(process.env.DATABASE_PATH);
  const { loadDemo } = await import("#app/cli/demo-data.ts");
  await loadDemo(join(directory, "wachtwoord"));
  const register = spawn(process.execPath, ["app/server/start.mjs"], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressOf(register);
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
    register.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  }
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((found, refuse) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      const address = /http:\/\/localhost:\d+/.exec(String(chunk));
      if (address) found(address[0]);
    });
    server.once("exit", (code) => refuse(new Error(`De server stopte met ${code}.`)));
  });

function lastRun(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(LAST_RUN, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

const figures = [...(await reading()), ...(await files()), ...(await pages())];
const before = lastRun();
const shown = (value: number | undefined): string => (value === undefined ? "-" : value.toFixed(2).replace(".", ","));
for (const { name, value, unit, target } of figures) {
  console.log(
    `${name}: ${shown(value)} ${unit} (vorige keer ${shown(before[name])}${target ? `; doel: ${target}` : ""})`,
  );
}
mkdirSync(".cache", { recursive: true });
writeFileSync(LAST_RUN, JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value])), null, 2));
