/** What others did to a debate while somebody was typing, told in words; and the form to go on with. */
import { dayInWords, instantInWords, isIsoDay } from "#app/domain/calendar.ts";
import type { Actor } from "#app/domain/permissions.ts";
import {
  type DebateHistory,
  debateAsOf,
  type LoggedDebate,
  lastLogged,
  loggedSince,
  promisedIn,
  thrownAwayDebate,
} from "#db/debates.ts";
import { newId } from "#db/events.ts";
import type { ReferenceLists } from "#db/reference.ts";
import { type DebateInput, isFilled, type Overtaken, type RowInput } from "./debate-fields.ts";
import { memberInWords } from "./debate-input.ts";

type Header = Omit<DebateInput, "id" | "seen" | "rows" | "confirmed">;
type StoredRow = RowInput & { number: string | null };

export const blankRow = (): RowInput => ({
  id: newId(),
  what: "",
  text: "",
  to: "",
  topic: "",
  words: "",
  by: "",
  remove: false,
});

/** The same form for a debate that is not there yet. */
export const anew = (input: DebateInput): DebateInput => ({
  ...input,
  id: newId(),
  seen: 0,
  rows: input.rows.map((row) => ({ ...row, id: newId() })),
});

/** A debate as the form that made it: its header, null where there is no debate, and its rows, public ones too. */
export function asTyped(
  { debate, rows }: LoggedDebate,
  lists: ReferenceLists,
): { header: Header | null; rows: StoredRow[] } {
  const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((row) => row.id === id)?.name ?? "";
  const speaker = (id: string | null | undefined) => {
    const holder = lists.officeHolders.find((row) => row.id === id);
    return holder ? `${nameIn(lists.offices, holder.officeId)} (${holder.name})` : "";
  };
  const addressee = (kind: "member" | "group", id: string) => {
    const member = lists.members.find((row) => row.id === id);
    return kind === "group" ? nameIn(lists.groups, id) : member ? memberInWords(member, lists) : "";
  };
  const [first, second] = debate?.officeHolderIds ?? [];
  return {
    header: debate && {
      kind: debate.debateKind,
      date: debate.date,
      chamber: debate.chamber,
      committee: nameIn(lists.committees, debate.committeeId),
      dossier: nameIn(lists.dossiers, debate.dossierId),
      paper: debate.paper ?? "",
      ministry: nameIn(lists.ministries, debate.ministryId),
      speakers: [speaker(first), speaker(second)],
    },
    rows: rows.map(({ row, deadline, to }) => ({
      id: row.id,
      number: row.number,
      what: row.title,
      text: row.text === row.title ? "" : row.text,
      to: to.map(({ kind, addresseeId }) => addressee(kind, addresseeId)).join("; "),
      topic: nameIn(lists.topics, row.topicId),
      words: deadline.words,
      by: second ? speaker(row.officeHolderId) : "",
      remove: false,
    })),
  };
}

/** The answer to somebody who came second: the form as typed, what is new since, and what that means for saving. */
export async function overtakenForm(
  sent: DebateInput,
  actor: Actor,
  history: DebateHistory,
  lists: ReferenceLists,
): Promise<{ input: DebateInput; overtaken: Overtaken }> {
  const thrownAway = await thrownAwayInWords(history, actor);
  if (thrownAway) return { input: anew(sent), overtaken: { told: thrownAway, changes: [], typed: [] } };
  const now = debateAsOf(history);
  const before = asTyped(debateAsOf(history, sent.seen), lists);
  const after = asTyped(now, lists);
  const numbered = new Map(after.rows.map((row) => [row.id, row]));
  const promised = promisedIn(history);
  const isPublic = ({ id }: RowInput) => typeof numbered.get(id)?.number === "string";
  const rows = [
    ...sent.rows.flatMap((row) => {
      if (isPublic(row)) return [];
      // What a colleague took out can only come back as a row of its own.
      if (!promised.includes(row.id) || numbered.has(row.id)) return [row];
      return row.remove || !isFilled(row) ? [] : [{ ...row, id: newId() }];
    }),
    ...after.rows.filter(({ id, number }) => number === null && !sent.rows.some((row) => row.id === id)),
  ];
  const done = await whenAndBy(history, sent.seen, actor);
  const header = now.debate?.publishedOn ? after.header : null;
  return {
    input: {
      ...sent,
      ...header,
      seen: lastLogged(history),
      rows: rows.every(isFilled) ? [...rows, blankRow()] : rows,
    },
    overtaken: {
      told: before.header
        ? `Dit debat is ${done} veranderd, nadat u dit formulier opende.`
        : `Met dit formulier is ${done} al een debat vastgelegd. Wilt u een ander debat vastleggen, open dan een nieuw formulier.`,
      changes: [...headerChanges(before.header, after.header), ...rowChanges(before.rows, after.rows)],
      typed: [
        ...headerTyped(sent, header),
        ...sent.rows.filter((row) => isPublic(row) && differs(row, numbered.get(row.id))).map(rowTyped),
      ],
    },
  };
}

