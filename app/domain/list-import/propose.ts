/**
 * From a row of a list to what would become of it. Pure: the register as it stands goes in with the row. What a row may
 * not do is refused with a sentence; what only looks odd is remarked on.
 */
import { dayInWords, type IsoDay } from "../calendar.ts";
import { CHAMBER_WORDS } from "../commitment.ts";
import type { Deadline } from "../deadline.ts";
import { sameName, splitBrackets } from "../names.ts";
import type { Recess } from "../recess.ts";
import type { State } from "../standing.ts";
import { compared, type FieldSides } from "./comparison.ts";
import { type ListedTerm, listedTerm } from "./listed-deadline.ts";
import { addresseesIn, inOneOrder, isLetterOrigin, memberWords, ministryKey } from "./listed-names.ts";
import { type ListedRow, promisedIn } from "./listed-row.ts";
import { statusOutcome } from "./listed-status.ts";
import type { Accepted, ListedOrigin, Proposal } from "./proposal.ts";

/** The commitment that a row is, as it stands today, in the words in which a list is compared with it. */
export interface Held {
  id: string;
  number: string | null;
  madeOn: IsoDay;
  chamber: "TK" | "EK";
  dossier: string;
  title: string;
  text: string;
  office: string;
  to: string;
  topic: string;
  state: State;
  /** Of another ministry, on which this one's list has nothing to say. */
  isForeign: boolean;
}

/** What a row is compared with. */
export interface Surroundings {
  ministry: string;
  /** The day on which the list was brought in: of a status without a day of its own. */
  importedOn: IsoDay;
  recesses: readonly Recess[];
  /** By register number or by commitment. */
  heldUnder: (number: string) => Held | null;
  heldAs: (commitmentId: string) => Held | null;
  earlier: (key: string) => { commitmentId: string; listed: ListedRow } | null;
  /** The office with that name: of this ministry, of another one, or of none yet. */
  officeOf: (name: string) => "own" | "foreign" | "unknown";
  holderIsKnown: (office: string, name: string) => boolean;
  dossierOf: (name: string) => "own" | "foreign" | "unknown";
  topicIsKnown: (dossier: string, topic: string) => boolean;
  /** Members and groups with that name: none is new, more than one is not clear. */
  meant: (member: { name: string; groupName: string | null }, chamber: "TK" | "EK") => string[];
  committeeIsKnown: (name: string, chamber: "TK" | "EK") => boolean;
  originOf: (row: ListedRow) => ListedOrigin | { refusal: string };
  /** The letter that a list calls the one that settled it, where the register has it. */
  letterNamed: (words: string, chamber: "TK" | "EK") => { id: string; day: IsoDay } | null;
}

/** The row by the number of the register or the ministry's own; else by what it says, which then must not change. */
export const keyOf = (row: ListedRow): string =>
  row.key
    ? `kenmerk:${row.key.toLowerCase()}`
    : row.number
      ? `nummer:${row.number}`
      : `inhoud:${row.chamber}:${row.madeOn}:${promisedIn(row).title.toLowerCase()}`;

export function propose(row: ListedRow, around: Surroundings): Proposal {
  const key = keyOf(row);
  const earlier = around.earlier(key);
  const term = listedTerm(row, row.madeOn, row.chamber, around.recesses);
  const held = row.number ? around.heldUnder(row.number) : earlier ? around.heldAs(earlier.commitmentId) : null;
  const refusals = [
    ...foreign(row, held, around),
    ...(held ? unchangeable(row, held, earlier?.listed ?? null) : missing(row, term)),
  ];
  if (row.number && !held) refusals.push(`Toezegging ${row.number} staat niet in dit register.`);
  if (row.number && held && earlier && earlier.commitmentId !== held.id)
    refusals.push(`Kenmerk ${row.key} hoorde de vorige keer bij een andere toezegging dan ${row.number}.`);
  if (earlier && !held && !row.number)
    refusals.push("Deze rij is eerder ingenomen, en daarna is de toezegging in het register weggehaald.");
  const origin = held || refusals.length > 0 ? null : around.originOf(row);
  if (origin && "refusal" in origin) refusals.push(origin.refusal);
  if (refusals.length > 0 || (origin && "refusal" in origin))
    return { outcome: "refused", reasons: refusals, questions: [], title: promisedIn(row).title };
  return accepted(row, term, key, held, earlier?.listed ?? null, origin as ListedOrigin | null, around);
}

