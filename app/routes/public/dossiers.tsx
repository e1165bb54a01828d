import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageInWords } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { coverage } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  return { visit: visitor, covered: await coverage(moment) };
}

export const meta = () => [{ title: pageTitle("Dossiers") }];

export default function Dossiers() {
  const { visit: visitor, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Dossiers"
      lead="Een dossier is een onderwerp van beleid dat het register jarenlang volgt."
      help={covered.some(({ dossier }) => dossier.showsHelp)}
    >
      {covered.length === 0 && <Empty>Er zijn nog geen dossiers.</Empty>}
      {covered.map((followed) => (
        <section key={followed.dossier.id} aria-labelledby={followed.dossier.slug}>
          <h2 id={followed.dossier.slug}>
            <a href={link(paths.dossier(followed.dossier.slug))}>{followed.dossier.name}</a>
          </h2>
          {followed.dossier.isInvented && <p>Verzonnen voorbeeld.</p>}
          <p>{followed.dossier.description}</p>
          <p className="covers">{coverageInWords([followed])}</p>
        </section>
      ))}
    </PublicPage>
  );
}
