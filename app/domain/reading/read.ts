/** The reader: prose in, proposals out, each with its place and the rule behind it. It never decides. */
import { citations } from "./citation.ts";
import { deadlines } from "./deadline.ts";
import type { Finding, FoundDeadline, ProposedVerdict, Reading, ReadingInput, Span } from "./findings.ts";
import { type CommitmentIndex, candidates, indexCommitments } from "./match.ts";
import { asRead, narrow } from "./narrow-text.ts";
import { type NormalText, normalise } from "./normalise.ts";
import { formIn, toWhomIn, whoIn } from "./parties.ts";
import { remarks } from "./remarks.ts";
import { sentences } from "./sentences.ts";
import { type Act, speechActs } from "./speech-acts.ts";
import { speakerLabel, utterance } from "./utterance.ts";

/** A sentence with what it does and the sentences after it on the same subject. */
interface ReadSentence extends Span {
  text: string;
  acts: Act[];
  deadlines: FoundDeadline[];
}

/**
 * Reads a text: what it promises, recalls, meets or puts off, its deadlines, the papers it cites and what is odd in it.
 * Offsets in the answer are UTF-16 units of `input.text`. Never throws on any text; time is linear in its length.
 */
export function read(input: ReadingInput): Reading {
  const normal = normalise(input.text);
  const { text } = normal;
  const found = deadlines(text, { on: input.date, chamber: input.chamber ?? "TK", recesses: input.recesses });
  const read = readSentences(text, found, input.speaker ?? "government");
  const index = input.openCommitments?.length ? indexCommitments(input.openCommitments) : null;
  const place = <T extends Span>(one: T): T => ({ ...one, ...normal.toOriginal(one.start, one.end) });
  return {
    findings: findings(read, input, normal, index),
    deadlines: found.map(place),
    citations: citations(text).map(place),
    remarks: remarks(read, input.date)
      .map(place)
      .map((remark) => ({ ...remark, quote: input.text.slice(remark.start, remark.end) })),
  };
}

function readSentences(
  text: string,
  found: readonly FoundDeadline[],
  speaker: NonNullable<ReadingInput["speaker"]>,
): ReadSentence[] {
  let next = 0;
  let afterDelay = false;
  let speaking = speaker;
  const forRules = asRead(text);
  return sentences(text).map((span) => {
    const own: FoundDeadline[] = [];
    while (next < found.length && (found[next]?.start ?? 0) < span.end) {
      const deadline = found[next++];
      if (deadline) own.push(deadline);
    }
    const sentence = narrow(text.slice(span.start, span.end));
    const label = speakerLabel(sentence);
    if (label !== null) speaking = label === "unknown" ? speaker : label;
    const acts = speechActs(utterance(forRules, span, own, speaking), afterDelay);
    afterDelay = acts.some(({ kind }) => kind === "postpones") || (afterDelay && acts.length === 0);
    return { ...span, text: sentence, acts, deadlines: own };
  });
}

function findings(
  read: readonly ReadSentence[],
  input: ReadingInput,
  normal: NormalText,
  index: CommitmentIndex | null,
): Finding[] {
  const place = (one: Span) => normal.toOriginal(one.start, one.end);
  return read.flatMap((sentence, at) =>
    sentence.acts.map(({ kind, rule, why, part }): Finding => {
      const span = place(part ?? sentence);
      const whole = place(sentence);
      const words = part ? normal.text.slice(part.start, part.end) : sentence.text;
      const deadline = ownDeadline(part ? sentence.deadlines.filter(isWithin(part)) : sentence.deadlines);
      const answers = kind === "refers_back" || kind === "fulfils" || kind === "postpones";
      const passage = answers && index ? passageFrom(read, at) : "";
      return {
        kind,
        ...span,
        quote: input.text.slice(whole.start, whole.end),
        who: whoIn(words) ?? whoIn(sentence.text),
        to: toWhomIn(words) ?? toWhomIn(sentence.text),
        form: formIn(words),
        deadline: deadline && { ...deadline, ...place(deadline) },
        verdict: verdictOf(kind, sentence, read[at + 1]),
        candidates: answers && index ? candidates(passage, index, { date: input.date }) : [],
        why,
        rule,
      };
    }),
  );
}

const isWithin =
  (part: Span) =>
  ({ start, end }: Span): boolean =>
    start >= part.start && end <= part.end;

/** "Op 2 december 2010" in a letter of 2011 is the day of the debate, not a deadline. */
const isDayOfEvent = ({ past, earliest, latest, words }: FoundDeadline): boolean =>
  past && earliest === latest && /^op /i.test(words);
/** A day says more than an event, an event more than "binnenkort"; what is past, less. */
const firm = ({ latest, event, past }: FoundDeadline): number =>
  (latest !== null ? 4 : event !== "unspecified" && event !== "condition" ? 3 : 1) - (past ? 1 : 0);

/** Of more deadlines in a sentence the one most likely meant: with a day or an event, and not past. */
export function ownDeadline(found: readonly FoundDeadline[]): FoundDeadline | null {
  return found
    .filter((deadline) => deadline.owner === null && !isDayOfEvent(deadline))
    .reduce<FoundDeadline | null>((best, next) => (best === null || firm(next) > firm(best) ? next : best), null);
}

/** A passage for matching: the sentence and those after it, up to the next one that recalls something or four in all. */
function passageFrom(read: readonly ReadSentence[], at: number): string {
  const parts = [read[at]?.text ?? ""];
  for (const next of read.slice(at + 1, at + 4)) {
    if (next.acts.some(({ kind }) => kind === "refers_back" || kind === "fulfils")) break;
    parts.push(next.text);
  }
  return parts.join(" ");
}

const ASKS_TIME = /(?:meer|extra) tijd|langer nodig|uitstel/i;
const PARTLY = /deels voldaan|gedeeltelijk|ten dele|deels/i;
const DECLINES = /zie ik (?:dan ook )?(?:geen (?:aanleiding|reden)|ervan af)|kom ik (?:dan ook )?niet (?:na|tegemoet)/i;

/** Only what the words show; "beoordeel zelf" otherwise. Where more time is asked it is never met. */
function verdictOf(kind: Finding["kind"], sentence: ReadSentence, next: ReadSentence | undefined): ProposedVerdict {
  if (kind === "postpones") return "postpones";
  if (kind === "refers_back" && DECLINES.test(`${sentence.text} ${next?.text ?? ""}`)) return "declines";
  if (kind !== "fulfils" || ASKS_TIME.test(`${sentence.text} ${next?.text ?? ""}`)) return null;
  return PARTLY.test(sentence.text) ? "partly_met" : "met";
}
