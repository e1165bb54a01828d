/** What the pages of a list show: its columns with examples, and a page of what would become of its rows. */
import { dateIn } from "#app/domain/list-import/cell-dates.ts";
import { DAY_USES, headersIn } from "#app/domain/list-import/columns.ts";
import { OUTCOME_WORDS, OUTCOMES, type Outcome } from "#app/domain/list-import/proposal.ts";
import { type Actor, may } from "#app/domain/permissions.ts";
import { type ListImportRow, listImportById, outcomeCounts, proposedRows, topRows } from "#db/list-imports.ts";
import { referenceLists } from "#db/reference.ts";
import { TOP } from "./list-input.ts";
import { notFound } from "./outcome.ts";

/** A list belongs to the ministry: any of its staff may go on with it. */
export async function ownList(actor: Actor, id = ""): Promise<ListImportRow> {
  const list = await listImportById(id);
  if (!list || !may(actor, "review", list)) throw notFound();
  return list;
}

const EXAMPLES = 3;

/** The columns as they are named and used now, each with values; and the rows above and around the header. */
export async function columnsOf(list: ListImportRow) {
  const rows = await topRows(list.id, TOP);
  const headerRow = list.headerRow ?? 1;
  const uses = list.layout?.uses ?? [];
  const below = rows.slice(headerRow);
  const headers = headersIn(rows, headerRow - 1, uses.length);
  return {
    headerRow,
    above: rows.slice(0, headerRow - 1).map((row) => row.filter(Boolean).join(" · ")),
    columns: headers.map((header, column) => {
      const values = below.map((row) => row[column] ?? "").filter((value) => value !== "");
      const use = uses[column] ?? null;
      const order = list.layout?.orders[column] ?? null;
      const isOpen =
        use !== null && DAY_USES.includes(use) && values.some((value) => dateIn(value, null).kind === "open");
      return { header, use, order, isOpen, examples: [...new Set(values)].slice(0, EXAMPLES) };
    }),
  };
}

/** Offices with who held them, dossiers: what a list may say once for all its rows. */
export async function wholeChoices({ ministryId }: ListImportRow) {
  const { offices, officeHolders, dossiers } = await referenceLists();
  const own = offices.filter((office) => office.ministryId === ministryId);
  return {
    offices: own.flatMap(({ id, name }) => {
      const holders = officeHolders
        .filter(({ officeId }) => officeId === id)
        .map((holder) => `${name} (${holder.name})`);
      return [name, ...holders].map((value) => ({ value, label: value }));
    }),
    dossiers: dossiers.filter((one) => one.ministryId === ministryId).map(({ name }) => ({ value: name, label: name })),
  };
}

const PAGE = 50;

/** A page of the rows with one outcome: the one that was asked for, else the first that needs a look. */
export async function rowsShown(list: ListImportRow, query: URLSearchParams) {
  const counts = await outcomeCounts(list.id);
  const asked = OUTCOMES.find((outcome) => OUTCOME_WORDS[outcome].inUrl === query.get("toon"));
  const outcome: Outcome = asked ?? OUTCOMES.find((one) => counts[one] > 0) ?? "new";
  const pages = Math.max(1, Math.ceil(counts[outcome] / PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get("pagina"))) || 1));
  const rows = await proposedRows(list.id, [outcome], { size: PAGE, number: page });
  return { counts, outcome, page, pages, rows: rows.map(({ cells: _cells, ...row }) => row) };
}
