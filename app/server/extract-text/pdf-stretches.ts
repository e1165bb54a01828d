/** Characters with a place to stretches of words: what stands on one line without a wide gap. */
import type { Glyph } from "./pdf-glyphs.ts";

export interface Stretch {
  /** Words with one space between them; a raised mark stands between MARK_START and MARK_END. */
  text: string;
  x0: number;
  x1: number;
  y: number;
  /** Of most of its letters, in points. */
  size: number;
  /** Whether all its letters are. */
  bold: boolean;
  italic: boolean;
}

/** Private characters, which `readGlyphs` lets nothing else be, around a small raised mark. */
export const MARK_START = "\ue000";
export const MARK_END = "\ue001";

/** In parts of the size of the letters: from which gap on words are apart, and stretches are. */
const WORD_GAP = 0.18;
const STRETCH_GAP = 0.7;
/** Where spaces are printed: a gap with one may be wide, to fill the line; cells of a table can be as near as one without. */
const SPACED_GAP = 2;
const BARE_GAP = 0.4;

interface Placed extends Glyph {
  raised: boolean;
}

export function toStretches(glyphs: readonly Glyph[]): Stretch[] {
  const printsSpaces = glyphs.filter(({ spaced }) => spaced).length > 0.05 * glyphs.length;
  const rows = onOneLine(glyphs).flatMap((line) => apart(line, printsSpaces));
  return withRaised(rows)
    .map(toStretch)
    .filter((stretch) => stretch.text !== "");
}

/** Glyphs whose feet stand on the same line, from left to right. */
function onOneLine(glyphs: readonly Glyph[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && glyph.y - first.y < 0.2 * Math.min(glyph.size, first.size)) {
      line.push({ ...glyph, raised: false });
    } else lines.push([{ ...glyph, raised: false }]);
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x);
  return lines;
}

/** Cuts a line where a gap is wider than between words. */
function apart(line: Placed[], printsSpaces: boolean): Placed[][] {
  const pieces: Placed[][] = [];
  let end = 0;
  for (const glyph of line) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    const most = !printsSpaces ? STRETCH_GAP : glyph.spaced ? SPACED_GAP : BARE_GAP;
    if (piece && last && glyph.x - end <= most * Math.max(glyph.size, last.size)) {
      piece.push(glyph);
      end = Math.max(end, glyph.end);
    } else {
      pieces.push([glyph]);
      end = glyph.end;
    }
  }
  return pieces;
}

const sizeOf = (glyphs: readonly Glyph[]): number => {
  const sizes = new Map<number, number>();
  for (const { size } of glyphs) {
    const rounded = Math.round(size * 4) / 4;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + 1);
  }
  return [...sizes].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
};

interface Row {
  glyphs: Placed[];
  x0: number;
  x1: number;
  y: number;
  size: number;
}

/** Puts the marks that stand small and high beside words among the glyphs of those words. */
function withRaised(pieces: readonly Placed[][]): Placed[][] {
  const rows = pieces.map(
    (glyphs): Row => ({
      glyphs,
      x0: glyphs[0]?.x ?? 0,
      x1: glyphs.at(-1)?.end ?? 0,
      y: glyphs[0]?.y ?? 0,
      size: sizeOf(glyphs),
    }),
  );
  const kept: Placed[][] = [];
  for (const [i, row] of rows.entries()) {
    const host = row.glyphs.length <= 5 ? hostOf(row, i, rows) : null;
    if (host) host.glyphs.push(...row.glyphs.map((glyph) => ({ ...glyph, raised: true })));
    else kept.push(row.glyphs);
  }
  for (const glyphs of kept) glyphs.sort((a, b) => a.x - b.x);
  return kept;
}

/** The words below and beside which a mark stands. */
function hostOf(mark: Row, i: number, rows: readonly Row[]): Row | null {
  for (let j = i + 1; j < rows.length; j++) {
    const host = rows[j];
    if (!host || host.y - mark.y > 20) return null;
    const raise = (host.y - mark.y) / host.size;
    const touches = mark.x0 <= host.x1 + 0.4 * host.size && mark.x1 >= host.x0 - 1.2 * host.size;
    if (touches && mark.size < 0.8 * host.size && raise > 0.12 && raise < 0.75 && isBeside(mark, host)) return host;
  }
  return null;
}

/** Not across the letters of another line, as words of a side column may be that the text runs under. */
const isBeside = (mark: Row, host: Row): boolean =>
  host.glyphs.every(({ x, end, raised }) => raised || Math.min(end, mark.x1) - Math.max(x, mark.x0) < 0.15 * host.size);

function toStretch(glyphs: readonly Placed[]): Stretch {
  const plain = glyphs.filter((glyph) => !glyph.raised);
  const letters = plain.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const styled = letters.length > 0 ? letters : plain;
  const size = sizeOf(plain);
  return {
    text: textOf(markSmall(glyphs, size)),
    x0: Math.min(...glyphs.slice(0, 2).map(({ x }) => x)),
    x1: glyphs.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY),
    y: plain[0]?.y ?? 0,
    size,
    bold: styled.every(({ bold }) => bold),
    italic: styled.every(({ italic }) => italic),
  };
}

/** A small figure behind a word is a mark too where the printer did not raise it. */
const markSmall = (glyphs: readonly Placed[], size: number): Placed[] =>
  glyphs.map((glyph, i) => {
    const small = glyph.size < 0.75 * size && /\d/.test(glyph.text) && !glyph.spaced && i > 0;
    return small ? { ...glyph, raised: true } : glyph;
  });

function textOf(glyphs: readonly Placed[]): string {
  const gap = wordGap(glyphs);
  let text = "";
  let raised = false;
  for (const [i, glyph] of glyphs.entries()) {
    const last = glyphs[i - 1];
    const space = last && !(glyph.raised && !raised) && gap(last, glyph);
    if (raised && !glyph.raised) text += MARK_END;
    if (space) text += " ";
    if (glyph.raised && !raised) text += MARK_START;
    text += glyph.text;
    raised = glyph.raised;
  }
  return (raised ? text + MARK_END : text).normalize("NFC").replace(/ +/g, " ").trim();
}

/** Whether two glyphs are of different words. In words printed with spacing a gap must be wider than between letters. */
function wordGap(glyphs: readonly Placed[]): (a: Glyph, b: Glyph) => boolean {
  const gaps: number[] = [];
  let lone = 0;
  for (const [i, glyph] of glyphs.entries()) {
    const last = glyphs[i - 1];
    if (!last) continue;
    const part = (glyph.x - last.end) / Math.max(glyph.size, last.size, 0.1);
    gaps.push(part);
    if (glyph.spaced || part > WORD_GAP) lone += 1;
  }
  gaps.sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 3)] ?? 0;
  const isSpacedOut = glyphs.length >= 5 && usual > 0.08 && (lone > gaps.length * 0.7 || usual > 0.12);
  return (a, b) => {
    const part = (b.x - a.end) / Math.max(a.size, b.size, 0.1);
    if (isSpacedOut) return part > Math.max(usual * 1.7, usual + 0.12);
    return (b.spaced && part > -0.1) || part > WORD_GAP + Math.max(0, usual);
  };
}
