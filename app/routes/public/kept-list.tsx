import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Empty } from "#app/components/empty.tsx";
import { SubmitButton } from "#app/components/form.tsx";
import { KeptFields } from "#app/components/keep-form.tsx";
import { KeptNews } from "#app/components/kept-news.tsx";
import { KeptCommitments, KeptFollowed } from "#app/components/kept-rows.tsx";
import { KeptShare } from "#app/components/kept-share.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { StatusLegend } from "#app/components/status-legend.tsx";
import { dayInWords } from "#app/domain/calendar.ts";
import {
  filterOfKept,
  type KeptList,
  keptFrom,
  keptThatFits,
  keptTogether,
  keptWithout,
  LONGEST_LIST,
  MOST_FOLLOWED,
  NOTHING_KEPT,
  sizeOfKept,
} from "#app/domain/kept-list.ts";
import { lookedNow } from "#app/domain/last-look.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { type Linker, linker, paths, registerPath } from "#app/paths.ts";
import { now } from "#app/server/clock.ts";
import { changeKeptOf, lookAtKept } from "#app/server/kept-list.ts";
import { keptPage } from "#app/server/kept-page.ts";
import { visit } from "#app/server/visit.ts";
import { commitmentsByNumber, coverage, publicMoment } from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, actor, moment } = await visit(request);
  const linked = keptFrom(new URL(request.url).searchParams);
  if (sizeOfKept(linked) > 0) {
    const { list, left } = keptThatFits(linked);
    const shared = { in: "address" as const, look: null, brought: null, page: await keptPage(list, null, moment) };
    return data({ visit: visitor, list, left, ...shared });
  }
  const { kept, headers } = await lookAtKept(request, actor);
  // What changed is told of now; on another day one sees how everything stood that day.
  const since = visitor.asOf === visitor.today && visitor.knownAt === null ? kept.look.since : null;
  return data({ visit: visitor, left: 0, ...kept, page: await keptPage(kept.list, since, moment) }, { headers });
}

/** Whose list it is depends on who asks: nothing between them and the register may keep it. */
export const headers = () => ({ "Cache-Control": "private, no-store" });

export async function action({ request }: ActionFunctionArgs) {
  const { visit: visitor, actor, link } = await visit(request);
  const form = await request.formData();
  const sent = keptFrom(new URLSearchParams([...form].map(([name, value]) => [name, String(value)])));
  const done = (path: string, what: string, headers: Headers | null) =>
    redirect(link(path, new URLSearchParams({ gedaan: what })), headers ? { headers } : undefined);

  switch (form.get("doe")) {
    case "weg": {
      const changed = await changeKeptOf(request, actor, (kept) => ({ ...kept, list: keptWithout(kept.list, sent) }));
      return done(paths.keptList, "uit-lijst", changed);
    }
    case "gezien": {
      const changed = await changeKeptOf(request, actor, (kept) => ({ ...kept, look: lookedNow(now()) }));
      return done(paths.keptList, "lijst-gezien", changed);
    }
    case "wis": {
      const changed = await changeKeptOf(request, actor, (kept) => ({ ...kept, list: NOTHING_KEPT }));
      return done(paths.keptList, "lijst-gewist", changed);
    }
  }
  const known = await knownOf(sent, visitor.today);
  if (sizeOfKept(sent) === 0) return redirect(link(paths.keptList));
  if (sizeOfKept(known) === 0) return data({ problem: "unknown" as const }, { status: 422 });
  let wasThere = false;
  const changed = await changeKeptOf(request, actor, (kept) => {
    const list = keptTogether(kept.list, known);
    wasThere = list !== null && sizeOfKept(list) === sizeOfKept(kept.list);
    return list && { ...kept, list };
  });
  if (!changed) return data({ problem: "full" as const }, { status: 422 });
  if (form.get("doe") === "overnemen") return done(paths.keptList, "lijst-overgenomen", changed);
  return backTo(known, link, wasThere ? "al-in-lijst" : "in-lijst", changed);
}

