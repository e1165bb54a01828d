/** From a file, or a text, to a letter or the reason why there is none. Runs in the reading process: see `beside.ts`. */
import { readLetterParts } from "#app/domain/reading/letter-parts.ts";
import { type ReadLetter, readLetterText } from "#app/domain/reading/sections.ts";
import { decodeText } from "./decode-text.ts";
import { type FileReader, type LetterForm, type LetterSource, type Refusal, Unreadable } from "./extracted.ts";
import { formOf } from "./file-form.ts";
import type { ListFile } from "./list-file.ts";

/** A text was pasted; it is read as it is, also where it begins like markup. */
export type ToRead = { name: string; bytes: Uint8Array } | { text: string };

/** A list of commitments, of which `sheet` is wanted; null for the first with something in it. */
export interface ListToRead {
  list: Uint8Array;
  sheet: string | null;
}

export type ListReading = { rows: ListFile } | { refusal: Refusal; sort: null };

export async function readList({ list, sheet }: ListToRead): Promise<ListReading> {
  try {
    return { rows: await (await import("./list-file.ts")).readListFile(list, sheet) };
  } catch (error) {
    return { refusal: error instanceof Unreadable ? error.refusal : "damaged", sort: null };
  }
}

export type FileReading =
  | {
      letter: ReadLetter;
      form: LetterForm;
      /** The text as the file holds it; empty where the file has structure of its own. */
      text: string;
      /** Null for UTF-8; otherwise the encoding that it was read as, for the clerk to check. */
      decodedFrom: string | null;
    }
  | { refusal: Refusal; sort: string | null };

/** How far it is, in pages of a PDF, otherwise in parts. */
export interface ReadingProgress {
  form: LetterForm;
  done: number;
  of: number;
}

export async function readFile(file: ToRead, tell: (progress: ReadingProgress) => void): Promise<FileReading> {
  try {
    if ("text" in file) return fromText(file.text, "text", null);
    const found = formOf(file.bytes, file.name);
    if ("refusal" in found) return found;
    if (found.form === "text") {
      const decoded = decodeText(file.bytes);
      return decoded ? fromText(decoded.text, "text", decoded.decodedFrom) : { refusal: "wrong_type", sort: null };
    }
    const { form } = found;
    const reader = await READERS[form]();
    return fromSource(await reader(file.bytes, (done, of) => tell({ form, done, of })), form);
  } catch (error) {
    return { refusal: error instanceof Unreadable ? error.refusal : "damaged", sort: null };
  }
}

function fromSource(source: LetterSource, form: LetterForm): FileReading {
  if ("text" in source) return fromText(source.text, form, null);
  const letter = readLetterParts(source.parts);
  const isBlank = letter.passages.length === 0 && Object.values(letter.outside).flat().length === 0;
  return isBlank ? { refusal: "no_text", sort: null } : { letter, form, text: "", decodedFrom: null };
}

function fromText(text: string, form: LetterForm, decodedFrom: string | null): FileReading {
  if (text.trim() === "") return { refusal: form === "text" ? "empty" : "no_text", sort: null };
  return { letter: readLetterText(text), form, text, decodedFrom };
}

/** A reader is loaded when the first file of its form comes. */
const READERS: Record<Exclude<LetterForm, "text">, () => Promise<FileReader>> = {
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  odt: async () => (await import("./odt.ts")).readOdt,
  html: async () => (await import("./html.ts")).readHtml,
  xml: async () => (await import("./xml.ts")).readXml,
};
