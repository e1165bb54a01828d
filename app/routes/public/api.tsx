import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ApiAddress } from "#app/components/api-address.tsx";
import { ApiFields } from "#app/components/api-fields.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { DataTable } from "#app/components/table.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { apiExamples } from "#app/server/api-examples.ts";
import { apiGuide } from "#app/server/api-guide.ts";
import { settings } from "#app/server/env.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return {
    visit: visitor,
    guide: apiGuide(),
    examples: await apiExamples(visitor),
    perMinute: settings().API_REQUESTS_PER_MINUTE,
  };
}

export const meta = () => [{ title: pageTitle("API: het register voor programma's") }];

export default function Api() {
  const { visit: visitor, guide, examples, perMinute } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="API: het register voor programma's"
      timeless
      lead="Alles wat op de pagina's openbaar is, kunt u ook met een programma lezen. Een sleutel of account is niet nodig."
      breadcrumbs={[{ href: link(paths.explanation), label: "Uitleg" }]}
    >
      <section aria-labelledby="begin">
        <h2 id="begin">Zo begint u</h2>
        <p>
          Alle adressen beginnen met <code>{`${visitor.origin}${paths.apiRoot}`}</code>. U leest met GET en krijgt JSON
          terug. De hele API is beschreven in OpenAPI 3.1: <a href={paths.apiDescription}>openapi.json</a>. Ze is
          gemaakt naar de API Design Rules van de Nederlandse overheid. Dit is versie {guide.version}.
        </p>
        <p>
          Bent u op de pagina <a href={link(paths.register)}>Toezeggingen</a> en hebt u daar een filter gekozen? Neem
          dan alles achter het vraagteken over achter <code>{paths.apiList("commitments")}?</code> en u krijgt dezelfde
          toezeggingen. Alleen bladeren gaat anders.
        </p>
        <p>
          Namen van velden zijn Engels, zoals de woordenlijst van het register ze vertaalt. Parameters heten zoals op de
          pagina&rsquo;s. Teksten zijn Nederlands.
        </p>
      </section>
      <section aria-labelledby="voorbeelden">
        <h2 id="voorbeelden">Voorbeelden</h2>
        <p>U kunt ze zo overnemen. De antwoorden zijn die van dit register, van vandaag.</p>
        {examples.map(({ asks, command, status, answer }) => (
          <div key={command} className="api-example">
            <h3>{asks}</h3>
            <pre className="command">
              <code>{command}</code>
            </pre>
            <details>
              <summary>
                Antwoord ({status}) op: {asks.toLowerCase().replace("?", "")}
              </summary>
              <pre className="command">
                <code>{answer}</code>
              </pre>
            </details>
          </div>
        ))}
      </section>
      <section aria-labelledby="dag">
        <h2 id="dag">Het register zoals het was</h2>
        <p>
          Met <code>peildatum=2011-03-04</code> krijgt u het register van die dag. Wat later is gecorrigeerd of
          aangevuld, telt daarin mee. Wilt u een antwoord dat nooit meer verandert, zet er dan <code>bekend</code> bij:
          een tijdstip. Dan telt alleen wat toen was vastgelegd.
        </p>
        <p>
          Een dossier dat niet meer wordt gevolgd, houdt zijn laatste stand. In <code>frozenOn</code> staat van welke
          dag die is.
        </p>
      </section>
      <section aria-labelledby="bladeren">
        <h2 id="bladeren">Bladeren</h2>
        <p>
          Een lijst komt in delen. Volg <code>links.next</code> tot daar <code>null</code> staat; hetzelfde adres staat
          in de header <code>Link</code>. Met <code>limit</code> kiest u hoeveel er in één antwoord staan. In{" "}
          <code>total</code> staat hoeveel er in het geheel zijn.
        </p>
      </section>
      <section aria-labelledby="netjes">
        <h2 id="netjes">Netjes vragen</h2>
        <p>
          Bewaar de header <code>ETag</code> en stuur hem de volgende keer mee als <code>If-None-Match</code>. Is er
          niets veranderd, dan is het antwoord 304 en leeg.
        </p>
        <p>
          Van één netwerkadres beantwoorden we {perMinute} vragen per minuut. In <code>RateLimit</code> staat hoeveel u
          er nog hebt (r) en over hoeveel seconden dat weer meer wordt (t). Zijn ze op, dan krijgt u 429, met in{" "}
          <code>Retry-After</code> hoeveel seconden u wacht. We tellen alleen in het geheugen en bewaren uw adres niet.
        </p>
        <p>Een pagina op een andere site mag de API ook vragen (CORS).</p>
      </section>
      <section aria-labelledby="fouten">
        <h2 id="fouten">Als er iets niet klopt</h2>
        <p>
          Een fout komt als <code>application/problem+json</code> (RFC 9457), met in <code>detail</code> een Nederlandse
          zin en bij verkeerde parameters alles wat mis is bij elkaar. Een parameter die niet bestaat, wordt niet
          overgeslagen maar geweigerd: anders zou een tikfout u stilletjes iets anders geven.
        </p>
        <dl className="explained">
          {guide.faults.map(({ status, title, means }) => (
            <div key={status} id={`fout-${status}`}>
              <dt>
                {status}: {title}
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="adressen">
        <h2 id="adressen">Alle adressen</h2>
        {guide.addresses.map((address) => (
          <ApiAddress key={address.id} {...address} />
        ))}
      </section>
      <section aria-labelledby="velden">
        <h2 id="velden">Wat er in een antwoord staat</h2>
        <p>Een veld staat er altijd. Is er niets bekend, dan is het null.</p>
        <ApiFields schemas={guide.schemas} />
      </section>
      <section aria-labelledby="versies">
        <h2 id="versies">Versies</h2>
        <p>
          Het eerste cijfer van de versie staat in het adres. Zolang dat v1 is, kunnen er velden en parameters bij
          komen, maar verdwijnt er niets en verandert niets van betekenis. De volledige versie staat in de header{" "}
          <code>API-Version</code>.
        </p>
        <DataTable
          caption="Wat er veranderde"
          columns={[
            { key: "version", label: "Versie", fit: true, rowHeader: true },
            { key: "what", label: "Wat" },
          ]}
          rows={[{ key: "1.0.0", cells: { version: "1.0.0", what: "De eerste versie." } }]}
        />
      </section>
      <section aria-labelledby="gebruik">
        <h2 id="gebruik">Wat u ermee mag</h2>
        <p>
          Wat het register zelf maakt (nummers, standen, termijnen, onze samenvattingen) geven we vrij met{" "}
          <a href="https://creativecommons.org/publicdomain/zero/1.0/deed.nl">CC0 1.0</a>: u mag het gebruiken,
          veranderen en verspreiden, ook om geld mee te verdienen. Noem liever wel de bron en de peildatum.
        </p>
        <p>
          Teksten van brieven en aangehaalde woorden zijn niet van ons. Daarvoor geldt wat voor het stuk zelf geldt; de
          officiële publicatie gaat altijd voor. Namen van bewindspersonen en Kamerleden blijven gegevens over personen:
          wie ze verwerkt, is daar zelf verantwoordelijk voor.
        </p>
      </section>
    </PublicPage>
  );
}
