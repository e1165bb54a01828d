import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicPage } from "#app/components/public-page.tsx";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { settings } from "#app/server/env.ts";
import { visit } from "#app/server/visit.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor } = await visit(request);
  return { visit: visitor, contact: settings().CONTACT_EMAIL ?? null };
}

export const meta = () => [{ title: pageTitle("Toegankelijkheid") }];

/**
 * After the model of the Dutch government (toegankelijkheidsverklaring). It names no status of that model: those rest on
 * an examination by somebody else, which there has not been.
 */
export default function Accessibility() {
  const { visit: visitor, contact } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  return (
    <PublicPage
      visit={visitor}
      heading="Toegankelijkheid"
      timeless
      lead="Iedereen moet dit register kunnen lezen: met een toetsenbord, een voorleesprogramma, grote letters of een telefoon."
      breadcrumbs={[{ href: link(paths.explanation), label: "Uitleg" }]}
    >
      <section aria-labelledby="norm">
        <h2 id="norm">Waar we naar streven</h2>
        <p>
          We bouwen naar WCAG 2.2, niveau A en AA. De wettelijke norm voor de overheid, EN 301 549, gaat uit van WCAG
          2.1, niveau A en AA.
        </p>
      </section>
      <section aria-labelledby="stand-van-zaken">
        <h2 id="stand-van-zaken">Hoe ver we zijn</h2>
        <p>
          Dit register is <strong>nog niet onderzocht door iemand van buiten</strong>. Daarom staat hier geen
          nalevingsstatus (A tot en met E) en staat het niet in het register van toegankelijkheidsverklaringen van de
          overheid. Wat hieronder staat, hebben we zelf nagegaan. Dat is geen bewijs dat alles klopt.
        </p>
      </section>
      <section aria-labelledby="getest">
        <h2 id="getest">Wat we zelf nagaan</h2>
        <p>Bij elke nieuwe versie van het programma, in een echte browser (Chromium):</p>
        <ul>
          <li>elke openbare pagina met axe, een programma dat een deel van de fouten vindt;</li>
          <li>dat pagina&rsquo;s op een smal scherm passen zonder dat u opzij moet schuiven;</li>
          <li>dat daar alles leesbaar blijft voor wie meer ruimte tussen letters, woorden en regels instelt;</li>
          <li>een tocht door het register met alleen het toetsenbord, en wat een voorleesprogramma daarbij hoort;</li>
          <li>dat elke pagina één hoofdkop heeft, velden een naam hebben en de taal Nederlands is;</li>
          <li>dat het register werkt zonder JavaScript.</li>
        </ul>
      </section>
      <section aria-labelledby="niet-getest">
        <h2 id="niet-getest">Wat nog niet is nagegaan</h2>
        <ul>
          <li>Geen mens heeft het register beoordeeld op alle succescriteria van WCAG.</li>
          <li>Mensen met een beperking hebben het nog niet voor ons geprobeerd.</li>
          <li>We hebben niet getest met NVDA, JAWS, VoiceOver of TalkBack, en niet in andere browsers dan Chromium.</li>
          <li>
            Brieven zijn te downloaden zoals ze binnenkwamen. Die bestanden zijn niet van ons en we maken ze niet
            toegankelijk. Waar het register de tekst heeft, staat die ook op de pagina.
          </li>
        </ul>
      </section>
      <section aria-labelledby="melden">
        <h2 id="melden">Loopt u ergens op vast?</h2>
        {contact ? (
          <p>
            Schrijf naar <a href={`mailto:${contact}`}>{contact}</a>. Zeg op welke pagina het was en wat u wilde doen.
          </p>
        ) : (
          <p>
            Degene die dit register beheert, heeft nog geen adres ingevuld om u te melden. Dat hoort wel: zonder adres
            is deze verklaring niet af.
          </p>
        )}
      </section>
    </PublicPage>
  );
}
