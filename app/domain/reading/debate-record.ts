/**
 * The report of a debate as turns: who speaks, for whom, in which term, and whether it interrupts. Reads a stenogram, the
 * verslag of a committee meeting and Handelingen, also where labels stand in the middle of a line.
 */
import type { Span } from "./findings.ts";
import { normalise } from "./normalise.ts";
import { type SpeakerLabel, speakerLabels } from "./speaker-label.ts";

/** What one person says at a stretch. The span is that of the words, without the label; offsets in the text as given. */
export interface Turn extends Span {
  /** The label as it stands: "De heer De Boer (VVD)", "Minister Van Dam". */
  speaker: string;
  role: SpeakerLabel["role"];
  office: string | null;
  member: string | null;
  party: string | null;
  /** Null where nothing in the report says which term it is. */
  term: "first" | "second" | null;
  /** Somebody else had the floor, and goes on with it afterwards. */
  isInterruption: boolean;
}

/** The turns of a report, in order; none where the text has no labels. Time is linear in its length. */
export function readDebateRecord(original: string): Turn[] {
  const { text, toOriginal } = normalise(original);
  const labels = speakerLabels(text);
  const said = labels.map((label, i) => text.slice(label.end, labels[i + 1]?.start ?? text.length));
  const terms = termsOf(labels, said, text.slice(0, labels[0]?.start ?? 0));
  const interrupts = interruptions(labels, said);
  return labels.map((label, i) => {
    const end = label.end + (said[i]?.trimEnd().length ?? 0);
    const start = Math.min(end, label.end + (/\S/.exec(said[i] ?? "")?.index ?? 0));
    const span = end > start ? toOriginal(start, end) : emptyAt(toOriginal(label.start, label.end).end);
    return {
      ...span,
      speaker: label.words,
      role: label.role,
      office: label.office,
      member: label.role === "member" ? label.name : null,
      party: label.party,
      term: terms[i] ?? null,
      isInterruption: interrupts[i] ?? false,
    };
  });
}

const emptyAt = (at: number): Span => ({ start: at, end: at });

const isSame = (a: SpeakerLabel, b: SpeakerLabel): boolean =>
  a.role === b.role && (a.name ?? a.words) === (b.name ?? b.words);

// --- The term ------------------------------------------------------------------------------------------------------

/** What starts a term: the chair who announces it, a heading above a turn, a member who says it is theirs. */
const BEGINS_SECOND =
  /(?:(?:over (?:naar|tot)|door(?:gaan)? (?:met|naar)|beginnen (?:aan|met)|begin (?:van|met|aan)|toe aan|gaan (?:we )?(?:naar|met)|start(?:en)? (?:met|van)|aan de orde is|dit is|het is|dan is|nu|in|voor) (?:de |een |uw |haar |zijn )?|^|\n)(?:korte )?(?:tweede|2e) termijn(?! (?:is er|is niet|hoeft|wel) )/iu;
const BEGINS_FIRST =
  /(?:(?:over (?:naar|tot)|beginnen (?:aan|met)|begin (?:van|met|aan)|toe aan|gaan (?:we )?(?:naar|met)|start(?:en)? (?:met|van)|aan de orde is|dit is|het is|nu|in|voor) (?:de |uw |haar |zijn )?|^|\n)(?:eerste|1e) termijn/iu;
/** It is over, it is asked for, or nobody wants it. */
const NO_START =
  /behoefte|geen (?:tweede )?termijn|(?:einde?|afgerond|afgelopen|klaar|besluit|sluit)[^.?!]{0,40}termijn|termijn[^.?!]{0,30}(?:afgerond|afgelopen|ten einde|voorbij|gehad|plaatsvinden)|straks|later|zo meteen|kom[^.?!]{0,20}terug/iu;
const OWN_TERM = /^.{0,160}?(?:in|bij|met|voor) (?:deze|mijn|onze) tweede termijn/isu;
const SENTENCE = /[^.?!\n]+[.?!]?/gu;
/** A heading that announces a term stands between two turns, so at the end of what was said in the first. */
const HEADING = /(?:^|\n)\s*(?<which>eerste|tweede) termijn[^\n.]{0,60}\s*$/iu;

