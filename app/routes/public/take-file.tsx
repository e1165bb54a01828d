import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { MakingProgress } from "#app/components/making-progress.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { filterToParams } from "#app/domain/filter.ts";
import { aboutSize } from "#app/domain/size-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { unprocessable } from "#app/server/outcome.ts";
import { registerAsked } from "#app/server/register-asked.ts";
import { type FileForm, makeRegisterFile } from "#app/server/register-file.ts";
import { visit } from "#app/server/visit.ts";

const FORMS: Record<FileForm, string> = { xlsx: "Excel", csv: "CSV", json: "JSON" };

/** The same for everybody, but not from one moment to the next: kept nowhere. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const asked = await registerAsked(request, visited);
  const form = formFrom(new URL(request.url).searchParams.get("vorm"));
  const file = makeRegisterFile(form, asked, visited);
  return { visit: visited.visit, filter: asked.filter, sentence: asked.sentence, form, file };
}

export const headers = () => ({ "Cache-Control": "private, no-store" });

export const meta = () => [{ title: pageTitle(HEADING) }];

const HEADING = "Bestand klaarzetten";

/** @throws 422 for a form that there is not */
function formFrom(asked: string | null): FileForm {
  if (asked !== null && Object.hasOwn(FORMS, asked)) return asked as FileForm;
  throw unprocessable("Dit soort bestand is er niet", "Kies Excel (xlsx), CSV (csv) of JSON (json).");
}

const rows = (count: number): string => count.toLocaleString("nl-NL");

export default function TakeFile() {
  const { visit: visitor, filter, sentence, form, file } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const query = filterToParams(filter);
  const here = link(paths.takeFile, new URLSearchParams([...query, ["vorm", form]]));
  return (
    <PublicPage
      visit={visitor}
      heading={HEADING}
      breadcrumbs={[{ href: link(paths.take, query), label: "Deze lijst meenemen" }]}
      lead={<p>{sentence}</p>}
    >
      {file === null ? (
        <Alert tone="warning">
          Er worden al veel bestanden gemaakt. <a href={here}>Probeer het over een minuut opnieuw</a>.
        </Alert>
      ) : file.state === "failed" ? (
        <Alert tone="warning">
          Het bestand kon niet worden gemaakt. Dat ligt niet aan u. <a href={here}>Probeer het opnieuw</a>.
        </Alert>
      ) : file.state === "made" ? (
        <>
          <p>
            Het bestand staat klaar: {rows(file.of)} rijen, {aboutSize(file.size)}.
          </p>
          <p>
            <a href={link(paths.registerAs(form), query)}>{FORMS[form]} ophalen</a>
          </p>
        </>
      ) : (
        <MakingProgress
          words={
            file.state === "waiting"
              ? "Wacht op een ander bestand dat nu wordt gemaakt."
              : `${rows(file.done)} van ${rows(file.of)} rijen geschreven.`
          }
          done={file.done}
          of={file.of}
          address={here}
        />
      )}
    </PublicPage>
  );
}
