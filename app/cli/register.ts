/** `npm run register`: checks the chain and all that follows from it, or writes it out for somebody else to check. */
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { databasePath } from "#db/database-path.ts";
import type { Head } from "#db/heads.ts";
import { migrate } from "#db/migrate.ts";

const EXPLAINED = `Gebruik: npm run register -- verify [--head NUMMER:HASH] [--heads BESTAND]
         npm run register -- export [--out BESTAND]
         npm run register -- mail | forget-mail
         npm run register -- admin --email ADRES --name NAAM [--at https://register.example]
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
}

const COMMANDS: Record<string, { run: (options: Options) => Promise<number>; takes: (keyof Options)[] }> = {
  verify: { run: verify, takes: ["head", "heads"] },
  export: { run: writeExport, takes: ["out"] },
  admin: { run: inviteAdmin, takes: ["email", "name", "at"] },
  migrate: { run: async () => 0, takes: [] },
  mail: { run: () => job("mail"), takes: [] },
  "forget-mail": { run: () => job("forget-mail"), takes: [] },
};

process.env.DATABASE_PATH ??= "data/demo.db";
try {
  const { command, options } = asked();
  migrate(databasePath());
  process.exitCode = await command(options);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function asked() {
  try {
    const many = { type: "string", multiple: true } as const;
    const one = { type: "string" } as const;
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { head: many, heads: many, out: one, email: one, name: one, at: one },
    });
    const command = positionals.length === 1 ? COMMANDS[positionals[0] ?? ""] : undefined;
    if (!command || Object.keys(values).some((name) => !command.takes.includes(name as keyof Options)))
      throw new Refusal(EXPLAINED);
    return { command: command.run, options: values };
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
