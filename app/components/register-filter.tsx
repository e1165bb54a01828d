import { CHAMBER_WORDS, STATUS_WORDS } from "#app/domain/commitment.ts";
import type { PickName } from "#app/domain/facets.ts";
import { figure } from "#app/domain/figure.ts";
import type { Filter } from "#app/domain/filter.ts";
import { SORTS } from "#app/domain/list-order.ts";
import type { Facets, FilterOptions } from "#db/public.ts";
import { CheckboxesField, DateField, type Option, SelectField } from "./form.tsx";

/** With so many in one list one picks something else first, which leaves fewer. */
export const MOST_PICKS = 100;

const STRETCHES: Record<number, string> = { 180: "Binnen een half jaar" };
const stretch = (days: number): string => STRETCHES[days] ?? `Binnen ${days} dagen`;

const PICKS: { of: PickName; name: string; label: string; emptyLabel: string; from: keyof FilterOptions }[] = [
  { of: "dossier", name: "dossier", label: "Dossier", emptyLabel: "Alle dossiers", from: "dossiers" },
  { of: "topic", name: "onderwerp", label: "Onderwerp", emptyLabel: "Alle onderwerpen", from: "topics" },
  { of: "ministry", name: "ministerie", label: "Ministerie", emptyLabel: "Alle ministeries", from: "ministries" },
  { of: "office", name: "ambt", label: "Ambt", emptyLabel: "Alle ambten", from: "offices" },
  { of: "committee", name: "commissie", label: "Commissie", emptyLabel: "Alle commissies", from: "committees" },
  { of: "member", name: "lid", label: "Gedaan aan Kamerlid", emptyLabel: "Alle leden", from: "members" },
  { of: "group", name: "fractie", label: "Fractie", emptyLabel: "Alle fracties", from: "groups" },
];

type Counted = Option & { count: number };

const withCount = (label: string, count: number): string => `${label} (${figure(count)})`;

/** What is chosen stays, whatever it finds; what would find nothing is not offered. */
const offered = (options: Counted[], chosen: readonly (string | null)[]): Option[] =>
  options
    .filter(({ count, value }) => count > 0 || chosen.includes(value))
    .map(({ value, label, count }) => ({ value, label: withCount(label, count) }));

const slugged = (word: string): string => word.replace(" ", "-");

/** Without facets: each can be chosen, and nothing is known of how many there are. */
const UNCOUNTED: Pick<Facets, "statuses" | "chambers" | "dueWithin"> = {
  statuses: [],
  chambers: [],
  dueWithin: [30, 90, 180].map((days) => ({ days, count: 0 })),
};

/**
 * What the register can be filtered on: the public list and the one of the back office ask the same. With `facets` every
 * value says how many there would be with it.
 */
export function RegisterFilterFields(
  props: { filter: Filter } & ({ facets: Facets } | { facets?: undefined; options: FilterOptions }),
) {
  const { filter, facets } = props;
  const { dueWithin } = facets ?? UNCOUNTED;
  const shown = (options: Counted[], ...chosen: (string | null)[]): Option[] =>
    facets ? offered(options, chosen) : options;
  const late = filter.late === null ? "" : filter.late ? "ja" : "nee";
  const within = filter.dueWithin === null ? "" : String(filter.dueWithin);
  const statuses = filter.statuses.map((status) => slugged(STATUS_WORDS[status]));
  const countOf = <T,>(counts: { value: T; count: number }[] | undefined, value: T): number =>
    counts?.find((one) => one.value === value)?.count ?? 0;
  return (
    <>
      <CheckboxesOf
        values={statuses}
        options={shown(
          (["open", "partly_met", "met", "lapsed"] as const).map((status) => ({
            value: slugged(STATUS_WORDS[status]),
            label: STATUS_WORDS[status],
            count: countOf(facets?.statuses, status),
          })),
          ...statuses,
        )}
      />
      <SelectOf
        name="te-laat"
        label="Te laat"
        value={late}
        options={shown(
          [
            { value: "ja", label: "Alleen te laat", count: facets?.late.yes ?? 0 },
            { value: "nee", label: "Niet te laat", count: facets?.late.no ?? 0 },
          ],
          late,
        )}
      />
      <SelectOf
        name="termijn"
        label="Termijn"
        value={filter.withoutTerm ? "zonder" : ""}
        options={shown(
          [{ value: "zonder", label: "Zonder termijn", count: facets?.withoutTerm ?? 0 }],
          filter.withoutTerm ? "zonder" : null,
        )}
      />
      <SelectOf
        name="oordeel"
        label="Oordeel"
        value={filter.disagreed ? "verschilt" : ""}
        options={shown(
          [{ value: "verschilt", label: "Ministerie en commissie verschillen", count: facets?.disagreed ?? 0 }],
          filter.disagreed ? "verschilt" : null,
        )}
      />
      <SelectOf
        name="binnen"
        label="Loopt af"
        value={within}
        options={shown(
          dueWithin.map(({ days, count }) => ({ value: String(days), label: stretch(days), count })),
          within,
        )}
      />
      <SelectOf
        name="kamer"
        label="Kamer"
        emptyLabel="Beide Kamers"
        value={filter.chamber}
        options={shown(
          (["TK", "EK"] as const).map((value) => ({
            value,
            label: CHAMBER_WORDS[value],
            count: countOf(facets?.chambers, value),
          })),
          filter.chamber,
        )}
      />
      {PICKS.map(({ of, from, ...field }) => {
        const values: Option[] = facets
          ? facets.picks[of].map(({ value, name, count }) => ({ value, label: withCount(name, count) }))
          : props.options[from].map(({ slug, name }) => ({ value: slug, label: name }));
        const all = facets?.pickable[of] ?? 0;
        return (
          <SelectOf
            key={of}
            {...field}
            value={filter[of]}
            options={values}
            hint={
              values.length < all
                ? `De ${MOST_PICKS} met de meeste toezeggingen van ${figure(all)}. Kies eerst iets anders om de rest te zien.`
                : undefined
            }
          />
        );
      })}
      <DateField compact name="van" label="Gedaan vanaf" value={filter.from} />
      <DateField compact name="tot" label="Gedaan tot en met" value={filter.until} />
      <SelectField
        compact
        name="sorteer"
        label="Volgorde"
        value={filter.sort}
        options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

type SelectProps = Omit<Parameters<typeof SelectField>[0], "compact">;

/** Left out where there is nothing to choose. */
const SelectOf = ({ emptyLabel = "Maakt niet uit", ...props }: SelectProps) =>
  props.options.length > 0 && <SelectField compact emptyLabel={emptyLabel} {...props} />;

const CheckboxesOf = ({ values, options }: { values: string[]; options: Option[] }) =>
  options.length > 0 && (
    <CheckboxesField compact inline name="status" label="Status" values={values} options={options} />
  );
