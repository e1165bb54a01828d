/** Who signed a letter: offices and names, out of the text. */
import type { Line } from "./letter-lines.ts";

const OFFICE =
  /^(?:Mede namens [^.]{3,80}, )?(?:de )?(?:minister-president|(?:vice)?minister|staatssecretaris|eerste minister)\b[^.!?;:]{0,120}$/i;
const NOT_AN_OFFICE = /\b(?:heeft|is|zal|kan|wordt|was|had|heb|zijn|zegt|over|dat|die)\b/;
const NAME =
  /^(?:(?:drs|mr|dr|ir|ing|prof|mw|dhr|mevr)\.? ?)*(?:(?:\p{Lu}\p{Ll}?\p{Ll}?\.[ -]?){1,6}|\p{Lu}[\p{Ll}’'-]+ )(?:\([^)]{2,20}\) ?)?(?:(?:van|von|de|der|den|ter|ten|te|het|’t|'t|el|la|du) ){0,3}[\p{Lu}’'][\p{L}’'–-]+(?: ?[–-]? ?(?:(?:van|de|der|den) )*\p{Lu}[\p{L}’'-]+){0,2}$/u;
const CLOSING = /^(?:Hoogachtend|Met vriendelijke groet|Met de meeste hoogachting|Met hoogachting)\b.{0,3}$/i;

/** Takes the signature out: offices with their names, wherever in the text they stand (annexes may follow). */
export function takeSignature(lines: readonly Line[]): { signature: Line[]; rest: Line[]; sender: string | null } {
  for (let i = 0; i < lines.length; i++) {
    const signed = signatureAt(lines, i);
    if (!signed) continue;
    const start = i > 0 && CLOSING.test(lines[i - 1]?.text ?? "") ? i - 1 : i;
    const after = lines[signed.end];
    return {
      signature: lines.slice(start, signed.end),
      rest: [
        ...lines.slice(0, start),
        ...(after ? [{ ...after, gap: "page" as const }, ...lines.slice(signed.end + 1)] : []),
      ],
      sender: signed.sender,
    };
  }
  return { signature: [], rest: [...lines], sender: null };
}

/** The signature that starts at line `i`: at least one office, and then a name or the end of the text. */
function signatureAt(lines: readonly Line[], i: number): { end: number; sender: string } | null {
  const offices: string[] = [];
  const names: string[] = [];
  let end = i;
  for (let line = lines[end]; line && end < i + 16; line = lines[end]) {
    const next = lines[end + 1];
    const wrapped =
      next && !line.text.endsWith(",") && next.gap === "none" && /,$/.test(next.text)
        ? `${line.text} ${next.text}`
        : null;
    const asOffices = line.columns.length > 1 ? line.columns : [line.text];
    if (asOffices.every(isOffice)) {
      if (wrapped && isOffice(wrapped) && !isOffice(next?.text ?? "") && !isName(next?.text ?? "")) {
        offices.push(wrapped);
        end += 1;
      } else offices.push(...asOffices);
    } else if (offices.length > names.length && asOffices.every(isName)) names.push(...asOffices);
    else break;
    end += 1;
  }
  if (offices.length === 0 || (names.length === 0 && end < lines.length)) return null;
  if (names.length === 0 && i > 0 && !/,$/.test(lines[i]?.text ?? "")) return null;
  const signers = offices.map((office, n) =>
    [office.replace(/,$/, ""), ...(names[n] ? [spaced(names[n])] : [])].join(", "),
  );
  return { end, sender: signers.join(" en ") };
}

const isOffice = (text: string): boolean => text.length < 200 && OFFICE.test(text) && !NOT_AN_OFFICE.test(text);

const isName = (text: string): boolean => text.length < 80 && NAME.test(text);

/** "I.W.Opstelten" as one writes it: "I.W. Opstelten". */
const spaced = (name: string): string => name.replace(/\.(?=\p{Lu}[\p{Ll}’'-]+(?:$|[ –-]))/gu, ". ");
