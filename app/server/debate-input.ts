/** What the form for a debate sends: read, checked, and turned into what `logDebate` keeps. */
import { dayInWords, type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import { type Deadline, NO_DEADLINE } from "#app/domain/deadline.ts";
import { bareName, isTheChamber, sameName, splitBrackets, splitNames } from "#app/domain/names.ts";
import { parsePaper } from "#app/domain/paper.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { deadlineFromWords } from "#app/domain/reading/deadline.ts";
import type { Chamber, Recess } from "#app/domain/recess.ts";
import type { Db } from "#db/client.ts";
import type { DebateHeader, LoggedRow } from "#db/debates.ts";
import { newId } from "#db/events.ts";
import {
  addCommittee,
  addDossier,
  addGroup,
  addMember,
  addMinistry,
  addOfficeHolder,
  addTopic,
  membersNamed,
  type ReferenceLists,
} from "#db/reference.ts";
import { today } from "./clock.ts";
import { type DebateInput, type InputProblem, isFilled, type RowInput, rowField } from "./debate-fields.ts";

const FIELDS = ["id", "what", "text", "to", "topic", "words", "by"] as const;

/** What was sent, as typed. An id that is none, or that comes twice, says nothing and is given anew by `withOwnIds`. */
export function debateInput(form: FormData): DebateInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const count = Math.min(200, Number(text("rijen")) || 0);
  return {
    id: text("debat"),
    seen: Number(text("gezien")) || 0,
    kind: text("soort"),
    date: text("datum"),
    chamber: text("kamer") === "EK" ? "EK" : "TK",
    committee: text("commissie"),
    dossier: text("dossier"),
    paper: text("stuk"),
    ministry: text("ministerie"),
    speakers: [text("spreker"), text("spreker2")],
    confirmed: form.getAll("bevestigd").map(String),
    rows: Array.from({ length: count }, (_, index) => ({
      ...(Object.fromEntries(FIELDS.map((field) => [field, text(rowField(index, field))])) as Record<
        (typeof FIELDS)[number],
        string
      >),
      remove: form.get(rowField(index, "remove")) === "ja",
    })),
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Gives each row an id that can be its own: the one it came with, of a row of this debate or a new one. */
export function withOwnIds(input: DebateInput, ofThisDebate: readonly string[]): DebateInput {
  const given = new Set<string>();
  const rows = input.rows.map((row) => {
    const id = !given.has(row.id) && (ofThisDebate.includes(row.id) || UUID.test(row.id)) ? row.id : newId();
    given.add(id);
    return { ...row, id };
  });
  return { ...input, id: UUID.test(input.id) ? input.id : newId(), rows };
}

/** Whether all that is left in the form are rows to take away. */
export const isAllRemoved = ({ rows }: DebateInput): boolean =>
  rows.some(({ remove }) => remove) && rows.every((row) => row.remove || !isFilled(row));

/** The deadline of a row as the register reads it back, once there is a date to count from. */
export const readBack = (row: RowInput, input: DebateInput, recesses: readonly Recess[]): Deadline | null =>
  isIsoDay(input.date)
    ? row.words
      ? deadlineFromWords(row.words, input.date, input.chamber, recesses)
      : NO_DEADLINE
    : null;

/** What is wrong, each with the field that it is about. An empty list means that it can be kept. */
export function problemsIn(input: DebateInput, lists: ReferenceLists): InputProblem[] {
  const found: InputProblem[] = [];
  const say = (field: string, message: string) => found.push({ field, message });
  if (!input.kind) say("soort", "Kies wat voor debat het was.");
  if (!isIsoDay(input.date)) say("datum", "Vul de datum van het debat in, bijvoorbeeld 2-12-2010.");
  else if (input.date > today())
    say("datum", `Het debat van ${dayInWords(input.date)} moet nog komen. Vul een datum in tot en met vandaag.`);
  if (!input.dossier) say("dossier", "Kies een dossier, of typ de naam van een nieuw dossier.");
  if (!input.ministry) say("ministerie", "Vul in welk ministerie erover gaat.");
  if (input.paper && !parsePaper(input.paper)) {
    say(
      "stuk",
      `“${input.paper}” is geen nummer van een Kamerstuk dat we kennen. Schrijf het als 32 500 VI, nr. 75, of laat het leeg.`,
    );
  }
  input.speakers.forEach((speaker, i) => {
    const field = i === 0 ? "spreker" : "spreker2";
    if (i === 0 && !speaker) say(field, "Vul in wie namens de regering sprak.");
    else if (speaker && !splitBrackets(speaker).inBrackets) {
      say(field, "Schrijf het ambt met de naam tussen haakjes, bijvoorbeeld: Minister van Justitie (Jansen).");
    }
  });
  input.rows.forEach((row, i) => {
    if (row.remove || !isFilled(row)) return;
    if (!row.what) say(rowField(i, "what"), `Rij ${i + 1}: vul in wat er is toegezegd.`);
    if (row.by && !input.speakers.some((speaker) => sameName(speaker, row.by))) {
      say(rowField(i, "by"), `Rij ${i + 1}: ${row.by} staat niet bij de sprekers namens de regering.`);
    }
    for (const name of memberNames(row)) {
      const meant = membersNamed(lists, name, input.chamber);
      if (meant.length > 1) {
        const who = meant.map((member) => memberInWords(member, lists)).join(" of ");
        say(rowField(i, "to"), `Rij ${i + 1}: wie bedoelt u met ${name.name}: ${who}? Schrijf de fractie erbij.`);
      }
    }
  });
  if (!input.rows.some((row) => isFilled(row) && !row.remove))
    say(rowField(0, "what"), "Vul minstens één toezegging in.");
  return found;
}

/** To whom a row was promised, beside the Chamber itself: members and groups as typed. */
const memberNames = (row: RowInput) =>
  splitNames(row.to)
    .filter((name) => !isTheChamber(name))
    .map((name) => splitBrackets(bareName(name)))
    .map(({ before, inBrackets }) => ({ name: before, groupName: inBrackets }));

/** `Arib (PvdA)`: as it is typed and as it is shown. */
export function memberInWords(member: { name: string; groupId: string | null }, lists: ReferenceLists): string {
  const group = lists.groups.find(({ id }) => id === member.groupId);
  return group ? `${member.name} (${group.name})` : member.name;
}

/** Names that no list holds yet: shown before they are added, so that a slip of the pen adds nobody. */
export function newNames(input: DebateInput, lists: ReferenceLists): string[] {
  const found: string[] = [];
  const unknown = (rows: readonly { name: string }[], name: string) => !rows.some((row) => sameName(row.name, name));
  const ministry = lists.ministries.find((row) => sameName(row.name, input.ministry));
  if (!ministry) found.push(`ministerie ${input.ministry}`);
  if (input.dossier && unknown(lists.dossiers, input.dossier)) found.push(`dossier ${input.dossier}`);
  const committees = lists.committees.filter(({ chamber }) => chamber === input.chamber);
  if (input.committee && unknown(committees, input.committee)) found.push(`commissie ${input.committee}`);
  for (const speaker of input.speakers.filter(Boolean)) {
    const { before, inBrackets } = splitBrackets(speaker);
    const office = lists.offices.find((row) => sameName(row.name, before) && row.ministryId === ministry?.id);
    if (!office) found.push(`ambt ${before}`);
    if (
      inBrackets &&
      !lists.officeHolders.some((row) => row.officeId === office?.id && sameName(row.name, inBrackets))
    ) {
      found.push(`bewindspersoon ${speaker}`);
    }
  }
  const dossier = lists.dossiers.find((row) => sameName(row.name, input.dossier));
  for (const row of input.rows.filter((r) => isFilled(r) && !r.remove)) {
    for (const member of memberNames(row)) {
      const { name, groupName } = member;
      const known =
        membersNamed(lists, member, input.chamber).length > 0 || (!groupName && !unknown(lists.groups, name));
      if (!known) found.push(`Kamerlid ${groupName ? `${name} (${groupName})` : name}`);
      if (groupName && unknown(lists.groups, groupName)) found.push(`fractie ${groupName}`);
    }
    if (
      row.topic &&
      !lists.topics.some((topic) => topic.dossierId === dossier?.id && sameName(topic.name, row.topic))
    ) {
      found.push(`onderwerp ${row.topic}`);
    }
  }
  return [...new Set(found)];
}

/** Adds what is new and answers what `logDebate` keeps. Within the transaction that keeps it. */
export async function resolve(
  tx: Db,
  actor: Actor,
  input: DebateInput,
  lists: ReferenceLists,
  recesses: readonly Recess[],
): Promise<{ header: DebateHeader; rows: LoggedRow[] }> {
  const date: IsoDay = input.date;
  const ministryId = await addMinistry(tx, input.ministry);
  const committeeId = input.committee ? await addCommittee(tx, input.committee, input.chamber) : null;
  const dossierId = await addDossier(tx, actor.accountId, {
    name: input.dossier,
    ministryId,
    committeeId,
    coveredFrom: date,
  });
  const holders = [];
  for (const speaker of input.speakers.filter(Boolean)) {
    const { before: office, inBrackets: name } = splitBrackets(speaker);
    holders.push({
      speaker,
      ...(await addOfficeHolder(tx, { office, name: name ?? "", ministryId })),
    });
  }
  const rows: LoggedRow[] = [];
  for (const row of input.rows) {
    const holder = holders.find(({ speaker }) => sameName(speaker, row.by)) ?? holders[0];
    const deadline = readBack(row, input, recesses) ?? NO_DEADLINE;
    if (!holder || row.remove || !isFilled(row)) {
      rows.push({ id: row.id, promised: null });
      continue;
    }
    rows.push({
      id: row.id,
      promised: {
        title: row.what,
        text: row.text || row.what,
        officeId: holder.officeId,
        officeHolderId: holder.officeHolderId,
        ministryId,
        topicId: row.topic ? await addTopic(tx, dossierId, row.topic) : null,
        to: await addressees(tx, row, input.chamber, lists),
        recurring: deadline.event === "recurring" ? { perYear: null } : null,
      },
      deadline,
    });
  }
  const title = `${capital(input.kind)} van ${dayInWords(date)}`;
  return {
    rows,
    header: {
      date,
      debateKind: input.kind,
      title,
      chamber: input.chamber,
      committeeId,
      dossierId,
      paper: input.paper || null,
      ministryId,
      officeHolderIds: holders.map(({ officeHolderId }) => officeHolderId),
    },
  };
}

async function addressees(tx: Db, row: RowInput, chamber: Chamber, lists: ReferenceLists) {
  const memberIds: string[] = [];
  const groupIds: string[] = [];
  for (const member of memberNames(row)) {
    const { name, groupName } = member;
    const isGroup =
      !groupName &&
      lists.groups.some((group) => sameName(group.name, name)) &&
      membersNamed(lists, member, chamber).length === 0;
    if (isGroup) groupIds.push(await addGroup(tx, name));
    else memberIds.push(await addMember(tx, name, groupName, chamber));
  }
  return { memberIds: [...new Set(memberIds)], groupIds: [...new Set(groupIds)] };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
