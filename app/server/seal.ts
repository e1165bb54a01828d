/**
 * Secrets of second factors as they are stored: with REGISTER_KEY set, encrypted (AES-256-GCM), so that the file of the
 * database alone gives no codes. The account goes into the seal: a secret that is copied to another row does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { settings } from "./env.ts";

const OPEN = "open:";
const SEALED = "aes-256-gcm:";

const keyOf = (): Buffer | null => {
  const { REGISTER_KEY } = settings();
  return REGISTER_KEY === undefined ? null : Buffer.from(REGISTER_KEY, "base64");
};

/** Whether secrets are encrypted from now on. */
export const isSealing = (): boolean => keyOf() !== null;

export function seal(secret: string, accountId: string): string {
  const key = keyOf();
  if (!key) return OPEN + secret;
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(accountId));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64");
}

/** Null where it was sealed with another key, for another account, or where there is no key. */
export function unseal(stored: string, accountId: string): string | null {
  if (stored.startsWith(OPEN)) return stored.slice(OPEN.length);
  const key = keyOf();
  if (!key || !stored.startsWith(SEALED)) return null;
  const bytes = Buffer.from(stored.slice(SEALED.length), "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(accountId))
      .setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/** Whether it stands readable in the database while there is a key to seal it with. */
export const isOpenInVain = (stored: string): boolean => stored.startsWith(OPEN) && isSealing();
