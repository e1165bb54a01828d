/**
 * A page as a test reads it, and what every page has to be. The reader knows the HTML that React writes (attributes in
 * double quotes, `<` and `>` escaped everywhere else) and no other.
 */

export interface Element {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

export interface Page {
  root: Element;
  title: string;
  heading: string;
  /** All that `main` says, with single spaces. */
  text: string;
  links: { href: string; text: string }[];
}

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (NAMED[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

export function pageIn(html: string): Page {
  const root = treeOf(html);
  return {
    root,
    title: textOf(all(root, "title")[0]),
    heading: textOf(all(root, "h1")[0]),
    text: textOf(all(root, "main")[0]),
    links: all(root, "a").map((link) => ({ href: link.attributes.href ?? "", text: textOf(link) })),
  };
}

function treeOf(html: string): Element {
  const root: Element = { tag: "", attributes: {}, children: [] };
  const open = [root];
  const here = () => open[open.length - 1] ?? root;
  let at = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    const [whole, slash, tag, attributes = "", selfClosed] = token;
    here().children.push(decoded(html.slice(at, token.index)));
    at = token.index + whole.length;
    if (!tag) continue;
    const name = tag.toLowerCase();
    if (slash) {
      const closed = open.pop();
      if (closed?.tag !== name) throw new Error(`</${name}> closes <${closed?.tag}>`);
      continue;
    }
    const element = { tag: name, attributes: attributesIn(attributes), children: [] };
    here().children.push(element);
    if (name === "script" || name === "style") at = TOKEN.lastIndex = html.indexOf(`</${name}`, at);
    if (!VOID.has(name) && !selfClosed) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${here().tag}> is never closed`);
  return root;
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name.toLowerCase(), decoded(value)]),
  );

/** Every element with one of these tags below this one, in the order of the page; all of them without tags. */
export function all(within: Element, ...tags: string[]): Element[] {
  return within.children.flatMap((child) =>
    typeof child === "string"
      ? []
      : [...(tags.length === 0 || tags.includes(child.tag) ? [child] : []), ...all(child, ...tags)],
  );
}

export const textOf = (element: Element | undefined): string => wordsOf(element).replace(/\s+/g, " ").trim();

/** Blocks end a word; what stands within a line does not. */
const INLINE = new Set(["a", "abbr", "b", "del", "em", "i", "ins", "q", "s", "small", "span", "strong", "time"]);
const wordsOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((child) =>
      typeof child === "string" ? child : INLINE.has(child.tag) ? wordsOf(child) : ` ${wordsOf(child)} `,
    )
    .join("");

// --- What every page has to be -------------------------------------------------------------------------------------

/** Each fault in a sentence; empty for a proper page. */
export function problemsOf({ root, title, heading }: Page): string[] {
  const elements = all(root);
  const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  return [
    ...(all(root, "html")[0]?.attributes.lang === "nl" ? [] : ['The page does not say lang="nl".']),
    ...(all(root, "h1").length === 1 ? [] : [`The page has ${all(root, "h1").length} h1 headings instead of one.`]),
    ...(heading !== "" && title.startsWith(heading)
      ? []
      : [`The title “${title}” does not start with the heading “${heading}”.`]),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `The id ${id} is there more than once.`),
    ...elements
      .filter(isField)
      .filter((field) => !isLabelled(field, root))
      .map((field) => `The field ${field.attributes.name} has no label.`),
    ...elements
      .flatMap(pointsTo)
      .filter((id) => !ids.includes(id))
      .map((id) => `Something points to #${id}, which is not on the page.`),
  ];
}

const UNLABELLED = ["hidden", "submit", "button", "image", "reset"];
const isField = ({ tag, attributes }: Element): boolean =>
  tag === "select" || tag === "textarea" || (tag === "input" && !UNLABELLED.includes(attributes.type ?? "text"));

function isLabelled(field: Element, root: Element): boolean {
  const { id, "aria-label": name, "aria-labelledby": by } = field.attributes;
  const labels = all(root, "label").filter(
    (label) => (id && label.attributes.for === id) || all(label).includes(field),
  );
  return Boolean(name || by) || labels.some((label) => textOf(label) !== "");
}

/** The ids that an element refers to: where a link in the page leads, what describes it, what it labels. */
function pointsTo({ attributes }: Element): string[] {
  const {
    href = "",
    for: labelled = "",
    "aria-labelledby": by = "",
    "aria-describedby": described = "",
    list = "",
  } = attributes;
  return [href.startsWith("#") ? href.slice(1) : "", labelled, list, ...by.split(" "), ...described.split(" ")].filter(
    Boolean,
  );
}
