/** Files that are written while they are read: what is in them, and that they go no further than their reader. */

import { setImmediate, setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { csvInTurns } from "#app/formats/csv.ts";
import { workbookInTurns } from "#app/formats/workbook-in-turns.ts";
import { writtenOut } from "#app/server/written-out.ts";
import { unzipped } from "../../support/zip-files.ts";

const COLUMNS = [
  { heading: "Wat & <wie>", width: 20 },
  { heading: "Wanneer", width: 12 },
];

async function bytesOf(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

/** Batches without end; tells how many were asked for, and whether somebody said that it is enough. */
function endless() {
  const told = { batches: 0, isLeft: false };
  async function* batches(): AsyncGenerator<string[][]> {
    try {
      for (;;) {
        told.batches += 1;
        yield Array.from({ length: 100 }, (_, at) => [
          `Verzonnen rij ${told.batches}-${at} ${Math.sin(at + told.batches)}`,
          "",
        ]);
        await setImmediate();
      }
    } finally {
      told.isLeft = true;
    }
  }
  return { told, batches: batches() };
}

test("a workbook is a zip file whose sizes and checks fit, with days as days and text as text", async () => {
  const rows = [
    ["=1+1\u0000", { day: "2011-02-28" }],
    ['"a" < b', { day: "1850-01-01" }],
    ["leeg", null],
  ] as const;
  const file = await bytesOf(workbookInTurns([{ name: "Blad & zo", columns: COLUMNS, batches: [rows, []] }]));
  const sheet = Buffer.from(unzipped(file).get("xl/worksheets/sheet1.xml") ?? "").toString();
  expect(sheet).toContain('<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1 </t></is></c>');
  expect(sheet).toContain('<c r="B2" s="1"><v>40602</v></c>');
  expect(sheet).toContain('<t xml:space="preserve">&quot;a&quot; &lt; b</t>');
  expect(sheet).toContain('<t xml:space="preserve">1850-01-01</t>');
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<autoFilter ref="A1:B4"/>');
  expect(sheet).not.toContain("<f>");
});

test.each([
  ["CSV", (batches: AsyncIterable<string[][]>) => csvInTurns(["Wat", "Wanneer"], batches)],
  ["Excel", (batches: AsyncIterable<string[][]>) => workbookInTurns([{ name: "Blad", columns: COLUMNS, batches }])],
])("%s goes no faster than it is read, and stops when its reader goes away", { timeout: 30_000 }, async (_, write) => {
  const { told, batches } = endless();
  const reader = writtenOut(write(batches), { type: "text/plain" }).body?.getReader();
  let bytes = 0;
  while (bytes < 5000) bytes += (await reader?.read())?.value?.length ?? 0;
  // Packing goes on beside; then nothing more is asked for.
  const settled = async () => {
    const asked = told.batches;
    await setTimeout(300);
    expect(told.batches).toBe(asked);
  };
  await vi.waitFor(settled, { timeout: 20_000 });
  expect(told.batches).toBeLessThan(60);
  await reader?.cancel();
  for (let turn = 0; turn < 200 && !told.isLeft; turn += 1) await setImmediate();
  expect(told.isLeft).toBe(true);
});
