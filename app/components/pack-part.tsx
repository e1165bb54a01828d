import type { ReactNode } from "react";
import { type Lines, linesOf } from "#app/domain/pack-fit.ts";
import { DataTable } from "./table.tsx";

export interface PackLine {
  key: string;
  /** A number or a day, for the first column. */
  lead: ReactNode;
  text: string;
  href: string;
  aside: string;
  isLate?: boolean;
}

export const packLines = ({ text, aside }: PackLine): Lines => linesOf(text, aside);

interface Props {
  id: string;
  heading: string;
  /** What the three columns are. */
  labels: readonly [string, string, string];
  lines: readonly PackLine[];
  /** Where there is nothing, that. */
  empty: string;
  /** How many there are beside these, and where. */
  more: { count: number; where: string; href: string } | null;
  /** Under the heading, where it takes more words. */
  note?: ReactNode;
}

/** A part of a debate pack: as many rows as fit, a line each, and what is left out. */
export function PackPart({ id, heading, labels, lines, empty, more, note }: Props) {
  const [lead, text, aside] = labels;
  return (
    <section className="pack-part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {note && <p className="pack-note">{note}</p>}
      {lines.length === 0 ? (
        <p className="pack-note">{empty}</p>
      ) : (
        <DataTable
          caption={heading}
          hideCaption
          columns={[
            { key: "lead", label: lead, fit: true },
            { key: "text", label: text, rowHeader: true },
            { key: "aside", label: aside },
          ]}
          rows={lines.map((line) => ({
            key: line.key,
            tone: line.isLate ? "late" : undefined,
            cells: {
              lead: <Cut lines={1}>{line.lead}</Cut>,
              text: (
                <Cut lines={packLines(line)}>
                  <a href={line.href}>{line.text}</a>
                </Cut>
              ),
              aside: line.aside && <Cut lines={packLines(line)}>{line.aside}</Cut>,
            },
          }))}
        />
      )}
      {more && (
        <p className="pack-note">
          En nog {more.count} andere. Zie <a href={more.href}>{more.where}</a>
        </p>
      )}
    </section>
  );
}

/** On paper no higher than so many lines, so that the pack stays on its two sheets. */
const Cut = ({ lines, children }: { lines: Lines; children: ReactNode }) => (
  <span className={`pack-cut pack-cut--${lines}`}>{children}</span>
);
