import type { LoaderFunctionArgs } from "@remix-run/node";
import { DOCX_TYPE } from "#app/formats/docx.ts";
import { letterFileName, ownReminder, reminderDocx } from "#app/server/reminder-page.ts";
import { work } from "#app/server/visit.ts";

/** A reminder as a Word file: the letter as it was sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await work(request, "register");
  const reminder = await ownReminder(actor, "register", params.id);
  return new Response(Buffer.from(await reminderDocx(reminder)), {
    headers: {
      "Content-Type": DOCX_TYPE,
      "Content-Disposition": `attachment; filename="${letterFileName(reminder.number)}"`,
      "Cache-Control": "no-store",
    },
  });
}
