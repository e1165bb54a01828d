/** How far a letter on its way in is, for the pages that list it and its own. */
import type { ImportState } from "#db/schema.ts";
import { MEDIA_TYPES } from "./extract-text/refusal-words.ts";

interface OnItsWay {
  state: ImportState;
  progress: { done: number; of: number } | null;
  mediaType: string;
}

/** "Bladzijde 12 van 80"; other forms than PDF know no pages. */
export function progressInWords({ state, progress, mediaType }: OnItsWay): string {
  if (state === "waiting") return "Wacht op zijn beurt";
  if (!progress) return "Het lezen is begonnen";
  return `${mediaType === MEDIA_TYPES.pdf ? "Bladzijde" : "Deel"} ${progress.done} van ${progress.of}`;
}

/** In a list, after the title: "wordt gelezen: bladzijde 12 van 80". */
export function stateInWords(found: OnItsWay): string {
  if (found.state === "refused") return "niet te lezen, plak de tekst";
  if (found.state === "read") return "ingelezen, nog niet opgenomen";
  const words = progressInWords(found).toLowerCase();
  return found.state === "waiting" ? words : `wordt gelezen: ${words}`;
}
