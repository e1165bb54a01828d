/** What each event says, as a sentence without its date: of every subject, for histories and the list of corrections. */
import { dayInWords } from "./calendar.ts";
import { ITEM_WORDS } from "./commitment.ts";
import type { CorrectionNames } from "./correction-names.ts";
import { eventSentence } from "./event-sentence.ts";
import type { CommitmentEvent, RegisterEvent } from "./events.ts";

/** @param isOriginal of a `deadline_set`: it is the first */
export function registerSentence(
  event: RegisterEvent,
  names: Pick<CorrectionNames, "number">,
  isOriginal = false,
): string {
  switch (event.subject) {
    case "commitment":
      return eventSentence(event as CommitmentEvent, { isOriginal, other: otherNumber(event.payload, names) });
    case "letter":
      switch (event.kind) {
        case "registered":
          return "De brief is ontvangen.";
        case "remarked":
          return `Opmerking bij de brief: ${event.payload.why}`;
        case "review_begun":
          return "Het nagaan van de brief is begonnen.";
        case "passage_reviewed":
          return "Een passage is beoordeeld.";
        case "review_closed":
          return "De brief is nagegaan.";
      }
      break;
    case "debate":
      if (event.kind === "registered") return "Het debat is gehouden.";
      if (event.kind === "published") return "Het debat is in het register gepubliceerd.";
      break;
    case "dossier":
      switch (event.kind) {
        case "coverage_set": {
          const { from, until } = event.payload;
          return `Gevolgd vanaf ${dayInWords(from)}${until ? ` tot en met ${dayInWords(until)}` : ""}.`;
        }
        case "rhythm_set": {
          const { lettersPerYear } = event.payload;
          return lettersPerYear ? `Brieven per jaar: ${lettersPerYear}.` : "Er is geen vast ritme meer.";
        }
        case "told_date_set":
          return `De volgende voortgangsbrief is aangekondigd voor ${dayInWords(event.payload.expectedOn)}.`;
      }
      break;
    case "item":
      switch (event.kind) {
        case "registered":
          return `Vastgelegd als ${ITEM_WORDS[event.payload.itemKind].one}.`;
        case "published":
          return "In het register gepubliceerd.";
        case "linked":
          return "Verbonden met iets anders in het register.";
        case "mentioned":
          return "Genoemd in een andere passage.";
      }
      break;
    case "calendar":
      if (event.kind === "happened") return `Waar de termijn op wachtte, is gebeurd: ${event.payload.what}.`;
      if (event.kind === "recess_set") return "Een reces is vastgelegd.";
  }
  return event.kind === "corrected" ? "De registratie is gecorrigeerd." : "Een eerdere registratie is ingetrokken.";
}

/** The number of the commitment that an event names, if it names one. */
function otherNumber(payload: object, names: Pick<CorrectionNames, "number">): string | null {
  const { commitmentId, rest } = payload as { commitmentId?: string; rest?: { commitmentId?: string } };
  const id = commitmentId ?? rest?.commitmentId;
  return id ? names.number(id) : null;
}
