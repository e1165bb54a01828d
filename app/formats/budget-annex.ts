/** The annex to a budget as a document and as a workbook: the same rows in the same words as the page. */
import { ANNEX_COLUMNS, ANNEX_TABLES, type AnnexRow } from "#app/domain/annex.ts";
import type { Difference } from "#app/domain/annex-comparison.ts";
import {
  type AnnexQuestion,
  annexLead,
  annexRules,
  annexTitle,
  differencesInWords,
  groupsOf,
} from "#app/domain/annex-words.ts";
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { isInventedNotice } from "#app/domain/commitment.ts";
import type { Block, PaperDocument } from "./document.ts";
import type { Sheet } from "./workbook.ts";

export interface PrintedAnnex {
  ministry: string;
  inHand: readonly AnnexRow[];
  done: readonly AnnexRow[];
  differences: readonly Difference[] | null;
}

const WIDTHS = [5, 4, 5];

export function annexDocument(annex: PrintedAnnex, question: AnnexQuestion): PaperDocument {
  return {
    title: annexTitle(question),
    lead: annexLead(question, annex.ministry),
    blocks: [
      ...(isInvented(annex) ? [paragraph(isInventedNotice)] : []),
      paragraph(annexRules(question)),
      ...tableOf(ANNEX_TABLES.inHand, annex.inHand),
      ...tableOf(ANNEX_TABLES.done, annex.done),
      ...(question.since && annex.differences
        ? differenceBlocks(annex.differences, question.since, question.cutOff)
        : []),
    ],
  };
}

/** Whether a row of it is made up for a demonstration. */
export const isInvented = ({ inHand, done, differences }: PrintedAnnex): boolean =>
  [...inHand, ...done, ...(differences ?? []).flatMap(({ before }) => before ?? [])].some((row) => row.isInvented);

const paragraph = (text: string): Block => ({ kind: "paragraph", words: [text] });

const cells = ({ description, place, stand }: AnnexRow): string[] => [description, place, stand];

function tableOf(heading: string, rows: readonly AnnexRow[]): Block[] {
  const title: Block = { kind: "heading", level: 2, text: `${heading} (${rows.length})` };
  if (rows.length === 0) return [title, paragraph("Geen toezeggingen.")];
  return [
    title,
    {
      kind: "table",
      caption: `Toezeggingen: ${heading.toLowerCase()}`,
      columns: ANNEX_COLUMNS.map((name, at) => ({ heading: name, width: WIDTHS[at] ?? 1 })),
      rows: rows.map((row) => cells(row).map((text) => [text])),
    },
  ];
}

const NOT_THERE = "Niet in de bijlage";

/** What each side says of one difference, and why. */
const differenceCells = ({ before, after, why }: Difference): string[][] => [
  [(after ?? before)?.description ?? ""],
  [before?.stand ?? NOT_THERE],
  [after?.stand ?? NOT_THERE],
  why,
];

const differenceColumns = (since: IsoDay, cutOff: IsoDay): string[] => [
  "Omschrijving",
  `Stand op ${dayInWords(since)}`,
  `Stand op ${dayInWords(cutOff)}`,
  "Waarom",
];

const differenceBlocks = (differences: readonly Difference[], since: IsoDay, cutOff: IsoDay): Block[] => [
  { kind: "heading", level: 2, text: `Verschillen met ${dayInWords(since)}` },
  paragraph(differencesInWords(differences)),
  ...groupsOf(differences).flatMap(({ heading, rows }): Block[] => [
    { kind: "heading", level: 3, text: `${heading} (${rows.length})` },
    {
      kind: "table",
      caption: `Verschillen: ${heading.toLowerCase()}`,
      columns: differenceColumns(since, cutOff).map((name) => ({ heading: name, width: 1 })),
      rows: rows.map(differenceCells),
    },
  ]),
];

/** A sheet for each table, with its three columns and nothing else; what it is of stands on a sheet of its own. */
export function annexSheets(annex: PrintedAnnex, question: AnnexQuestion): Sheet[] {
  const table = (name: string, rows: readonly AnnexRow[]): Sheet => ({
    name,
    columns: ANNEX_COLUMNS.map((heading) => ({ heading, width: 60 })),
    rows: rows.map(cells),
  });
  const { since, cutOff } = question;
  return [
    table(ANNEX_TABLES.inHand, annex.inHand),
    table(ANNEX_TABLES.done, annex.done),
    ...(since && annex.differences
      ? [
          {
            name: "Verschillen",
            columns: ["Verschil", ...differenceColumns(since, cutOff)].map((heading, at) => ({
              heading,
              width: at === 0 ? 20 : 50,
            })),
            rows: groupsOf(annex.differences).flatMap(({ heading, rows }) =>
              rows.map((row) => [heading, ...differenceCells(row).map((text) => text.join("\n"))]),
            ),
          },
        ]
      : []),
    {
      name: "Toelichting",
      columns: [{ heading: annexTitle(question), width: 100 }],
      rows: [
        [annexLead(question, annex.ministry)],
        [annexRules(question)],
        ...(isInvented(annex) ? [[isInventedNotice]] : []),
        ...(annex.differences ? [[differencesInWords(annex.differences)]] : []),
      ],
    },
  ];
}