/** What of it there is to keep: who guesses the number of a draft is told what they are told of any other number. */
async function knownOf(list: KeptList, today: string): Promise<KeptList> {
  const moment = await publicMoment(today);
  const { list: some } = keptThatFits(list);
  const slugs = new Set((await coverage(moment)).map(({ dossier }) => dossier.slug));
  const found = await commitmentsByNumber(some.commitments, moment);
  return {
    commitments: found.map(({ number }) => number),
    dossiers: some.dossiers.filter((slug) => slugs.has(slug)),
    filters: some.filters,
  };
}

/** The page on which the button stood. */
function backTo({ commitments, dossiers, filters }: KeptList, link: Linker, what: string, headers: Headers): Response {
  const done = new URLSearchParams({ gedaan: what });
  const [number] = commitments;
  const [slug] = dossiers;
  const [query] = filters;
  if (number) return redirect(link(paths.commitment(number), done), { headers });
  if (slug) return redirect(link(paths.dossier(slug), done), { headers });
  const register = registerPath(link, filterOfKept(query ?? ""));
  return redirect(`${register}${register.includes("?") ? "&" : "?"}${done}`, { headers });
}

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => [
  { title: pageTitle(headingOf(loaded?.in === "address")) },
];

const headingOf = (isShared: boolean): string => (isShared ? "Een lijst uit een adres" : "Mijn lijst");

export default function KeptListPage() {
  const { visit: visitor, list, look, page, left, brought, ...loaded } = useLoaderData<typeof loader>();
  const problem: keyof typeof PROBLEMS | undefined = useActionData<typeof action>()?.problem;
  const link = linker(visitor);
  const isShared = loaded.in === "address";
  const isOwn = !isShared;
  const { commitments, followed, withdrawn } = page;
  const dossiers = followed.filter(({ kind }) => kind === "dossiers");
  const filters = followed.filter(({ kind }) => kind === "filters");
  const isEmpty = commitments.length + followed.length + withdrawn.length === 0;
  return (
    <PublicPage
      visit={visitor}
      heading={headingOf(isShared)}
      cite="Een lijst van toezeggingen, dossiers en filters"
      personal={isOwn}
      wide
      help={page.help}
      lead={isOwn ? "Toezeggingen, dossiers en filters die u bij elkaar bewaart, en wat eraan veranderde." : undefined}
    >
      {problem && <Alert tone="error">{PROBLEMS[problem]}</Alert>}
      {brought && <Alert tone={brought === "taken" ? "ok" : "warning"}>{BROUGHT[brought]}</Alert>}
      {isShared && <Shared list={list} left={left} link={link} />}
      {isEmpty && isOwn && <NothingYet link={link} />}
      {isEmpty && isShared && <Empty>Niets uit dit adres staat in het register.</Empty>}
      {look && !isEmpty && visitor.asOf === visitor.today && visitor.knownAt === null && (
        <KeptNews page={page} look={look} link={link} />
      )}
      {commitments.length > 0 && (
        <section aria-labelledby="toezeggingen">
          <h2 id="toezeggingen">Toezeggingen ({commitments.length})</h2>
          <KeptCommitments rows={commitments} link={link} isOwn={isOwn} />
          <StatusLegend link={link} />
        </section>
      )}
      {withdrawn.length > 0 && (
        <ul className="link-list">
          {withdrawn.map(({ number, on }) => (
            <li key={number}>
              <a href={link(paths.commitment(number))}>{number}</a> stond in deze lijst en is op {dayInWords(on)}{" "}
              ingetrokken.
            </li>
          ))}
        </ul>
      )}
      {dossiers.length > 0 && (
        <section aria-labelledby="dossiers">
          <h2 id="dossiers">Dossiers ({dossiers.length})</h2>
          <KeptFollowed rows={dossiers} link={link} isOwn={isOwn} />
        </section>
      )}
      {filters.length > 0 && (
        <section aria-labelledby="filters">
          <h2 id="filters">Filters ({filters.length})</h2>
          <KeptFollowed rows={filters} link={link} isOwn={isOwn} />
        </section>
      )}
      {sizeOfKept(list) > 0 && <KeptShare list={list} visit={visitor} isOwn={isOwn} />}
      {isOwn && <WhereItIs inAccount={loaded.in === "account"} isEmpty={sizeOfKept(list) === 0} link={link} />}
    </PublicPage>
  );
}

