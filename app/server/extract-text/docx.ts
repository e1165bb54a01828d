/** Letters written in Word. */
import mammoth from "mammoth";
import { type FileReader, Unreadable } from "./extracted.ts";
import { htmlParts } from "./html.ts";
import { elementsIn, htmlTree, xmlTree } from "./xml-tree.ts";
import { type Archive, openArchive } from "./zip.ts";

/** Styles by the names that Word keeps in every language; its own headings are known already. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
  "u => u",
  "comment-reference =>",
];

/**
 * Reads a Word file as its changes were accepted: what was inserted stands in it, what was deleted does not. The head
 * and foot of the pages are no part of the letter.
 */
export const readDocx: FileReader = async (bytes, progress) => {
  const archive = await openArchive(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  const types = archive.get("[Content_Types].xml");
  if (!types || !/wordprocessingml|ms-word/.test(textOf(types))) throw new Unreadable("wrong_type");
  refuseBombs(archive);
  progress(1, 3);
  const page = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, includeEmbeddedStyleMap: false, convertImage: noImage, externalFileAccess: false },
  );
  progress(2, 3);
  const parts = htmlParts(htmlTree(page.value));
  if (parts.length === 0) throw new Unreadable(hasPictures(archive) ? "no_text" : "empty");
  progress(3, 3);
  return { parts };
};

/** Some hundred pages, and then half a gigabyte of memory in what reads them. */
const MOST_ELEMENTS = 100_000;

/** What follows trusts the archive, so every part is looked at first: no declared entities, no tower or flood of tags. */
function refuseBombs(archive: Archive): void {
  let elements = 0;
  for (const part of archive.values()) {
    if (part) elements += elementsIn(xmlTree(textOf(part)), () => true).length;
    if (elements > MOST_ELEMENTS) throw new Unreadable("too_large");
  }
}

const textOf = (part: Uint8Array): string => new TextDecoder().decode(part);
const hasPictures = (archive: Archive): boolean => [...archive.keys()].some((name) => name.startsWith("word/media/"));
/** Pictures hold no words that we read; unread they take no memory. */
const noImage = mammoth.images.imgElement(async () => ({ src: "" }));
