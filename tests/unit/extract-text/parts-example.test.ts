import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { letterFindings } from "#app/domain/reading/letter-findings.ts";
import { readLetterParts } from "#app/domain/reading/letter-parts.ts";
import { type ReadLetter, readLetterText } from "#app/domain/reading/sections.ts";
import { readDocx } from "#app/server/extract-text/docx.ts";
import { type FileReader, Unreadable } from "#app/server/extract-text/extracted.ts";
import { readHtml } from "#app/server/extract-text/html.ts";
import { readOdt } from "#app/server/extract-text/odt.ts";
import { readPdf } from "#app/server/extract-text/pdf.ts";
import { readXml } from "#app/server/extract-text/xml.ts";

// One invented letter in every form, and a list of what stands in it, made by hand from its source.
interface Listed {
  heading?: string;
  depth?: number;
  level?: number;
  paragraph?: string;
  row?: string[];
  footnotes?: { mark: string; text: string }[];
}
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/letters/${name}`, import.meta.url)));
const list = JSON.parse(new TextDecoder().decode(fixture("voorbeeldbrief.json"))) as {
  head: ReadLetter["head"];
  passages: Listed[];
  signature: string[];
};

const FORMS: readonly [file: string, read: FileReader][] = [
  ["voorbeeldbrief.docx", readDocx],
  ["voorbeeldbrief.odt", readOdt],
  ["voorbeeldbrief.fodt", readXml],
  ["voorbeeldbrief.html", readHtml],
  ["voorbeeldbrief.pagina.html", readHtml],
  ["voorbeeldbrief.kst.html", readHtml],
  ["voorbeeldbrief.kst.xml", readXml],
];
const partsOf = async (file: string, read: FileReader) => {
  const source = await read(fixture(file), () => {});
  if (!("parts" in source)) throw new Unreadable("no_text");
  return source.parts;
};

const listedPassages = list.passages.map(({ heading, level, paragraph, row, footnotes = [] }, i) => ({
  anchor: `p${i + 1}`,
  kind: heading ? "heading" : "paragraph",
  level: level ?? null,
  text: heading ?? paragraph ?? row?.join(" | "),
  footnotes,
}));

it("voorbeeldbrief.pdf has the passages and the head of the list, and its page numbers apart", async () => {
  const letter = readLetterParts(await partsOf("voorbeeldbrief.pdf", readPdf));
  expect(letter.passages).toEqual(listedPassages);
  expect(letter.head).toEqual(list.head);
  expect(letter.outside.signature).toEqual(list.signature);
  expect(letter.outside.pageLines).toEqual(["Pagina 1 van 2", "Pagina 2 van 2"]);
});

describe.each(FORMS)("%s", (file, read) => {
  it("has the headings with their depths, the paragraphs, the rows and the footnotes of the list", async () => {
    const letter = readLetterParts(await partsOf(file, read));
    expect(letter.passages).toEqual(listedPassages);
    expect(letter.outside.signature).toEqual(list.signature);
    expect(letter.outside.pageLines).toEqual([]);
  });

  it("has the depth of each heading as the file gives it", async () => {
    const parts = await partsOf(file, read);
    const listed = new Map(list.passages.flatMap(({ heading, depth }) => (heading ? [[heading, depth]] : [])));
    const found = parts.filter(({ kind, text }) => kind === "heading" && listed.has(text));
    const top = Math.min(...found.map(({ level }) => level ?? 0));
    expect(found.map(({ text, level }) => [text, (level ?? 0) - top + 1])).toEqual([...listed]);
  });

  it("has the head of the list, or that of the paper as which it was published", async () => {
    const published = file.includes(".kst.") ? { title: null, kind: "other", paper: "99 123, nr. 5" } : {};
    expect(readLetterParts(await partsOf(file, read)).head).toEqual({ ...list.head, ...published });
  });
});

it("the letter gives the same findings in every form, plain text among them", async () => {
  const findings = ({ passages }: ReadLetter) =>
    letterFindings(passages, { date: "2013-02-18", chamber: "TK", recesses: [] }).map(({ finding }) => finding);
  const text = readLetterText(new TextDecoder().decode(fixture("voorbeeldbrief.txt")));
  const expected = findings(text);
  expect(expected.map(({ kind }) => kind)).toContain("new_commitment");
  const withPdf: typeof FORMS = [...FORMS, ["voorbeeldbrief.pdf", readPdf]];
  for (const [file, read] of withPdf)
    expect(findings(readLetterParts(await partsOf(file, read))), file).toEqual(expected);
  expect(text.head).toEqual(list.head);
  const notes = (letter: ReadLetter) => letter.passages.flatMap(({ footnotes }) => footnotes);
  expect(notes(text)).toEqual(list.passages.flatMap(({ footnotes = [] }) => footnotes));
});
