/** Files that come in with a form: taken in within limits. */
import { getMultipartBoundary, MaxFileSizeExceededError, MultipartParser } from "@remix-run/multipart-parser";
import { paths } from "#app/paths.ts";
import { unprocessable } from "./outcome.ts";

const MEGABYTE = 1024 * 1024;
export const MAX_LETTER = 25 * MEGABYTE;
/** A text that is too long for a letter is still held up to here, so that it can be given back. */
const MAX_PART = 2 * MAX_LETTER;
/** Above this nothing is read at all. Up to it a file that is too large is read to its end, so that the visitor gets an answer. */
export const MAX_BODY = 200 * MEGABYTE;

/** The addresses that take a file, and with it a large body. */
const FOR_FILES = [
  paths.importLetter,
  paths.checkDraft,
  paths.debateRecord("*"),
  paths.committeeDecisions,
  paths.lists,
].map((path) => new RegExp(`^${path.replace(/\*|%2A/, "[^/]+")}$`));
export const takesFile = (path: string, contentType: string): boolean =>
  FOR_FILES.some((address) => address.test(path)) && /^multipart\/form-data\b/i.test(contentType);

export interface Upload {
  fields: Map<string, string>;
  /** Null where no file was chosen, or where it was too large. */
  file: { name: string; mediaType: string; bytes: Uint8Array } | null;
  /** Which of the two is larger than a letter may be. */
  tooLarge: "text" | "file" | null;
}

/**
 * The fields of a form with a text and then a file. Fields that stand before one that is too large are kept, and a text
 * that is too large as well, up to twice that size.
 * @throws 422 with a sentence for a form that cannot be read
 */
export async function readUpload(request: Request, textField: string): Promise<Upload> {
  const upload: Upload = { fields: new Map(), file: null, tooLarge: null };
  const contentType = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\b/i.test(contentType)) {
    for (const [name, value] of await request.formData()) upload.fields.set(name, String(value));
    return upload;
  }
  const boundary = getMultipartBoundary(contentType);
  if (!boundary || !request.body) throw unreadable();
  const parser = new MultipartParser(boundary, { maxFileSize: MAX_PART, maxTotalSize: MAX_BODY, maxParts: 50 });
  let isGivenUp = false;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    if (isGivenUp) continue;
    try {
      for (const part of parser.write(chunk)) {
        if (part.size > MAX_LETTER) upload.tooLarge ??= part.isFile ? "file" : "text";
        if (!part.isFile) upload.fields.set(part.name ?? "", part.text);
        else if (part.filename && part.size <= MAX_LETTER)
          upload.file = { name: part.filename, mediaType: part.mediaType ?? "", bytes: part.bytes };
      }
    } catch (error) {
      if (error instanceof MaxFileSizeExceededError) {
        isGivenUp = true;
        upload.tooLarge ??= upload.fields.has(textField) ? "file" : "text";
      } else if (!isWhole(parser)) throw unreadable();
    }
  }
  if (!isGivenUp && !isWhole(parser)) throw unreadable();
  return upload;
}

/** Whether the end was seen. What comes after it, such as the last line end in a chunk of its own, means nothing. */
function isWhole(parser: MultipartParser): boolean {
  try {
    parser.finish();
    return true;
  } catch {
    return false;
  }
}

const unreadable = (): Response =>
  unprocessable(
    "Dit formulier is niet goed aangekomen",
    "Ga terug met de knop van uw browser; wat u typte staat er nog. Verstuur het formulier dan nog een keer.",
  );
