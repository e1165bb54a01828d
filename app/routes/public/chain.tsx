import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { Empty } from "#app/components/empty.tsx";
import { Facts } from "#app/components/facts.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { instantInWords } from "#app/domain/calendar.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { chainHead, dailyHeads } from "#db/public.ts";

const DAYS_ON_PAGE = 30;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  const heads = await dailyHeads();
  const pages = Math.max(1, Math.ceil(heads.length / DAYS_ON_PAGE));
  const asked = Number(new URL(request.url).searchParams.get("pagina"));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const shown = heads.slice((page - 1) * DAYS_ON_PAGE, page * DAYS_ON_PAGE);
  return { visit: visitor, head: await chainHead(), heads: shown, page, pages };
}

export const meta = () => [{ title: pageTitle("Keten nagaan") }];

export default function Chain() {
  const { visit: visitor, head, heads, page, pages } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Keten nagaan"
      lead="Zo ziet u zelf of er achteraf iets aan het register is veranderd."
      breadcrumbs={[{ href: link(paths.explanation), label: "Uitleg" }]}
      timeless
    >
      <section aria-labelledby="wat">
        <h2 id="wat">Wat is de keten?</h2>
        <p>
          Alles wat in het register wordt vastgelegd, is een gebeurtenis met een nummer. Uit elke gebeurtenis rekenen we
          een controlegetal van 64 tekens uit: de hash. Daarin telt de hash van de gebeurtenis ervoor mee. Zo vormen ze
          een keten. Wie later iets ouds verandert, weghaalt of verplaatst, krijgt vanaf daar andere hashes.
        </p>
        <p>
          De laatste hash heet de kop. Wie een kop bewaart, kan later nagaan of alles tot en met die kop nog hetzelfde
          is. Daarvoor hoeft u ons niet te vertrouwen.
        </p>
      </section>
      <section aria-labelledby="kop">
        <h2 id="kop">De kop van nu</h2>
        {head ? (
          <Facts
            items={[
              { term: "Gebeurtenissen", value: head.seq },
              {
                term: "Laatst vastgelegd",
                value: <time dateTime={head.recordedAt}>{instantInWords(head.recordedAt)}</time>,
              },
              { term: "Kop om te bewaren", value: <code className="hash">{`${head.seq}:${head.hash}`}</code> },
            ]}
          />
        ) : (
          <Empty>Er is nog niets vastgelegd.</Empty>
        )}
      </section>
      <section aria-labelledby="stappen">
        <h2 id="stappen">In drie stappen nagaan</h2>
        <ol className="steps">
          <li>
            <strong>Bewaar een kop</strong>, bijvoorbeeld in een bericht aan uzelf: het nummer, een dubbele punt en de
            hash. U kunt de kop van nu nemen of een uit <a href="#dagen">de lijst hieronder</a>. Een kop die u al langer
            hebt, bewijst meer.
          </li>
          <li>
            <strong>Haal twee bestanden op</strong> en zet ze in dezelfde map:{" "}
            <a href={paths.chainExport}>de uitvoer van het register</a> en{" "}
            <a href={paths.chainScript} download>
              het script keten-nagaan.mjs
            </a>
            . Het script is kort; lees gerust eerst wat het doet.
          </li>
          <li>
            <strong>Laat het script rekenen.</strong> U hebt er <a href="https://nodejs.org/">Node</a> voor nodig,
            versie 20 of nieuwer. Typ in die map, met uw eigen kop aan het eind:
            <pre className="command">
              <code>{`node keten-nagaan.mjs ${EXPORT_NAME} NUMMER:HASH`}</code>
            </pre>
            Het script zegt “In orde”, of het noemt de regels die niet kloppen.
          </li>
        </ol>
        <p>
          In de uitvoer staat de tekst van alles wat openbaar is. Van de rest, zoals concepten, staat er alleen een
          controlegetal. Wie iets vastlegde, staat er niet in.
        </p>
      </section>
      <section aria-labelledby="niet">
        <h2 id="niet">Wat de keten niet bewijst</h2>
        <ul>
          <li>Dat wat is ingetypt waar is. Ga daarvoor naar de officiële bron die bij elke toezegging staat.</li>
          <li>Dat alles is ingetypt wat erin hoort.</li>
          <li>
            Dat het register niet alles opnieuw schreef vóór de eerste kop die u of een ander bewaarde. Een lijst die
            wij zelf tonen, kunnen wij ook zelf veranderen. Daarom helpt het als veel mensen koppen bewaren.
          </li>
        </ul>
      </section>
      <section aria-labelledby="dagen">
        <h2 id="dagen">De kop van elke dag</h2>
        <p>
          De laatste gebeurtenis van elke dag waarop iets is vastgelegd, in Nederlandse tijd. De dag van vandaag loopt
          nog.
        </p>
        {heads.length === 0 ? (
          <Empty>Er is nog niets vastgelegd.</Empty>
        ) : (
          <DataTable
            caption="Koppen per dag, nieuwste eerst"
            hideCaption
            columns={[
              { key: "day", label: "Dag", fit: true, rowHeader: true },
              { key: "seq", label: "Nummer", fit: true, align: "end" },
              { key: "hash", label: "Hash" },
            ]}
            rows={heads.map(({ day, seq, hash }) => ({
              key: day,
              cells: { day: <Day of={day} />, seq, hash: <code className="hash">{hash}</code> },
            }))}
          />
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(n) => `${link(paths.chain, new URLSearchParams(n > 1 ? { pagina: String(n) } : {}))}#dagen`}
        />
      </section>
    </PublicPage>
  );
}

const EXPORT_NAME = "toezeggingenregister-keten.jsonl";
