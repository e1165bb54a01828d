/** Random and damaged files of every form, drawn from the sound ones with a seed: the same draw gives the same file. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { deflateSync } from "node:zlib";
import { type Entries, unzipped, zipped } from "./zip-files.ts";

const LETTERS = "tests/fixtures/letters";
const ENDINGS = [".pdf", ".docx", ".odt", ".html", ".xml", ".txt"];

export interface DamagedFile {
  name: string;
  how: string;
  bytes: Buffer;
}

type Draw = (below: number) => number;

/** The files of every form that the other tests read, or see refused. */
export const soundFiles = (): { name: string; bytes: Buffer }[] =>
  readdirSync(LETTERS, { recursive: true, encoding: "utf8" })
    .filter((name) => ENDINGS.includes(extname(name)))
    .sort()
    .map((path) => ({ name: basename(path), bytes: readFileSync(join(LETTERS, path)) }));

/** Mulberry32: small, and the same everywhere. */
function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const one = <T>(draw: Draw, of: readonly T[]): T => of[draw(of.length)] as T;
const randomBytes = (draw: Draw, length: number): Buffer => Buffer.from(Array.from({ length }, () => draw(256)));

const truncated = (draw: Draw, bytes: Buffer): Buffer => bytes.subarray(0, 1 + draw(bytes.length));

function flipped(draw: Draw, bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  for (let left = 1 + draw(64); left > 0; left -= 1) {
    const at = draw(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << draw(8));
  }
  return flipped;
}

function swapped(draw: Draw, bytes: Buffer): Buffer {
  const size = 1 + draw(Math.max(1, bytes.length >> 2));
  const [a, b] = [draw(bytes.length), draw(bytes.length)];
  const swapped = Buffer.from(bytes);
  bytes.copy(swapped, a, b, b + size);
  bytes.copy(swapped, b, a, a + size);
  return swapped;
}

/** A stretch that is gone, doubled or blank. */
function cut(draw: Draw, bytes: Buffer): Buffer {
  const from = draw(bytes.length);
  const to = from + draw(Math.max(1, bytes.length >> 3));
  const middle = one(draw, [
    Buffer.alloc(0),
    Buffer.concat([bytes.subarray(from, to), bytes.subarray(from, to)]),
    Buffer.alloc(to - from),
  ]);
  return Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)]);
}

const DAMAGES: [string, (draw: Draw, bytes: Buffer) => Buffer][] = [
  ["truncated", truncated],
  ["flipped bits", flipped],
  ["swapped blocks", swapped],
  ["cut", cut],
];

/** A zip file of which one part is damaged inside, so that its sums are right and the reader gets to see it. */
function damagedInside(draw: Draw, bytes: Buffer): Buffer {
  const entries = entriesOf(bytes);
  const names = [...entries.keys()].filter((name) => name.endsWith(".xml") || name.endsWith(".rels"));
  if (names.length === 0) return flipped(draw, bytes); // one of the files that are to be refused
  const name = one(draw, names);
  const [, damage] = one(draw, DAMAGES);
  entries.set(name, damage(draw, Buffer.from(entries.get(name) ?? "")));
  return zipped(entries);
}

function entriesOf(bytes: Buffer): Entries {
  try {
    return unzipped(bytes);
  } catch {
    return new Map();
  }
}

/** Words of the form itself in the wrong places. */
function scrambled(draw: Draw, bytes: Buffer): Buffer {
  const pieces = bytes.toString("latin1").split(/(?<=[>\]\n ])/);
  for (let left = 1 + draw(40); left > 0; left -= 1) {
    const [a, b] = [draw(pieces.length), draw(pieces.length)];
    pieces[a] = one(draw, [pieces[b] ?? "", "", "99999999999", "<", "&#0;", "endstream", "-1"]);
  }
  return Buffer.from(pieces.join(""), "latin1");
}

