/**
 * Reads files in a process of its own, so that no file can crash, hang or fill the server. The process starts with the
 * first file and is kept for the next; after a failure, a time limit or growth a fresh one takes its place.
 */
import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { FileReading, ListReading, ListToRead, ReadingProgress, ToRead } from "./read-file.ts";
import { HEAP_LIMIT, OUT_OF_MEMORY, RESIDENT_KEPT, type Said, TIME_LIMIT } from "./reading-limits.ts";

let kept: ChildProcess | null = null;
let atWork: ChildProcess | null = null;
let turn: Promise<unknown> = Promise.resolve();

interface Attention {
  tell?: (progress: ReadingProgress) => void;
  /** Milliseconds, from the moment at which it is its turn. */
  within?: number;
}

type Asked = ToRead | ListToRead;
type Answer = FileReading | ListReading;

/** Answers what the file comes to, one file at a time. @throws where the process itself cannot be started */
export function readBeside(file: ToRead, attention?: Attention): Promise<FileReading>;
export function readBeside(file: ListToRead, attention?: Attention): Promise<ListReading>;
export function readBeside(file: Asked, attention: Attention = {}): Promise<Answer> {
  const reading = turn.then(() => readNext(file, attention));
  turn = reading.catch(() => undefined);
  return reading;
}

/** Ends the process that reads, with whatever it was reading. */
export function giveUpReading(): void {
  for (const child of [kept, atWork])
    child
      ?.removeAllListeners()
      .on("error", () => {})
      .kill("SIGKILL");
}

/** A process may still die of an earlier file; the next one is then read again in a fresh process. */
async function readNext(file: Asked, attention: Attention): Promise<Answer> {
  const used = kept;
  kept = null;
  const first = await readIn(used ?? (await start()), file, attention);
  if (first !== "died" && first !== "outgrown") return first;
  const last = used ? await readIn(await start(), file, attention) : first;
  if (last === "died") return { refusal: "damaged", sort: null };
  return last === "outgrown" ? { refusal: "too_large", sort: null } : last;
}

function readIn(
  child: ChildProcess,
  file: Asked,
  { tell, within = TIME_LIMIT }: Attention,
): Promise<Answer | "died" | "outgrown"> {
  atWork = child;
  child.ref();
  child.channel?.ref();
  return new Promise((answer) => {
    const end = (result: Answer | "died" | "outgrown", keeps: boolean): void => {
      clearTimeout(timer);
      atWork = null;
      child.removeAllListeners();
      child.on("error", () => {});
      if (keeps) keep(child);
      else child.kill("SIGKILL");
      answer(result);
    };
    const timer = setTimeout(() => end({ refusal: "takes_too_long", sort: null }, false), within);
    child.on("message", (said: Said) => {
      if ("progress" in said) tell?.(said.progress);
      if ("reading" in said) end(said.reading, said.resident < RESIDENT_KEPT);
    });
    // V8 aborts when its own heap is full.
    child.on("exit", (_, signal) => end(signal === OUT_OF_MEMORY || signal === "SIGABRT" ? "outgrown" : "died", false));
    child.on("error", () => end("died", false));
    child.send(file);
  });
}

/** Idle, it does not keep the program from ending. */
function keep(child: ChildProcess): void {
  kept = child;
  child.once("exit", () => {
    if (kept === child) kept = null;
  });
  child.unref();
  child.channel?.unref();
}

/** Loaded before tsx is, which would hold on to their sources and to maps of them: a hundred megabytes. */
const PARSERS = ["pdfjs-dist/legacy/build/pdf.mjs", "pdfjs-dist/legacy/build/pdf.worker.mjs"];
const HEAP_FLAGS = [`--max-old-space-size=${HEAP_LIMIT}`, "--max-semi-space-size=4"];

/** It needs the program's sources, as the commands do, and nothing of the environment but where programs are. */
function start(): Promise<ChildProcess> {
  const { PATH, TMPDIR, NODE_ENV } = process.env;
  const child = fork(resolve("app/server/extract-text/reading-process.ts"), {
    execArgv: [...PARSERS, "tsx"].flatMap((name) => ["--import", name]).concat(HEAP_FLAGS),
    env: { PATH, NODE_ENV, ...(TMPDIR && { TMPDIR }) },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((ready, fail) => {
    const end = (problem: string): void => fail(new Error(`The reading process did not start: ${problem}`));
    child.once("error", ({ message }) => end(message));
    child.once("exit", (code, signal) => end(`it ended with ${code ?? signal}`));
    child.once("message", () => {
      child.removeAllListeners();
      ready(child);
    });
  });
}
