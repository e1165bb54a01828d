/** Text and elements of XML, as texts. */

/** XML has no place for control characters, but a line may end within a text. */
export const xmlText = (text: string): string => text.replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ");

/** Text between or within tags. */
export const escapedXml = (text: string): string =>
  xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An element with what is in it, which is XML already; an attribute without a value is left out. */
export function xmlElement(name: string, attributes: Record<string, string | null>, ...inside: string[]): string {
  const given = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null ? [] : ` ${key}="${escapedXml(value)}"`))
    .join("");
  return inside.length === 0 ? `<${name}${given}/>` : `<${name}${given}>${inside.join("")}</${name}>`;
}