function nested(draw: Draw): { ending: string; bytes: Buffer } {
  const deep = 10 ** (2 + draw(4));
  const tags = (tag: string, inside: string) =>
    `<${tag}>`.repeat(deep) + inside + (draw(2) ? `</${tag}>`.repeat(deep) : "");
  const words = "De heggen groeien (verzonnen).";
  const paragraph = `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  return one(draw, [
    () => ({ ending: ".html", bytes: Buffer.from(`<!doctype html><body>${tags("div", `<p>${words}</p>`)}`) }),
    () => ({ ending: ".html", bytes: Buffer.from(`<!doctype html><body>${tags("table", words)}`) }),
    () => ({ ending: ".xml", bytes: Buffer.from(`<?xml version="1.0"?>${tags("al", words)}`) }),
    () => ({
      ending: ".pdf",
      bytes: Buffer.from(`%PDF-1.7\n1 0 obj\n${"[".repeat(deep)}${"<<".repeat(deep)}\nendobj`),
    }),
    () => ({
      ending: ".docx",
      bytes: inside("voorbeeldbrief.docx", "word/document.xml", wordDocument(tags("w:sdt", paragraph))),
    }),
    () => ({
      ending: ".odt",
      bytes: inside("voorbeeldbrief.odt", "content.xml", odfDocument(tags("text:section", words))),
    }),
  ])();
}

const wordDocument = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const odfDocument = (body: string): string =>
  `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`;

/** A sound zip file with something else in the place of one of its parts. */
export function inside(name: string, part: string, content: string | Buffer): Buffer {
  const entries = unzipped(readFileSync(join(LETTERS, name)));
  entries.set(part, Buffer.from(content));
  return zipped(entries);
}

/** Small files that are large once they are open. `megabytes` says how large. */
export function bombs(megabytes: number): DamagedFile[] {
  const blank = Buffer.alloc(megabytes * 1024 * 1024, " ");
  const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY l0 "ha">${laughs}]><b>&l12;</b>`;
  const named = (name: string, bytes: Buffer | string): DamagedFile => ({
    name,
    how: "bomb",
    bytes: Buffer.from(bytes),
  });
  const twice = `/Length ${deflateSync(deflateSync(blank)).length} /Filter [/FlateDecode /FlateDecode]`;
  return [
    named("zipbom.docx", inside("voorbeeldbrief.docx", "word/document.xml", blank)),
    named("zipbom.odt", inside("voorbeeldbrief.odt", "content.xml", blank)),
    named("lachbom.docx", inside("voorbeeldbrief.docx", "word/document.xml", bomb)),
    named("lachbom.odt", inside("voorbeeldbrief.odt", "content.xml", bomb)),
    named("lachbom.xml", bomb),
    named("lachbom.html", bomb.replace(/<b>/, "<html><p>").replace(/<\/b>/, "</p></html>")),
    named("stroombom.pdf", pdfWith(twice, deflateSync(deflateSync(blank)))),
  ];
}

/** A PDF of one page with this stream for its content. */
function pdfWith(dictionary: string, stream: Buffer): Buffer {
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
  ].map((content, at) => Buffer.from(`${at + 1} 0 obj\n${content}\nendobj\n`));
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...parts,
    Buffer.from(`4 0 obj\n<< ${dictionary} >>\nstream\n`),
    stream,
    Buffer.from("\nendstream\nendobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"),
  ]);
}

/** The `n`th file of a drawing. */
export function damagedFile(n: number, sound = soundFiles()): DamagedFile {
  const draw = drawing(n * 7919 + 17);
  const { name, bytes } = one(draw, sound);
  const ending = extname(name);
  const stem = `bestand-${n}`;
  const isZip = ending === ".docx" || ending === ".odt";
  switch (draw(9)) {
    case 0:
      return { name: stem + one(draw, ENDINGS), how: "random bytes", bytes: randomBytes(draw, draw(3000)) };
    case 1:
      return { name: stem + one(draw, ENDINGS), how: "wrong ending", bytes };
    case 2: {
      const body = one(draw, sound).bytes;
      const length = 1 + draw(600);
      const mixed = Buffer.concat([bytes.subarray(0, length), body.subarray(draw(2) ? length : 0)]);
      return { name: stem + ending, how: "header of one form, body of another", bytes: mixed };
    }
    case 3: {
      const { ending, bytes } = nested(draw);
      return { name: stem + ending, how: "deep nesting", bytes };
    }
    case 4:
      return isZip
        ? { name: stem + ending, how: "damaged inside", bytes: damagedInside(draw, bytes) }
        : { name: stem + ending, how: "scrambled", bytes: scrambled(draw, bytes) };
    default: {
      const [how, damage] = one(draw, DAMAGES);
      return { name: stem + ending, how, bytes: damage(draw, bytes) };
    }
  }
}
