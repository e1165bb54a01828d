/** A letter as lines: what stands between them (nothing, a blank line, a page break), and what is only page furniture. */

export interface Line {
  /** The line with runs of spaces made one. */
  text: string;
  /** The same words as they stood in columns: two signatures side by side come as one line. */
  columns: string[];
  /** What stands between this line and the one before it. */
  gap: "none" | "blank" | "page";
  /** Starts further in than the text around it: how a new page or frame of a PDF often shows. */
  indented: boolean;
  /** Place among the lines with words. */
  at: number;
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085]/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\p{Cc}]/gu;
const SOFT_HYPHEN = /\u00ad(?!\s*$)/g;
const LIGATURES: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl" };

/** A text to its lines with words. A form feed or vertical tab is a page break. */
export function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap: Line["gap"] = "none";
  for (const [pageNumber, page] of text
    .normalize("NFC")
    .split(/[\f\v]/)
    .entries()) {
    if (pageNumber > 0) gap = "page";
    for (const printed of page.split(LINE_END)) {
      const raw = printed
        .replace(/\t/g, "    ")
        .replace(INVISIBLE, "")
        .replace(SOFT_HYPHEN, "")
        .replace(/[ﬀ-ﬄ]/g, (sign) => LIGATURES[sign] ?? sign);
      const trimmed = raw.trim();
      if (trimmed === "") {
        if (gap === "none") gap = "blank";
        continue;
      }
      const columns = trimmed.split(/\s{3,}/);
      const indented = /^\s/.test(raw);
      lines.push({ text: trimmed.replace(/\s+/g, " "), columns, gap, indented, at: lines.length });
      gap = "none";
    }
  }
  // Where a good part of the text is set in (a layout-keeping copy), setting in says nothing.
  const margin = lines.filter((line) => line.indented).length;
  if (margin > 5 && margin * 5 > lines.length) for (const line of lines) line.indented = false;
  return lines;
}

/** Takes the lines out for which `taken` holds; the page goes on where they stood. */
export function takeOut(lines: readonly Line[], taken: (line: Line) => boolean): { kept: Line[]; out: Line[] } {
  const kept: Line[] = [];
  const out: Line[] = [];
  let broken = false;
  for (const line of lines) {
    if (taken(line)) {
      out.push(line);
      broken = true;
      continue;
    }
    kept.push(broken ? { ...line, gap: "page" } : line);
    broken = false;
  }
  return { kept, out };
}

const FURNITURE = [
  /^Pagina \d{1,3}( ?(van|\/) ?\d{1,3})?$/i,
  /^\d{1,3} ?\/ ?\d{1,3}$/,
  /^kst-?\d{5}\S*$/,
  /^ISSN [\d –-]+$/,
  /^[’‘'`]s-Gravenhage \d{4}$/,
];
/** The foot of each page of a printed Kamerstuk. Once only, it may be a footnote that lost its mark. */
const FOOT =
  /^((?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar \d{4}[-–]\d{4}, [^.]{3,40}, nr\. \w{1,4})(?: \d{1,3})?$/;
const PAGE_NUMBER = /^[-–]? ?\d{1,3} ?[-–]?$/;

/** Page numbers and running feet, which stand between the text without being part of it. */
export function takeFurniture(lines: readonly Line[]): { kept: Line[]; out: Line[] } {
  const feet = new Map<string, number>();
  for (const { text } of lines) {
    const foot = FOOT.exec(text)?.[1];
    if (foot) feet.set(foot, (feet.get(foot) ?? 0) + 1);
  }
  const printed = lines.some(({ text }) => /^kst-?\d{5}/.test(text));
  return takeOut(lines, (line) => {
    if (FURNITURE.some((pattern) => pattern.test(line.text))) return true;
    const foot = FOOT.exec(line.text)?.[1];
    if (foot && (printed || (feet.get(foot) ?? 0) > 1)) return true;
    const next = lines[line.at + 1];
    return PAGE_NUMBER.test(line.text) && (line.gap === "page" || next?.gap === "page") && line.gap !== "none";
  });
}
