import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type LetterPart, readLetterParts } from "#app/domain/reading/letter-parts.ts";
import { type Refusal, Unreadable } from "#app/server/extract-text/extracted.ts";
import { readPdf } from "#app/server/extract-text/pdf.ts";

const file = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/letters/pdf/${name}`, import.meta.url)));
const listOf = (name: string): object[] => JSON.parse(file(`${name}.json`).toString());

async function partsOf(bytes: Uint8Array): Promise<LetterPart[]> {
  const source = await readPdf(bytes, () => {});
  if (!("parts" in source)) throw new Error("read as plain text");
  return source.parts;
}

/** A part as the hand-made lists write it. */
const written = ({ kind, level, text, footnotes }: LetterPart) => ({
  [kind]: text,
  ...(level ? { level } : {}),
  ...(footnotes.length > 0 ? { footnotes } : {}),
});
const isBeside = (part: object): boolean => "page" in part;
const inAnyOrder = (parts: readonly object[]): string[] => parts.map((part) => JSON.stringify(part)).sort();

describe("a letter as PDF", () => {
  it.each([
    ["with footnotes over two pages", "voetnoten"],
    ["in two columns with broken words and running feet", "kolommen"],
    ["with a side column", "zijkolom"],
    ["with tables", "tabel"],
    ["with letters printed wide, twice, joined, turned and unseen, and lines out of order", "met-de-hand"],
  ])("%s is what its list says", async (_, name) => {
    const parts = (await partsOf(file(`${name}.pdf`))).map(written);
    const list = listOf(name);
    expect(parts.filter((part) => !isBeside(part))).toEqual(list.filter((part) => !isBeside(part)));
    expect(inAnyOrder(parts.filter(isBeside))).toEqual(inAnyOrder(list.filter(isBeside)));
  });

  it("that may only be read, not printed, is read", async () => {
    expect(await readPdf(file("alleen-lezen.pdf"), () => {})).toEqual(await readPdf(file("met-de-hand.pdf"), () => {}));
  });

  it("that was scanned is read where its words lie under the picture", async () => {
    expect(await readPdf(file("scan-met-tekst.pdf"), () => {})).toEqual({
      text: "Verzonnen brief voor een test\n\nOver de bankjes in het park bericht ik u voor de zomer van 2019.",
    });
  });

  it("tells of each page that is read, and leaves the bytes as they were", async () => {
    const bytes = file("voetnoten.pdf");
    const before = Buffer.from(bytes);
    const told: [number, number][] = [];
    await readPdf(bytes, (done, of) => told.push([done, of]));
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(bytes.equals(before)).toBe(true);
  });

  it("has its running feet and side column outside its passages", async () => {
    const letter = readLetterParts(await partsOf(file("zijkolom.pdf")));
    expect(letter.head).toEqual({
      title: "Parken en pleinen in kleine kernen",
      date: "2015-02-03",
      sender: "De Staatssecretaris van Parken en Pleinen, E.F. Voorbeeld",
      addressee: "de Voorzitter van de Eerste Kamer der Staten-Generaal",
      kind: "other",
      paper: null,
    });
    expect(letter.outside.pageLines).toEqual(expect.arrayContaining(["Pagina 1 van 2", "Bezoekadres", "PP-2015-0042"]));
  });

  it("has the number of its paper in its head", async () => {
    expect(readLetterParts(await partsOf(file("kolommen.pdf"))).head.paper).toBe("99 123, nr. 7");
  });
});

/** A PDF with one page that draws this stream, packed by these filters. */
function drawing(data: Buffer, filters: string, name = "Contents"): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /${name} 4 0 R >>`,
  ].map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  const head = `%PDF-1.4\n${objects.join("")}4 0 obj\n<< /Filter ${filters} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head),
    data,
    Buffer.from("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"),
  ]);
}

const refusalOf = async (bytes: Uint8Array): Promise<Refusal | "read"> => {
  try {
    await readPdf(bytes, () => {});
    return "read";
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
};

describe("a PDF that gives no letter", () => {
  it.each<[string, string, Refusal]>([
    ["a scan", "scan.pdf", "no_text"],
    ["one that asks for a password", "wachtwoord.pdf", "password"],
    ["one that was cut off", "afgekapt.pdf", "damaged"],
    ["one with nothing right after its first line", "rommel.pdf", "damaged"],
    ["one of a thousand pages", "duizend.pdf", "too_many_pages"],
    ["something else", "tabel.json", "wrong_type"],
  ])("%s is refused", async (_, name, refusal) => {
    expect(await refusalOf(file(name))).toBe(refusal);
  });

  it("of a thousand pages is refused before a page is read", async () => {
    let told = 0;
    const reading = readPdf(file("duizend.pdf"), () => {
      told += 1;
    });
    await expect(reading).rejects.toThrow("too_many_pages");
    expect(told).toBe(0);
  });

  const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024, " "));
  it.each([
    ["packed once", bomb, "/FlateDecode"],
    ["packed twice", deflateSync(bomb), "[/FlateDecode /FlateDecode]"],
  ])("for its streams would fill the memory, %s, is refused", async (_, data, filters) => {
    const before = process.memoryUsage().rss;
    expect(await refusalOf(drawing(data, filters))).toBe("too_large");
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it("with a page that cannot be unpacked to its end is refused, not read in part", async () => {
    const bytes = file("tabel.pdf");
    const start = bytes.indexOf("stream\n") + 200;
    bytes.fill(255, start, start + 60);
    expect(await refusalOf(bytes)).toBe("damaged");
  });
});
