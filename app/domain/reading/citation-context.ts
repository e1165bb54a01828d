/**
 * Papers whose dossier stands elsewhere in the text: "idem, nr. 14", "ibidem", "zelfde dossier, nr. 5", "op stuk nr. 469".
 * Where two dossiers could be meant, none is named.
 */
import { numbersAt, paperUrl } from "./citation-grammar.ts";
import type { FoundCitation } from "./findings.ts";

/** "Idem" for a paper stands at the start of a sentence or a note; elsewhere it is a common word. */
const SAME =
  /(?<=^|[.;:(\n] ?|\d ?|[.;(\n] ?\d{1,3}[.)]? |(?:zie|en|in) )(?<word>idem|ibidem|ibid\.?|t\.a\.p\.|(?:het|dit|dat|een)?(?:zelfde|voornoemd|genoemd) (?:dossier|kamerstuk(?:dossier)?)|dit (?:kamer)?dossier)(?![\p{L}\d])/giu;
/** So far back a note refers at most, in characters. */
const REACH = 400;
/** Behind a word that stands for the paper itself: the end of the note, or a page. */
const ENDS = /^ ?(?:$|[.;)\n]|, ?(?:p|pp|blz|pag)\.)/;

const isPaper = ({ kind }: FoundCitation): boolean => kind === "kamerstuk" || kind === "kst-id";

/** The papers of the last place in `known` that ends before `at`, or none where it is too far or names two dossiers. */
function papersBefore(known: readonly FoundCitation[], at: number): readonly FoundCitation[] {
  const last = known.at(-1);
  if (!last || !isPaper(last) || last.end > at || at - last.end > REACH) return [];
  let from = known.length - 1;
  while (from > 0 && known[from - 1]?.start === last.start) from--;
  const there = known.slice(from);
  return there.every(({ dossier }) => dossier === last.dossier) ? there : [];
}

/** The papers that "idem" at `match` stands for, with the dossier and year of the paper before it. */
function repeatedAt(text: string, match: RegExpExecArray, before: readonly FoundCitation[]): FoundCitation[] {
  const [paper] = before;
  if (!paper?.dossier) return [];
  const { dossier, year } = paper;
  const wordEnd = match.index + match[0].length;
  const bracket = /^ \((?=nrs?)/.exec(text.slice(wordEnd, wordEnd + 5))?.[0].length ?? 0;
  const numbers = numbersAt(text, wordEnd + bracket, match.index)?.numbers;
  const isSame = before.length === 1 && /^[it]/i.test(match[0]) && ENDS.test(text.slice(wordEnd, wordEnd + 8));
  const same =
    isSame && paper.number !== null ? [{ number: paper.number, span: { start: match.index, end: wordEnd } }] : [];
  return (numbers ?? same).map(({ number, span }) => ({
    ...span,
    string: text.slice(span.start, span.end),
    kind: "kamerstuk",
    dossier,
    number,
    year,
    url: paperUrl(dossier, number),
    contextDossier: null,
  }));
}

/** The citations in order, with those that "idem" and the like stand for put between them. */
function withRepeated(text: string, found: readonly FoundCitation[]): FoundCitation[] {
  const known: FoundCitation[] = [];
  let next = 0;
  for (const match of text.matchAll(SAME)) {
    while (next < found.length && (found[next]?.start ?? 0) < match.index) known.push(found[next++] as FoundCitation);
    const papers = repeatedAt(text, match, papersBefore(known, match.index));
    const end = papers.at(-1)?.end ?? 0;
    if ((found[next]?.start ?? Number.POSITIVE_INFINITY) >= end) known.push(...papers);
  }
  return [...known, ...found.slice(next)];
}

const namesDossier = (one: FoundCitation): boolean => one.dossier !== null && (isPaper(one) || one.kind === "dossier");

/**
 * All citations in order, with what their context says of them. The dossier of "op stuk nr. 469" is the one that its
 * paragraph names before it, else the only one that the text names at all.
 */
export function inContext(text: string, found: readonly FoundCitation[]): FoundCitation[] {
  const all = withRepeated(text, found);
  const [only, another] = new Set(all.filter(namesDossier).map(({ dossier }) => dossier));
  let near = new Set<string | null>();
  let paragraphEnd = -1;
  return all.map((one) => {
    if (one.start > paragraphEnd) {
      near = new Set();
      const end = text.indexOf("\n", one.start);
      paragraphEnd = end < 0 ? text.length : end;
    }
    if (namesDossier(one)) near.add(one.dossier);
    if (one.kind !== "stuk_nr_context") return one;
    const [here, alsoHere] = near;
    const contextDossier = near.size > 0 ? (alsoHere ? null : (here ?? null)) : another ? null : (only ?? null);
    return { ...one, contextDossier, url: contextDossier && paperUrl(contextDossier, one.number) };
  });
}
