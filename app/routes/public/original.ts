import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import { publicOriginal } from "#db/public.ts";

/** The file as it came in, byte for byte, always as a download: nothing of it is shown by our own pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { moment } = await visit(request);
  const original = await publicOriginal(params.id ?? "", moment);
  if (!original) throw notFound();
  const name = original.fileName.replace(/[^\w.-]+/g, "_");
  return new Response(Buffer.from(original.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(original.fileName)}`,
    },
  });
}
