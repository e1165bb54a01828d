/** The process that reads files: what happens to it happens to no other file, and not to the program. */
import { expect, test } from "vitest";
import { readBeside } from "#app/server/extract-text/beside.ts";
import { processesUnder } from "../support/process-memory.ts";

const LETTER = { text: "Onderwerp Heggen (verzonnen)\n\nDe heggen groeien." };
const readers = (): number[] => processesUnder(process.pid).filter((pid) => pid !== process.pid);

test("is used again for the next file", async () => {
  expect(await readBeside(LETTER)).toHaveProperty("letter.passages");
  const [first] = readers();
  expect(await readBeside(LETTER)).toHaveProperty("letter.passages");
  expect(readers()[0]).toBe(first);
});

test("that is gone is replaced, and the file is read all the same", async () => {
  for (const pid of readers()) process.kill(pid, "SIGKILL");
  expect(await readBeside(LETTER)).toHaveProperty("letter.passages");
});

test("that takes too long is stopped: the file is refused and the next one is read", async () => {
  const slow = readBeside({ text: "De heggen groeien. ".repeat(50_000) }, { within: 1 });
  const next = readBeside(LETTER);
  expect(await slow).toEqual({ refusal: "takes_too_long", sort: null });
  expect(await next).toHaveProperty("letter.passages");
});

test("that grows too large is stopped: the file is refused and the next one is read", async () => {
  const large = readBeside({ text: "De heggen groeien langs het spoor.\n\n".repeat(700_000) });
  expect(await large).toEqual({ refusal: "too_large", sort: null });
  expect(await readBeside(LETTER)).toHaveProperty("letter.passages");
});
