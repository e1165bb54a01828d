/** A sentence made ready for the rules, and what a rule is. */
import type { FoundDeadline, ReadingInput, Span, SpeechAct } from "./findings.ts";
import { type SpeakerLabel, speakerLabels } from "./speaker-label.ts";
import { NEGATION, pattern, SAME_DEBATE } from "./wording.ts";

export interface Utterance extends Span {
  /** The sentence, without the name of the speaker and the mark of a footnote. */
  text: string;
  /** Where `text` starts in the whole text. */
  textStart: number;
  /** Parts between semicolons, dashes and ", maar": a "niet" in one says nothing of the other. Each may come twice, the second time without insertions. */
  clauses: readonly string[];
  isQuestion: boolean;
  speaker: NonNullable<ReadingInput["speaker"]>;
  /** Deadlines in the sentence, offsets in the whole text. */
  deadlines: readonly FoundDeadline[];
}

/** What a rule found: the words that it rests on. */
export interface Rule {
  name: string;
  kind: SpeechAct;
  /** Why the words mean this, a Dutch sentence part after the words: "… : eerste persoon, een intentie en de Kamer". */
  why: string;
  find(utterance: Utterance): string | null;
}

/** A label stands at the start of a sentence, or soon after where a full stop was lost. */
const LABEL_WITHIN = 260;
const labelIn = (sentence: string): SpeakerLabel | undefined => speakerLabels(sentence.slice(0, LABEL_WITHIN))[0];

/**
 * Who the label before a sentence of a report says is speaking: "unknown" for a bare name, null where there is no label
 * and the last speaker goes on.
 */
export const speakerLabel = (sentence: string): SpeakerLabel["role"] | null => labelIn(sentence)?.role ?? null;

const SPEAKER_LABEL =
  /^(?:De )?(?:(?:minister|staatssecretaris|mevrouw|de heer|voorzitter|minister-president)(?: \p{Lu}?[\p{L}-]+){0,4}(?: \([^)]{1,20}\))?) ?: ?/iu;
const CLAUSE_EDGE = pattern(
  ";|\\s[—–-]\\s|,? maar (?!ook )(?=\\p{L})|, dus (?=\\p{L})|, want (?=\\p{L})|, terwijl |, hoewel ",
  "gi",
);
/** Word order of a question, for a question mark that was lost. */
const ASKS =
  /^(?:wanneer|waarom|hoe|welke?|wat) (?:kan|kunt|zal|zult|wordt|is|bent|gaat|heeft|hebt|worden)(?!\p{L})|^(?:kunt|bent|deelt|wilt|heeft|gaat|zult|hebt) u(?!\p{L})|^klopt (?:het|dit) dat|^(?:kan|is|wil|gaat|heeft) (?:de|deze) (?:minister|staatssecretaris)(?!\p{L})/iu;
/** "Uw Kamer zal, zodra het kan, worden geïnformeerd": what was put in between says nothing of the promise itself. */
const AFTER_VERB =
  /(?<=(?<!\p{L})(?:zal|zult|zullen|wordt|worden|gaat?|gaan|kan|kunt|kunnen|wil|willen|hoop|hopen|verwacht|streef|krijgt|ontvangt|ik|wij|hem|haar|kamer|u)), (?!en (?!daarmee)|dan |dat |maar )[^,;:]{2,160},(?= \p{L})/giu;
const NOTE_MARK = /(?<=[.?!)”"])\d{1,2}$/;
const LONGEST_SENTENCE = 2500;

/** The sentence at `span` of a text `asRead`; a very long one (text without full stops) is read only in its first 2,500 characters. */
export function utterance(
  text: string,
  span: Span,
  deadlines: readonly FoundDeadline[],
  speaker: Utterance["speaker"],
): Utterance {
  const whole = text.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE));
  const unlabelled = whole
    .slice(labelIn(whole)?.end ?? 0)
    .trimStart()
    .replace(SPEAKER_LABEL, "");
  const own = unlabelled.replace(NOTE_MARK, "");
  return {
    ...span,
    text: own,
    textStart: span.start + whole.length - unlabelled.length,
    clauses: own
      .split(CLAUSE_EDGE)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== "")
      .flatMap(readings),
    isQuestion: /\?["'”’»)]*\s*$/.test(own) || ASKS.test(own),
    speaker,
    deadlines,
  };
}

const ASIDE = pattern(
  `, (?:die|waar\\p{L}*|zoals|conform|mede|samen|voorzien|ontdaan|zo mogelijk|indien|waar|zodra) [^,;:]{2,160},(?= \\p{L})`,
  "giu",
);
const changesAll = pattern(`${NEGATION}|${SAME_DEBATE}`);
/** The clause as it stands, and once more without what was put in between commas. */
function readings(clause: string): string[] {
  if (clause.indexOf(",") === clause.lastIndexOf(",")) return [clause];
  const drop = (inserted: string) => (changesAll.test(inserted) ? inserted : " ...");
  const short = clause.replace(AFTER_VERB, drop).replace(ASIDE, drop);
  return short === clause ? [clause] : [clause, short];
}

/** The words of each pattern in the clause, or null where one is missing. */
export function wordsOf(clause: string, ...patterns: readonly RegExp[]): string | null {
  const found: string[] = [];
  for (const one of patterns) {
    const match = one.exec(clause);
    if (!match) return null;
    found.push(match[0].trim());
  }
  return found.join(" … ");
}

/** What follows a comma after which the clause before still rules: "ik denk niet, dat ik". */
const GOES_ON = /, (?:dat (?:ik|wij|we|u|er|de|het|dit) |om |of )/y;
/** The parts between commas that the words stand in: a "niet" in another part says nothing of them. */
export function partOf(clause: string, ...patterns: readonly RegExp[]): string {
  let from = clause.length;
  let to = 0;
  for (const one of patterns) {
    const match = one.exec(clause);
    if (!match) continue;
    from = Math.min(from, match.index);
    to = Math.max(to, match.index + match[0].length);
  }
  let start = 0;
  for (
    let comma = clause.lastIndexOf(", ", from - 1);
    comma >= 0 && start === 0;
    comma = clause.lastIndexOf(", ", comma - 1)
  ) {
    GOES_ON.lastIndex = comma;
    if (!GOES_ON.test(clause)) start = comma + 1;
    if (comma === 0) break;
  }
  return clause.slice(clause.startsWith("en ", from) ? from : start, to);
}

/** The first clause for which `find` has words. */
export function inClauses(utterance: Utterance, find: (clause: string) => string | null): string | null {
  for (const clause of utterance.clauses) {
    const words = find(clause);
    if (words !== null) return words;
  }
  return null;
}

/** Whether the sentence names a moment still to come, in days or as an event; not "binnenkort". */
export const hasFutureDeadline = (utterance: Utterance): boolean =>
  utterance.deadlines.some(
    (deadline) =>
      !deadline.past && deadline.owner === null && deadline.event !== "unspecified" && deadline.event !== "recurring",
  );

/** The end of a wording, cut between words, for an explanation that stays short. */
export function lastWords(words: string, most: number): string {
  const end = words.trim().slice(-most);
  return end.length < words.trim().length ? end.slice(end.indexOf(" ") + 1) : end;
}
