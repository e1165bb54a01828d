/** What becomes of a row once the list is taken in; shown first, field by field. */
import type { IsoDay } from "../calendar.ts";
import type { Claim } from "../events.ts";
import type { DayOrder } from "./cell-dates.ts";
import type { FieldConflict, FieldDifference } from "./comparison.ts";
import type { ListedTerm } from "./listed-deadline.ts";
import type { ListedRow, Question } from "./listed-row.ts";

export const OUTCOMES = ["new", "changed", "conflict", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Record<Outcome, { label: string; inUrl: string }> = {
  new: { label: "nieuw", inUrl: "nieuw" },
  changed: { label: "gewijzigd", inUrl: "gewijzigd" },
  conflict: { label: "verschilt van het register", inUrl: "verschilt" },
  unchanged: { label: "ongewijzigd", inUrl: "ongewijzigd" },
  refused: { label: "geweigerd", inUrl: "geweigerd" },
};

/** Where it was promised. A debate that the register does not have yet is made: rows with the same key share it. */
export type ListedOrigin =
  | { kind: "debate" | "letter"; id: string }
  | { kind: "new_debate"; key: string; title: string };

/** A status as the ministry's report, on its own day. */
interface ListedReport {
  claim: Claim;
  on: IsoDay;
  /** The letter that settled it, where the register has it. */
  letterId: string | null;
  note: string | null;
}

interface Refused {
  outcome: "refused";
  reasons: string[];
  questions: Question[];
  title: string;
}

export interface Accepted {
  outcome: Exclude<Outcome, "refused">;
  /** By what the row is found again at the next import. */
  key: string;
  listed: ListedRow;
  /** Null for what is new. */
  held: { commitmentId: string; number: string | null } | null;
  /** Of what is new only. */
  origin: ListedOrigin | null;
  changes: FieldDifference[];
  conflicts: FieldConflict[];
  term: ListedTerm;
  report: ListedReport | null;
  /** What a reader should know of it. */
  remarks: string[];
  /** Names that the lists of the register do not hold yet. */
  newNames: string[];
}

export type Proposal = Accepted | Refused;

/** The fields that are taken from the list: what changed, and the conflicts in which an officer lets the list go first. */
export const takenFields = ({ changes, conflicts }: Accepted, listFirst: boolean): FieldDifference[] => [
  ...changes,
  ...(listFirst ? conflicts.filter(({ mayTake }) => mayTake) : []),
];

/** What the rows together ask, and what they would add to the lists of names. */
export interface Summary {
  statuses: { words: string; rows: number }[];
  orders: { column: number; example: string; rows: number; orders: DayOrder[] }[];
  newNames: string[];
  /** Rows that are in the register as drafts already. */
  drafts: number;
}

/** Adds up the proposals of a list as they come. */
export class Tally {
  private readonly statuses = new Map<string, number>();
  private readonly orders = new Map<number, Summary["orders"][number]>();
  private readonly newNames = new Set<string>();
  private drafts = 0;

  add(proposal: Proposal): void {
    if (proposal.outcome !== "refused") {
      for (const name of proposal.newNames) this.newNames.add(name);
      if (proposal.held?.number === null) this.drafts += 1;
      return;
    }
    for (const question of proposal.questions) {
      if (question.about === "status") this.statuses.set(question.words, (this.statuses.get(question.words) ?? 0) + 1);
      else {
        const { column, example, orders } = question;
        const asked = this.orders.get(column) ?? { column, example, rows: 0, orders: [] };
        this.orders.set(column, { ...asked, rows: asked.rows + 1, orders: [...new Set([...asked.orders, ...orders])] });
      }
    }
  }

  summary(): Summary {
    return {
      statuses: [...this.statuses].map(([words, rows]) => ({ words, rows })),
      orders: [...this.orders.values()],
      newNames: [...this.newNames],
      drafts: this.drafts,
    };
  }
}
