/** The parts of a sentence that can each promise something: "ik zal u in mei informeren en u in juni de evaluatie sturen". */
import { addressee, firstIntent } from "./promise-guards.ts";
import { type Utterance, wordsOf } from "./utterance.ts";

const EDGE =
  /;|\s[—–-]\s|,? (?:maar|want|dus|waardoor|zodat) |,? en (?=(?:ik|wij|we|die|dat|zal|stuur|kom|informeer|bericht|daarover|over|in|voor|vóór|na|uiterlijk|tegelijk|medio|begin|eind|het|de|een|u|uw)(?!\p{L}))/giu;

const LEAD = /^(?:;|\s[—–-]\s|,)?\s*(?:en (?!zal|laat|stuur|kom|informeer|bericht))?/iu;

/** Each part as an utterance of its own; one that leaves out "ik zal" or "de Kamer" takes them from the part before. */
export function partsOfSentence(whole: Utterance): Utterance[] {
  const parts: Utterance[] = [];
  let shared = "";
  let start = 0;
  for (const end of [...[...whole.text.matchAll(EDGE)].map(({ index }) => index), whole.text.length]) {
    const own = whole.text.slice(start, end).replace(LEAD, "");
    const from = whole.textStart + end - own.length;
    start = end;
    if (own === "") continue;
    const intent = wordsOf(own, firstIntent);
    const text = intent === null && shared !== "" ? `${shared} ${own}` : own;
    if (intent !== null) shared = [intent, wordsOf(own, addressee) ?? ""].join(" ").trim();
    parts.push({
      ...whole,
      start: from,
      end: from + own.length,
      text,
      clauses: [text],
      deadlines: whole.deadlines.filter((deadline) => deadline.start >= from && deadline.end <= from + own.length),
    });
  }
  return parts;
}
