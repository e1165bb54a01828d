/** What the next progress letter of a dossier has to answer. Pure: the open commitments and the days go in. */
import { addDays, type IsoDay } from "./calendar.ts";
import type { Claim, ItemKind, Rest } from "./events.ts";
import type { DraftCommitment } from "./reading/draft-check.ts";
import { type Forgotten, forgottenIn } from "./reading/draft-silence.ts";
import { type DossierContext, expectedLetter } from "./rhythm.ts";

/** The day for which a letter is prepared: the expected one, or today once that has passed or where none is known. */
export function letterDay(context: DossierContext, today: IsoDay): IsoDay {
  const expected = expectedLetter(context, today);
  return expected && expected.day > today ? expected.day : today;
}

/** When the letter after one that is sent on a day is expected; null where no rhythm tells. */
export const letterAfter = (context: DossierContext, sentOn: IsoDay): IsoDay | null =>
  expectedLetter(
    { ...context, progressLetters: [...context.progressLetters, { id: "", day: sentOn, reviewClosed: false }] },
    sentOn,
  )?.day ?? null;

/**
 * Why a letter answers a commitment. `promised`: it was promised for the next progress letter. `unreviewed`: for an
 * earlier one, in which nobody has looked yet. `late`: it is late today. `shifted`: the Kamer was told a later term, and
 * that is this letter or ends no later. `due`: so does the first term. `after`: the term ends before the letter after it.
 * `optional`: no term was said.
 */
export type AskedBecause = "promised" | "unreviewed" | "late" | "shifted" | "due" | "after" | "optional";

/** In the order in which an officer has to think of them. */
export const ASKED_ORDER: readonly AskedBecause[] = [
  "promised",
  "late",
  "shifted",
  "due",
  "unreviewed",
  "after",
  "optional",
];

export interface Asked {
  commitmentId: string;
  because: AskedBecause;
}

/** What a letter said of a commitment last, or a list of the ministry. */
export interface LastReport {
  on: IsoDay;
  claim: Claim;
  rest: Rest["kind"];
  /** Null where it stands in a list. */
  letter: { id: string; date: IsoDay } | null;
  anchor: string | null;
  place: string | null;
  /** What stands there, where the register has the text. */
  text: string | null;
  note: string | null;
}

/** A commitment of the own ministry with what the officer who writes the answer needs beside it. */
export interface PreparedCommitment extends DraftCommitment {
  because: AskedBecause;
  quote: string | null;
  /** Names, members with their group of that day. */
  to: string[];
  /** Where it was promised: `commissiedebat van 2 december 2010`, the paper, and the id where it has a public page. */
  origin: { kind: "debate" | "letter"; id: string | null; words: string; paper: string | null };
  lastReport: LastReport | null;
}

/** What the previous letter spoke of beside promises. */
export interface PreparedItem {
  id: string;
  number: string;
  itemKind: ItemKind;
  title: string;
  text: string;
  topic: string | null;
}

/** Answered by the letter unless somebody leaves it out; one without a term only if somebody takes it in. */
export const isAskedFor = ({ because }: Pick<Asked, "because">): boolean => because !== "optional";

/**
 * What a letter has to answer, by the rule of the check before sending: what is asked here is what that check misses in a
 * letter that is silent on it. After those what is due before the letter after it, and what has no term.
 *
 * @param open as they stand on the day of sending
 * @param days `next` is the day of the letter after it, if known
 */
export function askedFor(
  open: readonly DraftCommitment[],
  dossierId: string,
  days: { today: IsoDay; sentOn: IsoDay; next: IsoDay | null },
): Asked[] {
  const { today, sentOn, next } = days;
  const byId = new Map(open.map((one) => [one.id, one]));
  const now = forgottenIn(open, dossierId, new Set(), sentOn);
  const taken = new Set(now.map(({ commitmentId }) => commitmentId));
  const before = next === null ? [] : forgottenIn(open, dossierId, taken, addDays(next, -1));
  const soon = before.filter(({ because }) => because === "due");
  const named = new Set([...taken, ...soon.map(({ commitmentId }) => commitmentId)]);
  const because = ({ commitmentId, because: why }: Forgotten): AskedBecause => {
    const standing = byId.get(commitmentId)?.standing;
    const isShifted = standing !== undefined && standing.postponements > 0;
    if (why === "unreviewed") return "unreviewed";
    if (why === "next_letter") return isShifted ? "shifted" : "promised";
    if (standing?.lateFrom && standing.lateFrom <= today) return "late";
    return isShifted ? "shifted" : "due";
  };
  return [
    ...now.map((one) => ({ commitmentId: one.commitmentId, because: because(one) })),
    ...soon.map(({ commitmentId }) => ({ commitmentId, because: "after" as const })),
    ...open
      .filter((one) => one.dossierId === dossierId && one.madeOn < sentOn && !named.has(one.id) && isOptional(one))
      .map(({ id }) => ({ commitmentId: id, because: "optional" as const })),
  ].sort((a, b) => ASKED_ORDER.indexOf(a.because) - ASKED_ORDER.indexOf(b.because));
}

/** In chapters by topic, what has none at the end; within a chapter as they came. */
export function byTopic<T extends { topic: string | null }>(rows: readonly T[]): { topic: string | null; rows: T[] }[] {
  const topics = [...new Set(rows.map(({ topic }) => topic))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, "nl"),
  );
  return topics.map((topic) => ({ topic, rows: rows.filter((row) => row.topic === topic) }));
}

const isOptional = ({ standing }: DraftCommitment): boolean =>
  standing.withoutTerm &&
  standing.countsAsOpen &&
  !standing.recurring &&
  !standing.awaitingJudgement &&
  standing.frozenOn === null;
