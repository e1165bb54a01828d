import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { DOCX_TYPE, docx } from "#app/formats/docx.ts";
import { letterOutline } from "#app/formats/letter-outline.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/server/clock.ts";
import { preparedLetter } from "#app/server/letter-preparation-page.ts";
import { work } from "#app/server/visit.ts";

/** The outline of the next letter as a Word file, always as a download. What cannot be made is told on the page itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, url } = await work(request, "review");
  const { standing, sentOn, preparation, picked, problems } = await preparedLetter(actor, params.slug, url);
  const { slug, name } = standing.dossier;
  if (problems.length > 0 || picked.length === 0) return redirect(paths.prepareLetter(slug) + url.search);
  const { asked, previous } = preparation;
  const file = await docx(
    letterOutline({
      dossier: name,
      today: today(),
      sentOn,
      commitments: asked.filter(({ id }) => picked.includes(id)),
      items: (previous?.items ?? []).filter(({ id }) => picked.includes(id)),
      previous: previous?.letter.date ?? null,
    }),
  );
  return new Response(Buffer.from(file), {
    headers: {
      "Content-Type": DOCX_TYPE,
      "Content-Disposition": `attachment; filename="opzet-${slug}-${sentOn}.docx"`,
      "Cache-Control": "no-store",
    },
  });
}
