import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { coverageInWords, coveredOf } from "#app/components/coverage-line.tsx";
import { Empty } from "#app/components/empty.tsx";
import { FilterPanel } from "#app/components/filter-panel.tsx";
import { SelectField } from "#app/components/form.tsx";
import { ItemTable } from "#app/components/item-table.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { PublicPage } from "#app/components/public-page.tsx";
import { Tiles } from "#app/components/summary-tiles.tsx";
import { ITEM_WORDS } from "#app/domain/commitment.ts";
import type { ItemKind } from "#app/domain/events.ts";
import { countInWords, ITEM_EXPLAINED, ITEM_KINDS, KIND_IN_URL, kindFromUrl } from "#app/domain/item-words.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { linker, paths } from "#app/paths.ts";
import { visit } from "#app/server/visit.ts";
import {
  countItems,
  followed,
  itemFilterOptions,
  itemList,
  publicDossier,
  queryElsewhere,
  topicBySlug,
} from "#db/public.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const query = new URL(request.url).searchParams;
  const elsewhere = await queryElsewhere(query, moment);
  if (elsewhere) throw redirect(`${paths.items}?${elsewhere}`);
  const options = await itemFilterOptions(moment);
  const kind = kindFromUrl(query.get("soort"));
  const dossier = (await publicDossier(query.get("dossier") ?? "", moment))?.dossier ?? null;
  const topic = (await topicBySlug(query.get("onderwerp") ?? "", moment))?.topic ?? null;
  const where = { dossierId: dossier?.id ?? null, topicId: topic?.id ?? null };
  const list = await itemList({ ...where, kind }, Number(query.get("pagina")) || 1, moment);
  return {
    visit: visitor,
    options,
    kind,
    dossier,
    topic,
    list,
    counts: await countItems(where, moment),
    covered: await followed(moment),
  };
}

export const meta = () => [{ title: pageTitle("Wat het register nog meer volgt") }];

export default function Items() {
  const { visit: visitor, options, kind, dossier, topic, list, counts, covered } = useLoaderData<typeof loader>();
  const link = linker(visitor);
  const query = (over: { soort?: ItemKind | null; pagina?: number }) => {
    const params = new URLSearchParams();
    const soort = over.soort === undefined ? kind : over.soort;
    if (soort) params.set("soort", KIND_IN_URL[soort]);
    if (dossier) params.set("dossier", dossier.slug);
    if (topic) params.set("onderwerp", topic.slug);
    if (over.pagina && over.pagina > 1) params.set("pagina", String(over.pagina));
    return link(paths.items, params);
  };
  const shownKinds = ITEM_KINDS.filter((one) => list.rows.some(({ itemKind }) => itemKind === one));
  const keep = visitor.asOf === visitor.today ? [] : ([["peildatum", visitor.asOf]] as [string, string][]);
  return (
    <PublicPage
      visit={visitor}
      heading="Wat het register nog meer volgt"
      lead="Verwachtingen, besluiten, plannen en cijfers. Dit zijn geen toezeggingen: ze hebben geen status, kunnen niet te laat zijn en tellen niet mee bij de toezeggingen."
      covers={coverageInWords(coveredOf(dossier?.slug ?? null, covered))}
      wide
      isInvented={dossier?.isInvented}
      help={dossier?.showsHelp || list.rows.some((row) => row.dossier.showsHelp)}
    >
      <Tiles
        items={ITEM_KINDS.filter((one) => counts[one] > 0).map((one) => ({
          count: counts[one],
          label: countInWords(one, counts[one]).replace(/^\d+ /, ""),
          href: query({ soort: one }),
        }))}
      />
      <FilterPanel
        action={paths.items}
        keep={visitor.knownAt ? [...keep, ["bekend", visitor.knownAt]] : keep}
        summary="Filter"
        submitLabel="Toon"
      >
        <SelectField
          compact
          name="soort"
          label="Soort"
          emptyLabel="Alles"
          value={kind && KIND_IN_URL[kind]}
          options={ITEM_KINDS.map((one) => ({ value: KIND_IN_URL[one], label: KIND_IN_URL[one] }))}
        />
        <SelectField
          compact
          name="dossier"
          label="Dossier"
          emptyLabel="Alle dossiers"
          value={dossier?.slug}
          options={options.dossiers.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField
          compact
          name="onderwerp"
          label="Onderwerp"
          emptyLabel="Alle onderwerpen"
          value={topic?.slug}
          options={options.topics.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      </FilterPanel>
      {(kind || dossier || topic) && (
        <p>
          Gekozen: {[kind && KIND_IN_URL[kind], dossier?.name, topic?.name].filter(Boolean).join(", ")}.{" "}
          <a href={link(paths.items)}>Toon alles</a>
        </p>
      )}
      {list.rows.length === 0 && <Empty>Op deze dag volgde het register hier nog niets van.</Empty>}
      {shownKinds.map((one) => (
        <section key={one} aria-labelledby={KIND_IN_URL[one]}>
          <h2 id={KIND_IN_URL[one]}>{countInWords(one, counts[one])}</h2>
          <p>{ITEM_EXPLAINED[one]}</p>
          <ItemTable
            caption={ITEM_WORDS[one].many}
            rows={list.rows.filter(({ itemKind }) => itemKind === one)}
            link={link}
          />
        </section>
      ))}
      <Pagination page={list.page} pages={list.pages} href={(pagina) => query({ pagina })} />
    </PublicPage>
  );
}
