/** Handing over: a commitment counts at the other ministry once that has accepted it. */
import type { CommitmentEvent } from "./events.ts";

type HandedOver = Extract<CommitmentEvent, { kind: "handed_over" }>;

/** The handing over that nobody has accepted yet, of the events that count. One that is refused counts no more. */
export function waitingHandOver(effective: readonly CommitmentEvent[]): HandedOver | null {
  return effective.reduce<HandedOver | null>(
    (waiting, event) => (event.kind === "handed_over" ? event : event.kind === "accepted" ? null : waiting),
    null,
  );
}
