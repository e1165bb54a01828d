import type { LoaderFunctionArgs } from "@remix-run/node";
import { headersIn } from "#app/domain/list-import/columns.ts";
import { refusedRowsCsv, refusedRowsXlsx } from "#app/formats/refused-rows.ts";
import { TOP } from "#app/server/list-input.ts";
import { ownList } from "#app/server/list-page.ts";
import { notFound } from "#app/server/outcome.ts";
import { work } from "#app/server/visit.ts";
import { proposedRows, topRows } from "#db/list-imports.ts";

/** The rows that were refused as a file in the form in which the list came, always as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await work(request, "review");
  const list = await ownList(actor, params.id);
  if (!list.layout || list.headerRow === null) throw notFound();
  const refused = {
    headers: headersIn(await topRows(list.id, TOP), list.headerRow - 1, list.layout.uses.length),
    rows: (await proposedRows(list.id, ["refused"])).map(({ cells, proposal }) => ({
      cells,
      why: proposal.outcome === "refused" ? proposal.reasons.join(" ") : "",
    })),
  };
  const isWorkbook = list.form === "xlsx";
  const body = isWorkbook ? Buffer.from(await refusedRowsXlsx(refused)) : refusedRowsCsv(refused);
  return new Response(body, {
    headers: {
      "Content-Type": isWorkbook
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="geweigerde-rijen.${isWorkbook ? "xlsx" : "csv"}"`,
    },
  });
}
