import { daysInWords, isInventedNotice, STATUS_WORDS } from "#app/domain/commitment.ts";
import { groupInWords, REMINDER_GROUPS, type ReminderEdition, type ReminderGroup } from "#app/domain/reminder.ts";
import { paths } from "#app/paths.ts";
import { Empty } from "./empty.tsx";
import { type Column, DataTable } from "./table.tsx";

const COLUMNS: Record<ReminderGroup, Column[]> = {
  late: [
    { key: "title", label: "Toezegging", rowHeader: true },
    { key: "made", label: "Gedaan" },
    { key: "deadline", label: "Termijn" },
    { key: "late", label: "Te laat" },
  ],
  coming: [
    { key: "title", label: "Toezegging", rowHeader: true },
    { key: "made", label: "Gedaan" },
    { key: "deadline", label: "Termijn" },
    { key: "due", label: "Te verwachten" },
  ],
  without_term: [
    { key: "title", label: "Toezegging", rowHeader: true },
    { key: "made", label: "Gedaan" },
    { key: "deadline", label: "Wat erover is gezegd" },
  ],
};

/** What a reminder asks, group by group. `under` keeps ids apart where a page shows several. */
export function ReminderRows({ edition, under = "" }: { edition: ReminderEdition; under?: string }) {
  const { rows, asOf } = edition;
  return (
    <>
      {rows.some(({ isInvented }) => isInvented) && <p>{isInventedNotice}</p>}
      {REMINDER_GROUPS.map((group) => {
        const own = rows.filter((row) => row.group === group);
        const id = `${under}${group}`;
        return (
          <section key={group} aria-labelledby={id} className="reminder-group">
            <h3 id={id}>
              {groupInWords(group, asOf)} ({own.length})
            </h3>
            {own.length === 0 ? (
              <Empty>Geen.</Empty>
            ) : (
              <DataTable
                caption={groupInWords(group, asOf)}
                hideCaption
                columns={COLUMNS[group]}
                rows={own.map((row) => ({
                  key: row.commitmentId,
                  tone: group === "late" ? "late" : undefined,
                  cells: {
                    title: (
                      <>
                        <a href={paths.commitment(row.number)}>{row.title}</a>
                        <span className="cell-aside">
                          {row.number}, {STATUS_WORDS[row.status]} · {row.dossier}
                        </span>
                      </>
                    ),
                    made: (
                      <>
                        {row.origin}
                        <span className="cell-aside">
                          {row.office}, {row.to.length > 0 ? `aan ${row.to.join(", ")}` : "aan de Kamer"}
                        </span>
                      </>
                    ),
                    deadline: row.deadline,
                    late: (
                      <>
                        <strong>{daysInWords(row.daysLate)}</strong>
                        <span className="cell-aside">
                          {row.due}; {row.postponed}
                        </span>
                      </>
                    ),
                    due: (
                      <>
                        {row.due}
                        <span className="cell-aside">{row.postponed}</span>
                      </>
                    ),
                  },
                }))}
              />
            )}
          </section>
        );
      })}
    </>
  );
}
