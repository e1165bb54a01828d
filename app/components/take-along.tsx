import { type Filter, filterToParams, wholeOf } from "#app/domain/filter.ts";
import { type Linker, paths, type RegisterForm } from "#app/paths.ts";

const FORMS: [RegisterForm, string][] = [
  ["csv", "CSV"],
  ["xlsx", "Excel"],
  ["json", "JSON"],
  ["atom", "Atom, met wat er nieuw is"],
  ["ics", "agenda met de termijnen"],
];

/** Everything that a filter finds, to take along as a file or to follow. */
export function TakeAlong({ filter, link }: { filter: Filter; link: Linker }) {
  const params = filterToParams(wholeOf(filter));
  return (
    <nav className="take-along not-printed" aria-labelledby="meenemen">
      <h2 id="meenemen">Meenemen of volgen</h2>
      <ul>
        {FORMS.map(([form, label]) => (
          <li key={form}>
            <a href={link(paths.registerAs(form), params)}>{label}</a>
          </li>
        ))}
        <li>
          <a href={link(paths.take, params)}>hoe groot elk bestand is</a>
        </li>
      </ul>
    </nav>
  );
}
