/** What happened to a commitment, in the API: the events that the public sees, told one way whatever their kind. */
import { z } from "zod";
import { eventSentence } from "#app/domain/event-sentence.ts";
import type { Claim, PassageRef, Verdict } from "#app/domain/events.ts";
import type { PublicEvent } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import { addressOrNone, component, day, dayOrNone, field, text, textOrNone } from "./components.ts";
import { CommitmentRef, commitmentRef, LetterRef, letterRef, Passage, passageIn } from "./refs.ts";
import { Deadline, deadline } from "./standing.ts";

export const claim = z.enum(["met", "partly_met", "progress", "postpones", "declines"] satisfies Claim[]);
const verdict = z.enum(["met", "partly_met", "not_met"] satisfies Verdict[]);

const KINDS = [
  "registered",
  "published",
  "deadline_set",
  "reported",
  "judged",
  "lapsed",
  "reopened",
  "handed_over",
  "accepted",
  "linked",
  "evidence_added",
] as const;

export const OtherSource = component("OtherSource", "Een bron buiten de brieven.", {
  source: text("Het document, in woorden."),
  url: addressOrNone("Waar het te vinden is."),
  date: dayOrNone("De dag van het document."),
  dateWords: textOrNone("Wat er anders van de datum bekend is."),
  consultedOn: dayOrNone("Wanneer het is geraadpleegd."),
  shows: textOrNone("Wat het laat zien."),
});

export const HistoryEvent = component("HistoryEvent", "Iets dat met de toezegging gebeurde.", {
  id: text("De gebeurtenis in de keten van het register."),
  kind: field(z.enum(KINDS), "Wat er gebeurde."),
  effectiveOn: day("De dag waarop het gold, niet de dag van typen."),
  sentence: text("Wat er gebeurde, in een zin."),
  deadline: field(Deadline.nullable(), "De termijn die hiermee kwam."),
  told: field(
    z.boolean().nullable(),
    "Van een latere termijn: of die aan de Kamer is gemeld. Een termijn die niet is gemeld, verschuift niets.",
  ),
  claim: field(claim.nullable(), "Wat het ministerie meldt."),
  verdict: field(verdict.nullable(), "Wat de commissie oordeelt."),
  rest: field(
    z.enum(["unchanged", "no_deadline", "new_deadline", "successor"]).nullable(),
    "Wat er gebeurt met wat niet is voldaan.",
  ),
  note: textOrNone("Toelichting."),
  reason: textOrNone("De reden, van vervallen, heropenen en een andere termijn."),
  decider: textOrNone("Wie dat besloot."),
  relation: field(
    z.enum(["repeats", "adds_to", "changes", "same_promise"]).nullable(),
    "Hoe ze met de andere toezegging samenhangt.",
  ),
  commitment: field(CommitmentRef.nullable(), "De andere toezegging die deze gebeurtenis noemt."),
  letter: field(LetterRef.nullable(), "De brief waar het in staat."),
  passage: field(Passage.nullable(), "De plaats in die brief."),
  listDate: dayOrNone("Van een melding die alleen in een lijst van het ministerie staat: de dag van die lijst."),
  otherSource: field(OtherSource.nullable(), "De bron, van wat een ander document laat zien."),
});

type Told = z.infer<typeof HistoryEvent>;

const NOTHING = {
  deadline: null,
  told: null,
  claim: null,
  verdict: null,
  rest: null,
  note: null,
  reason: null,
  decider: null,
  relation: null,
  listDate: null,
  otherSource: null,
} satisfies Partial<Told>;

export function history(events: readonly PublicEvent[], url: Url): Told[] {
  const first = events.find(({ kind }) => kind === "deadline_set");
  return events.flatMap((event) => {
    const kind = KINDS.find((known) => known === event.kind);
    if (!kind) return [];
    const passage = passageOf(event);
    return {
      id: event.id,
      kind,
      effectiveOn: event.effectiveOn,
      sentence: eventSentence(event, { isOriginal: event === first, other: event.other?.number ?? null }),
      ...NOTHING,
      ...particulars(event, event === first),
      commitment: event.other && commitmentRef(event.other, url),
      letter: event.letter && letterRef(event.letter, url),
      passage: passage && passageIn(passage, url),
    };
  });
}

const passageOf = (event: PublicEvent): PassageRef | null =>
  event.kind === "reported" || event.kind === "deadline_set" ? event.payload.passage : null;

/** What an event of this kind says beside its sentence. */
function particulars(event: PublicEvent, isOriginal: boolean): Partial<Told> {
  switch (event.kind) {
    case "deadline_set": {
      const { deadline: set, reason, passage } = event.payload;
      return { deadline: deadline(set), reason, told: isOriginal ? null : passage !== null };
    }
    case "reported": {
      const { claim: said, rest, note, list } = event.payload;
      return { claim: said, ...restOf(rest), note, listDate: list?.date ?? null };
    }
    case "judged": {
      const { verdict: given, rest, note } = event.payload;
      return { verdict: given, ...restOf(rest), note };
    }
    case "lapsed":
    case "reopened":
      return { reason: event.payload.reason, decider: event.payload.decider };
    case "linked":
      return { relation: event.payload.relation };
    case "evidence_added": {
      const { source, url, date, dateWords, consultedOn, shows } = event.payload;
      return { otherSource: { source, url, date, dateWords, consultedOn, shows } };
    }
    default:
      return {};
  }
}

type Rest = Extract<PublicEvent, { kind: "reported" }>["payload"]["rest"];
const restOf = (rest: Rest): Partial<Told> => ({
  rest: rest.kind,
  deadline: rest.kind === "new_deadline" ? deadline(rest.deadline) : null,
});

export const otherSource = (from: Omit<z.infer<typeof OtherSource>, "shows">): z.infer<typeof OtherSource> => ({
  source: from.source,
  url: from.url,
  date: from.date,
  dateWords: from.dateWords,
  consultedOn: from.consultedOn,
  shows: null,
});
