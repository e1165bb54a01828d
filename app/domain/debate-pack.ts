/** What a debate pack says in one line: how a commitment stands, and in which order one reads them. */
import { dayInWords, type IsoDay } from "./calendar.ts";
import { daysInWords } from "./commitment.ts";
import type { Standing } from "./standing.ts";
import { standingInWords } from "./standing-words.ts";

/** For whom a pack is: what the committee, the office or the dossier has to do with. */
const PACK_KINDS = { dossier: "dossier", committee: "commissie", office: "ambt" } as const;
type PackKind = keyof typeof PACK_KINDS;

export interface PackFor {
  kind: PackKind;
  /** The slug of a dossier, the id of a committee or an office. */
  id: string;
}

/** `dossier:digitale-loketten`; null for anything else. */
export function packForFrom(text: string): PackFor | null {
  const [word = "", id = ""] = text.split(/:(.*)/s);
  const kind = (Object.keys(PACK_KINDS) as PackKind[]).find((one) => PACK_KINDS[one] === word);
  return kind && id !== "" ? { kind, id } : null;
}

export const packForInUrl = ({ kind, id }: PackFor): string => `${PACK_KINDS[kind]}:${id}`;

/** When it is due, or what it waits for, as short as it can be said. */
export function termInBrief(standing: Standing): string {
  const { deadline, dueOn, expectedOn, frozenOn } = standing;
  if (frozenOn) return `stand per ${dayInWords(frozenOn)}`;
  if (standing.recurring) return "loopt door";
  if (standing.awaitingJudgement) return "wacht op oordeel van de commissie";
  if (standing.late && standing.lateBecause === "letter" && dueOn)
    return `${daysInWords(standing.daysLate)} te laat (niet in brief van ${dayInWords(dueOn)})`;
  if (standing.late && dueOn) return `${daysInWords(standing.daysLate)} te laat (was ${dayInWords(dueOn)})`;
  if (standing.unreviewedLetterId) return "brief is er, nog niet nagegaan";
  if (deadline.words === "") return "zonder termijn";
  if (standing.withoutTerm) return `zonder termijn: “${deadline.words}”`;
  if (deadline.latest) return `uiterlijk ${dayInWords(deadline.latest)}`;
  if (expectedOn) return `volgende voortgangsbrief, verwacht ${dayInWords(expectedOn)}`;
  return `“${deadline.words}”`;
}

/** The same of one that may be settled: `voldaan op 4 maart 2011, vier dagen te laat`. */
export function standingInBrief(standing: Standing): string {
  const { settledOn, status, successorId } = standing;
  if (settledOn) return `${standingInWords(standing)} (${dayInWords(settledOn)})`;
  if (successorId) return `${standingInWords(standing)}, rest gaat verder in een andere`;
  const part = status === "partly_met" ? "deels voldaan, rest " : "";
  return part + termInBrief(standing);
}

/** Late first, the latest of all foremost; then by what comes due first; what nobody follows any more at the end. */
export function byUrgency(a: Standing, b: Standing): number {
  return (
    Number(a.frozenOn !== null) - Number(b.frozenOn !== null) ||
    Number(b.late) - Number(a.late) ||
    b.daysLate - a.daysLate ||
    compareDays(dueDay(a), dueDay(b))
  );
}

const dueDay = ({ dueOn, deadline, expectedOn }: Standing): IsoDay | null => dueOn ?? deadline.latest ?? expectedOn;

const compareDays = (a: IsoDay | null, b: IsoDay | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
