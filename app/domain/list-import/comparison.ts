/**
 * A row beside what the register holds and what the list said at the last import. Three sides, because the list may be
 * older than the register: what somebody changed in the register since then is never overwritten by itself.
 */
export const FIELD_LABELS = {
  title: "titel",
  text: "tekst",
  office: "bewindspersoon",
  to: "aan wie",
  topic: "onderwerp",
  deadline: "termijn",
  status: "status",
} as const;

type FieldName = keyof typeof FIELD_LABELS;

export interface FieldDifference {
  field: FieldName;
  /** In the register, and in the list. */
  before: string;
  after: string;
}

export interface FieldConflict extends FieldDifference {
  why: string;
  /** Whether an officer may let the list go first; false where only the clerk or a letter can change it. */
  mayTake: boolean;
}

/** One field, in words that are the same where they mean the same. Empty is not said. */
export interface FieldSides {
  field: FieldName;
  now: string;
  held: string;
  /** At the last import; null where there was none, so that nobody can tell who changed what. */
  before: string | null;
}

const CHANGED_IN_REGISTER = "Dit is in het register veranderd nadat u de lijst de vorige keer innam.";

/** What a list would change of texts and names, and where somebody was before it. */
export function compared(fields: readonly FieldSides[]): { changes: FieldDifference[]; conflicts: FieldConflict[] } {
  const changes: FieldDifference[] = [];
  const conflicts: FieldConflict[] = [];
  for (const { field, now, held, before } of fields) {
    if (now === "" || same(now, held)) continue;
    const difference = { field, before: held, after: now };
    if (before !== null && !same(before, held))
      conflicts.push({ ...difference, why: CHANGED_IN_REGISTER, mayTake: true });
    else changes.push(difference);
  }
  return { changes, conflicts };
}

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
