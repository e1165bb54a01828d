/** Passwords: argon2id with the parameters that OWASP advises (19 MiB, two passes). */
import { hash, verify } from "@node-rs/argon2";

/** 2 is argon2id; the package types its names as a const enum, which a module of its own cannot import. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** A hash of nothing that anyone knows: looked at when the name is wrong, so that it takes the same time. */
let decoy: Promise<string> | undefined;

export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null;
}
