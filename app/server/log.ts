/** Structured log on standard output, without personal data: no names, addresses, cookies or bodies. */
import { pino } from "pino";

export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
