/**
 * `/gezond`: whether the program does its work, for whatever watches it and starts it anew. It names the part that is
 * not well and nothing else: no figures, no versions, no paths.
 */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { databasePath } from "#db/database-path.ts";
import { chainEndFits, tryWriting, writesUnderWay } from "#db/health.ts";
import { type StoreFailure, storeFailure } from "#db/store-failure.ts";
import { settings } from "./env.ts";
import { isReadingStuck } from "./extract-text/reading-queue.ts";
import { log } from "./log.ts";

const MEGABYTE = 1024 * 1024;
/** Nothing that the program writes takes so long. */
const STUCK_WRITE = 120;

/** Null where it is well, else what is wrong with it. */
type Part = () => Promise<string | null>;

const WORDS: Record<StoreFailure, string> = {
  full: "er is geen ruimte om te schrijven",
  read_only: "er kan niet worden geschreven",
  busy: "een ander programma houdt haar bezet",
  disk: "de schijf geeft fouten",
};

const PARTS: Record<string, Part> = {
  database: async () => {
    tryWriting();
    return writesUnderWay().seconds > STUCK_WRITE ? "het schrijven staat stil" : null;
  },
  keten: async () => ((await chainEndFits()) ? null : "het einde van de keten klopt niet"),
  schijf: async () => {
    const { bavail, bsize } = await statfs(dirname(databasePath()));
    return bavail * bsize < settings().DISK_FREE_MB * MEGABYTE ? "er is te weinig ruimte over" : null;
  },
  taken: async () => (isReadingStuck() ? "het lezen van bestanden staat stil" : null),
};

async function lookAt([name, part]: [string, Part]): Promise<[string, string | null]> {
  try {
    return [name, await part()];
  } catch (error) {
    log.error({ did: "health", error });
    const failure = storeFailure(error);
    return [name, failure ? WORDS[failure] : "dit is niet na te gaan"];
  }
}

/** As JSON for who asks for that, else in plain words. */
export async function health(request: Request): Promise<Response> {
  const found = await Promise.all(Object.entries(PARTS).map(lookAt));
  const ill = found.filter(([, problem]) => problem !== null);
  const answer = { status: ill.length === 0 ? 200 : 503, headers: { "Cache-Control": "no-store" } };
  if (request.headers.get("Accept")?.includes("application/json"))
    return Response.json(
      {
        gezond: ill.length === 0,
        delen: Object.fromEntries(found.map(([name, problem]) => [name, problem ?? "goed"])),
      },
      answer,
    );
  const text = ill.length === 0 ? "gezond" : ["niet gezond", ...ill.map((one) => one.join(": "))].join("\n");
  return new Response(`${text}\n`, {
    ...answer,
    headers: { ...answer.headers, "Content-Type": "text/plain; charset=utf-8" },
  });
}