function foreign(row: ListedRow, held: Held | null, around: Surroundings): string[] {
  const found: string[] = [];
  if (row.ministry && ministryKey(row.ministry) !== ministryKey(around.ministry))
    found.push(`Deze rij is van ${row.ministry}. U neemt alleen rijen van ${around.ministry} in.`);
  if (held?.isForeign) found.push(`Toezegging ${row.number ?? ""} is van een ander ministerie.`.replace("  ", " "));
  const office = splitBrackets(row.office).before;
  if (office && around.officeOf(office) === "foreign") found.push(`${office} hoort bij een ander ministerie.`);
  if (row.dossier && around.dossierOf(row.dossier) === "foreign")
    found.push(`Het dossier “${row.dossier}” is van een ander ministerie.`);
  for (const member of addresseesIn(row.to).members) {
    const meant = around.meant(member, row.chamber);
    if (meant.length > 1)
      found.push(`Wie is ${member.name}: ${meant.join(" of ")}? Schrijf de fractie erbij, tussen haakjes.`);
  }
  return found;
}

/** What a new commitment cannot do without. */
function missing(row: ListedRow, term: ListedTerm): string[] {
  const found: string[] = [];
  if (row.office === "") found.push("Er staat niet welke bewindspersoon dit toezegde.");
  if (row.dossier === "") found.push("Er staat niet bij welk dossier dit hoort.");
  if (row.deadline.on && row.deadline.on < row.madeOn && term.deadline.latest === row.deadline.on)
    found.push(`De termijndatum ${dayInWords(row.deadline.on)} is van voor de toezegging.`);
  return found;
}

/** What a list does not change of a commitment that is there: it would be another one. */
function unchangeable(row: ListedRow, held: Held, before: ListedRow | null): string[] {
  const found: string[] = [];
  const say = (what: string, there: string) =>
    found.push(
      `${what} is in het register ${there}. Dat verandert niet met een lijst: verbeter het in het register of in uw lijst.`,
    );
  if (row.madeOn !== held.madeOn) say("De datum van de toezegging", dayInWords(held.madeOn));
  if (row.chamber !== held.chamber) say("De Kamer", `de ${CHAMBER_WORDS[held.chamber]}`);
  if (row.dossier && !sameName(row.dossier, held.dossier)) say("Het dossier", `“${held.dossier}”`);
  if (before && row.origin && !sameName(row.origin, before.origin)) say("Het debat of de brief", `“${before.origin}”`);
  return found;
}

function accepted(
  row: ListedRow,
  term: ListedTerm,
  key: string,
  held: Held | null,
  before: ListedRow | null,
  origin: ListedOrigin | null,
  around: Surroundings,
): Accepted {
  const { changes, conflicts } = held
    ? compared(sidesOf(row, held, before, term, around))
    : { changes: [], conflicts: [] };
  const settledBy = row.settledBy ? around.letterNamed(row.settledBy, row.chamber) : null;
  const status = statusOutcome(
    { now: row.status, before: before?.status ?? null },
    held?.state ? heldStatus(held) : null,
  );
  const remarks: string[] = [];
  if (status.kind === "differs")
    conflicts.push({
      field: "status",
      before: held ? wordsOfStatus(held) : "",
      after: row.statusWords,
      why: status.why,
      mayTake: false,
    });
  const on = row.statusOn ?? (around.importedOn > row.madeOn ? around.importedOn : row.madeOn);
  const report =
    status.kind === "report"
      ? {
          claim: status.claim,
          on,
          letterId: settledBy?.id ?? null,
          note: noteOf(row, status.claim, settledBy !== null),
        }
      : null;
  if (report?.claim === "declines")
    remarks.push(
      `In de lijst staat “${row.statusWords}”. Het register legt vast dat het ministerie dit meldt; of de toezegging vervalt, beslist de griffie.`,
    );
  if (report && held) changes.push({ field: "status", before: wordsOfStatus(held), after: row.statusWords });
  if (row.status && !row.statusOn && report)
    remarks.push(`De lijst geeft geen dag bij de status: die geldt vanaf ${dayInWords(on)}.`);
  const outcome = !held ? "new" : conflicts.length > 0 ? "conflict" : changes.length > 0 ? "changed" : "unchanged";
  return {
    outcome,
    key,
    listed: row,
    held: held && { commitmentId: held.id, number: held.number },
    origin,
    changes,
    conflicts,
    term,
    report,
    remarks,
    newNames: !held || changes.length + conflicts.length > 0 ? newNames(row, around) : [],
  };
}

