/**
 * Copies of a database: taken while it is in use, checked, with a SHA-256 beside them as `sha256sum --check` reads it,
 * and put in the place of a database again.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { Head } from "./heads.ts";

/** Why something cannot be copied or put back, in a Dutch sentence. */
export class NotCopied extends Error {}

export interface Kept {
  sha256: string;
  /** Where the chain of the copy ends. */
  head: Head;
}

/** Only its owner may read a copy: it holds what no page shows. */
const OWNER_ONLY = 0o600;
/** So many copies that upgrades left are kept. */
const UPGRADES_KEPT = 3;

/**
 * Copies the database as it is at this moment, however much is written meanwhile. What is at `target` stays, unless
 * `overwrites`.
 * @throws NotCopied where something is there already or the copy is not whole
 */
export async function backUp(path: string, target: string, { overwrites = false } = {}): Promise<Kept> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new NotCopied(`Er is geen database ${path}.`);
  if (!existsSync(dirname(target))) throw new NotCopied(`De map ${dirname(target)} is er niet.`);
  const making = `${target}.onderweg-${process.pid}`;
  if (!overwrites) reserve(target);
  try {
    writeFileSync(making, "", { mode: OWNER_ONLY });
    const source = new Database(path, { readonly: true });
    try {
      // In a transaction it sees one moment; without, every write of another process would make it begin again.
      source.exec("BEGIN");
      source.prepare("SELECT 1 FROM sqlite_master").get();
      await source.backup(making);
    } finally {
      source.close();
    }
    return finish(making, target);
  } catch (error) {
    for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(making + end, { force: true });
    if (!overwrites) rmSync(target, { force: true });
    throw error;
  }
}

/** Takes the name by an empty file, so that two that are made at once do not take the same. */
function reserve(target: string): void {
  const taken = [target, `${target}.sha256`].find((one) => existsSync(one));
  if (taken) throw new NotCopied(`Het bestand ${taken} is er al. Kies een andere naam, of geef --overwrite.`);
  try {
    closeSync(openSync(target, "wx", OWNER_ONLY));
  } catch (error) {
    throw new NotCopied(`Op ${target} kan niet worden geschreven.`, { cause: error });
  }
}

/** Makes one file of a copy, checks it and gives it its name. */
function finish(making: string, target: string): Kept {
  const kept = { head: checked(making), sha256: sha256Of(making) };
  chmodSync(making, OWNER_ONLY);
  const sum = `${making}.sha256`;
  writeFileSync(sum, `${kept.sha256}  ${basename(target)}\n`, { mode: OWNER_ONLY, flush: true });
  renameSync(sum, `${target}.sha256`);
  moveInto(making, target);
  return kept;
}

/** Whether SQLite finds the file whole. It is left without a log beside it. @throws NotCopied */
function checked(path: string): Head {
  const copy = new Database(path);
  try {
    copy.pragma("journal_mode = DELETE");
    const found = copy.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new NotCopied(`SQLite vindt ${path} niet heel: ${String(found)}.`);
    return headOf(copy);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new NotCopied(`Het bestand ${path} is geen register, of het is beschadigd.`, { cause: error });
  } finally {
    copy.close();
  }
}

const headOf = (database: Database.Database): Head =>
  database.prepare("SELECT head_seq AS seq, head_hash AS hash FROM register_state").get() as Head;

/** In pieces: a database may be larger than the memory. Not of one that is open, whose locks it would let go. */
function sha256Of(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(1024 * 1024);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** In one step, and on the disk before it goes on. */
function moveInto(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flush(dirname(to));
}

function flush(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

/** `20110304T120000123Z`: in a file's name. */
const moment = (): string => new Date().toISOString().replace(/[-:.]/g, "");

/** The copy that was made before an upgrade: `keep` it in the place of older ones, or `drop` it. */
interface UpgradeCopy {
  keep(): void;
  drop(): void;
}

/**
 * Before an upgrade: a checked copy beside the database, called after the first migration that is to come. The database
 * must be held and not be written meanwhile.
 */
export function copyBeforeUpgrade(connection: Database.Database, path: string, tag: string): UpgradeCopy {
  const target = `${path}-voor-${tag}-${moment()}.sqlite`;
  const making = `${target}.onderweg-${process.pid}`;
  const drop = (): void => {
    for (const one of [making, target, `${target}.sha256`]) rmSync(one, { force: true });
  };
  reserve(target);
  try {
    writeFileSync(making, "", { mode: OWNER_ONLY });
    connection.prepare("VACUUM INTO ?").run(making);
    const { head } = finish(making, target);
    const own = headOf(connection);
    if (head.seq !== own.seq || head.hash !== own.hash) throw new NotCopied(`De kopie ${target} is niet gelijk.`);
  } catch (error) {
    drop();
    throw error;
  }
  return { drop, keep: () => dropOlder(path) };
}

function dropOlder(path: string): void {
  const folder = dirname(path);
  const copies = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}-voor-`) && name.endsWith(".sqlite"))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of copies.slice(UPGRADES_KEPT)) for (const end of ["", ".sha256"]) rmSync(old + end, { force: true });
}

/**
 * The first step of putting a copy back: a copy of the copy beside the database, after its checksum was found right.
 * Answers where it is. @throws NotCopied
 */
export function stage(file: string, path: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new NotCopied(`Het bestand ${file} is er niet.`);
  const noted = existsSync(`${file}.sha256`) ? /^[0-9a-f]{64}\b/i.exec(readFileSync(`${file}.sha256`, "utf8")) : null;
  if (!noted)
    throw new NotCopied(
      `Bij ${file} hoort een bestand ${basename(file)}.sha256 met het controlegetal. Zonder dat wordt niets teruggezet.`,
    );
  const staged = `${path}-terugzetten-${process.pid}`;
  try {
    copyFileSync(file, staged, constants.COPYFILE_EXCL);
    chmodSync(staged, OWNER_ONLY);
    const found = sha256Of(staged);
    if (found !== noted[0].toLowerCase())
      throw new NotCopied(`Het controlegetal van ${file} klopt niet: genoteerd is ${noted[0]}, gevonden ${found}.`);
    checked(staged);
    signEverybodyOut(staged);
    return staged;
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

/** A session that was ended after the copy was taken would otherwise live again. */
function signEverybodyOut(path: string): void {
  const database = new Database(path);
  database.exec("DELETE FROM sessions");
  database.close();
}

/** Gives up what was staged. */
export function unstage(staged: string): void {
  for (const end of [...LOGS, "-slot"]) rmSync(staged + end, { force: true });
}

const LOGS = ["", "-wal", "-shm"];

/**
 * The last step: what stood there is kept under another name, which is answered; null where nothing stood there. At no
 * moment is there no database, which would then be made anew, empty.
 */
export function putInPlace(staged: string, path: string): string | null {
  const kept = existsSync(path) ? `${path}-vervangen-${moment()}` : null;
  if (kept) {
    takeInLog(path);
    // What is left of a log belongs to what stood there, and would spoil what comes in its place.
    for (const end of LOGS) if (end && existsSync(path + end)) renameSync(path + end, kept + end);
    linkSync(path, kept);
  }
  moveInto(staged, path);
  return kept;
}

/** Brings what is in the log into the database itself, if it can still be opened. */
function takeInLog(path: string): void {
  try {
    const database = new Database(path);
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
