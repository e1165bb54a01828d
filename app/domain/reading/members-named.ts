/** Members of the Chamber as a text names them: "de heer De Boer (VVD)", "de leden Yilmaz en Van Dam", "(Yilmaz, D66)". */
import type { Span } from "./findings.ts";
import { PARTY } from "./speaker-label.ts";

export interface NamedMember {
  name: string;
  party: string | null;
}

interface MemberInText extends NamedMember, Span {
  words: string;
}

const PARTICLE = "(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[’']t)";
const CAPITAL = `(?!${PARTICLE}(?![\\p{L}]))\\p{Lu}[\\p{L}’'-]*`;
const NAME = `(?:${PARTICLE} ){0,3}${CAPITAL}(?: (?:${PARTICLE} ){0,2}${CAPITAL})?`;
const OF_PARTY = `(?: \\((?<party>[^()]{1,40})\\)| van (?:de )?(?<ofParty>${PARTY})(?![\\p{L}]))?`;
const TITLE = "(?:[Hh]et [Ll]id|[Ll]id|[Dd]e heer|[Mm]eneer|[Mm]evrouw|[Kk]amerlid|[Cc]ollega)";
const titled = new RegExp(`(?<![\\p{L}])${TITLE} (?:Kamerlid )?(?<name>${NAME})${OF_PARTY}`, "gu");
const several = new RegExp(
  `(?<![\\p{L}])(?:[Dd]e leden|[Dd]e Kamerleden|leden) (?<names>${NAME}(?: \\([^()]{1,40}\\))?(?:(?:, | en ) ?${NAME}(?: \\([^()]{1,40}\\))?){1,6})`,
  "gu",
);
const plain = new RegExp(`(?<![\\p{L}])(?<name>${NAME}) \\((?<party>${PARTY})\\)`, "gu");
const inBrackets = new RegExp(
  `\\((?:lid |het lid |aan )?(?<name>${NAME})(?:[,/;]? ?(?<party>${PARTY})|, [^(),]{1,30})?\\)`,
  "gu",
);

/** The party in the name itself: "Koekkoek van Volt". */
const TRAILING_PARTY = new RegExp(` van (?:de )?(?<party>${PARTY})$`, "u");

function memberOf(name: string, party: string | null, start: number, words: string): MemberInText {
  const trailing = TRAILING_PARTY.exec(name);
  return {
    name: trailing ? name.slice(0, trailing.index) : name,
    party: party ?? trailing?.groups?.party ?? null,
    start,
    end: start + words.length,
    words,
  };
}

/** In the order of the text, each place once. */
export function membersNamed(text: string): MemberInText[] {
  const found: MemberInText[] = [];
  const add = (member: MemberInText) => {
    if (!found.some(({ start, end }) => member.start < end && start < member.end)) found.push(member);
  };
  for (const { groups, index, 0: words } of text.matchAll(several))
    for (const one of (groups?.names ?? "").split(/, | en /)) {
      const [, name = "", party = null] = /^(.*?)(?: \(([^()]+)\))?$/.exec(one.trim()) ?? [];
      const at = index + words.indexOf(one);
      if (name) add(memberOf(name, party, at, one));
    }
  for (const { groups, index, 0: words } of text.matchAll(titled))
    add(memberOf(groups?.name ?? "", groups?.party ?? groups?.ofParty ?? null, index, words));
  for (const { groups, index, 0: words } of text.matchAll(plain))
    add(memberOf(groups?.name ?? "", groups?.party ?? null, index, words));
  return found.sort((a, b) => a.start - b.start);
}

/** As the end of a written item has them: "… over de kassen (Yilmaz, D66)". */
export const membersInBrackets = (text: string): MemberInText[] =>
  [...text.matchAll(inBrackets)].flatMap(({ groups, index, 0: words }) =>
    isParty.test(groups?.name ?? "") ? [] : memberOf(groups?.name ?? "", groups?.party ?? null, index, words),
  );
const isParty = new RegExp(`^(?:${PARTY})$`, "u");

/** `De Boer (VVD)`: as it is typed in a form. */
export const memberInBrackets = ({ name, party }: NamedMember): string => (party ? `${name} (${party})` : name);
