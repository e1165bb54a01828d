/** Footnotes in a page: a small link in the text, and somewhere below it the note that it leads to. */
import type { Footnote } from "#app/domain/reading/letter-text.ts";
import type { PageNotes } from "./html-walk.ts";
import { type Element, elementsIn, holds, textIn } from "./xml-tree.ts";

const MARK = /^[[(]?(\d{1,3}|\*{1,3}|[†‡]|[a-z]|[ivx]{1,4})[\])]?$/i;
const BACK = /^(?:\s|↑|↩|⏎|\^|\ufe0e|\ufe0f)*$/u;
const NOTE_WORD = /(?:^|[\s_-])(?:foot|end|sd|voet|eind)?(?:notes?|noot|noten|voet|fn|ftn|ref)(?:$|[\s_-]|\d)/i;
const HOLDERS = new Set(["p", "div", "li", "tr", "dd", "aside", "section", "blockquote"]);
const HEADING = /^h[1-6]$/;

/** The notes of a page with the links that call them. A link that leads to anything else is no call. */
export function notesOf(page: Element): PageNotes {
  const order = new Map<Element, number>();
  const named = new Map<string, Element>();
  const links: Element[] = [];
  for (const element of elementsIn(page, () => true)) {
    order.set(element, order.size);
    for (const name of [element.attributes.id, element.attributes.name])
      if (name && !named.has(name)) named.set(name, element);
    if (element.name === "a" && element.attributes.href?.startsWith("#")) links.push(element);
  }
  const found = links.flatMap((link) => {
    const mark = MARK.exec(textIn(link).trim())?.[1];
    const target = named.get(decoded(link.attributes.href ?? ""));
    const goesDown = mark && target && (order.get(target) ?? 0) > (order.get(link) ?? 0);
    return goesDown && (/^\d/.test(mark) || isRaised(link)) ? [{ link, mark, target }] : [];
  });
  const targets = countAbove(new Set(found.map(({ target }) => target)));
  const callers = countAbove(found.map(({ link }) => link));
  const calls = new Map<Element, Footnote | null>();
  const holders = new Set<Element>();
  for (const { link, mark, target } of found) {
    const holder = holderOf(target, targets, callers);
    if (!holder) continue;
    const footnote = holders.has(holder) ? null : noteIn(holder, mark);
    if (footnote === null && !holders.has(holder)) continue;
    holders.add(holder);
    calls.set(link, footnote);
  }
  return { calls, holders };
}

const decoded = (href: string): string => {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
};

const isRaised = (link: Element): boolean =>
  link.parent?.name === "sup" || link.children.some((child) => typeof child !== "string" && child.name === "sup");

/** How many of the elements stand in each element above them. */
function countAbove(elements: Iterable<Element>): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements)
    for (let at: Element | null = element; at; at = at.parent) counts.set(at, (counts.get(at) ?? 0) + 1);
  return counts;
}

/** The block that holds one note and nothing else; null where the target is no note. */
function holderOf(target: Element, targets: Map<Element, number>, callers: Map<Element, number>): Element | null {
  let holder: Element | null = target;
  while (holder && !HOLDERS.has(holder.name)) {
    if (HEADING.test(holder.name)) return null;
    holder = holder.parent;
  }
  const isAlone = (element: Element): boolean => targets.get(element) === 1 && !callers.has(element);
  if (!holder || !isAlone(holder)) return null;
  while (holder.parent && ["div", "aside", "li"].includes(holder.parent.name) && isAlone(holder.parent)) {
    if (isList(holder.parent)) break;
    holder = holder.parent;
  }
  return holder;
}

/** The element around all notes is no note, even where there is only one. */
const isList = (element: Element): boolean => /(?:noten|notes)$/i.test(element.attributes.id ?? "");

/** The note in its holder; null where the holder has another text, a chapter say. */
function noteIn(holder: Element, mark: string): Footnote | null {
  const words: string[] = [];
  let markTaken = false;
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === "string") words.push(child);
      else if (/\bnote-close\b/.test(child.attributes.class ?? "")) continue;
      else if (child.name === "a" && child.attributes.href?.startsWith("#") && isBack(child))
        markTaken ||= hasMark(child);
      else {
        if (HOLDERS.has(child.name) || child.name === "br" || child.name === "td") words.push(" ");
        walk(child);
      }
    }
  };
  walk(holder);
  if (holds(holder, ({ name, attributes }) => HEADING.test(name) && !attributes.class?.includes("note"))) return null;
  const text = words.join("").replace(/\s+/g, " ").trim();
  const own = markTaken ? text : withoutMark(text, mark);
  const looksLikeNote =
    markTaken ||
    own !== text ||
    holder.name === "li" ||
    NOTE_WORD.test(`${holder.attributes.class} ${holder.attributes.id}`);
  return looksLikeNote ? { mark, text: own } : null;
}

const hasMark = (link: Element): boolean => MARK.test(textIn(link).trim());
const isBack = (link: Element): boolean => hasMark(link) || BACK.test(textIn(link));

function withoutMark(text: string, mark: string): string {
  const printed = MARK.exec(text.split(" ", 1)[0]?.replace(/[.:]$/, "") ?? "");
  if (printed?.[1] === mark) return text.slice(text.indexOf(" ") < 0 ? text.length : text.indexOf(" ") + 1);
  const glued = new RegExp(`^[[(]?${mark.replace(/[*]/g, "\\*")}[\\])]?[.:]?(?=\\p{Lu})`, "u").exec(text);
  return glued ? text.slice(glued[0].length) : text;
}
