import { LISTS, type ListPath } from "#app/domain/reference-fields.ts";
import { paths } from "#app/paths.ts";

/** The lists of the register, from one to the next. */
export const ListNav = ({ current }: { current: ListPath | "recessen" }) => (
  <nav className="list-nav" aria-label="Lijsten">
    <ul className="list-nav__items">
      {[...Object.entries(LISTS), ["recessen", { title: "Recessen" }] as const].map(([path, { title }]) => (
        <li key={path}>
          <a
            href={path === "recessen" ? paths.recesses : paths.referenceList(path as ListPath)}
            aria-current={path === current ? "page" : undefined}
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
