/** What it costs to serve the register: against a server that only sends the same bytes, and as the register grows. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { addDays } from "#app/domain/calendar.ts";
import { paths } from "#app/paths.ts";
import { residentOf } from "../support/process-memory.ts";
import type { BareAnswers } from "./bare-server.ts";
import { type Figure, median, percentile } from "./figures.ts";
import { onRegister } from "./kept-register.ts";
import { type Asked, ask, askInTurn, askTogether, PACKED, PLAIN } from "./load.ts";
import { type Questions, questionsFor } from "./questions.ts";
import { processOf, type Started, startProgram } from "./started.ts";

const LINES = 4;
const figure = (value: number): string => value.toLocaleString("nl-NL");

export interface Lengths {
  /** Commitments, in the register and in the one that is a tenth of it. */
  commitments: number;
  /** Of each kind, one at a time. */
  questions: number;
  warmUp: number;
  /** The register and the bare server take turns, for so many seconds each. */
  turns: number;
  turnSeconds: number;
  loadSeconds: number;
}

export async function serving(lengths: Lengths): Promise<Figure[]> {
  const tenth = lengths.commitments / 10;
  const small = await onRegister(tenth, (path) => onServed(path, lengths, (asked) => answerTimes(tenth, asked)));
  const whole = await onRegister(lengths.commitments, (path) =>
    onServed(path, lengths, async (asked) => [
      ...(await answerTimes(lengths.commitments, asked)),
      ...(await againstBare(asked)),
      await firstVisit(asked),
      await memoryAfterLoad(asked),
    ]),
  );
  return [...small, ...whole];
}

interface Served {
  program: Started;
  questions: Questions;
  lengths: Lengths;
}

/** The program on this register, after it was asked of everything what it is going to be asked. */
async function onServed<T>(path: string, lengths: Lengths, work: (asked: Served) => Promise<T>): Promise<T> {
  const program = await startProgram(path);
  try {
    const warm = questionsFor(path, 1);
    const first = KINDS.flatMap(({ draw }) => drawn(lengths.warmUp, () => program.address + draw(warm)));
    await askInTurn(first);
    return await work({ program, questions: questionsFor(path, 2), lengths });
  } finally {
    program.stop();
  }
}

const drawn = (count: number, draw: () => string): string[] => Array.from({ length: count }, draw);

const KINDS: { what: string; draw: (questions: Questions) => string; limit: number }[] = [
  { what: "de lijst met alles om uit te kiezen", draw: ({ list }) => list(), limit: 100 },
  { what: "zoeken", draw: ({ search }) => search(), limit: 60 },
  { what: "een toezegging", draw: ({ commitment }) => commitment(), limit: 25 },
];

async function answerTimes(commitments: number, { program, questions, lengths }: Served): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { what, draw, limit } of KINDS) {
    const addresses = drawn(lengths.questions, () => program.address + draw(questions));
    const before = program.cpu();
    const times = await askInTurn(addresses);
    const name = `${what}, elke vraag anders, bij ${figure(commitments)} toezeggingen`;
    figures.push(
      { name: `${name}: 95 van de 100 binnen`, value: percentile(times, 95), unit: "ms", target: `onder ${limit} ms` },
      { name: `${name}: gemiddeld`, value: (program.cpu() - before) / times.length, unit: "ms rekentijd" },
    );
  }
  return figures;
}

