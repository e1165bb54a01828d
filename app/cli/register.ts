/**
 * `npm run register`: checks the chain and all that follows from it, writes it out for somebody else to check, and
 * takes and puts back copies of the database.
 */
import { createReadStream, createWriteStream, existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { backUp, NotCopied, putInPlace, stage, unstage } from "#db/backup.ts";
import { databasePath } from "#db/database-path.ts";
import type { Head } from "#db/heads.ts";
import { holdAlone } from "#db/hold.ts";
import { migrate, NotUsable } from "#db/migrate.ts";

const EXPLAINED = `Gebruik: npm run register -- verify [--head NUMMER:HASH] [--heads BESTAND]
         npm run register -- export [--out BESTAND]
         npm run register -- mail | forget-mail
         npm run register -- admin --email ADRES --name NAAM [--at https://register.example]
         npm run register -- backup BESTAND [--overwrite]
         npm run register -- restore BESTAND
DATABASE_PATH wijst de database aan. --head en --heads geven koppen van de keten die eerder zijn gepubliceerd; een
BESTAND met koppen is een bewaarde uitvoer of een lijst met op elke regel NUMMER:HASH. mail verstuurt wat klaarstaat,
forget-mail vergeet berichten van meer dan een maand oud; een draaiend register doet dat ook uit zichzelf.`;

/** What stands in the way, as a sentence for the person who typed the command. */
class Refusal extends Error {}

interface Options {
  head?: string[];
  heads?: string[];
  out?: string;
  email?: string;
  name?: string;
  at?: string;
  overwrite?: boolean;
}

interface Command {
  run: (options: Options, file: string) => Promise<number>;
  takes: (keyof Options)[];
  /** Whether a file is named after the command; the database is then left at its own version. */
  file?: true;
  /** Whether it begins a register where there is none. */
  begins?: true;
}

const COMMANDS: Record<string, Command> = {
  verify: { run: verify, takes: ["head", "heads"] },
  export: { run: writeExport, takes: ["out"] },
  admin: { run: inviteAdmin, takes: ["email", "name", "at"], begins: true },
  migrate: { run: async () => 0, takes: [], begins: true },
  mail: { run: () => job("mail"), takes: [] },
  "forget-mail": { run: () => job("forget-mail"), takes: [] },
  backup: { run: keepCopy, takes: ["overwrite"], file: true },
  restore: { run: putBack, takes: [], file: true },
};

// The register that is served; who only tried the demo has no other.
if (!process.env.DATABASE_PATH && !existsSync(databasePath())) process.env.DATABASE_PATH = "data/demo.db";
try {
  const { command, options, file } = asked();
  if (!command.file) {
    if (!command.begins && !existsSync(databasePath()))
      throw new Refusal(
        `Er is geen register: ${databasePath()} bestaat niet. Wijs de database aan met DATABASE_PATH, of maak er een met npm run demo.`,
      );
    migrate(databasePath());
  }
  process.exitCode = await command.run(options, file);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof NotUsable || error instanceof NotCopied)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function asked() {
  try {
    const many = { type: "string", multiple: true } as const;
    const one = { type: "string" } as const;
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { head: many, heads: many, out: one, email: one, name: one, at: one, overwrite: { type: "boolean" } },
    });
    const [name = "", file = "", ...more] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const isWhole = more.length === 0 && Boolean(command?.file) === (file !== "");
    if (!command || !isWhole || Object.keys(values).some((one) => !command.takes.includes(one as keyof Options)))
      throw new Refusal(EXPLAINED);
    return { command, options: values, file };
  } catch {
    throw new Refusal(EXPLAINED);
  }
}

/** What the server does by itself, once. */
async function job(name: string): Promise<number> {
  const { EVERY_JOB } = await import("#app/jobs/every-job.ts");
  for (const one of EVERY_JOB) if (one.name === name) console.log(await one.run(new AbortController().signal));
  return 0;
}

