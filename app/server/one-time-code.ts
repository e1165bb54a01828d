/** The codes of an authenticator app (TOTP, RFC 6238): six digits, another one every half minute. */
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const NAME = "Toezeggingenregister";

/** What every app assumes. SHA-1 is what some of them only know; in an HMAC it is not weakened by collisions. */
const totpOf = (secret: string, label = ""): TOTP =>
  new TOTP({ issuer: NAME, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 });

/** 160 bits in base32, the length of the hash. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/**
 * The step of half a minute of which this is the code, at most one before or after now; null for a wrong code. Who
 * accepts it also keeps the step, so that no code works twice.
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const totp = totpOf(secret);
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : totp.counter({ timestamp: now.getTime() }) + delta;
}

/** What an app shows at this moment. */
export const presentCode = (secret: string, now: Date): string => totpOf(secret).generate({ timestamp: now.getTime() });

/** The address that an app reads from the square. */
export const appAddress = (secret: string, email: string): string => totpOf(secret, email).toString();

/** `ABCD EFGH …`: to type over. */
export const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? "";

const RECOVERY_CODES = 10;
/** 31 signs, without those that look alike. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes such as `k7mp-x2hd-9fqa-w3te`, of some 79 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    let code = "";
    while (code.length < 16)
      for (const byte of randomBytes(24)) {
        // Bytes above the last whole round would make some signs more likely.
        if (byte < SIGNS.length * 8 && code.length < 16) code += SIGNS[byte % SIGNS.length];
      }
    return code.match(/.{4}/g)?.join("-") ?? code;
  });

/** As it is stored: without the lines between, which one may type or leave out. */
export const bareRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, "");
