import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { annexSheets } from "#app/formats/budget-annex.ts";
import { workbook, XLSX_TYPE } from "#app/formats/workbook.ts";
import { paths } from "#app/paths.ts";
import { annexAsked, annexFileName } from "#app/server/annex-input.ts";
import { today } from "#app/server/clock.ts";
import { work } from "#app/server/visit.ts";
import { budgetAnnex } from "#db/budget-annex.ts";

/** The annex as an Excel file: a sheet for each table. What is asked wrongly is explained on the page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, url } = await work(request, "desk");
  const { question } = annexAsked(url.searchParams, actor, today());
  const annex = question && (await budgetAnnex(question));
  if (!question || !annex) throw redirect(`${paths.annex}${url.search}`);
  return new Response(Buffer.from(await workbook(annexSheets(annex, question))), {
    headers: {
      "Content-Type": XLSX_TYPE,
      "Content-Disposition": `attachment; filename="${annexFileName(question, "xlsx")}"`,
      "Cache-Control": "no-store",
    },
  });
}
