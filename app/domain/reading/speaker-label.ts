/**
 * The labels before what somebody says in a report of a debate: "De voorzitter:", "Minister Van Dam:", "De heer De Boer
 * (VVD):". The one rule for them; `debate-record.ts` cuts turns by it, `read.ts` follows who is speaking.
 */
import type { Span } from "./findings.ts";

export interface SpeakerLabel extends Span {
  /** "unknown": a bare name. */
  role: "government" | "member" | "chair" | "unknown";
  /** The words before the colon. */
  words: string;
  /** "minister", "staatssecretaris van Financiën"; only of the government. */
  office: string | null;
  /** The name without title. */
  name: string | null;
  party: string | null;
}

const PARTICLE = "(?:van|de|der|den|het|ten|ter|te|el|al|'t|’t|in)";
const CAPITAL_WORD = "(?:(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}’'-]*)";
const NAME = `(?:${PARTICLE} ){0,3}${CAPITAL_WORD}(?: (?:${PARTICLE}|${CAPITAL_WORD})){0,4}`;
export const PARTY =
  "VVD|CDA|PvdA|D66|SP|PVV|GroenLinks(?:-PvdA)?|GL|ChristenUnie|CU|SGP|PvdD|DENK|FVD|FvD|50PLUS|50Plus|Volt|JA21|BBB|BIJ1|NSC|VNL|LPF|OSF|Lid \\p{Lu}\\p{L}+|Groep \\p{Lu}[^)]{1,30}|Fractie \\p{Lu}[^)]{1,30}";
const TITLE = "(?:De heer|Mevrouw|Het lid|Kamerlid)";
const OFFICE = "(?:[Vv]ice-)?(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris)";
const MINISTRY = `(?: (?:van|voor) \\p{Lu}[\\p{L}-]+(?:(?:,| en|, en) \\p{Lu}[\\p{L}-]+){0,4})`;
const STARS = "\\*{0,2}";
/** In some files the title stands on a line of its own. */
const GAP = "[ \\n]";

/** A colon with a label before it; what stands before the label decides whether it is one. */
const LABEL = new RegExp(
  [
    `(?<chair>(?:De )?[Vv]oorzitter)(?: \\([^)]{1,30}\\))?`,
    `(?<office>(?:De )?${OFFICE}${MINISTRY}?)(?:${GAP}${STARS}(?<holder>${NAME})${STARS})?(?: \\([^)]{1,30}\\))?`,
    `${TITLE}${GAP}${STARS}(?<titled>${NAME})${STARS}(?: \\( ?(?<titledParty>[^()]{1,40}?) ?\\))?`,
    `${STARS}(?<plain>${NAME})${STARS} \\( ?(?<plainParty>${PARTY}) ?\\)`,
    `(?<bare>${NAME})`,
  ]
    .map((form) => `(?:${form})`)
    .join("|")
    .replace(/^/, "(?:")
    .concat(`)${STARS} ?:(?!//)`),
  "gu",
);

const NEW_SENTENCE = /(?:^|[\n.!?…:;)\]"'”’»*•|]|true|false)[ \t]*$/u;
const NEW_LINE = /(?:^|\n)[ \t]*$/u;
/** A capital in the middle of a sentence is a label too, as long as nobody is spoken to or quoted just before. */
const SPOKEN_OF =
  /(?:^|[^\p{L}])(?:aan|van|door|met|voor|bij|tegen|en|of|de|het|dat|die|lid|leden|heer|mevrouw|zegt|zei|zeg|vroeg|vraagt|schreef|schrijft|richting|toezegging),? ?$/iu;
/** Words that stand before a colon at the start of a line and are nobody's name. */
const NO_NAME =
  /^(?:Dus|Kortom|Nogmaals|Vooropgesteld|Maar|En|Of|Ook|Vraag|Vragen|Antwoord|Toezeggingen?|Motie|Termijn|Bijlage|Onderwerp|Datum|Kamerstuk|Ten\b.*|Dan\b.*|Daarom|Bijvoorbeeld|Conclusie|Moties|Sluiting|Aanvang|Aanwezig|Griffier|Noot|Let op|Namelijk|Aldus|Mijn\b.*|De\b.*|Het\b.*|Deze\b.*|Dit\b.*|Dat\b.*|In\b.*|Over\b.*|Punt\b.*|Ja|Nee|Eén|Moment)$/u;
const BEFORE = 24;

function isLabel(text: string, at: number, groups: Record<string, string | undefined>): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  if (groups.bare !== undefined) return NEW_LINE.test(before) && !NO_NAME.test(groups.bare);
  if (at === 0 || NEW_SENTENCE.test(before)) return true;
  const isCapital = /^(?:De |Minister|Staatssecretaris|Mevrouw |Het lid )/.test(text.slice(at, at + 18));
  return isCapital && groups.plain === undefined && /\s$/.test(before) && !SPOKEN_OF.test(before);
}

/** The labels in a normalised text, in order. Time is linear in its length. */
export function speakerLabels(text: string): SpeakerLabel[] {
  const found: SpeakerLabel[] = [];
  let from = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", from)) {
    const label = labelBefore(text, colon, from);
    if (label) found.push(label);
    from = colon + 1; // no label holds a colon itself
  }
  return found;
}

/** The longest label may hold this many characters. */
const LONGEST = 110;

/** The label that ends in the colon at `colon`, if any; it starts at `from` or later. */
function labelBefore(text: string, colon: number, from: number): SpeakerLabel | null {
  const start = Math.max(from, colon - LONGEST);
  const window = text.slice(start, colon + 3);
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(window); match; match = LABEL.exec(window)) {
    const at = start + match.index;
    const { groups = {} } = match;
    if (at + match[0].length === colon + 1 && isLabel(text, at, groups)) return labelOf(text, at, colon + 1, groups);
    LABEL.lastIndex = match.index + 1;
  }
  return null;
}

function labelOf(text: string, start: number, end: number, groups: Record<string, string | undefined>): SpeakerLabel {
  const role =
    groups.chair !== undefined
      ? "chair"
      : groups.office !== undefined
        ? "government"
        : groups.bare !== undefined
          ? "unknown"
          : "member";
  const words = text
    .slice(start, end - 1)
    .replace(/\*/g, "")
    .replace(/\( | \)/g, (part) => part.trim())
    .replace(/\s+/g, " ")
    .trim();
  return {
    start,
    end,
    role,
    words,
    office: groups.office ? lowerFirst(groups.office.replace(/^De /, "")) : null,
    name: groups.holder ?? groups.titled ?? groups.plain ?? groups.bare ?? null,
    party: groups.titledParty ?? groups.plainParty ?? null,
  };
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
