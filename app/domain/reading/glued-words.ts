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

/** The words of a text come back all the time: what was found in each is kept. */
const cuts = new Map<string, number>();
const MOST_KEPT = 20_000;

/** Where in a lower-case token the lost space was, or 0. */
function cutIn(token: string): number {
  const known = cuts.get(token);
  if (known !== undefined) return known;
  const fresh = findCut(token);
  if (cuts.size >= MOST_KEPT) cuts.clear();
  cuts.set(token, fresh);
  return fresh;
}

function findCut(token: string): number {
  if (isKnown(token) || REAL.has(token)) return 0;
  for (const at of [2, 3, 4, 5, 9]) {
    const [left, right] = [token.slice(0, at), token.slice(at)];
    if (BEFORE_MONTH.has(left) && MONTHS.has(right)) return at;
    if (BEFORE_ARTICLE.has(left) && ARTICLE.has(right)) return at;
  }
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
/** After these a year follows: "najaar2026". */
const BEFORE_YEAR = words(
  "voorjaar zomer najaar herfst winter kwartaal jaar medio begin eind einde zomerreces kerstreces",
);
/** Short words that together with the next are no Dutch word: "inde", "voorde", "eindmei". */
const BEFORE_ARTICLE = words("in op aan met voor over door naar bij tot uit om");
const ARTICLE = words("de het");
const BEFORE_MONTH = words("in begin medio eind einde half voor vóór uiterlijk per tot vanaf");
/** Words before a number of days, and after a day or a year. */
const BEFORE_NUMBER = words("binnen uiterlijk voor vóór");
const AFTER_NUMBER = words(
  "aan wordt worden zal zullen heeft hebben is zijn van voor naar en of een de het in over met te toe gereed op aanstaande jongstleden",
);
const UNITS = words("dagen weken maanden week maand jaar kwartaal werkdagen");

/** Whether a word is stuck to a day, a year or a number of days before it: "1juli", "2026aan", "6weken". */
function followsNumber(text: string, at: number, word: string): boolean {
  if (!/\d/.test(text.charAt(at - 1))) return false;
  const digits = /(?<![\d.,:/-])(?:(?:19|20)\d\d|(?<!\p{L})\d{1,2})$/u.exec(text.slice(Math.max(0, at - 6), at))?.[0];
  if (digits === undefined) return false;
  if (digits.length <= 2) return MONTHS.has(word) || UNITS.has(word);
  return AFTER_NUMBER.has(word);
}

/** The places in `text` where a space was lost, in order. */
export function gluedAt(text: string): number[] {
  const places: number[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (token.length > LONGEST) continue;
    const end = match.index + token.length;
    const lower = token.toLowerCase();
    if (followsNumber(text, match.index, lower)) places.push(match.index);
    const hasCapital = lower !== token;
    const capital = hasCapital ? /^\p{Ll}+(?=\p{Lu}\p{Ll})/u.exec(token)?.[0] : undefined;
    if (capital && NEVER_FIRST.has(capital)) places.push(match.index + capital.length);
    else if (token.length >= 4) {
      const isName = hasCapital && /^[A-Z]\p{Ll}{1,3}de$/u.test(token); // "Voorde"
      const at = isName ? 0 : cutIn(lower);
      if (at > 0) places.push(match.index + at);
    }
    const next = text.slice(end, end + 5);
    if ((MONTHS.has(lower) || BEFORE_YEAR.has(lower)) && /^(?:19|20)\d\d(?!\d)/.test(next)) places.push(end);
    else if (BEFORE_NUMBER.has(lower) && /^\d{1,2} /.test(next)) places.push(end);
  }
  return places;
}
