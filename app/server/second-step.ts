/** The second factor, asked for and set up: what pages of signing in and of one's own account have in common. */
import { encode } from "uqr";
import type { Account } from "#db/accounts.ts";
import { resealSecret, setSecondFactor, spendRecoveryCode, spendStep } from "#db/second-factor.ts";
import { now } from "./clock.ts";
import { appAddress, bareRecoveryCode, inFours, newRecoveryCodes, stepOfCode } from "./one-time-code.ts";
import { isOpenInVain, seal, unseal } from "./seal.ts";

/** What the page of setting up shows. Both are the same secret: the square to scan, the letters to type over. */
export interface SetUp {
  /** Dark fields of the square, as the outline of an SVG path on a grid of `size`. */
  square: { size: number; path: string };
  letters: string;
  /** Opens an app on the same device. */
  address: string;
}

/** Null where nothing is being set up, or where it was sealed with a key that is no longer there. */
export function setUpOf({ id, email, totpProposed }: Account): SetUp | null {
  const secret = totpProposed && unseal(totpProposed, id);
  if (!secret) return null;
  const address = appAddress(secret, email);
  return { square: squareOf(address), letters: inFours(secret), address };
}

function squareOf(address: string): SetUp["square"] {
  const { data, size } = encode(address, { ecc: "L", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { size, path };
}

/** What was typed, to stand in a sentence: a wrong code is told nothing about. */
export const WRONG_CODE =
  "Deze code klopt niet, of is al gebruikt. Neem de code die nu in uw app staat; elke halve minuut komt er een nieuwe.";

/** Confirms what is being set up with a code of it. Answers the recovery codes, to be shown once; null for a wrong code. */
export async function confirmSetUp({ id, totpProposed }: Account, typed: string): Promise<string[] | null> {
  const secret = totpProposed && unseal(totpProposed, id);
  const step = secret && stepOfCode(secret, typed, new Date(now()));
  if (!totpProposed || !step) return null;
  const codes = newRecoveryCodes();
  const isSet = await setSecondFactor(id, { sealed: totpProposed, step, codes: codes.map(bareRecoveryCode) });
  return isSet ? codes : null;
}

/** Whether this is a code of the app of this account that was not used before; then it is used up. */
export async function acceptCode({ id, totpSecret }: Account, typed: string): Promise<boolean> {
  const secret = totpSecret && unseal(totpSecret, id);
  const step = secret && stepOfCode(secret, typed, new Date(now()));
  if (!totpSecret || !secret || !step || !(await spendStep(id, step))) return false;
  if (isOpenInVain(totpSecret)) await resealSecret(id, totpSecret, seal(secret, id));
  return true;
}

export const acceptRecoveryCode = ({ id }: Account, typed: string): Promise<boolean> =>
  spendRecoveryCode(id, bareRecoveryCode(typed), now());

/** Whether the register can still read the second factor. Not so once its key was lost or changed. */
export const isReadable = ({ id, totpSecret }: Account): boolean =>
  totpSecret === null || unseal(totpSecret, id) !== null;
