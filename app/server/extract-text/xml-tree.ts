/** The tree that a marked-up text is (XML or HTML), read within limits of depth and number. */
import { Parser } from "htmlparser2";
import { Unreadable } from "./extracted.ts";

export interface Element {
  /** As written in XML, prefix included; in lower case in HTML. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
  parent: Element | null;
}

/** An element around these; they get it as their parent. */
export function elementAround(
  name: string,
  children: (Element | string)[],
  attributes: Element["attributes"] = {},
): Element {
  const element: Element = { name, attributes, children, parent: null };
  for (const child of children) if (typeof child !== "string") child.parent = element;
  return element;
}

const DEEPEST = 1_000;
const MOST_ELEMENTS = 250_000;
/** What walks the tree calls itself once a level. What stands deeper is hung up at this level, in its order. */
const DEEPEST_BRANCH = 200;

/** HTML as it is found: tags may be left open. The root is an element without a name. */
export const htmlTree = (source: string): Element => build(source, false);

/**
 * XML that is well-formed as far as its tags go. No entity is ever declared, so none can grow; nothing is fetched.
 * @throws Unreadable
 */
export function xmlTree(source: string): Element {
  if (/<!ENTITY/.test(source)) throw new Unreadable("too_large");
  return build(source.replace(DOCTYPE, ""), true);
}

/** With a list of declarations between brackets, which the parser would take for text. */
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/;

function build(source: string, xmlMode: boolean): Element {
  const root: Element = { name: "", attributes: {}, children: [], parent: null };
  const open: Element[] = [root];
  let elements = 0;
  const current = (): Element => open[Math.min(open.length, DEEPEST_BRANCH) - 1] ?? root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > MOST_ELEMENTS || open.length > DEEPEST) throw new Unreadable("too_large");
        const parent = (xmlMode ? null : rowOrTable(name, open)) ?? current();
        const element: Element = { name, attributes, children: [], parent };
        parent.children.push(element);
        open.push(element);
      },
      ontext(text) {
        current().children.push(text);
      },
      onclosetag(_, isImplied) {
        open.pop();
        // A tag that closes itself counts as implied too; any other that was never closed was cut off.
        if (xmlMode && isImplied && source[parser.endIndex - 1] !== "/") throw new Unreadable("damaged");
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(source);
  return root;
}

/** Where a cell or row goes that opens while the one before it is still open: HTML lets their closing tags be left out. */
function rowOrTable(name: string, open: readonly Element[]): Element | null {
  const isCell = name === "td" || name === "th";
  if (!isCell && name !== "tr") return null;
  const before = open.findLast(
    (element) => element.name === "table" || element.name === "tr" || (isCell && CELL.has(element.name)),
  );
  return before && before.name !== "table" && (before.name !== "tr" || !isCell) ? before.parent : null;
}

const CELL = new Set(["td", "th"]);

/** The elements below `from`, in the order of the text. */
function* below(from: Element): Generator<Element> {
  const waiting: Element[] = [from];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element !== from) yield element;
    for (const child of element.children.toReversed()) if (typeof child !== "string") waiting.push(child);
  }
}

export const elementsIn = (from: Element, is: (element: Element) => boolean): Element[] => [...below(from)].filter(is);

export function holds(from: Element, is: (element: Element) => boolean): boolean {
  for (const element of below(from)) if (is(element)) return true;
  return false;
}

/** All text below an element, as it stands. */
export function textIn(element: Element): string {
  const words: string[] = [];
  const waiting: (Element | string)[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === "string") words.push(node);
    else for (const child of node.children.toReversed()) waiting.push(child);
  }
  return words.join("");
}