function begins(words: string): "first" | "second" | null {
  let found: "first" | "second" | null = null;
  for (const [sentence] of words.matchAll(SENTENCE)) {
    if (sentence.length > 400 || sentence.endsWith("?") || NO_START.test(sentence)) continue;
    const trimmed = sentence.trim();
    if (BEGINS_SECOND.test(trimmed)) found = "second";
    else if (BEGINS_FIRST.test(trimmed)) found = "first";
  }
  return found;
}

/** From an announcement on; what stands before the first announcement of the second term is the first. */
function termsOf(labels: readonly SpeakerLabel[], said: readonly string[], opening: string): Turn["term"][] {
  let now: Turn["term"] = begins(opening.slice(-600));
  const terms: Turn["term"][] = labels.map((label, i) => {
    const words = said[i] ?? "";
    if (label.role === "chair") now = begins(words) ?? now;
    else if (label.role === "member" && now !== "second" && OWN_TERM.test(words)) now = "second";
    const own = now;
    const heading = HEADING.exec(words.slice(-120))?.groups?.which?.toLowerCase();
    if (heading) now = heading === "tweede" ? "second" : "first";
    return own;
  });
  const second = terms.indexOf("second");
  return second < 0 ? terms : terms.map((term, i) => (i < second ? "first" : term));
}

// --- Interruptions -------------------------------------------------------------------------------------------------

/** The chair gives the floor, for more than a question. */
const GIVES_FLOOR =
  /(?:het woord (?:is |nu )?(?:weer |nu |dan |graag )?(?:is )?aan|geef (?:ik )?(?:[^.?!]{0,40} )?het woord|woord geven|gaan (?:we )?(?:luisteren )?naar (?:de heer|mevrouw|het lid|de minister|de staatssecretaris)|de volgende spreker|tweede termijn|eerste termijn van)/iu;
const FOR_A_QUESTION = /interrupt|interrumper|vraag van|vervolgvraag/iu;

/** Whoever speaks between two stretches of somebody who keeps the floor, interrupts. */
function interruptions(labels: readonly SpeakerLabel[], said: readonly string[]): boolean[] {
  const given = labels.map(
    ({ role }, i) => role === "chair" && GIVES_FLOOR.test(said[i] ?? "") && !FOR_A_QUESTION.test(said[i] ?? ""),
  );
  const goesOn = speaksAgain(labels, given);
  let floor: number | null = null;
  let isFree = true;
  return labels.map((label, i) => {
    if (given[i]) isFree = true;
    if (label.role === "chair") return false;
    const holder = floor === null ? undefined : labels[floor];
    const holds = holder !== undefined && !isFree;
    if (holds && isSame(holder, label)) {
      floor = i;
      return false;
    }
    if (holds && floor !== null && goesOn(floor, i)) return true;
    floor = i;
    isFree = false;
    return false;
  });
}

/** A question, an answer, a word of the chair and once more: further on it is no interruption but somebody's own turn. */
const QUICK = 6;

/** Whether who speaks in turn `floor` speaks again after turn `at`, before the chair gives the floor to another. */
function speaksAgain(
  labels: readonly SpeakerLabel[],
  given: readonly boolean[],
): (floor: number, at: number) => boolean {
  const next: (number | null)[] = [];
  const lastSeen = new Map<string, number>();
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i];
    if (!label) continue;
    if (given[i]) lastSeen.clear();
    const key = `${label.role} ${label.name ?? label.words}`;
    next[i] = lastSeen.get(key) ?? null;
    lastSeen.set(key, i);
  }
  // Turns of the same holder follow one another in `next`: the holder's last turn before `at` leads to the one after it.
  return (floor, at) => {
    const after = next[floor];
    return after !== null && after !== undefined && after > at && after - at <= QUICK;
  };
}
