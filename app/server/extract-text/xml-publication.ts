/** The XML of official publications, told in the words of HTML and then read like a page. Unknown tags keep their words. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import type { Footnote } from "#app/domain/reading/letter-text.ts";
import { walkParts } from "./html-walk.ts";
import { type Element, elementAround, elementsIn, textIn } from "./xml-tree.ts";

type Told = (Element | string)[];

export function publicationParts(tree: Element): LetterPart[] {
  const telling = new Telling(tree);
  return walkParts(elementAround("", telling.blocks(tree.children, 0)), { calls: telling.calls, holders: new Set() });
}

/** What the publication says of itself. */
const NO_TEXT = new Set(["metadata", "meta-data", "colspec", "illustratie"]);
/** Each of these is one line, whatever stands in it. */
const LINES = new Set(
  "al tekstregel datumtekst functie naam plaats wat wie wij considerans.al noot.al term tussenkop kop dossier".split(
    " ",
  ),
);
const BLOCKS = new Set(["al", "lijst", "table"]);
const NAMES: Readonly<Record<string, string>> = {
  table: "table",
  thead: "thead",
  tbody: "tbody",
  row: "tr",
  entry: "td",
  lijst: "ul",
};
const EMPHASIS: Readonly<Record<string, string>> = { vet: "b", vetcur: "b", cur: "i", ondlijn: "i" };
/** How headings between the text are printed, from the outermost to the innermost. */
const PRINTED = ["", "vet", "vetcur", "ondlijn", "cur", "rom"];

class Telling {
  readonly calls = new Map<Element, Footnote | null>();
  readonly #printed: string[];

  constructor(tree: Element) {
    const used = new Set(elementsIn(tree, ({ name }) => name === "tussenkop").map(printOf));
    this.#printed = PRINTED.filter((print) => used.has(print));
  }

  blocks(nodes: Told, depth: number): Told {
    return nodes.flatMap((node) => (typeof node === "string" ? [node] : this.#block(node, depth)));
  }

  #block(element: Element, depth: number): Told {
    const { name, children } = element;
    if (NO_TEXT.has(name)) return [];
    if (name === "noot" || name === "nootref") return this.#inline(element, depth);
    if (name === "tgroup") return this.blocks(children, depth);
    if (name === "divisie" || name === "bijlage") return [elementAround("div", this.blocks(children, depth + 1))];
    if (name === "stuk") return this.#paper(element, depth);
    if (isNumbered(element)) return [elementAround("li", this.#numbered(element, depth))];
    if (NAMES[name] && hasWords(element)) return [elementAround(NAMES[name], this.#pieces(children, depth))];
    if (LINES.has(name) || hasWords(element))
      return [elementAround(this.#lineOf(element, depth), this.#pieces(children, depth))];
    return [elementAround(NAMES[name] ?? "div", this.blocks(children, depth))];
  }

  /** What kind of line an element is: a heading, or a paragraph. */
  #lineOf(element: Element, depth: number): string {
    const { name, parent } = element;
    if (name === "dossier") return heading(1);
    if (name === "kop") return heading(depth);
    if (name === "tussenkop") return heading(depth + 1 + this.#printed.indexOf(printOf(element)));
    const isQuestion = name === "nr" && (parent?.name === "vraag" || parent?.name === "antwoord");
    return isQuestion ? heading(depth + 1) : "p";
  }

  /** A paper opens with its number and title, on one line: "Nr. 5 BRIEF VAN DE MINISTER VAN …". */
  #paper({ children }: Element, depth: number): Told {
    const opens = (node: Element | string): boolean =>
      typeof node !== "string" && (node.name === "stuknr" || node.name === "titel");
    const title = elementAround(heading(1), this.#pieces(children.filter(opens), depth));
    return [
      title,
      ...this.blocks(
        children.filter((node) => !opens(node)),
        depth,
      ),
    ];
  }

  /** An item of a list or a member of an article, its number on the line of its first words. */
  #numbered({ children }: Element, depth: number): Told {
    const isNumber = (node: Element | string): boolean => typeof node !== "string" && NUMBERS.has(node.name);
    const number = this.#pieces(children.filter(isNumber), depth);
    const rest = children.filter((node) => !isNumber(node));
    const first = rest.findIndex((node) => typeof node !== "string");
    const opening = rest[first];
    if (typeof opening !== "object" || !LINES.has(opening.name)) return [...number, ...this.blocks(rest, depth)];
    const line = elementAround("p", [...number, " ", ...this.#pieces(opening.children, depth)]);
    return [line, ...this.blocks(rest.slice(first + 1), depth)];
  }

  /** What stands on one line. Pieces without words between them (number, title) get a space. */
  #pieces(nodes: Told, depth: number): Told {
    const mixed = nodes.some((node) => typeof node === "string" && node.trim() !== "");
    return nodes.flatMap((node) => {
      if (typeof node === "string") return [node];
      return mixed ? this.#inline(node, depth) : [" ", ...this.#inline(node, depth), " "];
    });
  }

  #inline(element: Element, depth: number): Told {
    const { name, children, attributes } = element;
    if (NO_TEXT.has(name) || name === "nootref") return [];
    if (name === "noot") return [this.#note(element)];
    if (name === "br") return [elementAround("br", [])];
    if (BLOCKS.has(name)) return this.#block(element, depth);
    const told = name === "nadruk" ? (EMPHASIS[attributes.type ?? ""] ?? "span") : "span";
    return [elementAround(told, this.#pieces(children, depth))];
  }

  #note({ children }: Element): Element {
    const isNumber = (node: Element | string): boolean => typeof node !== "string" && node.name === "noot.nr";
    const number = children.find(isNumber);
    const told = elementAround(
      "",
      this.blocks(
        children.filter((node) => !isNumber(node)),
        0,
      ),
    );
    const words = walkParts(told, { calls: new Map(), holders: new Set() }).map(({ text }) => text);
    const call = elementAround("span", []);
    this.calls.set(call, { mark: typeof number === "object" ? textIn(number).trim() : "", text: words.join(" ") });
    return call;
  }
}

const NUMBERS = new Set(["li.nr", "lidnr"]);
const isNumbered = ({ name }: Element): boolean => name === "li" || name === "lid";
const hasWords = ({ children }: Element): boolean =>
  children.some((child) => typeof child === "string" && child.trim() !== "");
const heading = (level: number): string => `h${Math.min(6, Math.max(1, level))}`;

/** By its own word, or else by the words in it. */
function printOf({ attributes, children }: Element): string {
  const inside = children.find((child) => typeof child !== "string" && child.name === "nadruk");
  const print = attributes.kopopmaak ?? (typeof inside === "object" ? inside.attributes.type : "") ?? "";
  return PRINTED.includes(print) ? print : "";
}
