import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkPage } from "#app/components/work-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { actsFor, ownSelection, pickedBy } from "#app/server/many-page.ts";
import { work } from "#app/server/visit.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { visit, actor } = await work(request, "register");
  const selection = await ownSelection(actor, params.id);
  const picked = await pickedBy(actor, selection);
  return {
    visit,
    id: selection.id,
    acts: actsFor(actor),
    picked: picked.map(({ id, number, title }) => ({ id, number, title })),
  };
}

export const meta = () => [{ title: pageTitle("Wat u koos") }];

export default function ManyPicked() {
  const { visit, id, acts, picked } = useLoaderData<typeof loader>();
  return (
    <WorkPage
      visit={visit}
      heading="Wat u koos"
      lead={picked.length === 1 ? "1 toezegging" : `${picked.length} toezeggingen`}
      breadcrumbs={[
        { href: paths.desk, label: "Mijn werk" },
        { href: `${paths.many}?keuze=${encodeURIComponent(id)}`, label: "Veel tegelijk" },
      ]}
    >
      <section aria-labelledby="doen">
        <h2 id="doen">Wat wilt u met allemaal doen?</h2>
        <ul className="link-list">
          {acts.map(({ name, label }) => (
            <li key={name}>
              <a href={paths.manyAct(id, name)}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
      <details className="fold-plain">
        <summary>De gekozen toezeggingen</summary>
        <ul className="link-list">
          {picked.map((one) => (
            <li key={one.id}>
              {one.number ?? "concept"}: {one.title}
            </li>
          ))}
        </ul>
      </details>
    </WorkPage>
  );
}
