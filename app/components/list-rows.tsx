import type { ReactNode } from "react";
import { CLAIM_WORDS } from "#app/domain/commitment.ts";
import { FIELD_LABELS, type FieldDifference } from "#app/domain/list-import/comparison.ts";
import { promisedIn } from "#app/domain/list-import/listed-row.ts";
import type { Accepted, Outcome, Proposal } from "#app/domain/list-import/proposal.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { paths } from "#app/paths.ts";
import { Day } from "./day.tsx";
import { HiddenField, SubmitButton } from "./form.tsx";
import { DataTable } from "./table.tsx";

export interface ShownRow {
  position: number;
  listFirst: boolean;
  proposal: Proposal;
}

/** Rows of a list and what would become of each, field by field. */
export function ListRows({ rows, caption, isOpen }: { rows: ShownRow[]; caption: string; isOpen: boolean }) {
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: "position", label: "Rij", fit: true },
        { key: "title", label: "Toezegging", rowHeader: true },
        { key: "what", label: "Wat er gebeurt" },
      ]}
      rows={rows.map(({ position, listFirst, proposal }) => ({
        key: String(position),
        cells: {
          position,
          title: titleOf(proposal),
          what:
            proposal.outcome === "refused" ? (
              <Lines lines={proposal.reasons} />
            ) : (
              <What proposal={proposal} position={position} listFirst={listFirst} isOpen={isOpen} />
            ),
        },
      }))}
    />
  );
}

function titleOf(proposal: Proposal): ReactNode {
  if (proposal.outcome === "refused") return proposal.title || "(zonder titel)";
  const { listed, held } = proposal;
  const { title } = promisedIn(listed);
  if (!held) return title;
  return (
    <>
      <a href={paths.workSheet(held.commitmentId)}>{title}</a>
      <span className="cell-aside">{held.number ?? "concept"}</span>
    </>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="plain-list">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function What({ proposal, position, listFirst, isOpen }: ShownRow & { proposal: Accepted; isOpen: boolean }) {
  const { outcome, changes, conflicts, remarks } = proposal;
  return (
    <>
      {outcome === "new" && <NewRow proposal={proposal} />}
      {outcome === "unchanged" && <p>Niets: de lijst en het register zeggen hetzelfde.</p>}
      {changes.length > 0 && <Differences rows={changes} />}
      {conflicts.map(({ why, mayTake, ...difference }) => (
        <div key={difference.field}>
          <p>
            {FIELD_LABELS[difference.field]}: in het register <strong>{difference.before || "niets"}</strong>, in de
            lijst <strong>{difference.after}</strong>. {why}{" "}
            <strong>{mayTake && listFirst ? "De lijst gaat voor." : "Het register blijft zoals het is."}</strong>
          </p>
        </div>
      ))}
      {isOpen && conflicts.some(({ mayTake }) => mayTake) && (
        <form method="post">
          <HiddenField name="doe" value="kies" />
          <HiddenField name="rij" value={String(position)} />
          <HiddenField name="voor" value={listFirst ? "register" : "lijst"} />
          <SubmitButton variant="secondary" compact>
            {listFirst ? "Laat het register staan" : "Neem de lijst over"}
            <span className="visually-hidden"> in rij {position}</span>
          </SubmitButton>
        </form>
      )}
      {remarks.length > 0 && <Lines lines={remarks} />}
    </>
  );
}

function NewRow({ proposal: { listed, term, report, origin } }: { proposal: Accepted }) {
  const told = [
    listed.origin && (
      <>
        {listed.origin}, <Day of={listed.madeOn} />
        {origin?.kind === "new_debate" && " (dit debat komt erbij)"}
      </>
    ),
    listed.to && `Aan: ${listed.to}`,
    `Termijn: ${deadlineInWords(term.deadline)}`,
    term.planning && `Planning van het ministerie, niet gemeld: ${deadlineInWords(term.planning)}`,
    report ? (
      <>
        Het ministerie meldt: {CLAIM_WORDS[report.claim]}, <Day of={report.on} />
        {report.note && `. ${report.note}`}
      </>
    ) : (
      "Status: openstaand"
    ),
  ];
  return (
    <ul className="plain-list">
      {told.filter(Boolean).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts in a fixed order
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}

const Differences = ({ rows }: { rows: readonly FieldDifference[] }) => (
  <ul className="plain-list">
    {rows.map(({ field, before, after }) => (
      <li key={field}>
        {FIELD_LABELS[field]}: <s>{before || "niets"}</s> wordt <strong>{after}</strong>
      </li>
    ))}
  </ul>
);

/** What each kind of row means for what happens next. */
export const OUTCOME_EXPLAINED: Record<Outcome, string> = {
  new: "Deze rijen staan nog niet in het register. Ze komen erbij.",
  changed: "Deze toezeggingen staan al in het register. Wat de lijst anders zegt, wordt vastgelegd.",
  conflict:
    "Hier zeggen de lijst en het register iets anders, en het register is na uw vorige lijst veranderd of weet het beter. Zonder uw keuze blijft het register zoals het is.",
  unchanged: "Deze rijen staan al zo in het register. Er gebeurt niets.",
  refused: "Deze rijen doen niet mee. Verbeter ze in uw lijst en breng die opnieuw, of neem het bestand hieronder.",
};
