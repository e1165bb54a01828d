/** Letters in XML: as officielebekendmakingen publishes them, or a page or OpenDocument text that is XML itself. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import { type FileReader, Unreadable } from "./extracted.ts";
import { htmlParts } from "./html.ts";
import { decodeMarkup } from "./html-encoding.ts";
import { odtParts } from "./odt.ts";
import { publicationParts } from "./xml-publication.ts";
import { type Element, holds, htmlTree, xmlTree } from "./xml-tree.ts";

export const readXml: FileReader = async (bytes, progress) => {
  const source = decodeMarkup(bytes);
  if (!source.trimStart().startsWith("<")) throw new Unreadable("wrong_type");
  const tree = xmlTree(source);
  progress(1, 2);
  const parts = partsOf(tree, source);
  const hasPictures = holds(tree, ({ name }) => name === "illustratie" || name === "img");
  if (parts.length === 0) throw new Unreadable(hasPictures ? "no_text" : "empty");
  progress(2, 2);
  return { parts };
};

function partsOf(tree: Element, source: string): LetterPart[] {
  const root = tree.children.find((child) => typeof child !== "string");
  if (typeof root !== "object") throw new Unreadable("damaged");
  if (root.name === "html") return htmlParts(htmlTree(source));
  if (root.name === "office:document") return odtParts([tree]);
  if (!holds(tree, ({ name }) => name === "al")) throw new Unreadable("wrong_type");
  return publicationParts(tree);
}
