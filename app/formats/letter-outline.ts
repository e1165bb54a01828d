/**
 * The outline of a progress letter: a heading for each commitment, what the register has of it between brackets, and
 * room for the answer. The check before sending reads it back: `app/domain/reading/draft-outline.ts`.
 */
import { dayInWords, type IsoDay } from "#app/domain/calendar.ts";
import { kindInWords } from "#app/domain/item-words.ts";
import { byTopic, type PreparedCommitment, type PreparedItem } from "#app/domain/letter-preparation.ts";
import { askedInWords, BECAUSE_WORDS, promisedInWords, reportInWords } from "#app/domain/letter-preparation-words.ts";
import { commitmentHeading, registerLine } from "#app/domain/reading/draft-outline.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import type { Block, PaperDocument } from "./document.ts";

export interface Outline {
  dossier: string;
  today: IsoDay;
  sentOn: IsoDay;
  /** Published ones: a draft has no number to be recognised by. */
  commitments: readonly PreparedCommitment[];
  items: readonly PreparedItem[];
  /** Of the letter that spoke of the items. */
  previous: IsoDay | null;
}

const HOW =
  "Schrijf onder elk kopje uw antwoord en laat het nummer staan: daaraan ziet ‘Concept nagaan’ waar het bij hoort. Haal de grijze regels tussen haken weg voordat de brief weggaat.";

export function letterOutline({ dossier, today, sentOn, commitments, items, previous }: Outline): PaperDocument {
  const shown = commitments.filter(({ number }) => number !== null);
  const chapters = byTopic(shown).flatMap(({ topic, rows }): Block[] => [
    { kind: "heading", level: 2, text: topic ?? "Overige onderwerpen" },
    ...rows.flatMap((one) => answered(one, today, sentOn)),
  ]);
  const followed: Block[] =
    items.length === 0 || previous === null
      ? []
      : [
          { kind: "heading", level: 2, text: `Waar de brief van ${dayInWords(previous)} over sprak` },
          ...items.flatMap(({ itemKind, number, title, text }): Block[] => [
            { kind: "heading", level: 3, text: `${kindInWords(itemKind)} ${number}: ${title}` },
            aside(text),
            ROOM,
          ]),
        ];
  return {
    title: `Voortgangsbrief ${dossier}`,
    lead: registerLine(`opzet van ${dayInWords(today)} voor een brief van ${dayInWords(sentOn)}. ${HOW}`),
    blocks: [...chapters, ...followed],
  };
}

/** An empty line for the answer. */
const ROOM: Block = { kind: "paragraph", words: [] };
const aside = (words: string): Block => ({ kind: "paragraph", words: [registerLine(words)], aside: true });

function answered(one: PreparedCommitment, today: IsoDay, sentOn: IsoDay): Block[] {
  const { number, title, because, standing, lastReport } = one;
  return [
    { kind: "heading", level: 3, text: commitmentHeading(number ?? "", title) },
    // In one piece, so that it is taken away with one stroke.
    aside(
      [
        promisedInWords(one),
        `Termijn: ${deadlineInWords(standing.deadline)}; ${BECAUSE_WORDS[because]}.`,
        ...askedInWords(one, today, sentOn),
        lastReport ? `Het laatst gemeld: ${reportInWords(lastReport)}.` : "Nog niets over gemeld.",
        ...(lastReport?.text ? [`“${shortened(lastReport.text)}”`] : []),
      ].join(" "),
    ),
    ROOM,
  ];
}

const LONGEST_QUOTE = 600;
const shortened = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
