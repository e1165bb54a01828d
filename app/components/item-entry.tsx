import { kindInWords, RELATION_WORDS } from "#app/domain/item-words.ts";
import { type Linker, paths } from "#app/paths.ts";
import type { PublicItem, PublicLink } from "#db/public.ts";
import { ItemOrigin, whenInWords } from "./item-origin.tsx";

/** The address of an item; some were published before items had numbers. */
export const itemPath = ({ number, id }: Pick<PublicItem, "number" | "id">): string => paths.item(number ?? id);

/** One item under the heading of its kind: what, when, by whom, from where. */
export function ItemEntry({ item, link }: { item: PublicItem; link: Linker }) {
  const when = whenInWords(item);
  const { title, text, by, number, measure, letter, debate, evidence, source } = item;
  const isTold = letter !== null || debate !== null || evidence !== null;
  return (
    <article className="entry">
      <h3>
        <a href={link(itemPath(item))}>{title}</a>
      </h3>
      {text !== title && <p>{text}</p>}
      {when && <p>{when.charAt(0).toUpperCase() + when.slice(1)}</p>}
      {measure?.inDoubt && <p>Het document zet hier zelf een vraagteken bij: of dit kan, was niet zeker.</p>}
      <p className="cell-aside">
        {number && `${number} · `}
        {by && `${by} · `}
        {isTold ? <ItemOrigin item={item} link={link} /> : source}
      </p>
    </article>
  );
}

/** What something is linked to, or what is linked to it, as a list in words. */
export function LinkList({ links, link }: { links: PublicLink[]; link: Linker }) {
  return (
    <ul className="link-list">
      {links.map(({ eventId, relation, direction, other }) => (
        <li key={eventId}>
          {capital(RELATION_WORDS[relation][direction])}:{" "}
          {other.kind === "commitment" ? (
            <>
              toezegging <a href={link(paths.commitment(other.number))}>{other.title}</a> ({other.number})
            </>
          ) : (
            <>
              {kindInWords(other.itemKind, other.isInLetter).toLowerCase()}{" "}
              <a href={link(paths.item(other.number))}>{other.title}</a> ({other.number})
              {other.itemKind === "evidence" && other.text !== other.title && `. ${other.text}`}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