/** May be asked while the register is served. */
async function keepCopy({ overwrite = false }: Options, file: string): Promise<number> {
  const { sha256, head } = await backUp(databasePath(), file, { overwrites: overwrite });
  console.log(`Reservekopie van ${databasePath()} gemaakt in ${file}; SQLite vindt haar heel.
Gebeurtenissen: ${head.seq}
Kop van de keten: ${head.seq}:${head.hash}
SHA-256 (ook in ${file}.sha256): ${sha256}`);
  return 0;
}

/** Everything is tried out on a copy beside the database, which only then takes its place. */
async function putBack(_: Options, file: string): Promise<number> {
  const path = databasePath();
  const own = holdAlone(path);
  if (!own)
    throw new Refusal(
      `Een ander programma gebruikt de database ${path} nu. Stop dat eerst, bijvoorbeeld met systemctl stop toezeggingenregister. Er is niets veranderd.`,
    );
  const staged = stage(file, path);
  try {
    migrate(staged, { keepsCopy: false });
    process.env.DATABASE_PATH = staged; // what verify looks at
    const found = await verify({});
    const { close } = await import("#db/client.ts");
    close();
    if (found !== 0) throw new Refusal(`De kopie ${file} klopt niet en is niet teruggezet. Er is niets veranderd.`);
    const kept = putInPlace(staged, path);
    console.log(`${file} staat nu in ${path}.`);
    if (kept) console.log(`Wat daar stond, is bewaard als ${kept}.`);
    console.log("Iedereen moet opnieuw inloggen.");
  } finally {
    unstage(staged);
    own.release();
  }
  return 0;
}

async function verify({ head = [], heads = [] }: Options): Promise<number> {
  const { chainHead, headsIn } = await import("#db/heads.ts");
  const published: Head[] = [];
  for (const text of head) published.push(...orRefuse(headsIn(text), `“${text}”`));
  for (const path of heads) {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`Het bestand ${path} is er niet.`);
    const found: Head[] = [];
    for await (const line of createInterface(createReadStream(path))) found.push(...headsIn(line));
    published.push(...orRefuse(found, path));
  }
  const { differences } = await import("#db/verify.ts");
  const found = await differences(published);
  for (const difference of found) console.log(difference);
  const end = await chainHead();
  console.log(
    found.length === 0
      ? `In orde: ${end?.seq ?? 0} gebeurtenissen, keten eindigt op ${end?.hash ?? "niets"}.`
      : found.length === 1
        ? "1 verschil gevonden."
        : `${found.length} verschillen gevonden.`,
  );
  if (found.length === 0 && published.length > 0)
    console.log(
      `De keten gaat door ${published.length === 1 ? "de kop" : `alle ${published.length} koppen`} van eerder.`,
    );
  return found.length === 0 ? 0 : 1;
}

function orRefuse(heads: Head[], source: string): Head[] {
  if (heads.length > 0) return heads;
  throw new Refusal(`In ${source} staat geen kop. Schrijf een kop als NUMMER:HASH; de hash heeft 64 tekens.`);
}

/** The first administrator, and whoever can no longer get in while nobody else can help: who runs this has the database. */
async function inviteAdmin({ email = "", name = "", at = "http://localhost:3000" }: Options): Promise<number> {
  const { administratorInvited } = await import("./first-admin.ts");
  const told = await administratorInvited({ email, name, origin: at });
  if ("problem" in told) throw new Refusal(told.problem);
  console.log(told.sentence);
  console.log(told.address);
  return 0;
}

/** Never over a file that is there: an export that somebody kept is what a later one is compared with. */
async function writeExport({ out }: Options): Promise<number> {
  const { chainExport } = await import("#db/chain-export.ts");
  const target = out === undefined ? process.stdout : createWriteStream(out, { flags: "wx" });
  try {
    await pipeline(Readable.from(chainExport()), target, { end: out !== undefined });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new Refusal(`Het bestand ${out} is er al. Kies een andere naam.`);
    if (code === "ENOENT" || code === "EACCES") throw new Refusal(`Op ${out} kan niet worden geschreven.`);
    // Who reads along may stop in the middle: `… export | head`.
    if (code !== "EPIPE") throw error;
  }
  return 0;
}
