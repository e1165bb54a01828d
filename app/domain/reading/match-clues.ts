/** What a passage has to match with: its words, and the papers, days and members that it names. */
import { day, type IsoDay } from "../calendar.ts";
import { citations } from "./citation.ts";
import { Vocabulary } from "./compounds.ts";
import { atomsIn, wordsIn } from "./match-words.ts";
import type { CommitmentIndex } from "./matchable-commitments.ts";
import { sentences } from "./sentences.ts";
import { MONTH, monthNumber } from "./time-words.ts";

export interface Clues {
  /** Words that open commitments have, with how much they count: those beside the promise itself count in full. */
  words: ReadonlyMap<string, number>;
  papers: ReadonlySet<string>;
  /** Days named in the passage on which one of the commitments was made. */
  days: ReadonlySet<IsoDay>;
  surnames: ReadonlySet<string>;
}

/** The sentence that recalls or meets a promise says which; those around it tell of other things too. */
const NAMES_PROMISE = /toe(?:ge)?zeg|toezegging|beloofd|belofte|gestand|voldaan|afgedaan|zegde/i;
const ELSEWHERE = 0.35;

const SPOKEN_DAY = new RegExp(`(?<!\\d)(\\d{1,2}) (${MONTH}) ((?:19|20)\\d\\d)`, "gi");
const daysIn = (passage: string): IsoDay[] =>
  [...passage.matchAll(SPOKEN_DAY)].flatMap(
    ([, on, month = "", year]) => day(Number(year), monthNumber(month.toLowerCase()), Number(on)) ?? [],
  );
const CAPITALISED = /\p{Lu}[\p{L}’'-]{2,}/gu;

const MAY_CITE = /\d\d.?\d{3}(?!\d)/;
const papersIn = (passage: string): string[] =>
  MAY_CITE.test(passage)
    ? citations(passage).flatMap(({ dossier, number }) =>
        dossier && number ? [`${dossier}/${number}`.toUpperCase()] : [],
      )
    : [];

export function cluesOf(passage: string, index: CommitmentIndex): Clues {
  const told = sentences(passage).map(({ start, end }) => passage.slice(start, end));
  const written = told.map(wordsIn);
  const known = new Vocabulary(written.flat(), index.vocabulary);
  const atoms = written.map((words) => [...atomsIn(words, known).keys()].filter((atom) => index.byWord.has(atom)));
  // "Daarmee is aan de toezegging voldaan" names no subject: then the sentences before it do.
  const isFocus = told.map((sentence, at) => NAMES_PROMISE.test(sentence) && (atoms[at]?.length ?? 0) > 0);
  const hasFocus = isFocus.includes(true);
  const words = new Map<string, number>();
  atoms.forEach((inSentence, at) => {
    const counts = !hasFocus || isFocus[at] ? 1 : ELSEWHERE;
    for (const atom of inSentence) if ((words.get(atom) ?? 0) < counts) words.set(atom, counts);
  });
  return {
    words,
    papers: new Set(papersIn(passage)),
    days: new Set(daysIn(passage).filter((on) => index.byDay.has(on))),
    surnames: new Set(
      [...passage.matchAll(CAPITALISED)].map(([name]) => name).filter((name) => index.bySurname.has(name)),
    ),
  };
}
