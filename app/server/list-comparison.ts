/** A list beside the register as it stands: gathers what the rows name, and proposes row by row, in turns. */
import { setImmediate } from "node:timers/promises";
import { amsterdamDay } from "#app/domain/calendar.ts";
import { inOneOrder, isLetterOrigin } from "#app/domain/list-import/listed-names.ts";
import { type ListedRow, promisedIn, type RowReading, readRow } from "#app/domain/list-import/listed-row.ts";
import type { ListedOrigin, Proposal } from "#app/domain/list-import/proposal.ts";
import { type Held, keyOf, propose, type Surroundings, unplaceable } from "#app/domain/list-import/propose.ts";
import { sameName } from "#app/domain/names.ts";
import { paperKey, parsePaper } from "#app/domain/paper.ts";
import {
  earlierTakings,
  type HeldCommitment,
  heldCommitments,
  lettersToSettle,
  originsOn,
} from "#db/held-commitments.ts";
import { type ListImportRow, rowsBelow } from "#db/list-imports.ts";
import { membersNamed, type ReferenceLists, recessList, referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";

/** Others are served between two turns. */
const TURN = 100;

export type Proposed = { position: number; proposal: Proposal };

/** Proposals for all rows of a list, a turn at a time. */
export async function* proposals(list: ListImportRow): AsyncGenerator<{ some: Proposed[]; done: number; of: number }> {
  const { layout, headerRow } = list;
  if (!layout || headerRow === null) return;
  const rows = await rowsBelow(list.id, headerRow);
  const readings: { position: number; reading: RowReading }[] = [];
  for (const { position, cells } of rows) {
    readings.push({ position, reading: readRow(cells, layout, today()) });
    if (readings.length % TURN === 0) await setImmediate();
  }
  const listed = readings.flatMap(({ reading }) => ("row" in reading ? [reading.row] : []));
  const around = await surroundingsOf(list, listed);
  const seen = new Map<string, number>();
  for (let at = 0; at < readings.length; at += TURN) {
    const some = readings.slice(at, at + TURN).map(({ position, reading }) => ({
      position,
      proposal: proposalOf(reading, position, around, seen),
    }));
    yield { some, done: Math.min(at + TURN, readings.length), of: readings.length };
    await setImmediate();
  }
}

function proposalOf(reading: RowReading, position: number, around: Surroundings, seen: Map<string, number>): Proposal {
  if ("refusals" in reading)
    return { outcome: "refused", reasons: reading.refusals, questions: reading.questions, title: reading.title };
  const { row } = reading;
  const proposal = propose(row, around);
  if (proposal.outcome === "refused") return proposal;
  for (const key of new Set([proposal.key, proposal.held ? `id:${proposal.held.commitmentId}` : proposal.key])) {
    const earlier = seen.get(key);
    if (earlier !== undefined)
      return {
        outcome: "refused",
        reasons: [
          `Dit is dezelfde toezegging als in rij ${earlier}${row.key ? ` (kenmerk ${row.key})` : ""}. Die rij telt.`,
        ],
        questions: [],
        title: promisedIn(row).title,
      };
    seen.set(key, position);
  }
  return proposal;
}

async function surroundingsOf(list: ListImportRow, rows: readonly ListedRow[]): Promise<Surroundings> {
  const lists = await referenceLists();
  const takings = await earlierTakings(list.ministryId);
  const ids = rows.flatMap((row) => takings.get(keyOf(row))?.commitmentId ?? []);
  const numbers = rows.flatMap(({ number }) => number ?? []);
  const held = (await heldCommitments({ ids, numbers }, today())).map((one) => heldIn(one, list.ministryId, lists));
  const byId = new Map(held.map((one) => [one.id, one]));
  const byNumber = new Map(held.flatMap((one) => (one.number ? [[one.number, one] as const] : [])));
  const origins = await originsOn([...new Set(rows.map(({ madeOn }) => madeOn))]);
  const settling = (await lettersToSettle()).map((letter) => ({ ...letter, key: keyOfPaper(letter.paper) }));
  const own = lists.offices.filter(({ ministryId }) => ministryId === list.ministryId);
  const dossierNamed = (name: string) => lists.dossiers.find((row) => sameName(row.name, name));
  const officeNamed = (name: string) => own.find((row) => sameName(row.name, name));
  return {
    ministry: lists.ministries.find(({ id }) => id === list.ministryId)?.name ?? "",
    importedOn: amsterdamDay(list.createdAt),
    recesses: await recessList(),
    heldUnder: (number) => byNumber.get(number) ?? null,
    heldAs: (id) => byId.get(id) ?? null,
    earlier: (key) => takings.get(key) ?? null,
    officeOf: (name) =>
      officeNamed(name) ? "own" : lists.offices.some((row) => sameName(row.name, name)) ? "foreign" : "unknown",
    holderIsKnown: (office, name) =>
      lists.officeHolders.some((row) => row.officeId === officeNamed(office)?.id && sameName(row.name, name)),
    dossierOf: (name) => {
      const found = dossierNamed(name);
      return !found ? "unknown" : found.ministryId === list.ministryId ? "own" : "foreign";
    },
    topicIsKnown: (dossier, topic) =>
      lists.topics.some((row) => row.dossierId === dossierNamed(dossier)?.id && sameName(row.name, topic)),
    meant: (member, chamber) => meant(member, chamber, lists),
    committeeIsKnown: (name, chamber) =>
      lists.committees.some((row) => row.chamber === chamber && sameName(row.name, name)),
    originOf: (row) => originOf(row, origins, dossierNamed(row.dossier)?.id ?? null, list.ministryId),
    letterNamed: (words, chamber) => {
      const key = keyOfPaper(words);
      const found = settling.filter(
        (letter) => letter.chamber === chamber && (key ? letter.key === key : sameName(letter.title, words)),
      );
      return found.length === 1 && found[0] ? { id: found[0].id, day: found[0].day } : null;
    },
  };
}

/** Null where no paper is named: "32 500 VI, nr. 75" has a key, "de brief van maart" has none. */
function keyOfPaper(words: string | null): string | null {
  const paper = words === null ? null : parsePaper(words);
  return paper && paperKey(paper);
}

function meant(
  member: { name: string; groupName: string | null },
  chamber: "TK" | "EK",
  lists: ReferenceLists,
): string[] {
  const found = membersNamed(lists, member, chamber).map((row) => memberIn(row, lists));
  if (found.length > 0 || member.groupName) return found;
  return lists.groups.filter((row) => sameName(row.name, member.name)).map(({ name }) => name);
}

function memberIn(member: { name: string; groupId: string | null }, lists: ReferenceLists): string {
  const group = lists.groups.find(({ id }) => id === member.groupId);
  return group ? `${member.name} (${group.name})` : member.name;
}

function heldIn({ row, state, memberIds, groupIds }: HeldCommitment, ministryId: string, lists: ReferenceLists): Held {
  const nameIn = (rows: readonly { id: string; name: string }[], id: string | null) =>
    rows.find((one) => one.id === id)?.name ?? "";
  const holder = nameIn(lists.officeHolders, row.officeHolderId);
  const office = nameIn(lists.offices, row.officeId);
  const people = lists.members.filter(({ id }) => memberIds.includes(id)).map((member) => memberIn(member, lists));
  const groups = lists.groups.filter(({ id }) => groupIds.includes(id)).map(({ name }) => name);
  return {
    id: row.id,
    number: row.number,
    madeOn: row.madeOn,
    chamber: row.chamber,
    dossier: nameIn(lists.dossiers, row.dossierId),
    title: promisedIn(row).title,
    text: row.text,
    office: holder ? `${office} (${holder})` : office,
    to: inOneOrder([...people, ...groups]),
    topic: nameIn(lists.topics, row.topicId),
    state,
    isForeign: state.ministryId !== ministryId,
  };
}

type Origins = Awaited<ReturnType<typeof originsOn>>;

/** A debate or letter that the register has; a debate that is a draft of somebody else is not there. */
function originOf(
  row: ListedRow,
  { debates, letters }: Origins,
  dossierId: string | null,
  ministryId: string,
): ListedOrigin | { refusal: string } {
  const isHere = (one: { chamber: string; dossierId: string }) =>
    one.chamber === row.chamber && one.dossierId === dossierId;
  const isNamed = (one: { title: string; paper: string | null }) =>
    sameName(one.title, row.origin) || (one.paper !== null && keyOfPaper(one.paper) === (keyOfPaper(row.origin) ?? ""));
  const only = <T extends { title: string; paper: string | null }>(found: T[]): T | null =>
    found.find(isNamed) ?? (found.length === 1 ? (found[0] ?? null) : null);
  if (isLetterOrigin(row.origin)) {
    const letter = only(letters.filter((one) => isHere(one) && (one.date === row.madeOn || one.day === row.madeOn)));
    return letter ? { kind: "letter", id: letter.id } : { refusal: unplaceable(row) ?? "" };
  }
  const found = debates.filter(
    (one) => isHere(one) && one.date === row.madeOn && (one.publishedOn !== null || one.ministryId === ministryId),
  );
  const named = found.find(isNamed) ?? (row.origin === "" ? only(found) : null);
  if (named) return { kind: "debate", id: named.id };
  const why = unplaceable(row);
  if (why) return { refusal: why };
  const key = [row.chamber, row.madeOn, row.dossier.toLowerCase(), row.origin.toLowerCase()].join("|");
  return { kind: "new_debate", key, title: row.origin };
}
