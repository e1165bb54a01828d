/** The names in a row: to whom it was promised, who promised it, in which debate. */
import { bareName, isTheChamber, splitBrackets, splitNames } from "../names.ts";

export interface ListedMember {
  name: string;
  groupName: string | null;
}

export interface ListedAddressees {
  members: ListedMember[];
  /** As the list writes it; null where it names none. */
  committee: string | null;
}

const COMMITTEE = /^(?:de )?(?:(?:vaste|algemene|tijdelijke|bijzondere) )*(?:kamer)?commissie\b/i;

/** `Jansen (ABC); vaste commissie voor Digitale Zaken`: the Chamber itself needs no name. */
export function addresseesIn(to: string): ListedAddressees {
  const names = (COMMITTEE.test(to) ? to.split(";") : splitNames(to))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !isTheChamber(name));
  return {
    members: names
      .filter((name) => !COMMITTEE.test(name))
      .map((name) => splitBrackets(bareName(name)))
      .map(({ before, inBrackets }) => ({ name: before, groupName: inBrackets })),
    committee: names.find((name) => COMMITTEE.test(name))?.replace(/^de /i, "") ?? null,
  };
}

/** Names in one order, so that two lists of the same people are the same. */
export const inOneOrder = (names: readonly string[]): string =>
  [...new Set(names)].sort((a, b) => a.localeCompare(b, "nl")).join("; ");

export const memberWords = ({ name, groupName }: ListedMember): string => (groupName ? `${name} (${groupName})` : name);

const LETTER = /\b(?:kamer|voortgangs|verzamel|reactie|aanbiedings|antwoord|uitstel)?brief\b/i;
/** Where it was promised, by the words of the list: in a letter, or else in a debate. */
export const isLetterOrigin = (words: string): boolean => LETTER.test(words);

const KINDS: readonly [RegExp, string][] = [
  [/\b(?:commissiedebat|cd)\b/i, "commissiedebat"],
  [/\b(?:algemeen overleg|ao)\b/i, "algemeen overleg"],
  [/\b(?:verslag algemeen overleg|vao)\b/i, "verslag algemeen overleg"],
  [/\bnotaoverleg\b/i, "notaoverleg"],
  [/\b(?:wetgevingsoverleg|wgo)\b/i, "wetgevingsoverleg"],
  [/\bbegrotings(?:overleg|behandeling|debat)\b/i, "begrotingsoverleg"],
  [/\btweeminutendebat\b/i, "tweeminutendebat"],
  [/\b(?:schriftelijk overleg|so)\b/i, "schriftelijk overleg"],
  [/\b(?:vragenuur|mondelinge vragen)\b/i, "vragenuur"],
  [/\bplenai?re?\b/i, "plenair debat"],
];
/** The kind of debate that the words name; "debat" where they name none. */
export const debateKindIn = (words: string): string => KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? "debat";

/** "het ministerie van Voorbeelden" and "Voorbeelden" are the same ministry. */
export const ministryKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:het )?(?:ministerie)(?: van)?\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
