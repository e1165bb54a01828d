/**
 * The register for an outsider: every event with what its hash covers, so that the chain can be followed without us,
 * and of what is published the text with its salt, so that the digest of the text can be made again.
 */
import { setImmediate } from "node:timers/promises";
import { type Instant, instantInWords } from "#app/domain/calendar.ts";
import { chainHead } from "./heads.ts";
import { publishedAmong } from "./published-events.ts";
import { eventIn, type RawEvent, storedEvents } from "./stored-events.ts";

const FORMAT = "toezeggingenregister-keten";

/**
 * The export as JSON Lines: a line on the format and the head, then a line for every event up to that head, so many at
 * a time. Never who recorded something, only the digest of it.
 */
export async function* chainExport(): AsyncGenerator<string> {
  const head = await chainHead();
  yield line(description(head));
  for await (const batch of storedEvents(head?.seq ?? 0)) {
    const open = await publishedAmong(batch);
    // Others are served in between.
    await setImmediate();
    yield batch.map((row) => line({ ...closed(row), ...(open.has(row.id) && opened(row)) })).join("");
  }
}

const description = (head: { seq: number; hash: string; recordedAt: Instant } | null) => ({
  format: FORMAT,
  version: 1,
  head,
  explanation: [
    head
      ? `Alle gebeurtenissen van het toezeggingenregister tot en met ${instantInWords(head.recordedAt)}, één per regel.`
      : "Het toezeggingenregister heeft nog geen gebeurtenissen.",
    "hash = SHA-256 van de JSON-rij [seq, kind, effectiveOn, recordedAt, payloadDigest, recorderDigest, previousHash]; de eerste previousHash is leeg.",
    "payloadDigest = SHA-256 van payloadSalt, gevolgd door de JSON van {id, payload, subject, subjectId} met alle sleutels op volgorde en zonder spaties.",
    "Zonder payload: de gebeurtenis is niet openbaar. recorderDigest hoort bij wie het vastlegde; namen staan er niet in.",
    "Nagaan: node keten-nagaan.mjs dit-bestand",
  ],
});

const closed = (row: RawEvent) => ({
  seq: row.seq,
  kind: row.kind,
  effectiveOn: row.effectiveOn,
  recordedAt: row.recordedAt,
  payloadDigest: row.payloadDigest,
  recorderDigest: row.recorderDigest,
  previousHash: row.previousHash,
  hash: row.hash,
});

function opened(row: RawEvent) {
  const { id, subject, subjectId, payloadSalt } = row;
  return { id, subject, subjectId, payload: eventIn(row)?.payload, payloadSalt };
}

/** Many programs take these two for the end of a line; JSON.stringify leaves them as they are. */
const line = (value: object): string =>
  `${JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) => (end === "\u2028" ? "\\u2028" : "\\u2029"))}\n`;
