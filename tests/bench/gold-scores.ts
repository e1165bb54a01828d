/** Precision, recall and shares over a labelled set, by kind. A disputable row is never counted as wrongly found. */
import { type Asked, alsoOf, COUNTED, citationKey, isSameDeadline } from "./gold-answers.ts";

export interface Score {
  name: string;
  value: number;
  /** The counts behind it: "72 goed, 1 gemist". */
  counts: string;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);

function precisionAndRecall(name: string, right: number, missed: number, wrong: number): Score[] {
  return [
    { name: `${name}, precisie`, value: share(right, right + wrong), counts: `${right} goed, ${wrong} ten onrechte` },
    { name: `${name}, volledigheid`, value: share(right, right + missed), counts: `${right} goed, ${missed} gemist` },
  ];
}

function ofSentences(asked: Asked["sentences"]): Score[] {
  return COUNTED.flatMap((kind) => {
    const has = ({ findings }: Asked["sentences"][number]) => findings.some((finding) => finding.kind === kind);
    const own = asked.filter(({ row }) => row.label === kind);
    const others = asked.filter(({ row }) => row.label !== kind && !row.disputable && !alsoOf(row).includes(kind));
    const right = own.filter(has).length;
    return precisionAndRecall(kind, right, own.length - right, others.filter(has).length);
  });
}

function ofDeadlines(asked: Asked["deadlines"], which: string): Score[] {
  const located = asked.filter(({ nearest }) => nearest !== null).length;
  const right = asked.filter(({ row, nearest }) => isSameDeadline(row, nearest)).length;
  const of = `van ${asked.length}`;
  return [
    { name: `${which}, gevonden`, value: share(located, asked.length), counts: `${located} ${of}` },
    { name: `${which}, geheel goed`, value: share(right, asked.length), counts: `${right} ${of}` },
  ];
}

function ofCitations(asked: Asked["citations"]): Score[] {
  let right = 0;
  let missed = 0;
  let wrong = 0;
  let years = 0;
  let yearsRight = 0;
  for (const { row, found } of asked) {
    const left = [...found];
    for (const match of row.matches) {
      const at = left.findIndex((one) => citationKey(one) === citationKey(match));
      const [one] = at < 0 ? [] : left.splice(at, 1);
      if (!one) missed += 1;
      else {
        right += 1;
        if (match.year) years += 1;
        if (match.year && one.year === match.year) yearsRight += 1;
      }
    }
    wrong += left.length;
  }
  const counts = `${right} goed, ${missed} gemist, ${wrong} ten onrechte`;
  return [
    { name: "verwijzingen, F1", value: share(2 * right, 2 * right + missed + wrong), counts },
    { name: "verwijzingen, jaren", value: share(yearsRight, years), counts: `${yearsRight} van ${years}` },
  ];
}

/** All scores over a set, in the order in which they are shown. A part without rows gives none. */
export function scoresOf({ sentences, deadlines, citations }: Asked): Score[] {
  const undisputed = deadlines.filter(({ row }) => !row.disputable);
  return [
    ...(sentences.length > 0 ? ofSentences(sentences) : []),
    ...(deadlines.length > 0 ? ofDeadlines(undisputed, "termijnen") : []),
    ...(deadlines.length > 0 ? ofDeadlines(deadlines, "termijnen met de betwistbare erbij") : []),
    ...(citations.length > 0 ? ofCitations(citations) : []),
  ];
}
