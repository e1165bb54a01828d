/** The sentence for each event of a commitment. */
import { dayInWords } from "./calendar.ts";
import { CLAIM_WORDS, REST_WORDS, VERDICT_WORDS } from "./commitment.ts";
import type { CommitmentEvent, Rest } from "./events.ts";
import { deadlineInWords } from "./standing-words.ts";

/**
 * What happened, as a sentence without its date. `isOriginal` says of a `deadline_set` that it is the first; `other` is
 * the number of a commitment that the event names.
 */
export function eventSentence(
  event: Pick<CommitmentEvent, "kind" | "payload">,
  { isOriginal, other }: { isOriginal: boolean; other: string | null },
): string {
  const told = event as CommitmentEvent;
  switch (told.kind) {
    case "registered":
      return "De toezegging is gedaan.";
    case "published":
      return `De toezegging is in het register gepubliceerd onder nummer ${told.payload.number}.`;
    case "deadline_set": {
      const deadline = deadlineInWords(told.payload.deadline);
      if (isOriginal) return told.payload.deadline.words ? `De termijn: ${deadline}.` : "Er is geen termijn genoemd.";
      return told.payload.passage
        ? `Uitstel, gemeld aan de Kamer: ${deadline}.`
        : `Planning van het ministerie, niet gemeld: ${deadline}.`;
    }
    case "reported": {
      const { claim, rest, list } = told.payload;
      const by = list ? `Het ministerie meldt in zijn lijst van ${dayInWords(list.date)}` : "Het ministerie meldt";
      return `${by}: ${CLAIM_WORDS[claim]}.${restSentence(rest, other)}`;
    }
    case "judged":
      return `De commissie oordeelt: ${VERDICT_WORDS[told.payload.verdict]}.${restSentence(told.payload.rest, other)}`;
    case "lapsed":
      return `Vervallen: ${told.payload.reason} (besluit van ${told.payload.decider}).`;
    case "reopened":
      return `Heropend: ${told.payload.reason} (besluit van ${told.payload.decider}).`;
    case "handed_over":
      return "Overgedragen aan een ander ministerie, dat dit nog moet aanvaarden.";
    case "accepted":
      return "Het andere ministerie heeft de toezegging aanvaard.";
    case "linked":
      return `${LINKS[told.payload.relation]} toezegging ${other}.`;
    case "evidence_added":
      return `Wat een andere bron laat zien: ${told.payload.shows}`;
    case "corrected":
      return "De registratie is gecorrigeerd.";
    case "withdrawn":
      return "Een eerdere registratie is ingetrokken.";
  }
}

const LINKS = {
  repeats: "Herhaalt",
  adds_to: "Vult aan:",
  changes: "Wijzigt",
  same_promise: "Is in de andere Kamer ook gedaan als",
} as const;

function restSentence(rest: Rest, other: string | null): string {
  if (rest.kind === "unchanged") return "";
  if (rest.kind === "successor")
    return other ? ` De rest gaat verder in toezegging ${other}.` : ` ${capital(REST_WORDS.successor)}.`;
  if (rest.kind === "new_deadline") return ` Nieuwe termijn: ${deadlineInWords(rest.deadline)}.`;
  return ` ${capital(REST_WORDS[rest.kind])}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
