/** How a letter is printed as a whole: its letters, the distance of its lines, and where its lines end. */
import { bodySize, linePitch, type PrintedLine } from "./pdf-lines.ts";

export interface Print {
  body: number;
  pitch: number;
  isBold: boolean;
  isItalic: boolean;
  /** Most lines end at the same place. */
  isJustified: boolean;
  rightOf(line: PrintedLine): number;
  /** Whether the first word of the next line would not have fitted behind this one. */
  isFull(line: PrintedLine, next: PrintedLine): boolean;
  /** Whether more white stands between two lines of a column than between lines of one paragraph. */
  isApart(last: PrintedLine, line: PrintedLine): boolean;
}

export function printOf(lines: readonly PrintedLine[]): Print {
  const body = bodySize(lines);
  const pitch = linePitch(lines);
  const ofBody = lines.filter(({ size }) => Math.abs(size - body) < 0.3);
  const share = (has: (line: PrintedLine) => boolean): number => ofBody.filter(has).length / Math.max(1, ofBody.length);
  const rights = rightSides(lines);
  const rightOf = (line: PrintedLine): number => rights.get(line.flow) ?? line.right;
  return {
    body,
    pitch,
    isBold: share(({ bold }) => bold) > 0.5,
    isItalic: share(({ italic }) => italic) > 0.5,
    isJustified: share((line) => line.x1 > rightOf(line) - 1.5) > 0.5,
    rightOf,
    isFull(line, next) {
      const letter = (next.x1 - next.x0) / Math.max(1, next.text.length);
      const word = next.text.split(" ", 1)[0] ?? "";
      return line.x1 + (word.length + 1) * letter > rightOf(line) - 0.25 * line.size;
    },
    isApart: (last, line) =>
      last.flow === line.flow && line.y - last.y > (pitch + 0.25) * Math.max(last.size, line.size, 1),
  };
}

/** Where the lines of each flow end. One of a few lines ends where a longer one with the same left side does. */
function rightSides(lines: readonly PrintedLine[]): Map<number, number> {
  const flows = new Map<number, { left: number; right: number; lines: number }>();
  for (const { flow, left, right } of lines) {
    const known = flows.get(flow);
    if (known) known.lines += 1;
    else flows.set(flow, { left, right, lines: 1 });
  }
  const long = [...flows.values()].filter((flow) => flow.lines >= 4);
  return new Map(
    [...flows].map(([flow, own]) => {
      if (own.lines >= 4) return [flow, own.right];
      const like = long.filter(({ left, right }) => Math.abs(left - own.left) < 6 && right >= own.right - 2);
      return [flow, like.length > 0 ? Math.min(...like.map(({ right }) => right)) : own.right];
    }),
  );
}
