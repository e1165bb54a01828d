/**
 * Structured log on standard output, without personal data: no names, addresses, cookies, bodies, or the words of an
 * error, which may hold what somebody typed. What is not named here is not written.
 */
import { type LoggerOptions, pino } from "pino";
import { settings } from "./env.ts";

/** What a line may tell. */
export interface Told {
  /** Names a request; the visitor reads it on the page of an error. */
  number?: string;
  method?: string;
  /** The address as the program knows it, `/toezeggingen/:number`; never as it was asked for. */
  route?: string;
  status?: number;
  ms?: number;
  /** What the program itself did, in fixed words. */
  did?: string;
  count?: number;
  error?: unknown;
}

const WRITTEN: readonly (keyof Told)[] = ["number", "method", "route", "status", "ms", "did", "count", "error"];

const options: LoggerOptions = { level: settings().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };
const lines = pino(options);

const line =
  (level: "info" | "warn" | "error") =>
  (told: Told): void => {
    const kept = WRITTEN.filter((name) => told[name] !== undefined).map((name) => [name, told[name]] as const);
    lines[level]({ ...Object.fromEntries(kept), ...(told.error !== undefined && { error: withoutWords(told.error) }) });
  };

export const log = { info: line("info"), warn: line("warn"), error: line("error") };

interface ToldError {
  name: string;
  code?: string;
  /** Of SQLite, which names tables and columns and no values. */
  message?: string;
  at: string[];
  cause?: ToldError;
}

/** What it was, where it was thrown and why, but not its message: a query that fails tells all that was being written. */
function withoutWords(error: unknown): ToldError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { name, message, stack = "", cause } = error;
  const code = (error as { code?: unknown }).code;
  const words = stack.indexOf(message);
  return {
    name: error.constructor.name || name,
    ...(typeof code === "string" && { code }),
    ...(name === "SqliteError" && { message }),
    at: framesIn(words < 0 ? stack : stack.slice(words + message.length)),
    ...(cause instanceof Error && { cause: withoutWords(cause) }),
  };
}

const framesIn = (stack: string): string[] =>
  stack
    .split("\n")
    .filter((one) => /^ +at \S/.test(one))
    .map((one) => one.trim())
    .slice(0, 12);
