import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusBadge } from "#app/components/status.tsx";
import { STATUS_EXPLAINED, STATUS_WORDS } from "#app/domain/commitment.ts";
import type { Status } from "#app/domain/standing.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return { visit: visitor };
}

export const meta = () => [{ title: pageTitle("Uitleg bij het register") }];

const TERMS = [
  [
    "Toezegging",
    "Een belofte van een minister of staatssecretaris aan de Kamer: iets laten weten, uitzoeken of doen. De belofte hoort bij het ambt. Komt er een nieuwe minister, dan gaat ze op hem of haar over.",
  ],
  [
    "Voortgangsbrief",
    "De brief waarmee een ministerie de Kamer om de zoveel tijd laat weten hoe het met een onderwerp staat.",
  ],
  [
    "Termijn",
    "Wanneer iets af moet zijn: de woorden die zijn gebruikt, en de dag die daaruit volgt. Woorden als “binnenkort” geven geen dag; dan staat er: zonder termijn.",
  ],
  [
    "Uitstel",
    "Een latere termijn. Die telt alleen als de Kamer het te horen kreeg. Wat een ministerie voor zichzelf plant, verandert de termijn niet.",
  ],
  ["Peildatum", "De dag waarvoor u het register bekijkt. U kunt elke dag uit het verleden kiezen."],
  [
    "Vast adres",
    "Onder aan elke pagina staat een verwijzing die niet meer verandert. Ze legt de peildatum vast, en ook wat het register toen wist. Wordt er later iets toegevoegd of gecorrigeerd, dan ziet u dat op de gewone pagina, en niet op het vaste adres.",
  ],
  [
    "Nagegaan",
    "Bij elke brief kijkt het ministerie welke toezeggingen erin zijn beantwoord. Is dat klaar, dan is de brief nagegaan. Wat voor die brief was beloofd en er niet in staat, is sinds die brief te laat; dat is te zien vanaf de dag erna.",
  ],
] as const;

export default function Explanation() {
  const { visit: visitor } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Uitleg bij het register"
      timeless
      lead="Wat de woorden betekenen, en wanneer iets te laat is."
    >
      <section aria-labelledby="statussen">
        <h2 id="statussen">De vier statussen</h2>
        <dl className="explained">
          {(Object.keys(STATUS_WORDS) as Status[]).map((status) => (
            <div key={status} id={status}>
              <dt>
                <StatusBadge status={status} />
              </dt>
              <dd>{STATUS_EXPLAINED[status]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="te-laat">
        <h2 id="te-laat">Wanneer is iets te laat?</h2>
        <p>Een toezegging is te laat als ze nog openstaat en:</p>
        <ul>
          <li>de laatste dag van de termijn voorbij is, of</li>
          <li>ze voor de volgende voortgangsbrief was beloofd, en die brief kwam zonder een antwoord, of</li>
          <li>ze hing af van iets anders (bijvoorbeeld een debat of een advies), en dat is er geweest.</li>
        </ul>
        <p>
          Te laat is geen status: het volgt uit de termijn en de dag waarop u kijkt. Ook wat uiteindelijk is voldaan,
          kan te laat zijn geweest. Dat blijft erbij staan.
        </p>
        <p>
          In de Eerste Kamer beslist een commissie of een toezegging is nagekomen. Tot dan staat er:{" "}
          <em>wacht op oordeel</em>. Zolang ze wacht, is ze niet te laat.
        </p>
      </section>
      <section aria-labelledby="woorden">
        <h2 id="woorden">Andere woorden</h2>
        <dl className="explained">
          {TERMS.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="fouten">
        <h2 id="fouten">Als er iets niet klopt</h2>
        <p>
          Niets in het register wordt overschreven. Een fout wordt gecorrigeerd of ingetrokken, met de reden erbij. Op
          de pagina zelf staat wat er stond en tot wanneer.{" "}
          <a href={link(paths.corrections)}>Alle correcties en intrekkingen</a> staan bij elkaar.
        </p>
      </section>
      <section aria-labelledby="geen-toezegging">
        <h2 id="geen-toezegging">Wat geen toezegging is</h2>
        <p>
          In een brief staat meer: verwachtingen, besluiten, vragen van Kamerleden. Die staan bij het onderwerp, apart
          van de toezeggingen. Ze hebben geen status en zijn nooit te laat.
        </p>
      </section>
      <section aria-labelledby="veranderd">
        <h2 id="veranderd">Is er achteraf iets veranderd?</h2>
        <p>
          Wat eenmaal is vastgelegd, blijft staan; een fout wordt hersteld met een correctie die u kunt zien. U kunt dat
          zelf controleren: <a href={link(paths.chain)}>de keten nagaan</a>.
        </p>
      </section>
      <section aria-labelledby="lijst">
        <h2 id="lijst">Uw eigen lijst, en wat de cookie onthoudt</h2>
        <p>
          Met <em>Bewaar in mijn lijst</em> houdt u toezeggingen, dossiers en filters bij elkaar, zonder account. Op{" "}
          <a href={link(paths.keptList)}>Mijn lijst</a> ziet u hoe ze ervoor staan, en wat er sinds uw vorige bezoek
          veranderde.
        </p>
        <p>
          Uw lijst staat in uw eigen browser, in een cookie die “lijst” heet. Die bestaat pas als u iets bewaart, en er
          staat alleen in: de nummers van de toezeggingen, de namen van de dossiers, de filters, en twee tijdstippen,
          namelijk vanaf wanneer u ziet wat er veranderde en wanneer u het laatst keek. Uw browser stuurt de cookie
          alleen naar de pagina met uw lijst, en vergeet haar als u er 400 dagen niet komt of uw lijst wist. Het
          register bewaart niets van wat erin staat, en volgt u niet. Wie inlogt, heeft de lijst bij het account.
        </p>
      </section>
    </PublicPage>
  );
}
