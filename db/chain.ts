/**
 * The hash chain over all events. An outsider can verify it without the texts and names: the hash of an event covers
 * its sequence, kind, both clocks, the salted digests of payload and recorder, and the hash before.
 */
import { createHash, randomBytes } from "node:crypto";
import type { RegisterEvent } from "#app/domain/events.ts";

export interface ChainLink {
  payloadSalt: string;
  recorderSalt: string;
  payloadDigest: string;
  recorderDigest: string;
  previousHash: string;
  hash: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/**
 * JSON with the keys of every object in order, so that equal values have equal text. The order is that of UTF-16 code
 * units and numbers are written as JavaScript does; `public/keten-nagaan.mjs` must write the very same.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Of what the event says: all that the hash does not cover by itself. */
export const payloadDigest = (
  { id, subject, subjectId, payload }: Pick<RegisterEvent, "id" | "subject" | "subjectId" | "payload">,
  salt: string,
): string => sha256(salt + canonicalJson({ id, subject, subjectId, payload }));

export const recorderDigest = (recordedBy: string, salt: string): string => sha256(salt + recordedBy);

/** What an outsider holds of every event. */
type Hashed = Pick<RegisterEvent, "seq" | "kind" | "effectiveOn" | "recordedAt"> &
  Pick<ChainLink, "payloadDigest" | "recorderDigest" | "previousHash">;

export const hashOf = (event: Hashed): string =>
  sha256(
    canonicalJson([
      event.seq,
      event.kind,
      event.effectiveOn,
      event.recordedAt,
      event.payloadDigest,
      event.recorderDigest,
      event.previousHash,
    ]),
  );

const newSalt = (): string => randomBytes(16).toString("hex");

/** The link of an event behind the hash before it, with new salts. */
export function link(event: RegisterEvent, previousHash: string): ChainLink {
  const salts = { payloadSalt: newSalt(), recorderSalt: newSalt() };
  const digests = {
    payloadDigest: payloadDigest(event, salts.payloadSalt),
    recorderDigest: recorderDigest(event.recordedBy, salts.recorderSalt),
  };
  return { ...salts, ...digests, previousHash, hash: hashOf({ ...event, ...digests, previousHash }) };
}
