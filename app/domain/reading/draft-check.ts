/**
 * A draft letter held against the register before it is sent: what it answers, what it only mentions, what it forgets,
 * what it promises anew, and which papers it cites that the register does not know. It proposes and never decides.
 */
import type { IsoDay } from "../calendar.ts";
import { isWithoutTerm } from "../deadline.ts";
import type { Chamber, Recess } from "../recess.ts";
import type { Standing } from "../standing.ts";
import { citations } from "./citation.ts";
import { type Answer, answersIn, type Mention } from "./draft-answers.ts";
import { type DoubtfulCitation, doubtfulCitations } from "./draft-citations.ts";
import { holdsRegisterLine, inOwnWords } from "./draft-outline.ts";
import { type Forgotten, forgottenIn } from "./draft-silence.ts";
import type { Finding, FoundCitation, OpenCommitment, Reading } from "./findings.ts";
import type { PassageRemark } from "./letter-findings.ts";
import type { Passage } from "./letter-text.ts";
import { read } from "./read.ts";

/** An open commitment as it stands on the day on which the letter is sent. */
export interface DraftCommitment extends OpenCommitment {
  /** Null for a commitment that is not published yet. */
  number: string | null;
  dossierId: string;
  standing: Standing;
}

/** A passage of the draft with what the reader sees in it; places are in the text of the passage. */
export interface ReadPassage {
  passage: Passage;
  findings: Finding[];
  /** Those of the text, with their place in it. */
  citations: FoundCitation[];
  /** Those of its footnotes; their places mean nothing here. */
  footnoteCitations: FoundCitation[];
  remarks: Reading["remarks"];
  /** Something of an outline of the register is still in it. */
  holdsRegisterLine: boolean;
}

export interface NewPromise {
  anchor: string;
  finding: Finding;
  /** No day and no event follows from the words, or none were said. */
  lacksDate: boolean;
  /** The last day lies before the day of sending. */
  isPast: boolean;
}

export interface DraftReport {
  sentOn: IsoDay;
  /** Chosen, or else the one that all answered commitments belong to; null where neither says. */
  dossierId: string | null;
  answers: Answer[];
  mentions: Mention[];
  /** Null where the dossier is not known: then nobody can say what the letter forgets. */
  forgotten: Forgotten[] | null;
  promises: NewPromise[];
  citations: DoubtfulCitation[];
  remarks: PassageRemark[];
}

/** Reads one passage of a draft that will be sent on `date`: the writer's own words. A heading promises nothing. */
export function readDraftPassage(
  stored: Passage,
  context: { date: IsoDay; chamber: Chamber; recesses: readonly Recess[] },
): ReadPassage {
  const passage = inOwnWords(stored);
  const isText = passage.kind === "paragraph";
  const reading = isText ? read({ text: passage.text, ...context }) : null;
  return {
    passage,
    findings: reading?.findings ?? [],
    citations: reading?.citations ?? citations(passage.text),
    footnoteCitations: passage.footnotes.flatMap(({ text }) => citations(text)),
    remarks: reading?.remarks ?? [],
    holdsRegisterLine: holdsRegisterLine(stored),
  };
}

/**
 * The report on a draft. `open` are the open commitments that the sender answers for, `papers` what the register knows
 * of papers, as `32500-VI/75`; `dossierId` is the dossier that was chosen, if any.
 */
export function checkDraft(
  read: readonly ReadPassage[],
  register: { open: readonly DraftCommitment[]; papers: ReadonlySet<string> },
  { sentOn, dossierId }: { sentOn: IsoDay; dossierId: string | null },
): DraftReport {
  // What was promised on the day of sending itself is not what this letter answers.
  const open = register.open.filter(({ madeOn }) => madeOn < sentOn);
  const { answers, mentions, unknown } = answersIn(read, open, sentOn);
  const touched = new Set([
    ...answers.map(({ commitmentId }) => commitmentId),
    ...mentions.flatMap(({ matches }) => matches.map(({ commitmentId }) => commitmentId)),
  ]);
  const dossier = dossierId ?? soleDossier(answers, open);
  return {
    sentOn,
    dossierId: dossier,
    answers,
    mentions,
    forgotten: dossier === null ? null : forgottenIn(open, dossier, touched, sentOn),
    promises: promisesIn(read, sentOn),
    citations: read.flatMap((one) => doubtfulCitations(one, register.papers, sentOn)),
    remarks: [
      ...leftOfOutline(read),
      ...unknown.map(({ anchor, finding }) => ({ anchor, quote: finding.quote, why: MET_UNKNOWN })),
      ...read.flatMap(({ passage, remarks }) =>
        remarks.map(({ quote, why }) => ({ anchor: passage.anchor, quote, why })),
      ),
    ],
  };
}

const MET_UNKNOWN =
  "De zin zegt dat een toezegging is nagekomen, en geen toezegging die openstaat past erbij. Noem het nummer of het onderwerp, of kijk of zij al is afgedaan.";

/** Once for all of them: a letter has dozens. */
function leftOfOutline(read: readonly ReadPassage[]): PassageRemark[] {
  const left = read.filter((one) => one.holdsRegisterLine);
  const [first] = left;
  if (!first) return [];
  return [
    {
      anchor: first.passage.anchor,
      quote: "[Uit het register: …]",
      why:
        left.length === 1
          ? "Hier staat nog een regel van de opzet. Die telt niet als uw tekst. Haal hem weg voordat de brief weggaat."
          : `Er staan nog ${left.length} regels van de opzet in de brief. Die tellen niet als uw tekst. Haal ze weg voordat de brief weggaat.`,
    },
  ];
}

/** The dossier of everything that the draft answers, where that is one. */
function soleDossier(answers: readonly Answer[], open: readonly DraftCommitment[]): string | null {
  const answered = new Set(answers.map(({ commitmentId }) => commitmentId));
  const [only, ...others] = new Set(open.filter(({ id }) => answered.has(id)).map((one) => one.dossierId));
  return only !== undefined && others.length === 0 ? only : null;
}

const givesTerm = ({ deadline }: Finding): boolean => deadline !== null && !deadline.past && !isWithoutTerm(deadline);

/** What the draft promises. A sentence that puts off to a new term says when an old promise comes, and makes no new one. */
const promisesIn = (read: readonly ReadPassage[], sentOn: IsoDay): NewPromise[] =>
  read.flatMap(({ passage, findings }) => {
    const delays = new Set(
      findings.filter((finding) => finding.kind === "postpones" && givesTerm(finding)).map(({ start }) => start),
    );
    return findings
      .filter(({ kind, start }) => kind === "new_commitment" && !delays.has(start))
      .map((finding) => ({
        anchor: passage.anchor,
        finding,
        lacksDate: finding.deadline === null || isWithoutTerm(finding.deadline),
        isPast: finding.deadline?.latest != null && finding.deadline.latest < sentOn,
      }));
  });
