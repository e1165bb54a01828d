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
import {
  addCommittee,
  addDossier,
  addGroup,
  addMember,
  addMinistry,
  addOfficeHolder,
  addTopic,
  type ReferenceLists,
} from "#db/reference.ts";
import { today } from "./clock.ts";
import { type DebateInput, type InputProblem, type RowInput, rowField } from "./debate-fields.ts";

const FIELDS = ["id", "what", "text", "to", "topic", "words", "by"] as const;

export function debateInput(form: FormData): DebateInput {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const count = Math.min(200, Number(text("rijen")) || 0);
  return {
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

const isFilled = ({ what, text, to, topic, words }: RowInput): boolean => [what, text, to, topic, words].some(Boolean);

/** The deadline of a row as the register reads it back, once there is a date to count from. */
export const readBack = (row: RowInput, input: DebateInput, recesses: readonly Recess[]): Deadline | null =>
  isIsoDay(input.date)
    ? row.words
      ? deadlineFromWords(row.words, input.date, input.chamber, recesses)
      : NO_DEADLINE
    : null;

/** What is wrong, each with the field that it is about. An empty list means that it can be kept. */
export function problemsIn(input: DebateInput): InputProblem[] {
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
  });
  if (!input.rows.some((row) => isFilled(row) && !row.remove))
    say(rowField(0, "what"), "Vul minstens één toezegging in.");
  return found;
}

const nameOfMember = (to: string) => splitBrackets(bareName(to));

/** Names that no list holds yet: shown before they are added, so that a slip of the pen adds nobody. */
export function newNames(input: DebateInput, lists: ReferenceLists): string[] {
  const found: string[] = [];
  const unknown = (rows: readonly { name: string }[], name: string) => !rows.some((row) => sameName(row.name, name));
  const ministry = lists.ministries.find((row) => sameName(row.name, input.ministry));
  if (!ministry) found.push(`ministerie ${input.ministry}`);
  if (input.dossier && unknown(lists.dossiers, input.dossier)) found.push(`dossier ${input.dossier}`);
  if (input.committee && unknown(lists.committees, input.committee)) found.push(`commissie ${input.committee}`);
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
    for (const to of splitNames(row.to).filter((name) => !isTheChamber(name))) {
      const { before, inBrackets } = nameOfMember(to);
      const known = !unknown(lists.members, before) || (!inBrackets && !unknown(lists.groups, before));
      if (!known) found.push(`Kamerlid ${inBrackets ? `${before} (${inBrackets})` : before}`);
      if (inBrackets && unknown(lists.groups, inBrackets)) found.push(`fractie ${inBrackets}`);
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
  const ministryId = await addMinistry(tx, knownName(lists.ministries, input.ministry));
  const known = lists.committees.find((row) => sameName(row.name, input.committee) && row.chamber === input.chamber);
  const committeeId = input.committee ? (known?.id ?? (await addCommittee(tx, input.committee, input.chamber))) : null;
  const dossierId =
    lists.dossiers.find((row) => sameName(row.name, input.dossier))?.id ??
    (await addDossier(tx, actor.accountId, {
      name: input.dossier,
      ministryId,
      committeeId,
      coveredFrom: date,
    }));
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
    if (!row.id && (row.remove || !isFilled(row))) continue;
    const holder = holders.find(({ speaker }) => sameName(speaker, row.by)) ?? holders[0];
    if (!holder) continue;
    const deadline = readBack(row, input, recesses) ?? NO_DEADLINE;
    rows.push({
      id: row.id || null,
      remove: row.remove || !isFilled(row),
      deadline,
      promised: {
        title: row.what,
        text: row.text || row.what,
        quote: null,
        source: null,
        officeId: holder.officeId,
        officeHolderId: holder.officeHolderId,
        ministryId,
        topicId: row.topic ? await addTopic(tx, dossierId, row.topic) : null,
        to: await addressees(tx, row.to, input.chamber, lists),
        recurring: deadline.event === "recurring" ? { perYear: null } : null,
      },
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

async function addressees(tx: Db, to: string, chamber: Chamber, lists: ReferenceLists) {
  const memberIds: string[] = [];
  const groupIds: string[] = [];
  for (const name of splitNames(to).filter((one) => !isTheChamber(one))) {
    const { before, inBrackets } = nameOfMember(name);
    const isGroup =
      !inBrackets &&
      lists.groups.some((row) => sameName(row.name, before)) &&
      !lists.members.some((row) => sameName(row.name, before));
    if (isGroup)
      groupIds.push(await addGroup(tx, lists.groups.find((row) => sameName(row.name, before))?.name ?? before));
    else
      memberIds.push(
        await addMember(
          tx,
          knownName(lists.members, before),
          inBrackets && knownName(lists.groups, inBrackets),
          chamber,
        ),
      );
  }
  return { memberIds: [...new Set(memberIds)], groupIds: [...new Set(groupIds)] };
}

/** The name as the list spells it. */
const knownName = (rows: readonly { name: string }[], name: string): string =>
  rows.find((row) => sameName(row.name, name))?.name ?? name;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
