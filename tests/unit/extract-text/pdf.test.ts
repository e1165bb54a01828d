import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import { readPdf } from "#app/server/extract-text/pdf.ts";

const file = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/letters/pdf/${name}`, import.meta.url)));
const partsOf = async (bytes: Uint8Array): Promise<LetterPart[]> => {
  const source = await readPdf(bytes, () => {});
  if (!("parts" in source)) throw new Error("read as plain text");
  return source.parts;
};

/** A part as the hand-made lists write it. */
const written = ({ kind, level, text, footnotes }: LetterPart) => ({
  [kind]: text,
  ...(level ? { level } : {}),
  ...(footnotes.length > 0 ? { footnotes } : {}),
});

describe("a letter as PDF", () => {
  it.each([
    ["with footnotes over two pages", "voetnoten"],
    ["in two columns with broken words and running feet", "kolommen"],
    ["with a side column", "zijkolom"],
    ["with tables", "tabel"],
  ])("%s is what its list says", async (_, name) => {
    const parts = await partsOf(file(`${name}.pdf`));
    const expected = JSON.parse(new TextDecoder().decode(file(`${name}.json`)));
    expect(parts.filter(({ kind }) => kind !== "page").map(written)).toEqual(
      expected.filter((part: object) => !("page" in part)),
    );
    expect(
      parts
        .filter(({ kind }) => kind === "page")
        .map(({ text }) => text)
        .sort(),
    ).toEqual(expected.flatMap((part: { page?: string }) => part.page ?? []).sort());
  });
});
