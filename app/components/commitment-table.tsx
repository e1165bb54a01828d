import type { ReactNode } from "react";
import { dayInWords } from "#app/domain/calendar.ts";
import type { Standing } from "#app/domain/standing.ts";
import { deadlineInWords } from "#app/domain/standing-words.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { ListedCommitment } from "#db/public.ts";
import { Day } from "./day.tsx";
import { StatusBadge } from "./status.tsx";
import { DataTable } from "./table.tsx";

/** The badge of a standing: status, lateness, and what it waits for. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const late = standing.status === "met" ? (standing.daysLateInForce ?? 0) : standing.daysLate;
  return (
    <StatusBadge
      status={standing.status}
      late={late > 0 ? { days: late } : null}
      awaiting={standing.awaitingJudgement}
      disagreed={standing.disagreed}
      unreviewed={standing.unreviewedLetterId !== null}
    />
  );
}

const COLUMNS = [
  { key: "title", label: "Toezegging", rowHeader: true },
  { key: "standing", label: "Stand" },
  { key: "deadline", label: "Termijn" },
  { key: "made", label: "Gedaan", fit: true },
  { key: "by", label: "Door" },
];

const ACT = { key: "act", label: "Wat u hiermee kunt doen", hideLabel: true, fit: true };

/** Commitments as the register lists them, on any page. */
export function CommitmentTable({
  caption,
  hideCaption,
  rows,
  link,
  act,
}: {
  caption: string;
  hideCaption?: boolean;
  rows: ListedCommitment[];
  link: Linker;
  /** What one can do with a row here, in a column of its own. */
  act?: (row: ListedCommitment) => ReactNode;
}) {
  return (
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      columns={act ? [...COLUMNS, ACT] : COLUMNS}
      rows={rows.map(({ id, number, title, standing, topic, dossier, madeOn, office }, at) => ({
        key: id,
        tone: standing.late ? "late" : undefined,
        cells: {
          title: (
            <>
              <a href={link(paths.commitment(number))}>{title}</a>
              <span className="cell-aside">
                {number}
                {" · "}
                {topic ? <a href={link(paths.topic(topic.slug))}>{topic.name}</a> : dossier.name}
                {dossier.isInvented && " · verzonnen voorbeeld"}
              </span>
            </>
          ),
          standing: (
            <>
              <StandingBadge standing={standing} />
              {standing.frozenOn && <span className="cell-aside">stand per {dayInWords(standing.frozenOn)}</span>}
            </>
          ),
          deadline: deadlineInWords(standing.deadline),
          made: <Day of={madeOn} />,
          by: office,
          act: act?.(rows[at] as ListedCommitment),
        },
      }))}
    />
  );
}
