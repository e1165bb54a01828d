/**
 * What a status in a list may do. A list is the ministry's own word, so it becomes what the ministry reports, with the
 * list as its source: met, partly met, or that it will not do it. That a commitment lapses, and that it opens again, is
 * for the clerk (DOMAIN.md, "Who may do what"): a list can ask for neither, and the register says so.
 */

import type { Claim } from "../events.ts";
import type { Status } from "../standing.ts";

export type StatusOutcome = { kind: "nothing" } | { kind: "report"; claim: Claim } | { kind: "differs"; why: string };

const NOTHING: StatusOutcome = { kind: "nothing" };
const CLAIMS = { met: "met", partly_met: "partly_met", lapsed: "declines" } as const;

/** How far a status is from open: a list moves one way only. */
const FURTHER: Record<Status, number> = { open: 0, partly_met: 1, lapsed: 2, met: 2 };

/**
 * @param listed what the list says now, and at the last import (null: never, or nothing said)
 * @param held how it stands in the register today; null for what is not in it yet
 */
export function statusOutcome(
  listed: { now: Status | null; before: Status | null },
  held: { status: Status; awaitingJudgement: boolean; recurring: boolean } | null,
): StatusOutcome {
  const { now, before } = listed;
  const status = held?.status ?? "open";
  if (now === null || now === status) return NOTHING;
  if (held && now === before) {
    // A claim that waits for the committee, a promise without an end, and what only the clerk can end: as it was left.
    if (held.awaitingJudgement || held.recurring || now === "lapsed") return NOTHING;
  }
  if (held?.awaitingJudgement && now === "met") return NOTHING;
  if (FURTHER[now] > FURTHER[status] && !(held && now === before))
    return { kind: "report", claim: CLAIMS[now as keyof typeof CLAIMS] };
  const why =
    now === "open"
      ? "Heropenen doet de griffie."
      : "De lijst verandert dit niet: leg het zelf vast, met de brief of het besluit erbij.";
  return { kind: "differs", why };
}
