/** Walks through a page, or through a text of another vocabulary that was told in that of HTML, and collects its parts. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";
import type { Footnote } from "#app/domain/reading/letter-text.ts";
import { type Emphasis, PartsCollector } from "./parts.ts";
import { type Element, elementsIn, holds, textIn } from "./xml-tree.ts";

export interface PageNotes {
  /** The elements that call a note; null where the same note was called before. */
  calls: ReadonlyMap<Element, Footnote | null>;
  /** The elements that hold the notes: their words are no running text. */
  holders: ReadonlySet<Element>;
}

export function walkParts(from: Element, notes: PageNotes): LetterPart[] {
  const walk = new Walk(notes);
  walk.children(from, { level: null, emphasis: null });
  return walk.collector.parts();
}

const NO_TEXT = new Set(
  "head title meta link script style template noscript nav svg math iframe object select button textarea datalist audio video canvas del".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "p div li dt dd blockquote pre section article main header footer address figure figcaption fieldset center form ul ol dl hr caption body html aside details summary legend".split(
    " ",
  ),
);
const AROUND_TEXT = /(?:^|\s)(?:breadcrumbs?|broodkruimel\w*|kruimelpad|skip-?links?|menu|navigation)(?:\s|$)/i;

const isNoText = ({ name, attributes }: Element): boolean =>
  NO_TEXT.has(name) ||
  attributes.hidden !== undefined ||
  attributes.role === "navigation" ||
  /display\s*:\s*none/i.test(attributes.style ?? "") ||
  AROUND_TEXT.test(attributes.class ?? "") ||
  // The head and foot of the pages, in a text saved by LibreOffice.
  (name === "div" && /^(?:header|footer)$/.test(attributes.title ?? ""));

/** In official publications the office and the name of who signs are no more than spans. */
const STANDS_ALONE = /(?:^|\s)(?:functie|naam)(?:\s|$)/;

/** What an element passes on to what stands in it. */
interface Context {
  level: number | null;
  emphasis: Emphasis;
}

class Walk {
  readonly collector = new PartsCollector();

  constructor(private readonly notes: PageNotes) {}

  children(element: Element, context: Context): void {
    for (const child of element.children) {
      if (typeof child === "string") this.#words(child, element, context);
      else this.#element(child, context);
    }
  }

  #words(text: string, parent: Element, { emphasis }: Context): void {
    const lines = parent.name === "pre" ? text.split(/\r?\n/) : [text];
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.collector.endLine();
      this.collector.words(line, emphasis);
    }
  }

  #element(element: Element, context: Context): void {
    const { name, attributes } = element;
    if (isNoText(element) || this.notes.holders.has(element)) return;
    const called = this.notes.calls.get(element);
    if (called !== undefined) {
      if (called) this.collector.note(called);
      return;
    }
    const heading = /^h([1-6])$/.exec(name)?.[1];
    const inside = { ...context, emphasis: emphasisOf(element, context.emphasis) };
    if (name === "br") this.collector.endLine();
    else if (name === "table") this.#table(element, inside);
    else if (heading) this.#block(element, { ...inside, level: Number(heading) });
    else if (BLOCKS.has(name) || STANDS_ALONE.test(attributes.class ?? "")) this.#block(element, inside);
    else this.children(element, inside);
  }

  #block(element: Element, context: Context): void {
    this.collector.startBlock(context.level);
    this.children(element, context);
    this.collector.endBlock();
  }

  #table(table: Element, context: Context): void {
    this.collector.endBlock();
    const inLayout = isLayout(table);
    for (const child of table.children) {
      if (typeof child === "string") this.collector.words(child, context.emphasis);
      else if (/^t(?:head|body|foot)$/.test(child.name)) this.#rows(child, inLayout, context);
      else if (child.name === "tr") this.#row(child, inLayout, context);
      else this.#element(child, context);
    }
    this.collector.endBlock();
  }

  #rows(group: Element, inLayout: boolean, context: Context): void {
    for (const child of group.children) {
      if (typeof child === "string") this.collector.words(child, context.emphasis);
      else if (child.name === "tr") this.#row(child, inLayout, context);
      else this.#element(child, context);
    }
  }

  #row(row: Element, inLayout: boolean, context: Context): void {
    if (isNoText(row) || this.notes.holders.has(row)) return;
    if (!inLayout) this.collector.startRow();
    for (const child of row.children) {
      if (typeof child === "string") this.collector.words(child, context.emphasis);
      else if (child.name !== "td" && child.name !== "th") this.#element(child, context);
      else if (inLayout) this.#block(child, context);
      else {
        this.collector.startCell();
        this.children(child, { ...context, emphasis: "never" });
      }
    }
    if (!inLayout) this.collector.endRow();
  }
}

const LONGEST_CELL = 1_500;

/** A table that only lays out the page: it holds chapters, a table or more text than anyone puts in a cell. */
function isLayout(table: Element): boolean {
  if (holds(table, ({ name }) => name === "table" || /^h[1-6]$/.test(name))) return true;
  const cells = elementsIn(table, ({ name }) => name === "td" || name === "th");
  return cells.length === 1 || cells.some((cell) => textIn(cell).length > LONGEST_CELL);
}

const isElement = (child: Element | string): boolean => typeof child !== "string";
const isOnlyChild = (element: Element): boolean =>
  element.parent?.children.find(isElement) === element && element.parent.children.findLast(isElement) === element;

function emphasisOf(element: Element, around: Emphasis): Emphasis {
  const { name, attributes } = element;
  if (around === "never") return around;
  // The items of a list are no headings, except one by itself: how a word processor numbers a heading.
  if (name === "li") return isOnlyChild(element) ? around : "never";
  const style = attributes.style ?? "";
  if (/^(?:b|strong)$/.test(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return "bold";
  if (/font-weight\s*:\s*normal/i.test(style)) return null;
  if (around === "bold") return around;
  return /^(?:i|em|u)$/.test(name) || /font-style\s*:\s*italic/i.test(style) ? "italic" : around;
}
