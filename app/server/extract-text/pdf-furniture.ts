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
  const pages = sheets.map(({ stretches }) => bandsOf(stretches));
  const repeated = repeatedOn(sheets, pages);
  const named = namedAsFurniture(sheets, pages);
  return pages.map((bands, page) => {
    const furniture = new Set(
      bands.flatMap((band) => [...(named.has(band) ? band : repeatedIn(band, page, repeated))]),
    );
    const all = bands.flat();
    return { text: all.filter((one) => !furniture.has(one)), furniture: all.filter((one) => furniture.has(one)) };
  });
}

/** What stands on one height, from left to right. */
type Band = Stretch[];

function bandsOf(stretches: readonly Stretch[]): Band[] {
  const bands: Band[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
    const first = bands.at(-1)?.[0];
    if (first && stretch.y - first.y < 0.3 * Math.min(stretch.size, first.size)) bands.at(-1)?.push(stretch);
    else bands.push([stretch]);
  }
  for (const band of bands) band.sort((a, b) => a.x0 - b.x0);
  return bands;
}

/** What comes back: in the margins above and below on two pages, at a side on half of the pages. */
function repeatedOn(sheets: readonly Sheet[], pages: readonly Band[][]): Set<string> {
  const pagesOf = new Map<string, Set<number>>();
  const everywhere = new Set<string>();
  for (const [page, bands] of pages.entries())
    for (const stretch of bands.flat()) {
      const place = sheets[page] ? placeOf(stretch, sheets[page]) : "text";
      if (place === "text") continue;
      for (const key of keysOf(stretch, page)) {
        pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page));
        if (place === "margin") everywhere.add(key);
      }
    }
  const enough = (key: string): number => (everywhere.has(key) ? 2 : Math.max(2, Math.ceil((pages.length - 1) / 2)));
  return new Set([...pagesOf].filter(([key, pages]) => pages.size >= enough(key)).map(([key]) => key));
}

function placeOf({ x0, x1, y }: Stretch, { width, height }: Sheet): "margin" | "side" | "text" {
  if (y < 0.12 * height || y > 0.88 * height) return "margin";
  return x0 > 0.6 * width || x1 < 0.3 * width ? "side" : "text";
}

/** All of a band, or what stands well apart in it: a word of running text may stand in one place twice by chance. */
function repeatedIn(band: Band, page: number, repeated: ReadonlySet<string>): Band {
  const again = band.filter((stretch) => keysOf(stretch, page).some((key) => repeated.has(key)));
  if (again.length === band.length) return again;
  return again.filter(({ x0, x1, size }) =>
    band.every((other) => again.includes(other) || other.x0 - x1 > 2 * size || x0 - other.x1 > 2 * size),
  );
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
function namedAsFurniture(sheets: readonly Sheet[], pages: readonly Band[][]): Set<Band> {
  const lines: (Line & { band: Band })[] = [];
  for (const [page, bands] of pages.entries()) {
    const height = sheets[page]?.height ?? 0;
    for (const [i, band] of bands.entries()) {
      const y = band[0]?.y ?? 0;
      const text = y < 0.12 * height || y > 0.88 * height ? band.map((stretch) => stretch.text).join(" ") : "";
      lines.push({ text, columns: [], gap: i === 0 ? "page" : "blank", indented: false, at: lines.length, band });
    }
  }
  return new Set((takeFurniture(lines).out as typeof lines).map(({ band }) => band));
}
