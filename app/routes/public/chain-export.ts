import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { visit } from "#app/server/visit.ts";
import { chainExport } from "#db/public.ts";

/** All events, as the chain page tells how to check them; written while it is read, however long the register is. */
export async function loader({ request }: LoaderFunctionArgs) {
  await visit(request);
  return new Response(createReadableStreamFromReadable(Readable.from(chainExport())), {
    headers: {
      "Content-Type": "application/jsonl; charset=utf-8",
      "Content-Disposition": 'attachment; filename="toezeggingenregister-keten.jsonl"',
    },
  });
}
