/** Opens a PDF and reads its pages one by one, each let go after use; what cannot be opened is refused. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
// Brings the parser into this very process: without it a file of its own would be looked for and started.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { type Progress, Unreadable } from "./extracted.ts";
import type { Sheet } from "./pdf-furniture.ts";
import { type PrintedPage, readGlyphs } from "./pdf-glyphs.ts";
import { refuseBroken } from "./pdf-streams.ts";
import { type Stretch, toStretches } from "./pdf-stretches.ts";

export interface ReadSheet extends Sheet {
  /** Words that a reader does not see, or must turn the page for. */
  beside: Stretch[];
}

const MOST_PAGES = 400;

export async function readSheets(bytes: Uint8Array, progress: Progress): Promise<ReadSheet[]> {
  refuseBroken(bytes);
  const task = getDocument({
    // The parser takes the bytes it gets; the caller keeps its own.
    data: new Uint8Array(bytes),
    // Pictures are left closed. Not with `stopAtErrors`: it would end the page at the first one, without a word.
    maxImageSize: 0,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  });
  try {
    const letter = await task.promise.catch(refuse);
    if (letter.numPages > MOST_PAGES) throw new Unreadable("too_many_pages");
    return await readAll(letter, progress);
  } finally {
    await task.destroy();
  }
}

function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : "";
  throw new Unreadable(name === "PasswordException" ? "password" : "damaged");
}

async function readAll(letter: PDFDocumentProxy, progress: Progress): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = [];
  for (let number = 1; number <= letter.numPages; number++) {
    const page = await letter.getPage(number);
    sheets.push(toSheet(await readGlyphs(page)));
    page.cleanup();
    progress(number, letter.numPages);
  }
  return sheets;
}

/** A page printed wholly on its side is read on its side; a scan by the text that lies under its picture. */
function toSheet({ width, height, glyphs, hidden, turned }: PrintedPage): ReadSheet {
  const [main, ...others] = [glyphs, hidden, turned].sort((a, b) => b.length - a.length);
  const beside = others.flatMap((group) => toStretches(group));
  return { width, height, stretches: toStretches(main ?? []), beside };
}
