/** Letters written in LibreOffice, as OpenDocument text: told in the words of HTML, and then read like a page. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import type { Footnote } from "#app/domain/reading/letter-text.ts";
import { type FileReader, Unreadable } from "./extracted.ts";
import { walkParts } from "./html-walk.ts";
import { styleRules } from "./odt-styles.ts";
import { type Element, elementAround, elementsIn, textIn, xmlTree } from "./xml-tree.ts";
import { type Archive, openArchive } from "./zip.ts";

const WANTED = new Set(["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]);

/** Reads a text as its changes were accepted. The head and foot of the pages are no part of the letter. */
export const readOdt: FileReader = async (bytes, progress) => {
  const archive = await openArchive(bytes, (name) => WANTED.has(name));
  const manifest = textOf(archive, "META-INF/manifest.xml");
  if (/<(?:\w+:)?encryption-data\b/.test(manifest)) throw new Unreadable("password");
  const content = textOf(archive, "content.xml");
  const isOdt = /opendocument\.text/.test(textOf(archive, "mimetype") || manifest);
  if (content === "" || !isOdt) throw new Unreadable("wrong_type");
  progress(1, 3);
  const trees = [textOf(archive, "styles.xml"), content].filter((part) => part !== "").map(xmlTree);
  progress(2, 3);
  const parts = odtParts(trees);
  const hasPictures = [...archive.keys()].some((name) => name.startsWith("Pictures/"));
  if (parts.length === 0) throw new Unreadable(hasPictures ? "no_text" : "empty");
  progress(3, 3);
  return { parts };
};

const textOf = (archive: Archive, name: string): string =>
  new TextDecoder().decode(archive.get(name) ?? new Uint8Array());

/** The parts of a text, whose styles may stand in a file of their own. */
export function odtParts(trees: readonly Element[]): LetterPart[] {
  const texts = trees.flatMap((tree) => elementsIn(tree, ({ name }) => name === "office:text"));
  if (texts.length === 0) throw new Unreadable("wrong_type");
  const calls = new Map<Element, Footnote>();
  const tell = new Telling(styleRules(trees), calls);
  const page = elementAround(
    "",
    texts.flatMap((text) => tell.children(text)),
  );
  return walkParts(page, { calls, holders: new Set() });
}

/** What is no text of the letter: what was deleted, remarks in the margin, descriptions of pictures. */
const NO_TEXT = new Set([
  "text:tracked-changes",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "office:forms",
  "office:annotation",
  "office:scripts",
  "office:binary-data",
  "svg:title",
  "svg:desc",
  "draw:object",
  "table:covered-table-cell",
]);

const NAMES: Readonly<Record<string, string>> = {
  "text:p": "p",
  "text:list": "ul",
  "text:list-item": "li",
  "text:list-header": "li",
  "text:line-break": "br",
  "table:table": "table",
  "table:table-row": "tr",
  "table:table-cell": "td",
  "draw:frame": "div",
  "draw:text-box": "div",
  "draw:custom-shape": "div",
  "table:table-header-rows": "thead",
  "table:table-rows": "tbody",
  "table:table-row-group": "tbody",
};

class Telling {
  constructor(
    private readonly rules: ReadonlyMap<string, string>,
    private readonly calls: Map<Element, Footnote>,
  ) {}

  children(element: Element): (Element | string)[] {
    return element.children.flatMap((child) => (typeof child === "string" ? [child] : this.#element(child)));
  }

  #element(element: Element): (Element | string)[] {
    const { name, attributes } = element;
    if (NO_TEXT.has(name)) return [];
    if (name === "text:s" || name === "text:tab") return [" "];
    if (name === "text:note") return [this.#note(element)];
    const style = { style: this.rules.get(attributes["text:style-name"] ?? "") ?? "" };
    const level = Math.min(6, Math.max(1, Number(attributes["text:outline-level"]) || 1));
    const told = name === "text:h" ? `h${level}` : (NAMES[name] ?? "span");
    const inside = this.children(element);
    if (told !== "p" && name !== "text:h") return [elementAround(told, inside, style)];
    // A box that hangs in a paragraph stands after it.
    const isBox = (child: Element | string): boolean => typeof child !== "string" && child.name === "div";
    return [
      elementAround(
        told,
        inside.filter((child) => !isBox(child)),
        style,
      ),
      ...inside.filter(isBox),
    ];
  }

  #note(note: Element): Element {
    const part = (name: string): Element | undefined => elementsIn(note, (element) => element.name === name)[0];
    const citation = part("text:note-citation");
    const body = elementAround("", this.children(part("text:note-body") ?? note));
    const words = walkParts(body, { calls: new Map(), holders: new Set() }).map(({ text }) => text);
    const call = elementAround("span", []);
    this.calls.set(call, { mark: citation ? textIn(citation).trim() : "", text: words.join(" ") });
    return call;
  }
}
