/** What a page of a PDF prints, and where: its drawing operators to characters with a place, a size and a style. */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface Glyph {
  text: string;
  /** In points from the left of the page as a reader holds it. */
  x: number;
  /** Where the next glyph would start. */
  end: number;
  /** The line that it stands on, in points from the top. */
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** A space was printed before it. */
  spaced: boolean;
}

export interface PrintedPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  /** What a reader does not see (a text layer under a picture) or must turn the page for, in its own reading direction. */
  hidden: Glyph[];
  turned: Glyph[];
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const INVISIBLE = 3;

const times = (m: Matrix, n: ArrayLike<number>): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from({ length: 6 }, (_, i) => n[i]);
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
};

interface Font {
  name?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  fontMatrix?: ArrayLike<number>;
}

/** The text state of a PDF, of which `q` keeps and `Q` brings back a copy. */
interface State {
  matrix: Matrix;
  font: { unit: number; bold: boolean; italic: boolean };
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** Reads what a page prints. Pictures are never opened. */
export async function readGlyphs(page: PDFPageProxy): Promise<PrintedPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const sheet = new Sheet((name) => page.commonObjs.get(name) as Font | null, viewport.transform as unknown as Matrix);
  for (let i = 0; i < fnArray.length; i++) sheet.draw(fnArray[i] ?? 0, argsArray[i] ?? []);
  return { width: viewport.width, height: viewport.height, ...sheet.printed };
}

class Sheet {
  readonly printed = { glyphs: [] as Glyph[], hidden: [] as Glyph[], turned: [] as Glyph[] };
  #state: State;
  readonly #kept: State[] = [];
  readonly #seen = new Map<string, { x: number; y: number }>();
  /** The line of the last glyph: a space at the end of a line says nothing about the next. */
  #lastY = 0;
  #text: Matrix = IDENTITY;
  #x = 0;
  #lineX = 0;
  #lineY = 0;
  #spaced = false;

  constructor(
    readonly fontOf: (name: string) => Font | null,
    readonly base: Matrix,
  ) {
    const font = { unit: 0.001, bold: false, italic: false };
    this.#state = {
      matrix: base,
      font,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
  }

  // biome-ignore lint/suspicious/noExplicitAny: the arguments differ by operator.
  draw(operator: number, args: any): void {
    const state = this.#state;
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        this.#kept.push({ ...state });
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        this.#state = this.#kept.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = times(state.matrix, args);
        break;
      case OPS.paintFormXObjectBegin:
        this.#kept.push({ ...state });
        if (args[0]) state.matrix = times(state.matrix, args[0]);
        break;
      case OPS.beginAnnotation:
        this.#kept.push({ ...state });
        state.matrix = times(times(this.base, args[2] ?? IDENTITY), args[3] ?? IDENTITY);
        break;
      case OPS.beginText:
        this.#startAt(IDENTITY);
        break;
      case OPS.setTextMatrix:
        this.#startAt(times(IDENTITY, args[0]));
        break;
      case OPS.moveText:
        this.#move(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -args[1];
        this.#move(args[0], args[1]);
        break;
      case OPS.nextLine:
        this.#move(0, -state.leading);
        break;
      case OPS.setFont:
        this.#setFont(args[0], args[1]);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0]) if (key === "Font") this.#setFont(value[0], value[1]);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        break;
      case OPS.setLeading:
        state.leading = args[0];
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        break;
      case OPS.showText:
        this.#show(args[0]);
        break;
    }
  }

  #startAt(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#lineX = this.#lineY = 0;
  }

  #move(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#lineY += y;
  }

  #setFont(name: string, size: number): void {
    const font = this.fontOf(name);
    const style = font?.name ?? "";
    this.#state.font = {
      unit: font?.fontMatrix?.[0] ?? 0.001,
      bold: font?.bold === true || font?.black === true || /bold|black|heavy|[-,]semi|demi/i.test(style),
      italic: font?.italic === true || /italic|oblique/i.test(style),
    };
    this.#state.size = size;
  }

  #show(shown: readonly (ShownGlyph | number | null)[]): void {
    const state = this.#state;
    const toPage = times(state.matrix, this.#text);
    const size = Math.hypot(toPage[2], toPage[3]) * Math.abs(state.size);
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        this.#x -= (glyph / 1000) * state.size * state.scale;
        continue;
      }
      const advance = glyph.width * state.font.unit * state.size;
      const start = this.#x;
      this.#x += (advance + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale;
      const text = charactersOf(glyph.unicode);
      if (text.trim() === "") {
        this.#spaced ||= text !== "";
        continue;
      }
      const x = toPage[0] * start + toPage[2] * (this.#lineY + state.rise) + toPage[4];
      const y = toPage[1] * start + toPage[3] * (this.#lineY + state.rise) + toPage[5];
      const along = { x: toPage[0] * advance * state.scale, y: toPage[1] * advance * state.scale };
      const spaced = this.#spaced && Math.abs(y - this.#lastY) < 0.5 * size;
      this.#print({ text, x, end: x + along.x, y, size, ...style(state), spaced }, along);
      this.#spaced = false;
      this.#lastY = y;
    }
  }

  #print(glyph: Glyph, along: { x: number; y: number }): void {
    if (!(glyph.size > 0.5) || !Number.isFinite(glyph.x + glyph.y + glyph.end)) return;
    if (this.#isPrintedTwice(glyph)) return;
    if (Math.abs(along.y) > Math.abs(along.x) * 0.1 || along.x < 0) {
      // Turned: the page is turned with it, so that it too reads from left to right.
      const length = Math.hypot(along.x, along.y);
      const [right, down] = [along.x / length, along.y / length];
      const x = glyph.x * right + glyph.y * down;
      this.printed.turned.push({ ...glyph, x, end: x + length, y: glyph.y * right - glyph.x * down });
    } else this.printed[this.#state.mode === INVISIBLE ? "hidden" : "glyphs"].push(glyph);
  }

  /** Bold and shadow are sometimes made by printing the same letter again, a hair further on. */
  #isPrintedTwice({ text, x, y, size }: Glyph): boolean {
    const near = 0.08 * size;
    const [column, row] = [Math.floor(x / near), Math.floor(y / near)];
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) {
        const other = this.#seen.get(`${text} ${size.toFixed(1)} ${column + dx} ${row + dy}`);
        if (other && Math.abs(other.x - x) < near && Math.abs(other.y - y) < near) return true;
      }
    this.#seen.set(`${text} ${size.toFixed(1)} ${column} ${row}`, { x, y });
    return false;
  }
}

const style = ({ font: { bold, italic } }: State) => ({ bold, italic });

/** Ligatures as their letters; the bullets of symbol fonts, which have no character of their own, as a bullet. */
const charactersOf = (unicode: string): string =>
  unicode
    .replace(/[\ufb00-\ufb06\u0132\u0133\u2000-\u200a\u202f\u205f\u3000\u00a0]/g, (sign) => sign.normalize("NFKC"))
    .replace(/[\ue000-\uf8ff]/g, "•")
    .replace(/[\u200b-\u200f\u2060\ufeff\ufffe\uffff]|[^\P{Cc}\t]/gu, "");
