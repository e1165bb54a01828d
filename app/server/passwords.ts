/** Passwords: which ones are taken, and argon2id with the parameters that OWASP advises (19 MiB, two passes). */
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import type { InputProblem } from "./debate-fields.ts";

/** 2 is argon2id; the package types its names as a const enum, which a module of its own cannot import. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One and the same sign can be typed in two ways on two keyboards. */
const normal = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), OPTIONS);

/** A hash of nothing that anyone knows: looked at when the name is wrong, so that it takes the same time. */
let decoy: Promise<string> | undefined;

/** @param stored null for no account, empty for one whose invitation was not taken yet: nothing fits those */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored || (await decoy), normal(password));
  return fits && Boolean(stored);
}

const SHORTEST = 12;
const LONGEST = 200;

let common: Set<string> | undefined;
const isCommon = (password: string): boolean => {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(password) || common.has(password.toLowerCase());
};

/**
 * Why this cannot be the password of somebody, in a sentence; null where it can. What is refused follows NIST SP
 * 800-63B: too short, on a list of common ones, or one's own name or address. There are no rules about kinds of signs.
 */
export function passwordProblem(typed: string, { name, email }: { name: string; email: string }): string | null {
  const password = normal(typed);
  const length = [...password].length;
  if (length === 0) return "Vul een wachtwoord in.";
  if (length < SHORTEST) return `Dit wachtwoord heeft ${length} tekens. Neem er minstens ${SHORTEST}.`;
  if (length > LONGEST) return `Dit wachtwoord is te lang. Neem hoogstens ${LONGEST} tekens.`;
  if (isCommon(password)) return "Dit wachtwoord gebruiken veel mensen, dus het is makkelijk te raden. Kies een ander.";
  const letters = (text: string) =>
    normal(text)
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]/gu, "");
  const [before = ""] = email.split("@");
  if ([name, email, before].map(letters).includes(letters(password)))
    return "Dit is uw eigen naam of e-mailadres. Kies iets wat een ander niet over u weet.";
  if (new Set(password.toLowerCase()).size < 4)
    return "Dit wachtwoord herhaalt steeds dezelfde tekens. Kies een ander.";
  return null;
}

/** The same for the two fields of a form: `nieuw` and, once more, `herhaald`. */
export function newPasswordProblems(form: FormData, person: { name: string; email: string }): InputProblem[] {
  const [typed, again] = ["nieuw", "herhaald"].map((field) => String(form.get(field) ?? ""));
  const problem = passwordProblem(typed ?? "", person);
  if (problem) return [{ field: "nieuw", message: problem }];
  if (typed === again) return [];
  return [{ field: "herhaald", message: "Dit is niet hetzelfde als in het veld erboven. Typ beide nog een keer." }];
}
