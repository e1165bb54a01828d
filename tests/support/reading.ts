/** Letters on their way in are read beside the pages: a test waits for that as a visitor does. */
import { setTimeout as pause } from "node:timers/promises";
import type { Answer, App, Visitor } from "./app.ts";

export const READING = "De brief wordt gelezen";

/** The page of an import once it has been read or refused. */
export async function untilRead(app: App, path: string, as: Visitor = "staff"): Promise<Answer> {
  for (;;) {
    const answer = await app.get(path, as);
    if (answer.page?.heading !== READING) return answer;
    await pause(100);
  }
}
