/** What comes back in the same place on page after page, or is only the number of a page: printed beside the letter. */
import { type Line, takeFurniture } from "#app/domain/reading/letter-lines.ts";
import type { Stretch } from "./pdf-stretches.ts";

export interface Sheet {
  width: number;
  height: number;
  stretches: Stretch[];
}

/** Each page without its furniture, and the furniture. */
export function apartFromFurniture(sheets: readonly Sheet[]): { text: Stretch[]; furniture: Stretch[] }[] {
  const repeated = repeatedOn(sheets);
  const pages = sheets.map(({ stretches }, page) => ({
    text: stretches.filter((stretch) => !keysOf(stretch, page).some((key) => repeated.has(key))),
    furniture: stretches.filter((stretch) => keysOf(stretch, page).some((key) => repeated.has(key))),
  }));
  const numbers = namedAsFurniture(pages.map(({ text }, i) => ({ text, height: sheets[i]?.height ?? 0 })));
  return pages.map(({ text, furniture }) => ({
    text: text.filter((stretch) => !numbers.has(stretch)),
    furniture: [...furniture, ...text.filter((stretch) => numbers.has(stretch))],
  }));
}

function repeatedOn(sheets: readonly Sheet[]): Set<string> {
  const pagesOf = new Map<string, Set<number>>();
  for (const [page, { stretches }] of sheets.entries())
    for (const stretch of stretches)
      for (const key of keysOf(stretch, page)) pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
  return new Set([...pagesOf].filter(([, pages]) => pages.size > 1).map(([key]) => key));
}

/** Its words and height on the page, each number in turn also as its distance to the number of the page. */
function keysOf({ text, y, size }: Stretch, page: number): string[] {
  const heights = [Math.floor(y / 4), Math.ceil(y / 4)];
  const forms = [text];
  for (const match of text.matchAll(/\d{1,4}/g)) {
    // A number that opens the line may be the mark of a footnote.
    if (match.index === 0 && match[0] !== text) continue;
    const rest = text.slice(match.index + match[0].length);
    forms.push(`${text.slice(0, match.index)}<${Number(match[0]) - page}>${rest}`);
  }
  return forms.flatMap((form) => heights.map((height) => `${form} ${height} ${Math.round(size)}`));
}

/** Page numbers and the lines of a printed Kamerstuk, known by their words, in the margins of a page. */
function namedAsFurniture(pages: readonly { text: Stretch[]; height: number }[]): Set<Stretch> {
  const lines: (Line & { of: Stretch })[] = [];
  for (const { text, height } of pages) {
    let gap: Line["gap"] = "page";
    for (const of of [...text].sort((a, b) => a.y - b.y)) {
      const inMargin = of.y < 0.12 * height || of.y > 0.88 * height;
      lines.push({ text: inMargin ? of.text : "-", columns: [], gap, indented: false, at: lines.length, of });
      gap = "blank";
    }
  }
  return new Set((takeFurniture(lines).out as typeof lines).map(({ of }) => of));
}
