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

/** JSON with the keys of every object in order, so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const payloadDigest = ({ id, subject, subjectId, payload }: RegisterEvent, salt: string): string =>
  sha256(salt + canonicalJson({ id, subject, subjectId, payload }));

/** The link of an event behind the hash before it; new salts unless those of a stored link are given. */
export function link(
  event: RegisterEvent,
  previousHash: string,
  salts: { payloadSalt: string; recorderSalt: string } = {
    payloadSalt: randomBytes(16).toString("hex"),
    recorderSalt: randomBytes(16).toString("hex"),
  },
): ChainLink {
  const digests = {
    payloadDigest: payloadDigest(event, salts.payloadSalt),
    recorderDigest: sha256(salts.recorderSalt + event.recordedBy),
  };
  const { seq, kind, effectiveOn, recordedAt } = event;
  const hash = sha256(
    canonicalJson([seq, kind, effectiveOn, recordedAt, digests.payloadDigest, digests.recorderDigest, previousHash]),
  );
  return { ...salts, ...digests, previousHash, hash };
}
