import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { Empty } from "#app/components/empty.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { SearchHits } from "#app/components/search-hits.tsx";
import { PaperLink } from "#app/components/source-link.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import { paperInWords } from "#app/domain/paper.ts";
import { foundInWords, foundKindFrom, KIND_HEADINGS, listInWords } from "#app/domain/search/found-words.ts";
import { FOUND_KINDS, type FoundKind } from "#app/domain/search/place.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { foundPath, type Linker, linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import { HITS_ON_PAGE, type Led, ledByNumber, searched } from "#db/public.ts";

const LONGEST_TYPED = 300;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment, link } = await visit(request);
  const query = new URL(request.url).searchParams;
  const typed = (query.get("q") ?? "").trim();
  const only = foundKindFrom(query.get("soort"));
  const page = Math.max(1, Number.parseInt(query.get("pagina") ?? "1", 10) || 1);
  const led = await ledByNumber(typed, moment);
  if (led && "leads" in led) throw redirect(link(foundPath(led.leads.to, led.leads.key)));
  const { nothing, ...found } = await searched(typed, moment, only && { kind: only, page });
  return {
    visit: visitor,
    typed: typed.slice(0, LONGEST_TYPED),
    only,
    page,
    led,
    found,
    nothing,
    onPage: HITS_ON_PAGE,
  };
}

const LONGEST_HEADING = 60;
const headingOf = (typed: string): string =>
  typed === ""
    ? "Zoeken"
    : `Zoeken naar “${typed.length > LONGEST_HEADING ? `${typed.slice(0, LONGEST_HEADING)}…` : typed}”`;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(headingOf(data?.typed ?? "")) }];

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Search() {
  const loaded = useLoaderData<typeof loader>();
  const { visit: visitor, typed, only, led, found, nothing } = loaded;
  const link = linker(visitor);
  const there = FOUND_KINDS.filter((kind) => found[kind].total > 0);
  return (
    <PublicPage visit={visitor} heading={headingOf(typed)} searched={typed} help={found.showsHelp}>
      {led && <LedNowhere led={led} link={link} />}
      {found.question.isCut && <p>Uw vraag is lang. Er is gezocht naar de eerste woorden ervan.</p>}
      {found.question.wanted.length === 0 && <HowTo typed={typed} excludes={found.question.excluded.length > 0} />}
      {there.length > 0 && (
        <p>
          Gevonden: {listInWords(there.map((kind) => foundInWords(kind, found[kind].total)))}. Stand op{" "}
          {dayInWords(visitor.asOf)}. Wat alle woorden in de titel heeft, staat voorop; daarna het nieuwste eerst.
        </p>
      )}
      {only && (
        <p>
          <a href={searchPath(link, typed)}>Alles wat is gevonden</a>
        </p>
      )}
      {there
        .filter((kind) => only === null || kind === only)
        .map((kind) => (
          <Group key={kind} kind={kind} loaded={loaded} link={link} />
        ))}
      {only && there.length > 0 && !there.includes(only) && (
        <Empty>Er is wel iets gevonden, maar niet bij {KIND_HEADINGS[only].heading.toLowerCase()}.</Empty>
      )}
      {found.commitment.total > 0 && <StatusLegend link={link} />}
      {nothing && <NothingFound nothing={nothing} asOf={visitor.asOf} link={link} />}
    </PublicPage>
  );
}

const searchPath = (link: Linker, q: string, more: Record<string, string> = {}): string =>
  link(paths.search, new URLSearchParams({ q, ...more }));

function Group({ kind, loaded, link }: { kind: FoundKind; loaded: Loaded; link: Linker }) {
  const { typed, only, page, found, onPage } = loaded;
  const { total, hits } = found[kind];
  const { heading, id } = KIND_HEADINGS[kind];
  const told = foundInWords(kind, total);
  const pages = Math.ceil(total / onPage);
  const pageOf = (nth: number) => searchPath(link, typed, { soort: id, ...(nth > 1 && { pagina: String(nth) }) });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {hits.length === 0 && (
        <Empty>
          Zo veel is er niet gevonden. <a href={pageOf(pages)}>Naar de laatste pagina</a>
        </Empty>
      )}
      <SearchHits kind={kind} found={found} link={link} />
      {only === null && total > hits.length && (
        <p>
          <a href={searchPath(link, typed, { soort: id })}>Alle {told}</a>
        </p>
      )}
      {only === kind && <Pagination page={page} pages={pages} href={pageOf} />}
    </section>
  );
}

