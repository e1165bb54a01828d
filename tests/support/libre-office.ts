/** LibreOffice, as somebody else would open what we hand over: a Word file to PDF, a workbook to CSV. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The pages of a Word file as LibreOffice prints them: the text of each, its lines joined by a space. */
export async function pagesOf(docx: Uint8Array): Promise<string[]> {
  const [pdf] = converted(docx, "docx", "pdf");
  if (!pdf) throw new Error("LibreOffice did not open the Word file.");
  const document = await getDocument({ data: new Uint8Array(pdf.bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""))
        .join("")
        .replace(/\s+/g, " ")
        .trim(),
    );
  }
  await document.destroy();
  return pages;
}

/** Each sheet of a workbook by its name, as rows of cells the way they are shown; a day is shown as 03/14/2011. */
export function sheetsOf(xlsx: Uint8Array): Map<string, string[][]> {
  // Comma, double quote, UTF-8, from line 1, language of the office, quoted where needed, as shown, every sheet.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  const files = converted(xlsx, "xlsx", filter);
  return new Map(
    files.map(({ name, bytes }) => [
      name.slice("file-".length, -".csv".length),
      parse(bytes, { relaxColumnCount: true }),
    ]),
  );
}

function converted(bytes: Uint8Array, from: string, to: string): { name: string; bytes: Buffer }[] {
  const room = mkdtempSync(join(tmpdir(), "register-office-"));
  try {
    writeFileSync(join(room, `file.${from}`), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(room, "profile"))}`;
    const out = join(room, "out");
    execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", out, join(room, `file.${from}`)], {
      stdio: "ignore",
      timeout: 120_000,
    });
    return readdirSync(out).map((name) => ({ name, bytes: readFileSync(join(out, name)) }));
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