/** The sentence for a debate that was thrown away; null where it is there, or never was. */
export async function thrownAwayInWords(history: DebateHistory, actor: Actor): Promise<string | null> {
  const last = thrownAwayDebate(history) && history.findLast(({ subject }) => subject === "debate");
  return last ? `Dit concept is ${await whenAndBy(history, last.seq - 1, actor)} weggehaald.` : null;
}

/** `op 4 maart 2011, 14.05 uur door Medewerker A`. */
async function whenAndBy(history: DebateHistory, since: number, actor: Actor): Promise<string> {
  const { by, at } = await loggedSince(history, since);
  const who = by.map(({ accountId, name }) => (accountId === actor.accountId ? "uzelf" : name));
  return `${at ? `op ${instantInWords(at)} ` : ""}door ${who.join(" en ") || "iemand anders"}`;
}

/** Whether a header was typed that is not the one of the debate, which is public and keeps it. */
export const isOtherHeader = (sent: DebateInput, header: Header): boolean => headerTyped(sent, header).length > 0;

const HEADER: [label: string, read: (header: Header) => string][] = [
  ["soort debat", ({ kind }) => kind],
  ["datum", ({ date }) => (isIsoDay(date) ? dayInWords(date) : date)],
  ["Kamer", ({ chamber }) => (chamber === "TK" ? "Tweede Kamer" : "Eerste Kamer")],
  ["commissie", ({ committee }) => committee],
  ["dossier", ({ dossier }) => dossier],
  ["nummer van het verslag", ({ paper }) => paper],
  ["ministerie", ({ ministry }) => ministry],
  ["namens de regering", ({ speakers }) => speakers.filter(Boolean).join("; ")],
];
const ROW: [label: string, read: (row: RowInput) => string][] = [
  ["wat precies", ({ what }) => what],
  ["volledige tekst", ({ text }) => text],
  ["aan wie", ({ to }) => to],
  ["onderwerp", ({ topic }) => topic],
  ["termijn", ({ words }) => words],
  ["door wie", ({ by }) => by],
];

const same = (a: string, b: string): boolean =>
  a.replace(/\s+/g, " ").trim().toLowerCase() === b.replace(/\s+/g, " ").trim().toLowerCase();
const quoted = (text: string): string => (text ? `“${text}”` : "leeg");

/** `termijn was “voor de zomer”, is nu leeg`, for each field that is another. */
const shifts = <T>(fields: [string, (of: T) => string][], before: T, after: T): string[] =>
  fields
    .filter(([, read]) => read(before) !== read(after))
    .map(([label, read]) => `${label} was ${quoted(read(before))}, is nu ${quoted(read(after))}`);

const headerChanges = (before: Header | null, after: Header | null): string[] =>
  before && after ? shifts(HEADER, before, after) : after ? ["het debat is vastgelegd"] : [];

function rowChanges(before: readonly StoredRow[], after: readonly StoredRow[]): string[] {
  const told = (row: StoredRow): string[] => {
    const old = before.find(({ id }) => id === row.id);
    return [
      ...(old ? shifts(ROW, old, row).map((shift) => `“${old.what}”: ${shift}`) : [`nieuwe rij: ${rowTyped(row)}`]),
      ...(row.number && !old?.number ? [`“${row.what}” is gepubliceerd onder nummer ${row.number}`] : []),
    ];
  };
  const gone = before.filter(({ id }) => !after.some((row) => row.id === id));
  return [
    ...after.flatMap(told),
    ...gone.map(
      ({ what }) => `“${what}” is weggehaald; staat de rij hieronder nog, dan wordt ze bij bewaren opnieuw vastgelegd`,
    ),
  ];
}

const headerTyped = (sent: DebateInput, header: Header | null): string[] =>
  header
    ? HEADER.filter(([, read]) => !same(read(sent), read(header))).map(
        ([label, read]) => `${label}: ${quoted(read(sent))}`,
      )
    : [];

const differs = (row: RowInput, stored: StoredRow | undefined): boolean =>
  row.remove || (stored !== undefined && ROW.some(([, read]) => !same(read(row), read(stored))));

const rowTyped = (row: RowInput): string =>
  row.remove
    ? `${quoted(row.what)}, om weg te halen`
    : ROW.filter(([, read]) => read(row))
        .map(([label, read]) => `${label} ${quoted(read(row))}`)
        .join(", ");