async function againstBare({ program, lengths }: Served): Promise<Figure[]> {
  const page = program.address + paths.register;
  const agent = new Agent();
  const packed = await ask(agent, page, { headers: PACKED });
  const plain = await ask(agent, page, { headers: PLAIN });
  const sameOnly = { "if-none-match": String(packed.headers.etag) };
  const unchanged = await ask(agent, page, { headers: { ...PACKED, ...sameOnly }, status: 304 });
  const given = ({ rawHeaders, body }: typeof packed) => ({
    headers: withoutNodes(rawHeaders),
    body: body.toString("base64"),
  });
  const bare = fork("tests/bench/bare-server.ts", { execArgv: ["--import", "tsx"] });
  bare.send({
    unchanged: withoutNodes(unchanged.rawHeaders),
    pages: { br: given(packed), identity: given(plain) },
  } satisfies BareAnswers);
  const [port] = await once(bare, "message");
  const servers = { program, bare, page, barePage: `http://localhost:${port}${paths.register}` };
  let nth = 0;
  const anew = (): string => `${page}?keer=${++nth}`;
  /** All of it was promised later, but nobody counted it so. */
  const uncounted = (): string => `${page}?van=${addDays("1500-01-01", ++nth)}`;
  try {
    const same = await compare(servers, lengths, () => page);
    const conditional = await compare(servers, lengths, () => page, {
      headers: { ...PACKED, ...sameOnly },
      status: 304,
    });
    const renderedPlain = await compare(servers, lengths, anew, { headers: PLAIN });
    const rendered = await compare(servers, lengths, anew);
    const renderedUncounted = await compare(servers, lengths, uncounted);
    const ofBare = "tegen een kale server met dezelfde bytes";
    return [
      {
        name: `de registerpagina, onveranderd, ${ofBare}: verzoeken per seconde`,
        value: 1 / same.time,
        unit: "x",
        target: "minstens 0,5",
      },
      {
        name: `de registerpagina, onveranderd, ${ofBare}: verzoeken per seconde rekentijd`,
        value: 1 / same.cpu,
        unit: "x",
      },
      {
        name: `vragen of de registerpagina veranderd is, ${ofBare}: verzoeken per seconde`,
        value: 1 / conditional.time,
        unit: "x",
        target: "minstens 0,7",
      },
      {
        name: `vragen of de registerpagina veranderd is, ${ofBare}: verzoeken per seconde rekentijd`,
        value: 1 / conditional.cpu,
        unit: "x",
      },
      {
        name: `de registerpagina opnieuw gemaakt en ingepakt, ${ofBare}: tijd per verzoek`,
        value: rendered.time,
        unit: "x",
        target: "hoogstens 100",
      },
      {
        name: `de registerpagina opnieuw gemaakt en ingepakt, ${ofBare}: rekentijd per verzoek`,
        value: rendered.cpu,
        unit: "x",
      },
      {
        name: `dezelfde met een keuze waarvoor nog niets geteld was, ${ofBare}: tijd per verzoek`,
        value: renderedUncounted.time,
        unit: "x",
      },
      {
        name: `de registerpagina opnieuw gemaakt, niet ingepakt, ${ofBare}: tijd per verzoek`,
        value: renderedPlain.time,
        unit: "x",
        target: "hoogstens 100",
      },
      {
        name: `de registerpagina opnieuw gemaakt, niet ingepakt, ${ofBare}: rekentijd per verzoek`,
        value: renderedPlain.cpu,
        unit: "x",
      },
    ];
  } finally {
    bare.disconnect();
  }
}

/** What Node adds itself, for either server. */
const NODES = ["date", "connection", "keep-alive", "transfer-encoding"];

function withoutNodes(rawHeaders: readonly string[]): string[] {
  const pairs = Array.from({ length: rawHeaders.length / 2 }, (_, at) => rawHeaders.slice(2 * at, 2 * at + 2));
  return pairs.filter(([name = ""]) => !NODES.includes(name.toLowerCase())).flat();
}

interface Servers {
  program: Started;
  bare: ChildProcess;
  page: string;
  barePage: string;
}

/**
 * How many times as long a request of the register takes as one of the bare server. The two take turns, so that whatever
 * else the machine does slows both. Time includes that of who asks, which is the same for both; processor time does not.
 */
