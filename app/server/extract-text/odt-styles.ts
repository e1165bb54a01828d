/** Which styles of an OpenDocument text print in bold or italics, as a rule that HTML has for it. */
import { type Element, elementsIn } from "./xml-tree.ts";

interface Style {
  parent: string | undefined;
  weight: string | undefined;
  slant: string | undefined;
}

/** For each style by name "font-weight: bold", "font-style: italic" or both; what a style does not say it inherits. */
export function styleRules(trees: readonly Element[]): Map<string, string> {
  const styles = new Map<string, Style>();
  for (const element of trees.flatMap((tree) => elementsIn(tree, ({ name }) => name === "style:style"))) {
    const properties = element.children.find(
      (child) => typeof child !== "string" && child.name === "style:text-properties",
    );
    const printed = typeof properties === "object" ? properties.attributes : {};
    styles.set(element.attributes["style:name"] ?? "", {
      parent: element.attributes["style:parent-style-name"],
      weight: printed["fo:font-weight"],
      slant: printed["fo:font-style"],
    });
  }
  return new Map([...styles.keys()].map((name) => [name, ruleOf(name, styles)]));
}

/** Styles may be named in a circle; no letter needs more than this many in a row. */
const LONGEST_LINE = 20;

function ruleOf(name: string, styles: ReadonlyMap<string, Style>): string {
  let weight: string | undefined;
  let slant: string | undefined;
  let style = styles.get(name);
  for (let i = 0; style && i < LONGEST_LINE; i++) {
    weight ??= style.weight;
    slant ??= style.slant;
    style = styles.get(style.parent ?? "");
  }
  return [weight && `font-weight: ${weight}`, slant && `font-style: ${slant}`].filter(Boolean).join("; ");
}
