/** What the pages share on which one thing is done to many commitments: the list, what was picked, and the act. */
import { data, redirect } from "@remix-run/node";
import { askedOfAct } from "#app/domain/act-reading.ts";
import { type ActSubject, standingOn } from "#app/domain/act-refusal.ts";
import type { Typed } from "#app/domain/correction.ts";
import { filterFrom, filterToParams } from "#app/domain/filter.ts";
import { isManyAct, MANY_ACTS, type ManyActName, MOST_AT_ONCE } from "#app/domain/many-acts.ts";
import { type Actor, may, mayEver } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { subjectsOf } from "#db/commitment-acts.ts";
import { type ChangedMeanwhile, doToMany, type ManyPreview, manyChoices, surroundingsOfMany } from "#db/many-acts.ts";
import { nowOn } from "#db/moment.ts";
import { draftList, idsInList, registerList } from "#db/register-list.ts";
import { keepSelection, type Selection, selectionOf } from "#db/selections.ts";
import { shown } from "./act-page.ts";
import { amendmentInput, boxName } from "./amendment-page.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { notFound } from "./outcome.ts";

/** What the address of the list says: the filter, whether drafts are meant, and what was picked before. */
async function asked(url: URL, actor: Actor) {
  const drafts = url.searchParams.get("concepten") === "ja" ? actor : null;
  const selection = await selectionOf(actor.accountId, url.searchParams.get("keuze") ?? "");
  return { filter: filterFrom(url.searchParams), drafts, selection };
}

const listPath = (url: URL, selectionId: string | null, page: number): string => {
  const params = filterToParams({ ...filterFrom(url.searchParams), page });
  if (url.searchParams.get("concepten") === "ja") params.set("concepten", "ja");
  if (selectionId) params.set("keuze", selectionId);
  return params.size > 0 ? `${paths.many}?${params}` : paths.many;
};

export async function manyList(url: URL, actor: Actor) {
  const { filter, drafts, selection } = await asked(url, actor);
  const moment = await nowOn(today());
  const list = drafts ? await draftList(filter, moment, drafts) : await registerList(filter, moment);
  return {
    filter,
    isOfDrafts: drafts !== null,
    list,
    selectionId: selection?.id ?? null,
    picked: selection?.commitmentIds ?? [],
  };
}

/** Adds what was ticked on a page to what was picked on others, takes out what was not, and goes where the button says. */
export async function pickFromList(request: Request, actor: Actor) {
  const url = new URL(request.url);
  const form = await request.formData();
  const { filter, drafts, selection } = await asked(url, actor);
  const ids = (name: string) => form.getAll(name).map(String);
  const act = String(form.get("doe") ?? "");
  const [onPage, ticked] = [new Set(ids("getoond")), new Set(ids("kies"))];
  const elsewhere = (selection?.commitmentIds ?? []).filter((id) => !onPage.has(id));
  const found = act === "alles" ? await idsInList(filter, await nowOn(today()), drafts, MOST_AT_ONCE + 1) : [];
  const picked = act === "leeg" ? [] : [...new Set([...elsewhere, ...ticked, ...found])];
  const refuse = (message: string) =>
    data<{ problems: InputProblem[] }>({ problems: [{ field: "", message }] }, { status: 422 });
  if (picked.length > MOST_AT_ONCE)
    return refuse(
      `Er kunnen hoogstens ${MOST_AT_ONCE} toezeggingen tegelijk. Kies er minder, of maak het filter nauwer.`,
    );
  const page = /^pagina-(\d{1,5})$/.exec(act)?.[1];
  if (act === "verder" && picked.length === 0) return refuse("Kies eerst een of meer toezeggingen.");
  if (!page && !["alles", "leeg", "verder"].includes(act)) return refuse("Kies wat u met de lijst wilt doen.");
  const id = await keepSelection(actor.accountId, selection, picked);
  return redirect(act === "verder" ? paths.manyPicked(id) : listPath(url, id, Number(page ?? filter.page)));
}

