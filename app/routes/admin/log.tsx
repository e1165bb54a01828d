import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Empty } from "#app/components/empty.tsx";
import { FilterPanel } from "#app/components/filter-panel.tsx";
import { DateField, SelectField, TextField } from "#app/components/form.tsx";
import { Moment } from "#app/components/moment.tsx";
import { DataTable } from "#app/components/table.tsx";
import { WorkPage } from "#app/components/work-page.tsx";
import {
  type LogFilter,
  logFilterFrom,
  logFilterSentence,
  logFilterToParams,
  NOBODY,
  REGISTER,
} from "#app/domain/log-filter.ts";
import { doneInWords, LOG_KINDS } from "#app/domain/log-words.ts";
import { detailInWords } from "#app/domain/logged-acts.ts";
import { pageTitle } from "#app/domain/titles.ts";
import { paths } from "#app/paths.ts";
import { work } from "#app/server/visit.ts";
import { type LogPlace, type LogRow, logPage, peopleOfLog } from "#db/log.ts";
import { type LoggedThing, thingNamed } from "#db/logged-things.ts";

const PAGE_SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit, url } = await work(request, "administer");
  const filter = logFilterFrom(url.searchParams);
  const people = await peopleOfLog();
  const named = filter.thing ? await thingNamed(filter.thing) : null;
  return {
    visit,
    filter,
    people,
    sentence: logFilterSentence(filter, {
      who: filter.who && nameIn(people, filter.who),
      thing: named && thingInWords(named),
    }),
    isOlder: url.searchParams.has("voor"),
    page: await logPage(filter, placeFrom(url.searchParams.get("voor")), PAGE_SIZE),
  };
}

type People = Awaited<ReturnType<typeof peopleOfLog>>;

/** Null for what is no place: then the log begins at the newest. */
function placeFrom(text: string | null): LogPlace | null {
  const [, seq, act] = /^(\d{1,16})~(\d{1,16})$/.exec(text ?? "") ?? [];
  return seq && act ? { seq: Number(seq), act: Number(act) } : null;
}

const nameIn = (people: People, id: string): string | null =>
  id === REGISTER ? "het register zelf" : (people.find((one) => one.id === id)?.name ?? null);

const thingInWords = ({ kind, known, name }: LoggedThing): string =>
  name === null
    ? kind === "calendar"
      ? ""
      : "een concept"
    : kind === "commitment" || kind === "item"
      ? `${known} ${name}`
      : name;

export const meta = () => [{ title: pageTitle("Logboek") }];

export default function Log() {
  const { visit, filter, people, sentence, isOlder, page } = useLoaderData<typeof loader>();
  const address = (path: string, over: Partial<LogFilter> = {}, more: Record<string, string> = {}): string => {
    const query = logFilterToParams({ ...filter, ...over });
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return path + (query.size > 0 ? `?${query}` : "");
  };
  const chosen = logFilterToParams(filter).size;
  return (
    <WorkPage
      visit={visit}
      heading="Logboek"
      lead="Wie wat wanneer deed. Wat er in een concept of een bericht staat, staat hier niet."
      breadcrumbs={[{ href: paths.administration, label: "Beheer" }]}
    >
      <FilterPanel action={paths.log} submitLabel="Toon" summary={chosen > 0 ? `Filter, ${chosen} gekozen` : "Filter"}>
        <SelectField
          compact
          name="wie"
          label="Wie"
          emptyLabel="Iedereen"
          value={filter.who}
          options={[
            ...people.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: "wie niet was ingelogd" },
            { value: REGISTER, label: "het register zelf" },
          ]}
        />
        <SelectField
          compact
          name="soort"
          label="Handeling"
          emptyLabel="Alle handelingen"
          value={filter.kind}
          options={LOG_KINDS.flatMap(({ sort, kinds }) => [
            { value: sort.slug, label: `alles: ${sort.words}`, group: sort.words },
            ...kinds.map(({ slug, words }) => ({ value: slug, label: words, group: sort.words })),
          ])}
        />
        <TextField compact name="wat" label="Waarover (nummer of adres)" value={filter.thing} />
        <DateField compact name="van" label="Vanaf" value={filter.from} />
        <DateField compact name="tot" label="Tot en met" value={filter.until} />
      </FilterPanel>
      <p>
        {sentence} {chosen > 0 && <a href={paths.log}>Toon alles</a>}
      </p>
      <p>
        Meenemen: <a href={address(paths.logExport)}>als CSV</a> of{" "}
        <a href={address(paths.logExport, {}, { vorm: "json" })}>als JSON</a>. Daarin heeft iedere persoon een nummer en
        geen naam.
      </p>
      {page.rows.length === 0 ? (
        <Empty>Hier is niets van te vinden in het logboek.</Empty>
      ) : (
        <DataTable
          caption="Wat is gedaan, de nieuwste eerst"
          hideCaption
          columns={[
            { key: "at", label: "Wanneer" },
            { key: "who", label: "Wie" },
            { key: "done", label: "Wat", rowHeader: true },
            { key: "thing", label: "Waarover" },
          ]}
          rows={page.rows.map((row) => ({
            key: row.key,
            cells: {
              at: <Moment of={row.at} />,
              who: row.by === null ? "niet ingelogd" : (nameIn(people, row.by) ?? "een account dat er niet meer is"),
              done: (
                <>
                  {doneInWords(row.done)}{" "}
                  {row.detail && <span className="cell-aside">{detailInWords(row.detail)}</span>}
                </>
              ),
              thing: row.thing && <Thing {...row.thing} />,
            },
          }))}
        />
      )}
      <p className="log-pages">
        {isOlder && <a href={address(paths.log)}>Naar het nieuwste</a>}{" "}
        {page.more && (
          <a href={address(paths.log, {}, { voor: `${page.more.seq}~${page.more.act}` })} rel="next">
            Ouder
          </a>
        )}
      </p>
    </WorkPage>
  );
}

/** Leads to what it is about, where that is a page that anybody reads. */
function Thing(thing: NonNullable<LogRow["thing"]>) {
  const href = hrefOf(thing);
  return href ? <a href={href}>{thingInWords(thing)}</a> : thingInWords(thing);
}

function hrefOf({ kind, id, known, name }: LoggedThing): string | null {
  if (name === null) return null;
  if (kind === "account") return `${paths.log}?wat=${encodeURIComponent(`account:${id}`)}`;
  if (kind === "reference") return `${paths.log}?wat=${encodeURIComponent(id)}`;
  if (kind === "mail") return paths.oneMail(id);
  if (known === null) return null;
  if (kind === "commitment") return paths.commitment(known);
  if (kind === "item") return paths.item(known);
  if (kind === "letter") return paths.letter(known);
  if (kind === "debate") return paths.debate(known);
  return kind === "dossier" ? paths.dossier(known) : null;
}
