/** A document as a Word file, that opens with its headings as headings and repeats the head of a table on each page. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Cell, PaperDocument, Words } from "./document.ts";

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** In twips (1/20 of a point): A4 with margins of two centimetres. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
const FONT = "Calibri";
const BULLETS = "opsomming";
const ASIDE = "Terzijde";

interface Form {
  /** A table with many columns is read more easily on its side. */
  landscape?: boolean;
}

export async function docx(
  { title, lead, blocks }: PaperDocument,
  { landscape = false }: Form = {},
): Promise<Uint8Array> {
  const across = (landscape ? PAGE.height : PAGE.width) - 2 * PAGE.margin;
  const file = new Document({
    title,
    creator: "Toezeggingenregister",
    lastModifiedBy: "Toezeggingenregister",
    styles: {
      default: { document: { run: { font: FONT, size: 21, language: { value: "nl-NL" } } } },
      paragraphStyles: STYLES,
    },
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [PAGE_LINE] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs([title]) }),
          new Paragraph({ spacing: { after: 200 }, children: runs([lead]) }),
          ...blocks.flatMap((block) => written(block, across)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

const LEVELS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function written(block: Block, across: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: LEVELS[block.level], keepNext: true, children: runs([block.text]) })];
    case "paragraph":
      return [
        new Paragraph({ style: block.aside ? ASIDE : undefined, spacing: { after: 120 }, children: runs(block.words) }),
      ];
    case "list":
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: runs([item]) }),
      );
    case "table":
      return [
        new Paragraph({
          spacing: { before: 120, after: 60 },
          keepNext: true,
          children: [new TextRun({ text: clean(block.caption), bold: true })],
        }),
        tableOf(block, across),
        new Paragraph({ children: [] }),
      ];
  }
}

function tableOf({ columns, rows }: Extract<Block, { kind: "table" }>, across: number): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const columnWidths = columns.map(({ width }) => Math.floor((across * width) / whole));
  const cell = (children: Paragraph[], at: number) =>
    new TableCell({
      children,
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
    });
  const lines = (of: Cell) => (of.length > 0 ? of : [""]).map((words) => new Paragraph({ children: runs([words]) }));
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: across, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) =>
          cell([new Paragraph({ children: [new TextRun({ text: clean(heading), bold: true })] })], at),
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((of, at) => cell(lines(of), at)) })),
    ],
  });
}

const runs = (words: readonly Words[]): (TextRun | ExternalHyperlink)[] =>
  words.map((one) =>
    typeof one === "string"
      ? new TextRun(clean(one))
      : new ExternalHyperlink({
          link: one.href,
          children: [new TextRun({ text: clean(one.text), style: "Hyperlink" })],
        }),
  );

/** XML has no place for control characters; a file that holds one does not open. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ");

const STYLES = [
  {
    id: "Heading1",
    name: "heading 1",
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    run: { size: 34, bold: true },
  },
  {
    id: "Heading2",
    name: "heading 2",
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    run: { size: 26, bold: true },
    paragraph: { spacing: { before: 280, after: 100 } },
  },
  {
    id: "Heading3",
    name: "heading 3",
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    run: { size: 22, bold: true },
    paragraph: { spacing: { before: 200, after: 80 } },
  },
  { id: ASIDE, name: ASIDE, basedOn: "Normal", run: { size: 18, color: "595959" } },
];

const BULLET = {
  level: 0,
  format: LevelFormat.BULLET,
  text: "\u2022",
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 400, hanging: 260 } } },
} as const;

const PAGE_LINE = new Paragraph({
  alignment: AlignmentType.RIGHT,
  children: [new TextRun({ children: [PageNumber.CURRENT, " van ", PageNumber.TOTAL_PAGES], size: 17 })],
});
