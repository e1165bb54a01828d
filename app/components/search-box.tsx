import { type Linker, paths } from "#app/paths.ts";
import { Sign } from "./sign.tsx";

/**
 * Search, on every page: a form that needs no script. `public/scripts/search.js` makes it suggest while one types. What the
 * field holds is not on other pages than that of the answer, as a page is the same for everybody.
 */
export function SearchBox({ searched, link }: { searched?: string; link: Linker }) {
  return (
    <search className="search-box">
      <form action={paths.search} method="get" className="search-box__form" data-search={paths.searchSuggestions}>
        {[...new URLSearchParams(link("").slice(1))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="visually-hidden" htmlFor="zoekvraag">
          Zoek in het register
        </label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input search-box__field"
          type="search"
          id="zoekvraag"
          name="q"
          defaultValue={searched}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        <button className="search-box__button" type="submit">
          <Sign name="seek" />
          <span className="search-box__word">Zoek</span>
        </button>
      </form>
      <script src="/scripts/search.js" defer />
    </search>
  );
}
