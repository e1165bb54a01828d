/** A letter as the register keeps it: passages with stable anchors, footnotes attached where they are called. */
import type { IsoDay } from "../calendar.ts";

export interface Footnote {
  /** The mark as printed: "1". */
  mark: string;
  text: string;
}

export interface Passage {
  /** `p1`, `p2`, … in the order of the text, headings included; never renumbered once stored. */
  anchor: string;
  kind: "heading" | "paragraph";
  /** 1 for a chapter, 2 for a section in it; only for headings. */
  level: 1 | 2 | null;
  /** One line of text: line ends and hyphenation undone, footnote marks taken out. */
  text: string;
  /** Footnotes called in this passage, in order. */
  footnotes: Footnote[];
}

export type LetterKind = "progress" | "other";

/** What the head and foot of a letter say, each null where the text does not show it. */
export interface LetterHead {
  title: string | null;
  date: IsoDay | null;
  /** Office and name as signed: "De Minister van Veiligheid en Justitie, I.W. Opstelten". */
  sender: string | null;
  addressee: string | null;
  kind: LetterKind;
  /** Number of the letter itself as Kamerstuk, `32 500 VI, nr. 75`; not the papers that it cites. */
  paper: string | null;
}

export interface LetterText {
  head: LetterHead;
  passages: Passage[];
}