const PROBLEMS = {
  full: `Dit past niet meer in uw lijst, en er is niets veranderd. In een lijst passen ongeveer ${Math.floor(LONGEST_LIST / 12)} toezeggingen, en ${MOST_FOLLOWED} dossiers en filters samen. Haal eerst iets weg wat u niet meer nodig hebt.`,
  unknown: "Dit staat niet in het register. Uw lijst is niet veranderd.",
} as const;

const BROUGHT = {
  taken:
    "Wat u in deze browser bewaarde voordat u inlogde, staat nu in de lijst van uw account. In deze browser staat het niet meer.",
  too_much:
    "In deze browser staat nog een lijst van voordat u inlogde. Ze past niet bij de lijst van uw account, en is blijven staan. Haal eerst iets weg wat u niet meer nodig hebt, en open deze pagina opnieuw.",
} as const;

function Shared({ list, left, link }: { list: KeptList; left: number; link: Linker }) {
  return (
    <>
      <p className="lead">
        Deze lijst staat helemaal in het adres van deze pagina. Wie het adres heeft, ziet dezelfde lijst.
      </p>
      {left > 0 && (
        <Alert tone="warning">
          Dit adres is te lang voor een lijst: {left === 1 ? "het laatste is" : `de laatste ${left} zijn`} weggelaten.
        </Alert>
      )}
      <form method="post" action={link(paths.keptList)} className="keep not-printed">
        <KeptFields list={list} />
        <SubmitButton name="doe" value="overnemen">
          Neem over in mijn lijst
        </SubmitButton>
      </form>
    </>
  );
}

const NothingYet = ({ link }: { link: Linker }) => (
  <Empty>
    <p>Uw lijst is nog leeg. Zo bewaart u iets:</p>
    <ul>
      <li>
        Open een <a href={link(paths.register)}>toezegging</a> of een <a href={link(paths.dossiers)}>dossier</a> en kies{" "}
        <em>Bewaar in mijn lijst</em>.
      </li>
      <li>
        Kies bij <a href={link(paths.register)}>Toezeggingen</a> een filter, bijvoorbeeld alles wat te laat is van één
        ministerie, en kies <em>Bewaar dit filter in mijn lijst</em>.
      </li>
    </ul>
    <p>Daarna ziet u hier hoe alles ervoor staat, en wat er sinds uw vorige bezoek veranderde.</p>
  </Empty>
);

function WhereItIs({ inAccount, isEmpty, link }: { inAccount: boolean; isEmpty: boolean; link: Linker }) {
  return (
    <section aria-labelledby="waar">
      <h2 id="waar">Waar deze lijst staat</h2>
      <p>
        {inAccount
          ? "In uw account. Alleen u ziet haar. Het register onthoudt erbij wanneer u het laatst keek."
          : "Alleen in deze browser, in een cookie: de nummers van toezeggingen, de dossiers en filters die u bewaarde, en wanneer u het laatst keek. De cookie gaat alleen naar deze pagina. Het register bewaart er niets van."}{" "}
        {!inAccount && <a href={`${link(paths.explanation)}#lijst`}>Meer over deze cookie</a>}
      </p>
      {!isEmpty && (
        <form method="post" action={link(paths.keptList)} className="not-printed">
          <SubmitButton name="doe" value="wis" variant="secondary" compact>
            Wis mijn lijst
          </SubmitButton>
        </form>
      )}
    </section>
  );
}
