/** What others recorded of a commitment while somebody had a form open, beside what that somebody typed. */
import type { Planned } from "./act-reading.ts";
import { type ActSubject, standingOn } from "./act-refusal.ts";
import type { IsoDay } from "./calendar.ts";
import { changesInWords, wordsOf } from "./correction.ts";
import { amendmentsIn } from "./correction-history.ts";
import { type CorrectionNames, nameIn } from "./correction-names.ts";
import type { CommitmentEvent, RegisterEvent } from "./events.ts";
import type { Standing } from "./standing.ts";
import { deadlineInWords, standingInWords } from "./standing-words.ts";

/** One field: what stood there when the form was opened, what the colleague made of it, and what was typed for it; empty: nothing. */
export interface SideBySide {
  label: string;
  was: string;
  now: string;
  yours: string;
}

/** A planned event as if it had been recorded last. */
export const asRecorded = (planned: Planned, { id, history }: ActSubject): CommitmentEvent => ({
  ...planned,
  id: "planned",
  subject: "commitment",
  subjectId: id,
  seq: (history.at(-1)?.seq ?? 0) + 1,
  recordedAt: "",
  recordedBy: "",
});

/**
 * Field by field what changed after `seen`: where the commitment stands, the fields of each event since, and what was
 * corrected.
 * @param planned what was typed, null where it cannot be read yet
 */
export function sideBySide(
  subject: ActSubject,
  seen: number,
  planned: Planned | null,
  names: CorrectionNames,
  today: IsoDay,
): SideBySide[] {
  const before = { ...subject, history: subject.history.filter(({ seq }) => seq <= seen) };
  const after = planned && { ...subject, history: [...subject.history, asRecorded(planned, subject)] };
  const [was, now, yours] = [before, subject, after].map((one) => one && facets(standingOn(one, today), names));
  const standings = Object.entries(now ?? {}).flatMap(([label, words]) =>
    was?.[label] === words ? [] : [{ label, was: was?.[label] ?? "", now: words, yours: yours?.[label] ?? "" }],
  );
  const later = subject.history.filter(({ seq }) => seq > seen);
  const typed = planned ? wordsOf(asRecorded(planned, subject) as RegisterEvent, names) : [];
  const fields = later
    .flatMap((event) => wordsOf(event, names).map((field) => ({ ...field, isSameKind: event.kind === planned?.kind })))
    .map(({ label, words, isSameKind }) => ({
      label,
      was: "",
      now: words,
      yours: (isSameKind && typed.find((field) => field.label === label)?.words) || "",
    }))
    .filter((row) => row.now !== row.yours);
  const corrected = amendmentsIn(subject.history)
    .filter(({ amendment }) => amendment.seq > seen)
    .flatMap(({ before: old, after: fresh }) => (old && fresh ? changesInWords(old, fresh, names) : []))
    .map(({ label, was: old, now: fresh }) => ({ label, was: old, now: fresh, yours: "" }));
  return [...standings, ...fields, ...corrected];
}

/** What a planned event changes today in where a commitment stands. */
export function standingChanges(subject: ActSubject, planned: Planned, names: CorrectionNames, today: IsoDay) {
  const was = facets(standingOn(subject, today), names);
  const after = { ...subject, history: [...subject.history, asRecorded(planned, subject)] };
  return Object.entries(facets(standingOn(after, today), names)).flatMap(([label, now]) =>
    was[label] === now ? [] : [{ label, was: was[label] ?? "", now }],
  );
}

const facets = (standing: Standing | null, names: CorrectionNames): Record<string, string> =>
  standing
    ? {
        Stand: `${standingInWords(standing)}${standing.awaitingJudgement ? ", wacht op oordeel" : ""}`,
        "Termijn die geldt": deadlineInWords(standing.deadline),
        "Planning, niet gemeld": standing.planning ? deadlineInWords(standing.planning) : "geen",
        "De rest": standing.successorId ? "gaat verder in een andere toezegging" : "hoort hierbij",
        Verantwoordelijk: nameIn(names.ministries, standing.ministryId) ?? "",
      }
    : {};
