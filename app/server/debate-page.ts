/** What the two pages for logging a debate share: a new one, and a draft. */
import { data, redirect } from "@remix-run/node";
import { sameName } from "#app/domain/names.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { write } from "#db/client.ts";
import { type DebateRow, logDebate, loggedRows, publishDebate } from "#db/debates.ts";
import { type ReferenceLists, recessList, referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import type { DebateInput, InputProblem, RowInput } from "./debate-fields.ts";
import { debateInput, newNames, problemsIn, readBack, resolve } from "./debate-input.ts";

const BLANK: RowInput = { id: "", what: "", text: "", to: "", topic: "", words: "", by: "", remove: false };
const BLANK_ROWS = 3;

/** A form to begin with, filled with what is known of who logs. */
export function blankInput(actor: Actor, lists: ReferenceLists): DebateInput {
  return {
    kind: "commissiedebat",
    date: "",
    chamber: "TK",
    committee: lists.committees.find(({ id }) => id === actor.committeeId)?.name ?? "",
    dossier: "",
    paper: "",
    ministry: lists.ministries.find(({ id }) => id === actor.ministryId)?.name ?? "",
    speakers: ["", ""],
    rows: Array.from({ length: BLANK_ROWS }, () => BLANK),
    confirmed: [],
  };
}

/** A draft as the form that made it, with one blank row. */
export async function inputOf(debate: DebateRow, lists: ReferenceLists): Promise<DebateInput> {
  const office = (id: string | null) => lists.offices.find((row) => row.id === id)?.name ?? "";
  const speaker = (id: string | undefined) => {
    const holder = lists.officeHolders.find((row) => row.id === id);
    return holder ? `${office(holder.officeId)} (${holder.name})` : "";
  };
  const drafts = (await loggedRows(debate.id)).filter(({ row }) => row.number === null);
  return {
    kind: debate.debateKind,
    date: debate.date,
    chamber: debate.chamber,
    committee: lists.committees.find(({ id }) => id === debate.committeeId)?.name ?? "",
    dossier: lists.dossiers.find(({ id }) => id === debate.dossierId)?.name ?? "",
    paper: debate.paper ?? "",
    ministry: lists.ministries.find(({ id }) => id === debate.ministryId)?.name ?? "",
    speakers: [speaker(debate.officeHolderIds[0]), speaker(debate.officeHolderIds[1])],
    confirmed: [],
    rows: [
      ...drafts.map(({ row, deadline, to }) => ({
        id: row.id,
        what: row.title,
        text: row.text === row.title ? "" : row.text,
        to: to.map(({ kind, addresseeId }) => nameOf(lists, kind, addresseeId)).join("; "),
        topic: lists.topics.find(({ id }) => id === row.topicId)?.name ?? "",
        words: deadline.words,
        by: debate.officeHolderIds.length > 1 ? speaker(row.officeHolderId ?? undefined) : "",
        remove: false,
      })),
      BLANK,
    ],
  };
}

function nameOf(lists: ReferenceLists, kind: "member" | "group", id: string): string {
  if (kind === "group") return lists.groups.find((row) => row.id === id)?.name ?? "";
  const member = lists.members.find((row) => row.id === id);
  const group = lists.groups.find((row) => row.id === member?.groupId);
  return group ? `${member?.name} (${group.name})` : (member?.name ?? "");
}

/** The form with its answers, as both pages show it. */
export async function formData(input: DebateInput, problems: InputProblem[] = [], fresh: string[] = []) {
  const recesses = await recessList();
  return { input, problems, fresh, readBack: input.rows.map((row) => readBack(row, input, recesses)) };
}

/** One write: the same for a new debate and for a draft. */
export async function handleDebateForm(request: Request, actor: Actor, debate: DebateRow | null) {
  const form = await request.formData();
  const lists = await referenceLists();
  const input = await withOwn(debateInput(form), actor, debate, lists);
  const intent = form.get("doe");
  if (intent === "rij") return formData({ ...input, rows: [...input.rows, BLANK] });
  if (intent === "lees")
    return formData(
      input,
      problemsIn(input).filter(({ field }) => field.startsWith("rij-") && input.rows.some((row) => row.what)),
    );

  const problems = problemsIn(input);
  const ministry = lists.ministries.find((row) => sameName(row.name, input.ministry));
  const committee = lists.committees.find(
    (row) => sameName(row.name, input.committee) && row.chamber === input.chamber,
  );
  if (!may(actor, "register", { ministryId: ministry?.id ?? null, committeeId: committee?.id ?? null })) {
    problems.push(
      actor.role === "clerk"
        ? { field: "commissie", message: "U kunt alleen debatten van uw eigen commissie vastleggen." }
        : { field: "ministerie", message: "U kunt alleen toezeggingen van uw eigen ministerie vastleggen." },
    );
  }
  if (problems.length > 0) return data(await formData(input, problems), { status: 422 });
  const fresh = newNames(input, lists);
  if (fresh.some((name) => !input.confirmed.includes(name)))
    return data(await formData(input, [], fresh), { status: 422 });

  const recesses = await recessList();
  const id = await write(async (tx) => {
    const { header, rows } = await resolve(tx, actor, input, lists, recesses);
    return logDebate(tx, actor.accountId, debate?.id ?? null, header, rows);
  });
  if (intent !== "publiceer") return redirect(`${paths.draftDebate(id)}?gedaan=bewaard`);
  await publishDebate(actor.accountId, id, today());
  return redirect(`${paths.debate(id)}?gedaan=gepubliceerd`);
}

/** Staff log for their own ministry; a debate that is public already keeps all of its header. */
async function withOwn(
  input: DebateInput,
  actor: Actor,
  debate: DebateRow | null,
  lists: ReferenceLists,
): Promise<DebateInput> {
  if (debate?.publishedOn) return { ...(await inputOf(debate, lists)), rows: input.rows, confirmed: input.confirmed };
  const name = lists.ministries.find(({ id }) => id === actor.ministryId)?.name;
  return actor.role === "staff" && name ? { ...input, ministry: name } : input;
}
