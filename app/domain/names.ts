/** Names as people type them in a form: `Arib (PvdA)`, `Minister van Justitie (Jansen)`. */

export interface NamedWithBrackets {
  before: string;
  /** What stands in brackets at the end, or null. */
  inBrackets: string | null;
}

/** `Arib (PvdA)` → Arib, PvdA. */
export function splitBrackets(text: string): NamedWithBrackets {
  const clean = text.replace(/\s+/g, " ").trim();
  const found = /^(.*?)\s*\(([^()]+)\)$/.exec(clean);
  return found ? { before: found[1] ?? "", inBrackets: (found[2] ?? "").trim() } : { before: clean, inBrackets: null };
}

/** Several names in one field, parted by a semicolon or a comma outside brackets. */
export const splitNames = (text: string): string[] =>
  text
    .split(/[;,](?![^(]*\))/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** `het lid Arib (PvdA)` and `mevrouw Arib` mean the name itself. */
export const bareName = (name: string): string =>
  name.replace(/^(het lid|de leden|mevrouw|mevr\.|de heer|dhr\.)\s+/i, "").trim();

/** Whether a field says that it was promised to the Chamber as such. */
export const isTheChamber = (name: string): boolean => /^(de |uw )?((tweede|eerste) )?kamer$/i.test(name.trim());

const plain = (name: string): string => name.replace(/\s+/g, " ").trim().toLowerCase();

/** The same but for capitals and spaces. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b);

/** How a letter is signed, as the office with its holder: `De Minister van X, I. Jansen` → `Minister van X (I. Jansen)`. */
export function senderAsHolder(sender: string | null): string {
  const [first = ""] = (sender ?? "").split(/ en (?=de )/i);
  const found = /^(?:de |het )?(.+?),\s*(.+)$/i.exec(first.trim());
  if (!found) return "";
  const office = found[1] ?? "";
  return `${office.charAt(0).toUpperCase()}${office.slice(1)} (${found[2]})`;
}
