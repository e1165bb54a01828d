/** Structured log on standard output, without personal data: no names, addresses, cookies or bodies. */
import { pino } from "pino";
import { settings } from "./env.ts";

export const log = pino({
  level: settings().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
