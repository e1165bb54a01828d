/** Bringing a list, choosing its columns and taking it in, as staff do it through the pages. */
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import writeWorkbook from "write-excel-file/node";
import type { Account, Answer, App } from "./app.ts";
import { all, type Element } from "./page.ts";

const LISTS = "/werk/lijsten";

/** Sends a file; answers the path of the list. */
export async function bringList(
  app: App,
  name: string,
  bytes: Uint8Array | string,
  { listDate = "2024-10-01", as = "staff" }: { listDate?: string; as?: Account } = {},
): Promise<string> {
  const form = new FormData();
  form.set("stand", listDate);
  form.set("bestand", new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name));
  const { location, page } = await app.post(LISTS, form, as);
  expect(location, page?.text).toMatch(/^\/werk\/lijsten\/[\w-]+$/);
  return location ?? "";
}

/** Waits until the program is done with the list, and follows where its page leads. */
export async function settledList(app: App, path: string, as: Account = "staff"): Promise<Answer> {
  for (;;) {
    const answer = await app.get(path, as);
    if (answer.status === 302 && answer.location) return app.get(answer.location, as);
    if (answer.page?.heading !== "De lijst is in behandeling") return answer;
    await pause(50);
  }
}

/** What a form would send as it stands: its fields by name, of a select the option that is chosen. */
function fieldsOf(answer: Answer): Record<string, string> {
  const root = answer.page?.root as Element;
  const fields: Record<string, string> = {};
  for (const { attributes } of all(root, "input"))
    if (attributes.name) fields[attributes.name] = attributes.value ?? "";
  for (const select of all(root, "select")) {
    const chosen = all(select, "option").find(({ attributes }) => "selected" in attributes);
    fields[select.attributes.name ?? ""] = chosen?.attributes.value ?? "";
  }
  return fields;
}

/** Chooses the columns as they are proposed, with these changes, and answers the preview. */
export async function compareList(
  app: App,
  path: string,
  changes: Record<string, string> = {},
  as: Account = "staff",
): Promise<Answer> {
  const columns = await settledList(app, path, as);
  expect(columns.page?.heading, columns.page?.text).toBe("Kolommen kiezen");
  const { location, page } = await app.post(
    `${path}/kolommen`,
    { ...fieldsOf(columns), doe: "vergelijk", ...changes },
    as,
  );
  expect(location, page?.text).toBe(`${path}?gedaan=kolommen-gekozen`);
  return settledList(app, path, as);
}

export async function takeListIn(
  app: App,
  path: string,
  how: "concept" | "publiceren",
  as: Account = "staff",
): Promise<Answer> {
  await app.post(path, { doe: "neem", hoe: how }, as);
  return settledList(app, path, as);
}

/** How many rows the preview counts as what. */
export function countsIn({ page }: Answer): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { href, text } of page?.links ?? []) {
    const found = /toon=([a-z]+)$/.exec(href);
    if (found?.[1]) counts[found[1]] = Number(text.replace(/\D/g, ""));
  }
  return counts;
}

type Cell = string | number | Date | null;

/** A workbook as a spreadsheet program writes it: days are days, and the first sheet is not the list. */
export async function workbook(sheets: Record<string, Cell[][]>): Promise<Buffer> {
  const all = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: "dd-mm-yyyy" } : value)),
    ),
  }));
  return Buffer.from(await writeWorkbook(all).toBuffer());
}
