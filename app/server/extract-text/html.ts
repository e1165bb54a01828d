/** Letters saved as a web page, among them the pages of officielebekendmakingen.nl. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import { type FileReader, Unreadable } from "./extracted.ts";
import { decodeMarkup } from "./html-encoding.ts";
import { notesOf } from "./html-notes.ts";
import { walkParts } from "./html-walk.ts";
import { type Element, elementsIn, htmlTree, textIn } from "./xml-tree.ts";

export const readHtml: FileReader = async (bytes, progress) => {
  const source = decodeMarkup(bytes);
  if (!/<[a-z!/]/i.test(source)) throw new Unreadable("wrong_type");
  const page = htmlTree(source);
  progress(1, 2);
  const parts = htmlParts(page);
  if (parts.length === 0) throw new Unreadable(/<img\b/i.test(source) ? "no_text" : "empty");
  progress(2, 2);
  return { parts };
};

/** The parts of the letter that a page holds: without menus, the path to the page and what the page says of itself. */
export function htmlParts(page: Element): LetterPart[] {
  return walkParts(bodyOf(page), notesOf(page));
}

/** Where a page says what its text is. `broodtekst` is that of official publications. */
const TEXT_OF_PAGE: readonly ((element: Element) => boolean)[] = [
  ({ attributes }) => attributes.id === "broodtekst",
  ({ name, attributes }) => name === "main" || attributes.role === "main",
  ({ name }) => name === "article",
  ({ name }) => name === "body",
];

function bodyOf(page: Element): Element {
  for (const is of TEXT_OF_PAGE) {
    const found = elementsIn(page, is);
    const only = found[0];
    if (only && found.length === 1 && textIn(only).trim() !== "") return only;
  }
  return page;
}
