/** Why an act cannot be done to one commitment: a sentence for whoever tries, and the field that it is about. */
import type { ActProblem, Planned } from "./act-reading.ts";
import { dayInWords, type IsoDay } from "./calendar.ts";
import { STATUS_WORDS } from "./commitment.ts";
import { type CommitmentEvent, effectiveEvents } from "./events.ts";
import { waitingHandOver } from "./hand-over.ts";
import type { Chamber } from "./recess.ts";
import { type Standing, type StandingContext, standing } from "./standing.ts";

/** A commitment as an act finds it. */
export interface ActSubject {
  id: string;
  number: string | null;
  title: string;
  madeOn: IsoDay;
  chamber: Chamber;
  dossierId: string;
  committeeId: string | null;
  /** All that was recorded of it, also what counts no more. */
  history: readonly CommitmentEvent[];
  context: StandingContext;
}

/** What an event names, as far as a refusal depends on it. */
export interface NamedThings {
  /** The dossier of each letter. */
  letterDossier: (letterId: string) => string | null;
  commitment: (id: string) => { madeOn: IsoDay; chamber: Chamber; number: string | null } | null;
  /** Whether the rest of one commitment went on, by however many steps, in another. */
  leadsTo: (from: string, to: string) => boolean;
}

export const standingOn = ({ history, context, madeOn }: ActSubject, day: IsoDay): Standing | null =>
  standing(history, context, day > madeOn ? day : madeOn);

/** Null where it can be done. */
export function refusalOf(event: Planned, subject: ActSubject, named: NamedThings): ActProblem | null {
  const no = (name: string, message: string): ActProblem => ({ name, message });
  const effective = effectiveEvents(subject.history);
  const on = event.effectiveOn;
  const dayField = event.kind === "reported" ? "passage" : event.kind === "evidence_added" ? "date" : "effectiveOn";
  if (on < subject.madeOn)
    return no(
      dayField,
      `${dayInWords(on)} is voor de toezegging zelf. Die is gedaan op ${dayInWords(subject.madeOn)}.`,
    );
  const now = standingOn(subject, on);
  if (!now) return no("", "Deze toezegging is er niet meer.");
  if (effective.some((known) => isSame(known, event))) return no("", "Dit staat al zo in het register.");
  const then = `Op ${dayInWords(on)} was deze toezegging ${STATUS_WORDS[now.status]}.`;
  const isSettled = now.status === "met" || now.status === "lapsed";
  const letterId = "passage" in event.payload ? event.payload.passage?.letterId : undefined;
  if (letterId && named.letterDossier(letterId) !== subject.dossierId)
    return no("passage", "Die brief hoort bij een ander dossier.");

  switch (event.kind) {
    case "withdrawn":
      return waitingHandOver(effective)?.id === event.payload.eventId ? null : no("", WAITS_NO_MORE);
    case "deadline_set":
      if (isSettled) return no("effectiveOn", `${then} Een termijn zetten kan alleen zolang ze openstaat.`);
      if (now.successorId) return no("", "De rest gaat verder in een andere toezegging. Zet de termijn daar.");
      if (now.recurring)
        return no("", "Deze toezegging loopt door en heeft geen termijn. Het ritme staat bij het dossier.");
      return null;
    case "reported":
      if (isSettled) return no("passage", `${then} Een brief meldt dan niets nieuws meer.`);
      return restRefusal();
    case "judged":
      if (now.recurring) return no("", "Deze toezegging loopt door. Ze eindigt alleen doordat ze vervalt.");
      if (now.status === "lapsed")
        return no("effectiveOn", `${then} Heropen haar eerst, als de commissie dat besloot.`);
      return restRefusal();
    case "lapsed":
      return isSettled ? no("effectiveOn", `${then} Vervallen kan alleen wat openstaat.`) : null;
    case "reopened":
      return isSettled ? null : no("effectiveOn", `${then} Heropenen kan alleen wat voldaan of vervallen is.`);
    case "handed_over":
      if (waitingHandOver(effective))
        return no("", "Deze toezegging is al overgedragen en wacht op het andere ministerie.");
      if (now.ministryId === event.payload.ministryId) return no("ministryId", "Ze is al van dat ministerie.");
      return null;
    case "accepted": {
      const waiting = waitingHandOver(effective);
      if (!waiting || waiting.payload.ministryId !== event.payload.ministryId) return no("", WAITS_NO_MORE);
      return on < waiting.effectiveOn
        ? no("effectiveOn", `Ze is pas overgedragen op ${dayInWords(waiting.effectiveOn)}.`)
        : null;
    }
    case "linked": {
      const other = named.commitment(event.payload.commitmentId);
      if (!other?.number) return no("commitmentId", "Die toezegging staat niet in het register.");
      if (event.payload.commitmentId === subject.id) return no("commitmentId", "Dat is deze toezegging zelf.");
      if (on < other.madeOn)
        return no("effectiveOn", `Toezegging ${other.number} is pas gedaan op ${dayInWords(other.madeOn)}.`);
      if ((event.payload.relation === "same_promise") !== (other.chamber !== subject.chamber))
        return other.chamber === subject.chamber
          ? no("relation", `Toezegging ${other.number} is aan dezelfde Kamer gedaan. Kies een ander verband.`)
          : no("relation", `Toezegging ${other.number} is aan de andere Kamer gedaan. Kies dat verband.`);
      return null;
    }
    default:
      return null;
  }

  function restRefusal(): ActProblem | null {
    const rest = event.kind === "reported" || event.kind === "judged" ? event.payload.rest : null;
    if (rest?.kind !== "successor") return null;
    const other = named.commitment(rest.commitmentId);
    if (!other?.number || other.madeOn > on)
      return no("rest", "De toezegging waarin de rest verdergaat, was er op die dag nog niet.");
    return named.leadsTo(rest.commitmentId, subject.id)
      ? no("rest", "De rest van die andere toezegging gaat al verder in deze. Zo zouden ze naar elkaar verwijzen.")
      : null;
  }
}

const WAITS_NO_MORE = "Deze overdracht wacht niet meer: ze is al aanvaard, geweigerd of teruggenomen.";

/** What the form of an act leaves out, because the commitment says it. */
export function ofSubject(event: Planned, { history, committeeId }: ActSubject): Planned {
  if (event.kind === "judged") return { ...event, payload: { ...event.payload, committeeId } };
  const waiting = waitingHandOver(effectiveEvents(history));
  if (!waiting) return event;
  const { id: eventId, effectiveOn } = waiting;
  if (event.kind === "accepted") return { ...event, payload: { ministryId: waiting.payload.ministryId } };
  if (event.kind === "withdrawn") return { ...event, effectiveOn, payload: { ...event.payload, eventId } };
  return event;
}

/** The same thing said twice; the name of an awaited event is given anew each time. */
export const isSame = (known: CommitmentEvent, planned: Planned): boolean =>
  known.kind === planned.kind &&
  known.effectiveOn === planned.effectiveOn &&
  withoutNames(known.payload) === withoutNames(planned.payload);

const withoutNames = (payload: object): string =>
  JSON.stringify(payload, (key, value: unknown) =>
    key === "awaitedId"
      ? undefined
      : value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
