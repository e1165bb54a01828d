/** Words of a draft to the open commitments that they are about; nothing where that is not clear. */
import type { IsoDay } from "../calendar.ts";
import type { DraftCommitment } from "./draft-check.ts";
import { type CommitmentIndex, candidates, indexCommitments } from "./match.ts";

/** A commitment that words may be about, and why. */
export interface Match {
  commitmentId: string;
  reasons: string[];
}

export interface Matcher {
  /** The commitments whose number a text gives, if any: there is no doubt about those. */
  numbered(text: string): Match[];
  /** What a sentence about a promise is about: one, or several where the words do not tell them apart. */
  meant(text: string): Match[];
  /** What a text is about in which no sentence speaks of a promise: one that stands out, or nothing. */
  resembled(text: string): Match | null;
}

/** From this score on a sentence that speaks of a promise may be about it. */
const MAY_BE = 0.4;
/** From this score on a text is about it even if no sentence speaks of a promise. */
const STANDS_OUT = 0.75;
/** A second candidate with this share of the best score is as likely as the best. */
const AS_LIKELY = 0.85;
/** More than this many that fit alike tell a writer nothing. */
const MOST_ALIKE = 3;

export function matcherFor(open: readonly DraftCommitment[], sentOn: IsoDay): Matcher {
  const index = indexCommitments(open);
  const byNumber = new Map(open.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])));
  return {
    numbered: (text) => namedByNumber(text, byNumber),
    meant(text) {
      const alike = best(text, index, sentOn).filter(({ score }) => score >= MAY_BE);
      return alike.length > MOST_ALIKE ? [] : alike;
    },
    resembled(text) {
      const [numbered] = namedByNumber(text, byNumber);
      if (numbered) return numbered;
      const [only, ...others] = best(text, index, sentOn);
      return only && others.length === 0 && only.score >= STANDS_OUT && only.reasons.length > 1 ? only : null;
    },
  };
}

const NUMBER = /(?<![\d-])(?:19|20)\d\d-\d{4}(?![\d-])/g;

/** "Toezegging 2011-0007": the number that the register gave it leaves no doubt. */
function namedByNumber(text: string, byNumber: ReadonlyMap<string, string>): Match[] {
  if (!/toezegging/i.test(text)) return [];
  return [...new Set(text.match(NUMBER))].flatMap((number) => {
    const commitmentId = byNumber.get(number);
    return commitmentId ? [{ commitmentId, reasons: [`het nummer ${number} wordt genoemd`] }] : [];
  });
}

function best(text: string, index: CommitmentIndex, sentOn: IsoDay) {
  const found = candidates(text, index, { date: sentOn });
  const least = (found[0]?.score ?? 0) * AS_LIKELY;
  return found
    .filter(({ score }) => score >= least)
    .map(({ commitmentId, score, reasons }) => ({ commitmentId, score, reasons }));
}
