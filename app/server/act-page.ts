/** What the pages share on which something is done to one commitment: whose it is, what is asked, and what was sent. */
import { data, redirect } from "@remix-run/node";
import { type ActProblem, askedOfAct } from "#app/domain/act-reading.ts";
import { type ActSubject, standingOn } from "#app/domain/act-refusal.ts";
import { ACTS, type ActName, answersHandOver } from "#app/domain/acts.ts";
import type { Typed } from "#app/domain/correction.ts";
import { effectiveEvents } from "#app/domain/events.ts";
import { waitingHandOver } from "#app/domain/hand-over.ts";
import type { Actor, Ownership } from "#app/domain/permissions.ts";
import { standingInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import { type ActReach, doAct, lastSeen, type Overtaken, subjectsOf } from "#db/commitment-acts.ts";
import { surroundingsOf } from "#db/correction-things.ts";
import { amendmentInput, boxName } from "./amendment-page.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { notFound } from "./outcome.ts";
import { allow, type Visit } from "./visit.ts";

/** Who may do this to the commitment: its ministry or committee, or the ministry to which it was handed over. */
export function whoseAct(name: ActName, subject: ActSubject): Ownership {
  if (answersHandOver(name))
    return { ministryId: waitingHandOver(effectiveEvents(subject.history))?.payload.ministryId ?? null };
  return { ministryId: standingOn(subject, today())?.ministryId ?? null, committeeId: subject.committeeId };
}

/** A published commitment, for who may do this to it. */
async function ownSubject(actor: Actor, id: string | undefined, name: ActName): Promise<ActSubject> {
  const subject = (await subjectsOf([id ?? ""])).get(id ?? "");
  if (!subject?.number) throw notFound();
  allow(actor, ACTS[name].permission, whoseAct(name, subject));
  return subject;
}

async function fieldsOf(subject: ActSubject, name: ActName, typed?: Typed) {
  const [last] = subject.history.slice(-1);
  if (!last) throw notFound();
  return askedOfAct(ACTS[name], await surroundingsOf(subject, last), typed).map((field) => ({
    ...field,
    boxes: field.controls.map((_, box) => boxName(field.name, box)),
  }));
}

export interface ActAnswer {
  fields: Awaited<ReturnType<typeof fieldsOf>>;
  seen: number;
  problems: InputProblem[];
  /** What saving will record; then only that is left to confirm. */
  reach: ActReach | null;
  overtaken: Overtaken | null;
}

/** The page as it opens. */
export async function actPage(visit: Visit, actor: Actor, id: string | undefined, name: ActName) {
  const subject = await ownSubject(actor, id, name);
  const { number, title } = subject;
  const standing = standingOn(subject, today());
  return {
    visit,
    name,
    commitment: { id: subject.id, number: number ?? "", title, stands: standing ? standingInWords(standing) : "" },
    fields: await fieldsOf(subject, name),
    seen: lastSeen(subject),
  };
}

/** What was sent: looked at first, recorded once that is confirmed. */
export async function handleAct(request: Request, actor: Actor, id: string | undefined, name: ActName) {
  const subject = await ownSubject(actor, id, name);
  const sent = amendmentInput(await request.formData(), await fieldsOf(subject, name));
  const answer = async (status: number, more: Partial<ActAnswer>) => {
    const fields = await fieldsOf(subject, name, sent.typed);
    return data<ActAnswer>(
      { fields, seen: sent.seen || lastSeen(subject), problems: [], reach: null, overtaken: null, ...more },
      { status },
    );
  };
  if (sent.act === "wijzig") return answer(200, {});
  const rehearse = sent.act !== "vastleggen";
  const outcome = await doAct({ by: actor.accountId, today: today(), rehearse }, subject.id, name, sent);
  if (outcome.done) return rehearse ? answer(200, { reach: outcome.reach }) : redirect(afterwards(name, subject.id));
  if (outcome.because === "refused") return answer(422, { problems: outcome.problems.map(shown) });
  if (outcome.because === "gone") throw notFound();
  return answer(409, { overtaken: outcome.overtaken, seen: outcome.seen });
}

export const shown = ({ name, message }: ActProblem): InputProblem => ({ field: name && boxName(name, 0), message });

/** Who refused a commitment has no work sheet of it. */
const afterwards = (name: ActName, id: string): string =>
  name === "weigeren" ? `${paths.desk}?gedaan=geweigerd` : `${paths.workSheet(id)}?gedaan=vastgelegd`;
