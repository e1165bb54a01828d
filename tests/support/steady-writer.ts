/**
 * A program that publishes invented commitments without end, each in a transaction of its own, and tells of each that
 * was kept. It ends when it is ended. Before it begins it verifies what it finds, and tells that as well.
 */
import { and, eq } from "drizzle-orm";
import type { CommitmentEvent } from "#app/domain/events.ts";
import { db, write } from "#db/client.ts";
import { asEvent, newId, record } from "#db/events.ts";
import { chainHead } from "#db/heads.ts";
import { events } from "#db/schema.ts";
import { differences } from "#db/verify.ts";

const say = (told: object): void => void process.stdout.write(`${JSON.stringify(told)}\n`);

say({ differences: await differences() });
const isCommitment = and(eq(events.subject, "commitment"), eq(events.kind, "registered"));
const [model] = await db.select().from(events).where(isCommitment).limit(1);
const registered = model && (asEvent(model) as CommitmentEvent);
if (registered?.subject !== "commitment" || registered.kind !== "registered")
  throw new Error("There is no commitment.");

for (let number = ((await chainHead())?.seq ?? 0) + 1; ; number += 1) {
  const subject = { subject: "commitment", subjectId: newId(), effectiveOn: registered.effectiveOn } as const;
  const title = `Wat onder druk is beloofd, nummer ${number} (verzonnen)`;
  // Two events, so that a half would show.
  const [, last] = await write((tx) =>
    record(tx, "test", [
      { ...subject, kind: "registered", payload: { ...registered.payload, title } },
      { ...subject, kind: "published", payload: { number: `2012-${number}` } },
    ]),
  );
  say({ kept: last?.seq, recordedAt: last?.recordedAt });
}
