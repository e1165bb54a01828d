/**
 * One annex against an earlier one: each commitment that stands otherwise, once, with why. The reasons are the events
 * that one side has and the other has not; where no event of the commitment explains it, what the calendar and the
 * letters of its dossier did to its standing.
 */
import { type AnnexRow, isDone, type Named, progressLetter, where } from "./annex.ts";
import { dayInWords, type IsoDay } from "./calendar.ts";
import { compare } from "./comparison.ts";
import { awaitsRecess } from "./deadline.ts";
import { eventSentence } from "./event-sentence.ts";
import type { CommitmentEvent } from "./events.ts";
import type { Succession } from "./standing.ts";
import { deadlineInWords } from "./standing-words.ts";

/** In the order in which a reader asks. */
export const DIFFERENCES = {
  new: "Nieuw",
  settled: "Afgerond",
  shifted: "Verschoven termijn",
  gone: "Verdwenen",
  again: "Weer in behandeling",
  otherwise: "Anders veranderd",
} as const;
type DifferenceKind = keyof typeof DIFFERENCES;

/** `before` is null for what is new, `after` for what is gone. */
export interface Difference {
  kind: DifferenceKind;
  before: AnnexRow | null;
  after: AnnexRow | null;
  /** Sentences, at least one. */
  why: string[];
}

/** Where a commitment is that stands in one of the annexes only. */
export type Elsewhere =
  | { kind: "ministry"; row: AnnexRow }
  | { kind: "withdrawn"; on: IsoDay; reason: string }
  /** Made after the cut-off date, by what is known now. */
  | { kind: "later"; madeOn: IsoDay }
  | { kind: "nowhere" };

export interface ComparisonContext {
  /** The cut-off date of the earlier annex. */
  since: IsoDay;
  named: Named;
  ministries: ReadonlyMap<string, string>;
  successions: readonly Succession[];
  /** Of the rows that stand in one annex only, where they are in the other register. */
  elsewhere: ReadonlyMap<string, Elsewhere>;
}

/** Every row that stands in one annex only or otherwise in the other, in the order of the later annex. */
export function annexDifferences(
  before: readonly AnnexRow[],
  after: readonly AnnexRow[],
  context: ComparisonContext,
): Difference[] {
  const { came, went, shifted } = compare(before, after);
  const isShifted = new Set(shifted.map((change) => change.after?.id));
  const then = new Map(before.map((row) => [row.id, row]));
  const changed = after.flatMap((row): Difference[] => {
    const earlier = then.get(row.id);
    if (!earlier || !differs(earlier, row)) return [];
    const settled = isDone(row.standing);
    const kind =
      settled !== isDone(earlier.standing)
        ? settled
          ? "settled"
          : "again"
        : isShifted.has(row.id)
          ? "shifted"
          : "otherwise";
    return [{ kind, before: earlier, after: row, why: whyChanged(earlier, row, context) }];
  });
  const one = (kind: "new" | "gone", row: AnnexRow | null, why: string[]): Difference[] =>
    row === null ? [] : [{ kind, before: kind === "gone" ? row : null, after: kind === "new" ? row : null, why }];
  return [
    ...came.flatMap(({ after: row }) => one("new", row, row ? whyNew(row, context) : [])),
    ...changed,
    ...went.flatMap(({ before: row }) => one("gone", row, row ? whyGone(row, context) : [])),
  ];
}

/** What a reader of both sees: another text, or another table. */
const differs = (a: AnnexRow, b: AnnexRow): boolean =>
  a.description !== b.description ||
  a.place !== b.place ||
  a.stand !== b.stand ||
  isDone(a.standing) !== isDone(b.standing);

function whyNew(row: AnnexRow, context: ComparisonContext): string[] {
  const other = context.elsewhere.get(row.id);
  if (other?.kind === "ministry") return whyMoved(other.row, row, "from", context);
  const registered = row.told.find(({ kind }) => kind === "registered");
  const published = row.told.find(({ kind }) => kind === "published");
  const made = registered ? `Toegezegd op ${dayInWords(registered.effectiveOn)}` : "Toegezegd";
  if (registered && registered.effectiveOn > context.since) return [`${made}.`];
  return [`${made}; in het register gepubliceerd${published ? ` op ${dayInWords(published.effectiveOn)}` : ""}.`];
}

function whyGone(row: AnnexRow, context: ComparisonContext): string[] {
  const other = context.elsewhere.get(row.id);
  switch (other?.kind) {
    case "ministry":
      return whyMoved(row, other.row, "to", context);
    case "withdrawn":
      return [`Ingetrokken op ${dayInWords(other.on)}: ${other.reason.trim().replace(/\.$/, "")}.`];
    case "later":
      return [`Gecorrigeerd: de toezegging is gedaan op ${dayInWords(other.madeOn)}, na de peildatum.`];
    default:
      return ["Uit het register gehaald."];
  }
}

