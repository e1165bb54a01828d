/** What the two pages for logging a debate share: a new one, and a draft. */
import { data, redirect } from "@remix-run/node";
import { sameName } from "#app/domain/names.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";
import { write } from "#db/client.ts";
import {
  type DebateHistory,
  debateAsOf,
  debateHistory,
  lastLogged,
  logDebate,
  promisedIn,
  takenIds,
  throwAwayDrafts,
} from "#db/debates.ts";
import { newId } from "#db/events.ts";
import { type ReferenceLists, recessList, referenceLists } from "#db/reference.ts";
import { today } from "./clock.ts";
import { anew, asTyped, blankRow, isOtherHeader, overtakenForm } from "./debate-changes.ts";
import { type DebateInput, type InputProblem, isFilled, type Overtaken, rowField } from "./debate-fields.ts";
import { debateInput, isAllRemoved, newNames, problemsIn, readBack, resolve, withOwnIds } from "./debate-input.ts";
import { allow } from "./visit.ts";

const BLANK_ROWS = 3;

/** A form to begin with, filled with what is known of who logs. */
export function blankInput(actor: Actor, lists: ReferenceLists): DebateInput {
  return {
    id: newId(),
    seen: 0,
    kind: "commissiedebat",
    date: "",
    chamber: "TK",
    committee: lists.committees.find(({ id }) => id === actor.committeeId)?.name ?? "",
    dossier: "",
    paper: "",
    ministry: lists.ministries.find(({ id }) => id === actor.ministryId)?.name ?? "",
    speakers: ["", ""],
    rows: Array.from({ length: BLANK_ROWS }, blankRow),
    confirmed: [],
  };
}

/** A draft as the form that made it, with one blank row. Null where there is no such debate. */
export function inputOf(id: string, history: DebateHistory, lists: ReferenceLists): DebateInput | null {
  const { header, rows } = asTyped(debateAsOf(history), lists);
  const drafts = rows.filter(({ number }) => number === null);
  return header && { ...header, id, seen: lastLogged(history), confirmed: [], rows: [...drafts, blankRow()] };
}

/** The form with its answers, as both pages show it. */
export async function formData(
  input: DebateInput,
  answer: { problems?: InputProblem[]; fresh?: string[]; overtaken?: Overtaken } = {},
) {
  const { problems = [], fresh = [], overtaken = null } = answer;
  const recesses = await recessList();
  const rows = input.rows.length > 0 ? input.rows : [blankRow()];
  return {
    input: { ...input, rows },
    problems,
    fresh,
    overtaken,
    readBack: rows.map((row) => readBack(row, input, recesses)),
  };
}

/**
 * One write: the same for a new debate and for a draft.
 * @param at the debate of the page itself; null on the page for a new one, where the form names it
 */