function HowTo({ typed, excludes }: { typed: string; excludes: boolean }) {
  return (
    <>
      {excludes ? (
        <Empty>U sluit alleen woorden uit. Geef ook een woord dat er wel in moet staan.</Empty>
      ) : (
        typed !== "" && <Empty>Hierin staat geen woord of getal om naar te zoeken.</Empty>
      )}
      <p>U zoekt in toezeggingen, in de tekst van brieven, in debatten en in wat het register verder volgt.</p>
      <dl className="search-ways">
        <Way typed="meldknop">
          Ook in andere vormen en in samengestelde woorden: wie “knop” zoekt, vindt ook “meldknop”.
        </Way>
        <Way typed="“blokkeren van websites”">Precies deze woorden, in deze volgorde.</Way>
        <Way typed="meldknop -proef">Wel het ene woord, niet het andere.</Way>
        <Way typed="blok*">Alles wat zo begint.</Way>
        <Way typed="2011-0007">
          Een nummer brengt u er meteen heen. Dat geldt ook voor een Kamerstuk, zoals 32 500 VI, nr. 75.
        </Way>
      </dl>
    </>
  );
}

const Way = ({ typed, children }: { typed: string; children: ReactNode }) => (
  <>
    <dt>
      <kbd>{typed}</kbd>
    </dt>
    <dd>{children}</dd>
  </>
);

/** A number that leads to no page of its own. */
function LedNowhere({ led, link }: { led: Exclude<Led, { leads: unknown }>; link: Linker }) {
  const { asked } = led;
  if (asked.kind === "paper")
    return led.is === "several" ? (
      <p>Bij dit Kamerstuk horen meer dingen in het register. Kies welk u bedoelt.</p>
    ) : (
      <Empty>
        Het register heeft {paperInWords(asked.paper)} niet op deze dag. De officiële publicatie:{" "}
        <PaperLink paper={paperInWords(asked.paper)} />.
      </Empty>
    );
  if (led.is === "several") return <p>Meer dan één toezegging noemt nummer {asked.number}. Kies welke u bedoelt.</p>;
  if (led.is === "later") {
    const path = asked.kind === "item" ? paths.item(asked.number) : paths.commitment(asked.number);
    return (
      <Empty>
        {asked.number} is van {dayInWords(led.on)} en was er op deze dag nog niet.{" "}
        <a href={link(path)}>Naar {asked.number}</a>
      </Empty>
    );
  }
  if (asked.kind === "foreign")
    return (
      <Empty>
        {asked.number} is een nummer van de {asked.chamber === "TK" ? "Tweede" : "Eerste"} Kamer. Het register kent geen
        toezegging met dat nummer op deze dag.
      </Empty>
    );
  return <Empty>Het register heeft niets met nummer {asked.number}.</Empty>;
}

function NothingFound({
  nothing: { near, unknown, fewer },
  asOf,
  link,
}: {
  nothing: NonNullable<Loaded["nothing"]>;
  asOf: string;
  link: Linker;
}) {
  return (
    <Empty>
      <p>
        Niets gevonden. Gezocht is in toezeggingen, brieven, debatten en wat het register verder volgt, stand op{" "}
        {dayInWords(asOf)}.
      </p>
      {near !== null && (
        <p>
          Bedoelde u <a href={searchPath(link, near)}>{near}</a>?
        </p>
      )}
      {unknown.length > 0 && <p>Nergens gevonden: {listInWords(unknown.map((word) => `“${word}”`))}.</p>}
      {fewer.length > 0 && (
        <>
          <p>Wel iets gevonden:</p>
          <ul className="link-list">
            {fewer.map(({ without, question }) => (
              <li key={without}>
                zonder “{without}”: <a href={searchPath(link, question)}>{question}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {near === null && fewer.length === 0 && (
        <p>Probeer een ander woord, of het begin ervan met een sterretje: blok*.</p>
      )}
    </Empty>
  );
}
