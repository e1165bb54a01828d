/** What the work sheet of a commitment shows beside its forms: whom something is asked of, what happened, what one may do. */
import { type ActSubject, standingOn } from "#app/domain/act-refusal.ts";
import { ACTS, type ActName } from "#app/domain/acts.ts";
import { type Asked, askedNow } from "#app/domain/asked-now.ts";
import { claimAndVerdict } from "#app/domain/claim-verdict.ts";
import { nameIn } from "#app/domain/correction-names.ts";
import { effectiveEvents } from "#app/domain/events.ts";
import { waitingHandOver } from "#app/domain/hand-over.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import type { Standing } from "#app/domain/standing.ts";
import { namesFor } from "#db/correction-things.ts";
import { whoseAct } from "./act-page.ts";
import { eventTold } from "./amendment-page.ts";
import { today } from "./clock.ts";

export async function sheetOf(actor: Actor, subject: ActSubject) {
  const effective = effectiveEvents(subject.history);
  const names = await namesFor(subject.history);
  const standing = standingOn(subject, today());
  const waiting = waitingHandOver(effective);
  const ministry = (id: string | null) => nameIn(names.ministries, id) ?? "Het ministerie";
  const { claim, verdict, disagree } = claimAndVerdict(effective);
  const passage = claim?.payload.passage ?? null;
  const letterDay = passage && names.letterDay(passage.letterId);
  const asked: Asked[] =
    standing && subject.number
      ? askedNow(standing, ministry(standing.ministryId), waiting && ministry(waiting.payload.ministryId))
      : [];
  return {
    standing,
    asked,
    acts: standing && subject.number ? offered(actor, subject, standing, waiting !== null) : [],
    claim: claim && {
      claim: claim.payload.claim,
      on: claim.effectiveOn,
      letter: passage && letterDay ? { id: passage.letterId, date: letterDay, title: "" } : null,
      passage,
      list: claim.payload.list ?? null,
    },
    verdict: verdict && { verdict: verdict.payload.verdict, on: verdict.effectiveOn, note: verdict.payload.note },
    disagree,
    told: effective.map((event) => ({
      day: event.effectiveOn,
      sentence: eventTold(event, subject.history, names).sentence,
    })),
    registeredId: subject.history.find(({ kind }) => kind === "registered")?.id ?? null,
  };
}

/** What this person may do to the commitment as it stands; the rest would only be refused. */
function offered(
  actor: Actor,
  subject: ActSubject,
  { status, recurring, successorId }: Standing,
  isHandedOver: boolean,
): { name: ActName; label: string }[] {
  const isSettled = status === "met" || status === "lapsed";
  const makesSense: Record<ActName, boolean> = {
    uitstellen: !isSettled && !recurring && successorId === null,
    melden: !isSettled,
    bron: true,
    verbinden: true,
    overdragen: !isHandedOver,
    aanvaarden: isHandedOver,
    weigeren: isHandedOver,
    oordelen: status !== "lapsed" && !recurring,
    vervallen: !isSettled,
    heropenen: isSettled,
  };
  return (Object.keys(ACTS) as ActName[])
    .filter((name) => makesSense[name] && may(actor, ACTS[name].permission, whoseAct(name, subject)))
    .map((name) => ({ name, label: ACTS[name].label }));
}
