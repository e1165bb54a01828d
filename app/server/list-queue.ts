/**
 * Reads, compares and takes in what was brought in, one list after another; the table is the queue, so that a restart
 * loses nothing. What was half done is done again from its beginning.
 */
import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { headerRowOf, headersIn, widthOf } from "#app/domain/list-import/columns.ts";
import { headersTogether, layoutFor } from "#app/domain/list-import/layout.ts";
import { OUTCOMES, Tally } from "#app/domain/list-import/proposal.ts";
import { chainEnd } from "#db/held-commitments.ts";
import {
  fileOfList,
  forgetProposals,
  isWorking,
  keepProposals,
  keepRows,
  type ListImportRow,
  listImportById,
  moveList,
  nextList,
  type ProposedRow,
  proposedRows,
  rememberedLayout,
} from "#db/list-imports.ts";
import { takeList } from "#db/take-list.ts";
import { today } from "./clock.ts";
import { readBeside } from "./extract-text/beside.ts";
import { proposals } from "./list-comparison.ts";
import { listRefusal } from "./list-words.ts";
import { log } from "./log.ts";

let isBusy = false;
let isCalled = false;

/** Begins to work on what waits, unless that is under way. */
export async function workOnLists(): Promise<void> {
  isCalled = true;
  if (isBusy) return;
  isBusy = true;
  try {
    while (isCalled) {
      isCalled = false;
      for (let next = await nextList(); next; next = await nextList()) await stepOrStop(next);
    }
  } catch (error) {
    report(error); // What waits goes on waiting.
  } finally {
    isBusy = false;
  }
}

/** A list with which the program itself fails does not hold up the others, and is not tried for ever. */
async function stepOrStop(list: ListImportRow): Promise<void> {
  try {
    await step(list);
  } catch (error) {
    report(error);
    const now = await listImportById(list.id);
    if (now && isWorking(now.state)) await moveList(list.id, [now.state], afterFailure(now.state));
  }
}

const FAILED = "Dit is niet gelukt door een fout in het programma. Er is niets vastgelegd. Probeer het opnieuw.";

const afterFailure = (state: ListImportRow["state"]): Partial<ListImportRow> =>
  state === "taking"
    ? { state: "compared", notice: FAILED, progress: null }
    : state === "comparing"
      ? { state: "read", notice: FAILED, progress: null }
      : { state: "refused", refusal: FAILED };

const report = (error: unknown): void => log.error({ error: error instanceof Error ? error.stack : String(error) });

const step = (list: ListImportRow): Promise<void> =>
  list.state === "comparing" ? compare(list) : list.state === "taking" ? take(list) : read(list);

async function read(list: ListImportRow): Promise<void> {
  await moveList(list.id, ["waiting"], { state: "reading", progress: null });
  const reading = await readBeside({ list: await fileOfList(list), sheet: list.sheet });
  if ("refusal" in reading) {
    const refusal = listRefusal(reading.refusal, list.fileName);
    await moveList(list.id, ["waiting", "reading"], { state: "refused", refusal });
    return;
  }
  const { rows } = reading.rows;
  const headerRow = headerRowOf(rows);
  const headers = headersIn(rows, headerRow, widthOf(rows));
  const memory = await rememberedLayout(list.ministryId, headersTogether(headers));
  const nothing = { chamber: "TK" as const, office: "", dossier: "" };
  const layout = layoutFor(headers, rows.slice(headerRow + 1, headerRow + 101), memory, nothing);
  await keepRows(list.id, reading.rows, { headerRow: headerRow + 1, layout });
}

async function compare(list: ListImportRow): Promise<void> {
  await forgetProposals(list.id);
  const comparedSeq = await chainEnd();
  const tally = new Tally();
  for await (const { some, done, of } of proposals(list)) {
    for (const { proposal } of some) tally.add(proposal);
    await keepProposals(list.id, some, { done, of });
  }
  await moveList(list.id, ["comparing"], { state: "compared", progress: null, comparedSeq, summary: tally.summary() });
}

/** Others are served between two pages. */
const PAGE = 500;

async function take(list: ListImportRow): Promise<void> {
  const rows: ProposedRow[] = [];
  for (let number = 1; rows.length === (number - 1) * PAGE; number += 1) {
    rows.push(...(await proposedRows(list.id, OUTCOMES, { size: PAGE, number })));
    await setImmediate();
  }
  const outcome = await takeList(list, rows, list.publish ? today() : null);
  log.info({ did: `took in a list: ${outcome}`, count: rows.length });
}

/** Waits until the program is done with it, or as long as a visitor waits without a word. */
export async function listSettled(id: string, within = 1000): Promise<void> {
  const until = Date.now() + within;
  for (;;) {
    const list = await listImportById(id);
    if (!list || !isWorking(list.state) || Date.now() >= until) return;
    await pause(20);
  }
}
