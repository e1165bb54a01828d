/** Which form a file has: by its bytes first, by its name where the bytes leave it open. */
import { decodeText } from "./decode-text.ts";
import type { LetterForm, Refusal } from "./extracted.ts";
import { zipNames } from "./zip-names.ts";

/** A form that we read, or why not; `sort` says what it is where we know it: "een oud Word-bestand (.doc)". */
export type FileForm = { form: LetterForm } | { refusal: Refusal; sort: string | null };

const FORM_OF_ENDING: Record<string, LetterForm> = {
  txt: "text",
  text: "text",
  pdf: "pdf",
  docx: "docx",
  docm: "docx",
  dotx: "docx",
  odt: "odt",
  ott: "odt",
  html: "html",
  htm: "html",
  xhtml: "html",
  xml: "xml",
};

/** `pdf` of `Brief.PDF`; empty where a name has none. */
export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** The form that a name promises; null where it promises none that we read. */
export const promisedForm = (name: string): LetterForm | null => FORM_OF_ENDING[endingOf(name)] ?? null;

const wrong = (sort: string | null): FileForm => ({ refusal: "wrong_type", sort });

const PICTURE = "een afbeelding";
/** The first bytes of what people bring in and we do not read. */
const OTHERS: [string, string][] = [
  ["\x89PNG", PICTURE],
  ["\xff\xd8\xff", PICTURE],
  ["GIF8", PICTURE],
  ["II*\0", PICTURE],
  ["MM\0*", PICTURE],
  ["{\\rtf", "een RTF-bestand"],
  ["Rar!", "een ingepakt bestand (.rar)"],
  ["7z\xbc\xaf", "een ingepakt bestand (.7z)"],
];

export function formOf(bytes: Uint8Array, name: string): FileForm {
  if (bytes.length === 0) return { refusal: "empty", sort: null };
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  // A PDF may have up to a kilobyte of something else in front of it.
  if (/%PDF-\d/.test(start.slice(0, 1024))) return { form: "pdf" };
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return formOfZip(bytes, start, name);
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return formOfOldOffice(bytes);
  const other = OTHERS.find(([signature]) => start.startsWith(signature));
  if (other) return wrong(other[1]);
  const decoded = decodeText(bytes);
  if (!decoded) return wrong(null);
  return { form: formOfMarkup(decoded.text.slice(0, 4096), name) ?? "text" };
}

/** A zip without its directory was cut off: its first name then says what it was. */
function formOfZip(bytes: Uint8Array, start: string, name: string): FileForm {
  const names = zipNames(bytes);
  const has = (pattern: RegExp): boolean => (names ? names.some((one) => pattern.test(one)) : pattern.test(start));
  const openDocument = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(start.slice(0, 256))?.[1];
  if (openDocument && openDocument !== "text") return wrong("een ander OpenDocument-bestand dan een tekst");
  if (openDocument) return { form: "odt" };
  if (has(/^word\/|PK[\s\S]{28}word\//)) return { form: "docx" };
  if (has(/^xl\//)) return wrong("een Excel-bestand");
  if (has(/^ppt\//)) return wrong("een PowerPoint-bestand");
  if (names && has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/)) return { form: "odt" };
  const promised = promisedForm(name);
  if (!names && (promised === "docx" || promised === "odt")) return { form: promised };
  return wrong("een ingepakt bestand (.zip)");
}

/** What Word and Excel wrote before 2007, and also how a newer file with a password is wrapped. */
function formOfOldOffice(bytes: Uint8Array): FileForm {
  const has = (name: string): boolean => Buffer.from(bytes).includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return { refusal: "password", sort: null };
  return wrong(has("WordDocument") ? "een oud Word-bestand (.doc)" : "een oud Office-bestand");
}

const HTML_TAGS =
  /^(?:html|head|body|title|meta|main|article|section|header|div|p|h[1-6]|table|ul|ol|span|center|font)$/i;

/** The first tag of a text says which markup it is; null for a text that is none. */
function formOfMarkup(text: string, name: string): LetterForm | null {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (!start.startsWith("<")) return null;
  if (/^<!doctype\s+html/i.test(start)) return "html";
  const root = /<([a-z_][\w.-]*:)?([a-z_][\w.-]*)[\s/>]/i.exec(start)?.[2];
  if (root && HTML_TAGS.test(root)) return "html";
  if (/^<\?xml|^<!doctype/i.test(start)) return "xml";
  const promised = promisedForm(name);
  return promised === "xml" || promised === "html" ? promised : null;
}
