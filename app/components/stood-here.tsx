import type { ReactNode } from "react";
import { dayInWords } from "#app/domain/calendar.ts";
import type { Change } from "#app/domain/correction.ts";
import type { PublicAmendment } from "#db/public.ts";
import { Day } from "./day.tsx";
import type { EventItem } from "./event-list.tsx";
import type { Fact } from "./facts.tsx";

/** A sentence goes on with its reason: no capital, no stop of its own. */
const because = (reason: string): string => {
  const bare = reason.replace(/[.\s]+$/, "");
  return /^[A-Z][a-z]/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
};

/** What stood at a fact until it was corrected, and why it no longer does. */
function StoodHere({ change, amendment, label }: { change: Change; amendment: PublicAmendment; label?: boolean }) {
  const { recordedOn, reason } = amendment;
  return (
    <span className="cell-aside stood-here">
      {label && `${change.label}: `}Hier stond tot <Day of={recordedOn} />: <s>{change.was}</s>, gecorrigeerd omdat{" "}
      {because(reason)}.
    </span>
  );
}

/** The events whose fields stand among the facts of a page. */
const FACT_EVENTS = ["registered", "deadline_set", "coverage_set", "rhythm_set", "told_date_set"];

/** A fact of several fields: which of them it was has to be said. */
const OF_SEVERAL = ["Document"];

const correctionsOf = (
  amended: readonly PublicAmendment[],
  wanted: (change: Change, one: PublicAmendment) => boolean,
) =>
  amended.flatMap((amendment) =>
    amendment.act === "corrected"
      ? amendment.changes.flatMap((change) => (wanted(change, amendment) ? [{ change, amendment }] : []))
      : [],
  );

/** Facts, each with what stood there before it was corrected. */
export const withStoodHere = (facts: Fact[], amended: readonly PublicAmendment[]): Fact[] =>
  facts.map(({ term, value }) => {
    const found = correctionsOf(amended, ({ fact }, { eventKind }) => fact === term && FACT_EVENTS.includes(eventKind));
    return {
      term,
      value:
        found.length === 0 ? (
          value
        ) : (
          <>
            {value}{" "}
            {found.map(({ change, amendment }) => (
              <StoodHere
                key={amendment.id + change.name}
                change={change}
                amendment={amendment}
                label={OF_SEVERAL.includes(term)}
              />
            ))}
          </>
        ),
    };
  });

/** What was corrected in one event of a history. */
export function StoodInEvent({
  eventId,
  amended,
}: {
  eventId: string;
  amended: readonly PublicAmendment[];
}): ReactNode {
  return correctionsOf(amended, (_change, one) => one.eventId === eventId).map(({ change, amendment }) => (
    <StoodHere key={amendment.id + change.name} change={change} amendment={amendment} label />
  ));
}

/** An event that no longer counts, struck through and in words; and one that counts again. */
function TakenBack({ act, sentence, recordedOn, reason }: PublicAmendment) {
  return act === "withdrawn" ? (
    <>
      <del>{sentence}</del> Ingetrokken op <Day of={recordedOn} />, omdat {because(reason)}.
    </>
  ) : (
    <>
      {sentence} Telt weer sinds <Day of={recordedOn} />, omdat {because(reason)}.
    </>
  );
}

/** For the history of a page: what was withdrawn stays where it stood, struck through. */
export const takenBackItems = (amended: readonly PublicAmendment[]): EventItem[] =>
  amended
    .filter(({ act }) => act !== "corrected")
    .map((one) => ({ day: one.day, sentence: <TakenBack {...one} />, note: null }));

/**
 * What was corrected or withdrawn and stands beside no fact of the page: its title, its text, what is no fact.
 * @param shown the facts of the page, beside which their own corrections stand
 * @param inHistory the page tells its events itself, and with them what was corrected in them or withdrawn
 */
export function StoodElsewhere({
  amended,
  shown,
  inHistory = false,
}: {
  amended: readonly PublicAmendment[];
  shown: Fact[];
  inHistory?: boolean;
}) {
  const terms = shown.map(({ term }) => term);
  const corrected = correctionsOf(
    amended,
    ({ fact }, { eventKind }) =>
      !(inHistory && eventKind !== "registered") && !(terms.includes(fact) && FACT_EVENTS.includes(eventKind)),
  );
  const takenBack = inHistory ? [] : amended.filter(({ act }) => act !== "corrected");
  if (corrected.length + takenBack.length === 0) return null;
  return (
    <section aria-labelledby="gecorrigeerd">
      <h2 id="gecorrigeerd">Gecorrigeerd of ingetrokken</h2>
      <ul className="link-list">
        {corrected.map(({ change, amendment }) => (
          <li key={amendment.id + change.name}>
            <StoodHere change={change} amendment={amendment} label />
          </li>
        ))}
        {takenBack.map((one) => (
          <li key={one.id}>
            {dayInWords(one.day)}: <TakenBack {...one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