const STATUS = { open: "openstaand", partly_met: "deels voldaan", met: "voldaan", lapsed: "vervallen" } as const;
const wordsOfStatus = ({ state }: Held): string => STATUS[state.status];
const heldStatus = ({ state: { status, awaitingJudgement, recurring } }: Held) => ({
  status,
  awaitingJudgement,
  recurring,
});

function noteOf({ settledBy, statusWords }: ListedRow, claim: string, hasLetter: boolean): string | null {
  const parts = [
    claim === "declines" ? `In de lijst staat: ${statusWords}.` : "",
    settledBy && !hasLetter ? `Brief van afdoening volgens de lijst: ${settledBy}.` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : null;
}

function sidesOf(
  row: ListedRow,
  held: Held,
  before: ListedRow | null,
  term: ListedTerm,
  around: Surroundings,
): FieldSides[] {
  const text = (field: "title" | "text" | "topic"): FieldSides => ({
    field,
    now: row[field],
    held: held[field],
    before: before?.[field] ?? null,
  });
  const termBefore = before && listedTerm(before, before.madeOn, before.chamber, around.recesses);
  const heldTerm: ListedTerm = { deadline: held.state.deadline, planning: held.state.planning };
  return [
    text("title"),
    text("text"),
    text("topic"),
    { field: "office", now: officeWords(row, held), held: held.office, before: before && officeWords(before, held) },
    {
      field: "to",
      now: addresseeWords(row, around),
      held: held.to,
      before: before && addresseeWords(before, around),
    },
    {
      field: "deadline",
      now: isHeld(term, heldTerm) ? "" : termWords(term),
      held: termWords(heldTerm),
      before: termBefore && termWords(isHeld(termBefore, heldTerm) ? heldTerm : termBefore),
    },
  ];
}

const isSame = (a: Deadline, b: Deadline | null): boolean =>
  b !== null && (a.words === b.words || (a.latest !== null && a.latest === b.latest));

/**
 * Whether the register has the term of a list already: as the term itself or, since a list does not show that the Kamer
 * was told, as the ministry's planning beside another term.
 */
const isHeld = (term: ListedTerm, held: ListedTerm): boolean =>
  isSame(term.planning ?? term.deadline, held.planning) ||
  (isSame(term.deadline, held.deadline) && (term.planning === null || isSame(term.planning, held.deadline)));

function termWords({ deadline, planning }: ListedTerm): string {
  if (deadline.words === "") return planning?.words ?? "";
  return planning ? `${deadline.words}; planning: ${planning.words}` : deadline.words;
}

/** To whom, as the register would name them: "Jansen" and "Jansen (ABC)" are the same where only one is called so. */
function addresseeWords(row: ListedRow, around: Surroundings): string {
  const { members } = addresseesIn(row.to);
  return inOneOrder(members.map((member) => around.meant(member, row.chamber)[0] ?? memberWords(member)));
}

/** An office without its holder says nothing of who held it. */
function officeWords({ office }: ListedRow, held: Held): string {
  const isBare = splitBrackets(office).inBrackets === null;
  return isBare && sameName(office, splitBrackets(held.office).before) ? held.office : office;
}

function newNames(row: ListedRow, around: Surroundings): string[] {
  const { members, committee } = addresseesIn(row.to);
  const { before: office, inBrackets: holder } = splitBrackets(row.office);
  const found = members
    .filter((member) => around.meant(member, row.chamber).length === 0)
    .map((member) => `Kamerlid ${memberWords(member)}`);
  if (committee && !around.committeeIsKnown(committee, row.chamber)) found.push(`commissie ${committee}`);
  if (office && around.officeOf(office) === "unknown") found.push(`ambt ${office}`);
  if (holder && !around.holderIsKnown(office, holder)) found.push(`bewindspersoon ${office} (${holder})`);
  if (row.dossier && around.dossierOf(row.dossier) === "unknown") found.push(`dossier ${row.dossier}`);
  if (row.topic && !around.topicIsKnown(row.dossier, row.topic)) found.push(`onderwerp ${row.topic}`);
  return found;
}

/** Why a row without a debate that the register knows cannot be placed; null where a debate can be made of it. */
export const unplaceable = (row: ListedRow): string | null =>
  row.origin === ""
    ? "Er staat niet in welk debat of welke brief dit is toegezegd."
    : isLetterOrigin(row.origin)
      ? `De brief “${row.origin}” van ${dayInWords(row.madeOn)} staat niet in het register. Lees die eerst in.`
      : null;
