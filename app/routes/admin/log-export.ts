import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { logFilterFrom } from "#app/domain/log-filter.ts";
import { csv } from "#app/formats/csv.ts";
import { today } from "#app/server/clock.ts";
import { work } from "#app/server/visit.ts";
import { type ExportedRow, exportLog } from "#db/log-export.ts";

/** The log to take away, as CSV or JSON: the same filter as the page. That somebody took it is an act in the log itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, url } = await work(request, "administer");
  const form = url.searchParams.get("vorm") === "json" ? "json" : "csv";
  const rows = await exportLog(logFilterFrom(url.searchParams), actor.accountId, form);
  const body = form === "json" ? Readable.from(json(rows)) : csv(rows, COLUMNS);
  return new Response(createReadableStreamFromReadable(body), {
    headers: {
      "Content-Type": `${form === "json" ? "application/json" : "text/csv"}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="toezeggingenregister-logboek-${today()}.${form}"`,
      "Cache-Control": "no-store",
    },
  });
}

const COLUMNS: Record<keyof ExportedRow, string> = {
  at: "tijdstip (UTC)",
  person: "persoon",
  done: "handeling",
  kind: "code",
  thingKind: "soort",
  thing: "onderwerp",
  detail: "bijzonderheid",
};

/** A row a line, so that a log of any length is written while it is read. */
async function* json(rows: AsyncIterable<ExportedRow>): AsyncGenerator<string> {
  yield '{"format":"toezeggingenregister-logboek","rows":[';
  let before = "\n";
  for await (const row of rows) {
    yield before + JSON.stringify(row);
    before = ",\n";
  }
  yield "\n]}\n";
}
