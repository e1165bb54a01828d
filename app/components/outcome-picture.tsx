import type { ReactNode } from "react";
import {
  ENOUGH_TO_COMPARE,
  OUTCOME_WORDS,
  OUTCOMES,
  type Outcome,
  type OutcomeCounts,
  shareInWords,
  TOO_FEW,
} from "#app/domain/outcome.ts";
import { type Bar, Bars } from "./bars.tsx";
import { DataTable } from "./table.tsx";

export interface CountedGroup {
  id: string;
  name: string;
  /** Where the name leads; none where there is nothing more to see. */
  href: string | null;
  counts: OutcomeCounts;
}

/** What became of the promises of each group: a bar each, then the same numbers in a table. */
export function OutcomePicture({ groups, what }: { groups: readonly CountedGroup[]; what: string }) {
  return (
    <>
      <Bars label={`Wat ervan kwam, per ${what}`} bars={groups.map(barOf)} />
      <details className="fold-plain also-printed">
        <summary>Dezelfde cijfers per {what} in een tabel</summary>
        <OutcomeTable groups={groups} what={what} />
      </details>
    </>
  );
}

/** Of all together. */
export const OutcomeBar = ({ label, counts }: { label: string; counts: OutcomeCounts }) => (
  <Bars label={label} bars={[barOf({ id: "", name: label, href: null, counts })]} />
);

function barOf(group: CountedGroup): Bar {
  const { n, of } = group.counts;
  return {
    key: group.id,
    label: (
      <>
        <Name {...group} /> (n&nbsp;=&nbsp;{n})
      </>
    ),
    full: n >= ENOUGH_TO_COMPARE ? n : null,
    note: notesOf(group.counts),
    parts: OUTCOMES.filter((outcome) => of[outcome] > 0).map((outcome) => ({
      fill: outcome,
      label: OUTCOME_WORDS[outcome].short,
      count: of[outcome],
      share: shareInWords(of[outcome], n),
    })),
  };
}

/** Where there are too few, that; and what told postponement made on time. */
function notesOf({ n, onTimeByPostponement: late }: OutcomeCounts): string | undefined {
  const told =
    late > 0 &&
    `Van wat op tijd is voldaan, ${late === 1 ? "was 1" : `waren er ${late}`} te laat tegen de eerste termijn; de Kamer kreeg uitstel gemeld.`;
  const notes = [n < ENOUGH_TO_COMPARE && capital(`${TOO_FEW}.`), told].filter(Boolean);
  return notes.length > 0 ? notes.join(" ") : undefined;
}

/** Those that a reader always expects; the others where there is one. */
const ALWAYS: readonly Outcome[] = ["met_on_time", "met_late", "open", "late", "without_term", "lapsed"];

function OutcomeTable({ groups, what }: { groups: readonly CountedGroup[]; what: string }) {
  const shown = OUTCOMES.filter((one) => ALWAYS.includes(one) || groups.some(({ counts }) => counts.of[one] > 0));
  return (
    <DataTable
      caption={`Wat ervan kwam, per ${what}`}
      hideCaption
      columns={[
        { key: "name", label: capital(what), rowHeader: true },
        { key: "n", label: "Samen (n)", align: "end" },
        ...shown.map((outcome) => ({
          key: outcome,
          label: capital(OUTCOME_WORDS[outcome].short),
          align: "end" as const,
        })),
        { key: "postponed", label: "Op tijd, maar na de eerste termijn", align: "end" },
      ]}
      rows={groups.map((group) => ({
        key: group.id,
        cells: {
          name: <Name {...group} />,
          n: group.counts.n,
          ...Object.fromEntries(shown.map((outcome) => [outcome, inCell(group.counts, outcome)])),
          postponed: group.counts.onTimeByPostponement,
        },
      }))}
    />
  );
}

function inCell({ n, of }: OutcomeCounts, outcome: Outcome): ReactNode {
  const share = shareInWords(of[outcome], n);
  return share === null ? of[outcome] : `${of[outcome]} (${share})`;
}

const Name = ({ name, href }: CountedGroup) => (href ? <a href={href}>{name}</a> : name);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What each class means: a commitment is in one and no more. */
export const OutcomeDefinitions = () => (
  <dl className="explained explained--columns">
    {OUTCOMES.map((outcome) => (
      <div key={outcome}>
        <dt>{capital(OUTCOME_WORDS[outcome].short)}</dt>
        <dd>{OUTCOME_WORDS[outcome].means}</dd>
      </div>
    ))}
  </dl>
);
