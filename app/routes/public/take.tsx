import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicPage } from "#app/components/public-page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { filterToParams } from "#app/domain/filter.ts";
import { aboutSize } from "#app/domain/size-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { LICENCE } from "#app/formats/register-description.ts";
import { linker, paths, registerPath } from "#app/paths.ts";
import { registerAsked } from "#app/server/register-asked.ts";
import { LARGE, sizesOf } from "#app/server/register-file.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visited = await visit(request);
  const asked = await registerAsked(request, visited);
  const { filter, total, sentence, chosen } = asked;
  return {
    visit: visited.visit,
    filter,
    total,
    sentence,
    chosen,
    isLarge: total > LARGE,
    sizes: await sizesOf(asked, visited),
  };
}

export const meta = () => [{ title: pageTitle(HEADING) }];

const HEADING = "Deze lijst meenemen";

const FILES = [
  {
    form: "xlsx",
    name: "Excel",
    use: "Om zelf te sorteren en te rekenen. Datums zijn echte datums. Met een blad dat zegt wat het is.",
  },
  { form: "csv", name: "CSV", use: "Voor elk programma dat tabellen leest. Komma's ertussen, tekens in UTF-8." },
  { form: "json", name: "JSON", use: "Voor wie een programma schrijft." },
] as const;

export default function Take() {
  const { visit: visitor, filter, total, sentence, chosen, isLarge, sizes } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const query = filterToParams(filter);
  const address = (form: "atom" | "ics") => visitor.origin + link(paths.registerAs(form), query);
  return (
    <PublicPage
      visit={visitor}
      heading={HEADING}
      breadcrumbs={[{ href: registerPath(link, filter), label: "Toezeggingen" }]}
      lead={<p>{sentence}</p>}
    >
      <section aria-labelledby="bestand">
        <h2 id="bestand">Als bestand</h2>
        <p>
          Elk bestand heeft {total === 1 ? "1 rij" : `${total.toLocaleString("nl-NL")} rijen`}, met dezelfde kolommen.{" "}
          {isLarge &&
            "Dat zijn er veel. Daarom wordt het bestand eerst klaargezet: u ziet hoe ver het is, en haalt het daarna op."}
        </p>
        <DataTable
          caption="Bestanden"
          hideCaption
          columns={[
            { key: "name", label: "Soort", rowHeader: true },
            { key: "use", label: "Waarvoor" },
            { key: "size", label: "Grootte", fit: true },
          ]}
          rows={FILES.map(({ form, name, use }) => ({
            key: form,
            cells: {
              name: (
                <a
                  href={
                    isLarge
                      ? link(paths.takeFile, new URLSearchParams([...query, ["vorm", form]]))
                      : link(paths.registerAs(form), query)
                  }
                >
                  {isLarge ? `${name} klaarzetten` : `${name} ophalen`}
                </a>
              ),
              use,
              size: aboutSize(sizes[form]),
            },
          }))}
        />
      </section>
      <section aria-labelledby="volgen">
        <h2 id="volgen">Volgen</h2>
        <p>
          Neem deze adressen over in een programma dat volgt wat er verandert. U hoeft daarvoor geen account te hebben.
          Wat u volgt: {chosen}.
        </p>
        <h3>Wat er gebeurt, in een feedlezer</h3>
        <p>Elke brief, elk uitstel en elk besluit is een bericht (Atom).</p>
        <p>
          <a className="address" href={address("atom")}>
            {address("atom")}
          </a>
        </p>
        <h3>Termijnen, in uw agenda</h3>
        <p>
          Elke termijn met een datum is een hele dag in uw agenda (iCalendar). Verschuift een termijn, dan verschuift
          die dag mee. Toezeggingen zonder datum staan er niet in.
        </p>
        <p>
          <a className="address" href={address("ics")}>
            {address("ics")}
          </a>
        </p>
      </section>
      <section aria-labelledby="gebruik">
        <h2 id="gebruik">Wat u ermee mag</h2>
        <p>
          {LICENCE.words} <a href={LICENCE.address}>Lees de tekst van {LICENCE.name}</a>.
        </p>
      </section>
    </PublicPage>
  );
}