/** Another ministry answers for it: handed over, its work went there, or the register was wrong. */
function whyMoved(before: AnnexRow, after: AnnexRow, seen: "from" | "to", context: ComparisonContext): string[] {
  const { ministries, successions } = context;
  const nameOf = (id: string) => ministries.get(id) ?? "een ander ministerie";
  const [from, to] = [nameOf(before.standing.ministryId), nameOf(after.standing.ministryId)];
  const accepted = freshEvents(before, after).findLast(({ kind }) => kind === "accepted");
  const what = seen === "from" ? `Overgenomen van: ${from}` : `Overgedragen aan: ${to}`;
  if (accepted) return [`${what}. Aanvaard op ${dayInWords(accepted.effectiveOn)}.`];
  const succession = successions.find(
    ({ ministryId, on }) => ministryId === before.standing.ministryId && on <= after.standing.asOf,
  );
  if (succession) return [`${what}. Het werk ging over op ${dayInWords(succession.on)}.`];
  return [`${what}. ${lines(before, after, context).join(" ")}`.trim()];
}

function whyChanged(before: AnnexRow, after: AnnexRow, context: ComparisonContext): string[] {
  const found = [...lines(before, after, context), ...derived(before, after, context)];
  if (found.length > 0) return found;
  if (before.description !== after.description || before.place !== after.place)
    return ["De omschrijving of de vindplaats is verbeterd."];
  return ["Volgt uit de kalender of uit een andere brief van het dossier."];
}

/** What changes how a commitment stands. Only a deadline that the Kamer was told, or the first, reaches this list. */
const TELLING = ["registered", "deadline_set", "reported", "judged", "lapsed", "reopened", "accepted"];

const same = (a: CommitmentEvent, b: CommitmentEvent): boolean =>
  a.effectiveOn === b.effectiveOn && JSON.stringify(a.payload) === JSON.stringify(b.payload);

const freshEvents = ({ told: before }: AnnexRow, { told: after }: AnnexRow): CommitmentEvent[] =>
  after.filter(({ id }) => !before.some((event) => event.id === id));

/** The events that one side has and the other has not, or otherwise. */
function lines(before: AnnexRow, after: AnnexRow, { named }: ComparisonContext): string[] {
  const then = new Map(before.told.map((event) => [event.id, event]));
  const now = new Set(after.told.map(({ id }) => id));
  const isTelling = ({ kind }: CommitmentEvent) => TELLING.includes(kind);
  const lost = before.told.filter((event) => isTelling(event) && !now.has(event.id));
  return [
    ...lost.map((event) => `Ingetrokken: ${inWords(event, before, named)}`),
    ...after.told.filter(isTelling).flatMap((event) => {
      const earlier = then.get(event.id);
      if (!earlier) return [inWords(event, after, named)];
      return same(earlier, event) ? [] : [`Gecorrigeerd: ${inWords(event, after, named)}`];
    }),
  ];
}

/** The sentence of an event, with the letter in which it was said or else its day. */
function inWords(event: CommitmentEvent, { told }: AnnexRow, named: Named): string {
  const first = told.find(({ kind }) => kind === "deadline_set");
  const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
  const sentence = eventSentence(event, {
    isOriginal: event.id === first?.id,
    other: rest?.kind === "successor" ? (named.numbers.get(rest.commitmentId) ?? null) : null,
  });
  const isInLetter = (event.kind === "reported" || event.kind === "deadline_set") && event.payload.passage !== null;
  return isInLetter
    ? `${sentence} Zie ${where(event, named)}.`
    : `${sentence} Dat was op ${dayInWords(event.effectiveOn)}.`;
}

/** What a deadline that passed, a letter or the calendar did. */
function derived(
  { standing: before }: AnnexRow,
  { standing: after }: AnnexRow,
  { named }: ComparisonContext,
): string[] {
  const found: string[] = [];
  if (!before.late && after.late && after.dueOn)
    found.push(
      after.lateBecause === "letter"
        ? `Te laat geworden: niet teruggekomen in ${progressLetter(after.missedLetterId, named)}.`
        : `Te laat geworden: de termijn liep af op ${dayInWords(after.dueOn)}.`,
    );
  if (after.unreviewedLetterId && after.unreviewedLetterId !== before.unreviewedLetterId)
    found.push(`Er kwam een antwoord dat nog niet is nagegaan: ${progressLetter(after.unreviewedLetterId, named)}.`);
  if (before.unreviewedLetterId && !after.unreviewedLetterId)
    found.push(`Nagegaan: ${progressLetter(before.unreviewedLetterId, named)}.`);
  if (after.expectedOn && after.expectedOn !== before.expectedOn)
    found.push(`De volgende voortgangsbrief is nu verwacht op ${dayInWords(after.expectedOn)}.`);
  if (awaitsRecess(before.deadline) && !awaitsRecess(after.deadline))
    found.push(`De dag die uit de woorden volgt, is bekend geworden: ${deadlineInWords(after.deadline)}.`);
  if (after.frozenOn && !before.frozenOn)
    found.push(`Het dossier is na ${dayInWords(after.frozenOn)} niet meer bijgehouden.`);
  return found;
}
