/** What reading a file comes to: a letter, or the reason why there is none. */
import type { LetterPart } from "#app/domain/reading/letter-parts.ts";

/** The forms in which letters come. */
export type LetterForm = "text" | "pdf" | "docx" | "odt" | "html" | "xml";

/** Why a file gives no letter. */
export type Refusal =
  | "no_text" // a scan, or nothing but pictures
  | "password"
  | "damaged"
  | "wrong_type" // not what its name says, and nothing else that we read
  | "empty"
  | "too_large" // unpacked, or in parts: a bomb
  | "too_many_pages"
  | "takes_too_long";

/** Thrown by a reader for what it cannot read; anything else that a reader throws is a damaged file. */
export class Unreadable extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

/** What a reader makes of a file: its parts where it has structure of its own, else text with a form feed for each page. */
export type LetterSource = { parts: LetterPart[] } | { text: string };

/** Told now and then, in pages or parts. */
export type Progress = (done: number, of: number) => void;

export type FileReader = (bytes: Uint8Array, progress: Progress) => Promise<LetterSource>;
