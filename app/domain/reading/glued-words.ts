/**
 * Official publications made from PDF lose the space at line ends: "wordengeïnformeerd", "kwartaalvan 2025". A token is
 * cut only where both halves are words of the genre and one of them is a word with which Dutch makes no compounds.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that never are the first half of a Dutch compound. */
const NEVER_FIRST = words(
  "wordt worden zal zullen heeft hebben is zijn kan kunnen uw de het een dit deze die dat ik wij zoals om van en als met hierover daarover hiervan daarvan reeds",
);
/** Words that never are the second half of one. */
const NEVER_SECOND = words(
  "van voor over met naar aan wordt worden zal zullen heeft hebben is zijn uw de het een ik hierover daarover geïnformeerd beantwoord beantwoorden toegezegd toegezonden gestuurd informeren betreffende",
);
const GENRE = words(`
  januari februari maart april mei juni juli augustus september oktober november december
  voorjaar zomer najaar herfst winter dag dagen week weken maand maanden kwartaal jaar halfjaar
  zomerreces kerstreces meireces herfstreces voorjaarsreces reces einde eind begin medio uiterlijk binnen eerste tweede derde vierde
  kamer brief kamerbrief minister staatssecretaris kabinet regering informeer informeren geïnformeerd bericht berichten
  toegezegd toegezegde toezegging toezeggingen toezeggen eerder eerste volgende komende voortgangsbrief voortgangsrapportage
  vragen antwoorden beantwoord beantwoorden beantwoording termijn toekomen sturen gestuurd gezonden toegezonden delen rapporteren
  uitstel spoedig mogelijk onderzoek advies reactie wetsvoorstel evaluatie motie debat overleg
  hierover daarover hiervan daarvan hier nader worden wordt zullen hebben heeft
`);
/** Real words that fall apart into two of the above. */
const REAL = words(
  "voorjaar najaar hierover daarover hiervoor voordat aanzijn eenjaar dewinter overzijn voorzijn aanhebben overhebben voorhebben meimaand dedag zijnde tebericht hierna",
);

const isKnown = (part: string): boolean => GENRE.has(part) || NEVER_FIRST.has(part) || NEVER_SECOND.has(part);

/** Where in a lower-case token the lost space was, or 0. */
function cutIn(token: string): number {
  if (isKnown(token) || REAL.has(token)) return 0;
  for (let at = 2; at <= token.length - 3; at++) {
    const left = token.slice(0, at);
    const right = token.slice(at);
    if (NEVER_FIRST.has(left) && right.length >= 4 && isKnown(right)) return at;
    if (left.length >= 4 && isKnown(left) && NEVER_SECOND.has(right)) return at;
  }
  return 0;
}

const TOKEN = /[\p{L}]+/gu;
const LONGEST = 40;
const MONTHS = words("januari februari maart april mei juni juli augustus september oktober november december");

/** The places in `text` where a space was lost, in order. */
export function gluedAt(text: string): number[] {
  const cuts: number[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (token.length > LONGEST) continue;
    const end = match.index + token.length;
    const capital = /^\p{Ll}+(?=\p{Lu}\p{Ll})/u.exec(token)?.[0];
    if (capital && NEVER_FIRST.has(capital)) cuts.push(match.index + capital.length);
    else if (token.length >= 6) {
      const at = cutIn(token.toLowerCase());
      if (at > 0) cuts.push(match.index + at);
    }
    if (MONTHS.has(token.toLowerCase()) && /^(?:19|20)\d\d(?!\d)/.test(text.slice(end, end + 5))) cuts.push(end);
  }
  return cuts;
}
