/** A reminder as a letter: what a committee asks a ministry about, group by group. */
import { dayInWords } from "#app/domain/calendar.ts";
import { CHAMBER_WORDS, daysInWords, isInventedNotice, STATUS_WORDS } from "#app/domain/commitment.ts";
import {
  groupInWords,
  REMINDER_GROUPS,
  type ReminderEdition,
  type ReminderGroup,
  type ReminderRow,
} from "#app/domain/reminder.ts";
import type { Block, Cell, Column, PaperDocument } from "./document.ts";

const COLUMNS: Record<ReminderGroup, readonly Column[]> = {
  late: [
    { heading: "Toezegging", width: 9 },
    { heading: "Gedaan", width: 7 },
    { heading: "Termijn", width: 6 },
    { heading: "Te laat", width: 6 },
  ],
  coming: [
    { heading: "Toezegging", width: 9 },
    { heading: "Gedaan", width: 7 },
    { heading: "Termijn", width: 6 },
    { heading: "Te verwachten", width: 6 },
  ],
  without_term: [
    { heading: "Toezegging", width: 9 },
    { heading: "Gedaan", width: 7 },
    { heading: "Wat erover is gezegd", width: 6 },
  ],
};

/** @param answerAt the whole address of the page on which the ministry answers */
export function reminderLetter({
  number,
  edition,
  answerAt,
}: {
  number: string;
  edition: ReminderEdition;
  answerAt: string;
}): PaperDocument {
  const { committee, ministry, chamber, asOf, rows } = edition;
  const groups = REMINDER_GROUPS.map((group) => ({ group, of: rows.filter((row) => row.group === group) }));
  return {
    title: `Rappel ${number}`,
    lead: `Aan: ${ministry}. Van: ${committee} (${CHAMBER_WORDS[chamber]}). Stand op ${dayInWords(asOf)}.`,
    blocks: [
      ...(rows.some(({ isInvented }) => isInvented) ? [paragraph(isInventedNotice)] : []),
      paragraph(
        `Hieronder staan de toezeggingen aan de commissie die op ${dayInWords(asOf)} te laat waren, die het komende halve jaar te verwachten zijn, of waarvoor geen termijn is genoemd. De commissie verzoekt u van elk te laten weten of en wanneer zij is of wordt nagekomen.`,
      ),
      {
        kind: "paragraph",
        words: [
          "U kunt per toezegging antwoorden op ",
          { text: answerAt, href: answerAt },
          ". Log daar in met uw account.",
        ],
      },
      ...groups.flatMap(({ group, of }): Block[] => [
        { kind: "heading", level: 2, text: `${groupInWords(group, asOf)} (${of.length})` },
        of.length === 0
          ? paragraph("Geen.")
          : {
              kind: "table",
              caption: captionOf(group, of.length),
              columns: COLUMNS[group],
              rows: of.map((row) => cellsOf(row, group)),
            },
      ]),
    ],
  };
}

const paragraph = (text: string): Block => ({ kind: "paragraph", words: [text] });

const captionOf = (group: ReminderGroup, count: number): string => {
  const many = count === 1 ? "1 toezegging" : `${count} toezeggingen`;
  if (group === "late") return `${many}, langst te laat eerst`;
  return group === "coming" ? `${many}, eerste termijn eerst` : many;
};

function cellsOf(row: ReminderRow, group: ReminderGroup): Cell[] {
  const { title, number, status, office, dossier, origin, to, deadline, due, daysLate, postponed } = row;
  const about = [title, `${number}, ${STATUS_WORDS[status]}`, dossier];
  const made = [origin, office, to.length > 0 ? `aan ${to.join(", ")}` : "aan de Kamer"];
  if (group === "without_term") return [about, made, [deadline]];
  if (group === "coming") return [about, made, [deadline], [due, postponed]];
  return [about, made, [deadline], [daysInWords(daysLate), due, postponed]];
}