/** What this account picked; what somebody else picked is not there. */
export async function ownSelection(actor: Actor, id: string | undefined): Promise<Selection> {
  const selection = await selectionOf(actor.accountId, id ?? "");
  if (!selection) throw notFound();
  return selection;
}

/** What was picked, without what this person may not know of: another's draft stays unseen, whatever was sent. */
export async function pickedBy(actor: Actor, { commitmentIds }: Selection): Promise<ActSubject[]> {
  const subjects = await subjectsOf(commitmentIds);
  const owner = (subject: ActSubject) => ({
    ministryId: standingOn(subject, today())?.ministryId ?? null,
    committeeId: subject.committeeId,
  });
  return commitmentIds
    .flatMap((id) => subjects.get(id) ?? [])
    .filter((subject) => subject.number !== null || may(actor, "register", owner(subject)));
}

/** The acts that this person may do at all, to something. */
export const actsFor = (actor: Actor): { name: ManyActName; label: string }[] =>
  Object.entries(MANY_ACTS)
    .filter(([, { permission }]) => mayEver(actor, permission))
    .map(([name, { label }]) => ({ name: name as ManyActName, label }));

function ownAct(actor: Actor, name: string | undefined): ManyActName {
  if (!isManyAct(name) || !mayEver(actor, MANY_ACTS[name].permission)) throw notFound();
  return name;
}

async function fieldsOf(actor: Actor, name: ManyActName, selection: Selection, typed?: Typed) {
  const around = await surroundingsOfMany(await pickedBy(actor, selection));
  if (!around) return [];
  const rule = { ...MANY_ACTS[name], fields: MANY_ACTS[name].fields(await manyChoices(actor)) };
  return askedOfAct(rule, around, typed).map((field) => ({
    ...field,
    boxes: field.controls.map((_, box) => boxName(field.name, box)),
  }));
}

export interface ManyAnswer {
  fields: Awaited<ReturnType<typeof fieldsOf>>;
  problems: InputProblem[];
  preview: ManyPreview | null;
  told: ChangedMeanwhile[];
}

export async function manyActPage(actor: Actor, id: string | undefined, act: string | undefined) {
  const selection = await ownSelection(actor, id);
  const name = ownAct(actor, act);
  const fields = await fieldsOf(actor, name, selection);
  return { name, selectionId: selection.id, count: selection.commitmentIds.length, fields };
}

/** Looks at what would come of it first; records it once that is confirmed, for all of them or for none. */
export async function handleManyAct(request: Request, actor: Actor, id: string | undefined, act: string | undefined) {
  const selection = await ownSelection(actor, id);
  const name = ownAct(actor, act);
  const form = await request.formData();
  const sent = amendmentInput(form, await fieldsOf(actor, name, selection));
  const answer = async (status: number, more: Partial<ManyAnswer>) => {
    const fields = await fieldsOf(actor, name, selection, sent.typed);
    return data<ManyAnswer>({ fields, problems: [], preview: null, told: [], ...more }, { status });
  };
  if (sent.act === "wijzig") return answer(200, {});
  const input = { typed: sent.typed, seen: String(form.get("gezien") ?? "") };
  const doing = (ids: readonly string[], rehearse: boolean) =>
    doToMany({ actor, today: today(), rehearse }, ids, name, input);
  let outcome = await doing(selection.commitmentIds, sent.act !== "vastleggen");
  if (sent.act === "zonder-geweigerde" && !outcome.done && outcome.because === "refused") {
    const refused = new Set(outcome.preview.rows.flatMap((row) => (row.refusal === null ? [] : row.id)));
    const left = selection.commitmentIds.filter((one) => !refused.has(one));
    await keepSelection(actor.accountId, selection, left);
    outcome = await doing(left, true);
  }
  if (outcome.done)
    return sent.act === "vastleggen"
      ? redirect(`${paths.manyPicked(selection.id)}?gedaan=veel-vastgelegd`)
      : answer(200, { preview: outcome.preview });
  if (outcome.because === "wrong") return answer(422, { problems: outcome.problems.map(shown) });
  if (outcome.because === "refused") return answer(422, { preview: outcome.preview });
  return answer(409, { preview: outcome.preview, told: outcome.told });
}
