/** What the forms for a list send: the file itself, what its columns hold, and what its words mean. */
import { type IsoDay, isIsoDay } from "#app/domain/calendar.ts";
import { type DayOrder, ORDER_WORDS } from "#app/domain/list-import/cell-dates.ts";
import { COLUMN_WORDS, type ColumnUse, headersIn, isColumnUse } from "#app/domain/list-import/columns.ts";
import { headersTogether, layoutFor, remembered } from "#app/domain/list-import/layout.ts";
import type { Layout } from "#app/domain/list-import/listed-row.ts";
import { isStatus } from "#app/domain/list-import/status-words.ts";
import type { Actor } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/standing.ts";
import { keepList, type ListImportRow, layOut, moveList, rememberedLayout, topRows } from "#db/list-imports.ts";
import { today } from "./clock.ts";
import type { InputProblem } from "./debate-fields.ts";
import { columnField, wordField } from "./list-fields.ts";
import { listSettled, workOnLists } from "./list-queue.ts";
import { readUpload } from "./uploads.ts";

/** The header stands among these, and the examples under it. */
export const TOP = 131;

/** Keeps the file that was brought and begins to read it. */
export async function receiveList(
  request: Request,
  actor: Actor,
): Promise<{ id: string | null; problems: InputProblem[]; typed: { listDate: string } }> {
  const { fields, file, tooLarge } = await readUpload(request, "tekst");
  const typed = { listDate: (fields.get("stand") ?? "").trim() };
  const problems: InputProblem[] = [];
  const listDate: IsoDay = typed.listDate || today();
  if (!isIsoDay(listDate))
    problems.push({ field: "stand", message: "Vul een dag in die bestaat, of laat het leeg voor vandaag." });
  else if (listDate > today())
    problems.push({ field: "stand", message: "Die dag moet nog komen. Vul een dag in tot en met vandaag." });
  if (tooLarge)
    problems.push({
      field: "bestand",
      message: "Dit bestand is groter dan 25 MB. Bewaar alleen het blad met de lijst.",
    });
  else if (!file) problems.push({ field: "bestand", message: "Kies het bestand van de lijst." });
  if (problems.length > 0 || !file || !actor.ministryId) return { id: null, problems, typed };
  const by = { accountId: actor.accountId, ministryId: actor.ministryId };
  const id = await keepList(by, file, listDate);
  void workOnLists();
  await listSettled(id);
  return { id, problems, typed };
}

/** Reads another sheet of the workbook. */
export async function chooseSheet(list: ListImportRow, sheet: string): Promise<void> {
  if (!list.sheets.includes(sheet)) return;
  await moveList(list.id, ["read", "compared"], {
    state: "waiting",
    sheet,
    layout: null,
    headerRow: null,
    summary: null,
  });
  void workOnLists();
  await listSettled(list.id);
}

/** Names the columns by another row, and guesses anew what they hold. */
export async function chooseHeader(list: ListImportRow, headerRow: number): Promise<void> {
  const rows = await topRows(list.id, TOP);
  if (!list.layout || !rows[headerRow - 1]) return;
  const headers = headersIn(rows, headerRow - 1, list.layout.uses.length);
  const memory = await rememberedLayout(list.ministryId, headersTogether(headers));
  const layout = layoutFor(headers, rows.slice(headerRow), memory, list.layout.whole);
  await moveList(list.id, ["read", "compared"], { state: "read", headerRow, layout, summary: null });
}

const isOrder = (text: string): text is DayOrder => Object.hasOwn(ORDER_WORDS, text);

/** What was chosen for each column, on top of what was said of the words before. */
export function layoutSent(form: FormData, before: Layout): Layout {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const orders = Object.entries({ ...before.orders, ...ordersSent(form) });
  return {
    uses: before.uses.map((_, column) => {
      const use = text(columnField(column));
      return isColumnUse(use) ? use : null;
    }),
    orders: Object.fromEntries(orders),
    statuses: before.statuses,
    whole: { chamber: text("kamer") === "EK" ? "EK" : "TK", office: text("ambt"), dossier: text("dossier") },
  };
}

function ordersSent(form: FormData): Record<string, DayOrder> {
  const found: Record<string, DayOrder> = {};
  for (const [name, value] of form) {
    const column = /^orde-(\d+)$/.exec(name)?.[1];
    if (column !== undefined && isOrder(String(value))) found[column] = String(value) as DayOrder;
  }
  return found;
}

export function problemsInLayout({ uses }: Layout): InputProblem[] {
  const found: InputProblem[] = [];
  const seen = new Map<ColumnUse, number>();
  uses.forEach((use, column) => {
    if (use === null) return;
    if (seen.has(use))
      found.push({
        field: columnField(column),
        message: `Twee kolommen heten nu “${COLUMN_WORDS[use]}”. Kies er één.`,
      });
    seen.set(use, column);
  });
  if (!seen.has("madeOn"))
    found.push({ field: columnField(0), message: "Kies in welke kolom de datum van de toezegging staat." });
  if (!seen.has("title") && !seen.has("text"))
    found.push({ field: columnField(0), message: "Kies in welke kolom staat wat is toegezegd: de titel of de tekst." });
  return found;
}

/** Remembers what was said and compares the list (again). */
export async function keepLayout(list: ListImportRow, layout: Layout): Promise<void> {
  const rows = await topRows(list.id, TOP);
  const headers = headersIn(rows, (list.headerRow ?? 1) - 1, layout.uses.length);
  const remember = { headers: headersTogether(headers), memory: remembered(headers, layout) };
  await layOut(list, { headerRow: list.headerRow ?? 1, layout }, remember);
  void workOnLists();
  await listSettled(list.id);
}

/** The answers to what the comparison asked: what words mean, and how days are written. */
export function answersSent(form: FormData, list: ListImportRow, before: Layout): Layout {
  const statuses: Record<string, Status> = { ...before.statuses };
  list.summary?.statuses.forEach(({ words }, at) => {
    const status = String(form.get(wordField(at)) ?? "");
    if (isStatus(status)) statuses[words] = status;
  });
  return { ...before, statuses, orders: { ...before.orders, ...ordersSent(form) } };
}