async function compare(
  { program, bare, barePage }: Servers,
  { turns, turnSeconds }: Lengths,
  next: () => string,
  asked: Asked = {},
): Promise<{ time: number; cpu: number }> {
  const bareProcess = processOf(bare);
  const turn = async (cpu: () => number, of: () => string) => {
    const before = cpu();
    const { answered, perSecond } = await askTogether(LINES, turnSeconds, of, asked);
    return { time: 1 / perSecond, cpu: (cpu() - before) / answered };
  };
  const ratios: { time: number; cpu: number }[] = [];
  for (let nth = 0; nth <= turns; nth += 1) {
    const own = await turn(program.cpu, next);
    const other = await turn(bareProcess.cpu, () => barePage);
    ratios.push({ time: own.time / other.time, cpu: own.cpu / other.cpu });
  }
  const warm = ratios.slice(1);
  return { time: median(warm.map(({ time }) => time)), cpu: median(warm.map(({ cpu }) => cpu)) };
}

/** The page and all that it names for itself, over one line, as a browser gets them that was never here. */
async function firstVisit({ program }: Served): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const page = program.address + paths.register;
  const { body } = await ask(agent, page, { headers: PLAIN });
  const named = [...body.toString().matchAll(/<(?:link|script|img)\b[^>]*>/g)].flatMap(([tag]) => {
    const isFetched = !tag.startsWith("<link") || /\brel="(?:stylesheet|icon|preload|modulepreload)"/.test(tag);
    return isFetched ? (/\b(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? []) : [];
  });
  agent.destroy();
  const line = new Agent({ keepAlive: true, maxSockets: 1 });
  let received = 0;
  for (const address of [page, ...named])
    ({ received } = await ask(line, new URL(address, page).href, { headers: PACKED }));
  line.destroy();
  return {
    name: `een eerste bezoek aan de registerpagina, met alles erbij (${named.length + 1} bestanden, ingepakt)`,
    value: received / 1000,
    unit: "kB",
    target: "hoogstens 40",
  };
}

async function memoryAfterLoad({ program, questions, lengths }: Served): Promise<Figure> {
  let nth = 0;
  const next = (): string => program.address + (KINDS[nth++ % KINDS.length]?.draw(questions) ?? "");
  await askTogether(16, lengths.loadSeconds, next);
  return {
    name: `geheugen na ${lengths.loadSeconds} s vragen over 16 verbindingen, bij ${figure(lengths.commitments)} toezeggingen`,
    value: residentOf([program.pid]),
    unit: "MB",
    target: "onder 350 MB",
  };
}

/**
 * Many at once, every question another, on a register larger than any there is; of each kind others are asked before it
 * counts, for a third of the time.
 */
export async function crowd(commitments: number, seconds: number): Promise<Figure[]> {
  return onRegister(commitments, async (path) => {
    const program = await startProgram(path);
    const [warm, questions] = [questionsFor(path, 1), questionsFor(path, 2)];
    const kinds = [
      ["de lijst van een fractie", ({ listOfGroup }: Questions) => listOfGroup(), "OpenTK: 1,5"],
      ["een toezegging", ({ commitment }: Questions) => commitment(), "OpenTK: 102"],
      ["zoeken", ({ search }: Questions) => search(), "OpenTK: 160 tot 238"],
    ] as const;
    try {
      const figures: Figure[] = [];
      for (const [what, draw, target] of kinds) {
        await askTogether(16, seconds / 3, () => program.address + draw(warm));
        const { perSecond } = await askTogether(16, seconds, () => program.address + draw(questions));
        figures.push({
          name: `${what}, over 16 verbindingen, bij ${figure(commitments)} toezeggingen`,
          value: perSecond,
          unit: "per seconde",
          target,
        });
      }
      return [
        ...figures,
        {
          name: `geheugen daarna, bij ${figure(commitments)} toezeggingen`,
          value: residentOf([program.pid]),
          unit: "MB",
          target: "onder 512 MB",
        },
      ];
    } finally {
      program.stop();
    }
  });
}
