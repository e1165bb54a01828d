import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocx } from "#app/server/extract-text/docx.ts";
import { type FileReader, Unreadable } from "#app/server/extract-text/extracted.ts";
import { readOdt } from "#app/server/extract-text/odt.ts";
import { readXml } from "#app/server/extract-text/xml.ts";
import { openArchive } from "#app/server/extract-text/zip.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/letters/${name}`, import.meta.url)));

/** Why the reader refuses the bytes; "letter" where it does not. */
async function outcome(read: FileReader, bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes, () => {});
    return "letter";
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

describe("files that give no letter", () => {
  it.each([
    ["wachtwoord.docx", readDocx, "password"],
    ["wachtwoord.odt", readOdt, "password"],
    ["zip-wachtwoord.docx", readDocx, "password"],
    ["afgekapt.docx", readDocx, "damaged"],
    ["afgekapt.odt", readOdt, "damaged"],
    ["bom-deel.docx", readDocx, "too_large"],
    ["bom-som.docx", readDocx, "too_large"],
    ["bom.xml", readXml, "too_large"],
    ["geen-word.docx", readDocx, "wrong_type"],
    ["geen-word.docx", readOdt, "wrong_type"],
    ["oud-word.doc", readDocx, "wrong_type"],
    ["voorbeeldbrief.pdf", readDocx, "wrong_type"],
    ["voorbeeldbrief.odt", readDocx, "wrong_type"],
    ["voorbeeldbrief.docx", readOdt, "wrong_type"],
    ["voorbeeldbrief.txt", readOdt, "wrong_type"],
    ["voorbeeldbrief.docx", readDocx, "letter"],
    ["voorbeeldbrief.odt", readOdt, "letter"],
  ])("%s", async (name, read, expected) => {
    expect(await outcome(read, fixture(name))).toBe(expected);
  });

  it("an empty file is of another type", async () => {
    for (const read of [readDocx, readOdt]) expect(await outcome(read, new Uint8Array())).toBe("wrong_type");
  });
});

describe("an archive", () => {
  const docx = fixture("voorbeeldbrief.docx");
  /** The place of the header of a part in the list at the end of the archive. */
  const listed = (bytes: Uint8Array, name: string): number => {
    const buffer = Buffer.from(bytes);
    const end = buffer.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
    return buffer.indexOf(name, buffer.readUInt32LE(end + 16)) - 46;
  };

  it("keeps only the parts that were asked for, and names all", async () => {
    const archive = await openArchive(docx, (name) => name === "word/styles.xml");
    expect([...archive.keys()]).toContain("word/document.xml");
    expect([...archive].filter(([, part]) => part !== null).map(([name]) => name)).toEqual(["word/styles.xml"]);
  });

  it("that gives another size or sum for a part is damaged", async () => {
    for (const field of [16, 24]) {
      const lying = Buffer.from(docx);
      const at = listed(lying, "word/document.xml") + field;
      lying.writeUInt32LE(lying.readUInt32LE(at) - 1, at);
      expect(await outcome(readDocx, lying)).toBe("damaged");
    }
  });

  it("that gives a small size for a part that is a bomb is still too large", async () => {
    const lying = Buffer.from(fixture("bom-deel.docx"));
    lying.writeUInt32LE(100, listed(lying, "word/vulling.xml") + 24);
    expect(await outcome(readDocx, lying)).toBe("too_large");
  });

  it("with two parts of one name is damaged", async () => {
    const twice = Buffer.from(docx);
    twice.write("word/footer1.xml", listed(twice, "docProps/app.xml") + 46, "latin1");
    expect(await outcome(readDocx, twice)).toBe("damaged");
  });

  it.each([["voorbeeldbrief.docx", readDocx] as const, ["voorbeeldbrief.odt", readOdt] as const])(
    "of which any bytes changed is refused or read: %s",
    async (name, read) => {
      const bytes = fixture(name);
      const outcomes = new Set<string>();
      for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 0x55, at);
        outcomes.add(await outcome(read, changed));
        outcomes.add(await outcome(read, bytes.subarray(0, at)));
      }
      expect(outcomes).toContain("damaged");
      expect([...outcomes].filter((one) => !["damaged", "wrong_type", "letter", "password"].includes(one))).toEqual([]);
    },
  );
});