export async function handleDebateForm(request: Request, actor: Actor, at: string | null) {
  const form = await request.formData();
  const intent = form.get("doe");
  const sent = debateInput(form);
  const history = await debateHistory(at ?? sent.id);
  const { debate } = debateAsOf(history);
  if (debate) allow(actor, "register", debate);
  if (at && !debate) {
    if (intent === "weg" || isAllRemoved(sent)) return redirect(`${paths.desk}?gedaan=weggehaald`);
    return second(sent, at);
  }
  const { typed, foreign } = await withCheckedIds(sent, debate?.id ?? null, promisedIn(history));

  /** As it can be kept: what a public debate and the own ministry fix is not taken from the form. */
  const fitted = (known: DebateHistory, names: ReferenceLists) => {
    const now = debateAsOf(known);
    const header = now.debate?.publishedOn ? asTyped(now, names).header : null;
    const isLost = header !== null && form.has("soort") && isOtherHeader(typed, header);
    return { isLost, input: header ? { ...typed, ...header } : ofOwnMinistry(typed, actor, names) };
  };
  const lists = await referenceLists();
  const { input, isLost } = fitted(history, lists);
  if (intent === "rij") return formData({ ...input, rows: [...input.rows, blankRow()] });
  if (intent === "lees")
    return formData(input, {
      problems: problemsIn(input, lists).filter(
        ({ field }) => field.startsWith("rij-") && input.rows.some((row) => row.what),
      ),
    });
  if (intent === "weg" || (debate && isAllRemoved(input))) {
    const rowIds = input.rows.map(({ id }) => id);
    const done = await write((tx) => throwAwayDrafts(tx, actor.accountId, input.id, rowIds, input.seen));
    return done ? redirect(`${paths.desk}?gedaan=weggehaald`) : second(typed, typed.id);
  }
  if (isLost) return second(typed, typed.id);

  const problems = [...problemsIn(input, lists), ...foreign, ...notTheirs(input, actor, lists)];
  if (problems.length > 0) return data(await formData(input, { problems }), { status: 422 });
  const fresh = newNames(input, lists);
  if (fresh.some((name) => !input.confirmed.includes(name)))
    return data(await formData(input, { fresh }), { status: 422 });

  const recesses = await recessList();
  const publishOn = intent === "publiceer" ? today() : null;
  const isKept = await write(async (tx) => {
    const names = await referenceLists(tx);
    const known = await debateHistory(input.id, tx);
    const now = fitted(known, names);
    // Whoever sends the same twice has no new names the second time: of a form that comes too late none are added.
    const isLate = lastLogged(known) !== input.seen && newNames(now.input, names).length > 0;
    if (now.isLost || isLate) return false;
    const { header, rows } = await resolve(tx, actor, now.input, names, recesses);
    return logDebate(tx, actor.accountId, input.id, header, rows, { seen: input.seen, publishOn });
  });
  if (!isKept) return second(typed, typed.id);
  return redirect(
    publishOn ? `${paths.debate(input.id)}?gedaan=gepubliceerd` : `${paths.draftDebate(input.id)}?gedaan=bewaard`,
  );

  /** Others were first: nothing is kept, and the form comes back as typed with what they did. */
  async function second(late: DebateInput, id: string) {
    const again = await overtakenForm(late, actor, await debateHistory(id), await referenceLists());
    return data(await formData(again.input, again), { status: 409 });
  }
}

/** With ids that are this debate's own or nobody's yet; `foreign` names the rows that are another debate's. */
async function withCheckedIds(
  sent: DebateInput,
  debateId: string | null,
  ofThisDebate: readonly string[],
): Promise<{ typed: DebateInput; foreign: InputProblem[] }> {
  const own = withOwnIds(sent, ofThisDebate);
  const taken = await takenIds([own.id, ...own.rows.map(({ id }) => id)]);
  // A debate that was thrown away does not come back under its own id.
  if (!debateId && taken.has(own.id)) return { typed: anew(own), foreign: [] };
  return {
    typed: { ...own, id: debateId ?? own.id, seen: debateId ? own.seen : 0 },
    foreign: own.rows.flatMap((row, i) =>
      taken.has(row.id) && !ofThisDebate.includes(row.id) && isFilled(row) && !row.remove
        ? [
            {
              field: rowField(i, "what"),
              message: `Rij ${i + 1} hoort bij een ander debat. Open dit debat opnieuw en vul de rij daar in.`,
            },
          ]
        : [],
    ),
  };
}

function notTheirs(input: DebateInput, actor: Actor, lists: ReferenceLists): InputProblem[] {
  const ministry = lists.ministries.find((row) => sameName(row.name, input.ministry));
  const committee = lists.committees.find(
    (row) => sameName(row.name, input.committee) && row.chamber === input.chamber,
  );
  if (may(actor, "register", { ministryId: ministry?.id ?? null, committeeId: committee?.id ?? null })) return [];
  return [
    actor.role === "clerk"
      ? { field: "commissie", message: "U kunt alleen debatten van uw eigen commissie vastleggen." }
      : { field: "ministerie", message: "U kunt alleen toezeggingen van uw eigen ministerie vastleggen." },
  ];
}

/** Staff log for their own ministry. */
function ofOwnMinistry(input: DebateInput, actor: Actor, lists: ReferenceLists): DebateInput {
  const name = lists.ministries.find(({ id }) => id === actor.ministryId)?.name;
  return actor.role === "staff" && name ? { ...input, ministry: name } : input;
}
