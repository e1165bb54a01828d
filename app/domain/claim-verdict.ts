/** What the ministry claims of a commitment beside what the committee decided on that claim: neither takes the other's place. */
import type { CommitmentEvent } from "./events.ts";

/** An event as the back office or the public has it. */
type Told = Pick<CommitmentEvent, "kind" | "payload">;
type Claimed<E> = E & Pick<Extract<CommitmentEvent, { kind: "reported" }>, "kind" | "payload">;
type Judged<E> = E & Pick<Extract<CommitmentEvent, { kind: "judged" }>, "kind" | "payload">;

export interface ClaimAndVerdict<E extends Told> {
  /** The last report by which something was met, whole or in part. */
  claim: Claimed<E> | null;
  /** What was decided since; null where nobody has decided on that claim. */
  verdict: Judged<E> | null;
  /** The committee says something else than the ministry. */
  disagree: boolean;
}

/**
 * From the events that count, in the order in which they hold. A new claim has yet to be judged: a verdict on an earlier
 * one says nothing of it. What lapsed or was opened again begins anew.
 */
export function claimAndVerdict<E extends Told>(effective: readonly E[]): ClaimAndVerdict<E> {
  let claim: Claimed<E> | null = null;
  let verdict: Judged<E> | null = null;
  for (const event of effective) {
    if (isClaim(event)) [claim, verdict] = [event, null];
    else if (isVerdict(event)) verdict = event;
    else if (event.kind === "lapsed" || event.kind === "reopened") [claim, verdict] = [null, null];
  }
  return { claim, verdict, disagree: claim !== null && verdict !== null && differ(claim, verdict) };
}

const differ = (claim: Claimed<Told>, verdict: Judged<Told>): boolean =>
  claim.payload.claim !== verdict.payload.verdict;

const isVerdict = <E extends Told>(event: E): event is Judged<E> => event.kind === "judged";

/** A note on how far it is, or that it comes later, claims nothing. */
const isClaim = <E extends Told>(event: E): event is Claimed<E> =>
  event.kind === "reported" && ["met", "partly_met"].includes((event as Claimed<Told>).payload.claim);
