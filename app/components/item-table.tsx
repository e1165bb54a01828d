import { type Linker, paths } from "#app/paths.ts";
import type { PublicItem } from "#db/public.ts";
import { itemPath } from "./item-entry.tsx";
import { dayOrWords, whenInWords } from "./item-origin.tsx";
import { DataTable } from "./table.tsx";

const COLUMNS = [
  { key: "title", label: "Wat", rowHeader: true },
  { key: "when", label: "Wanneer" },
  { key: "by", label: "Door" },
  { key: "day", label: "Gezegd of gemeld", fit: true },
];

const byWhom = ({ by, evidence }: PublicItem): string | null => by ?? evidence?.source ?? null;

/** Items of one kind, on any page. Columns that would be empty fall away. */
export const ItemTable = ({ caption, rows, link }: { caption: string; rows: PublicItem[]; link: Linker }) => (
  <DataTable
    caption={caption}
    hideCaption
    columns={COLUMNS.filter(({ key }) =>
      key === "when" ? rows.some(whenInWords) : key === "by" ? rows.some(byWhom) : true,
    )}
    rows={rows.map((item) => ({
      key: item.id,
      cells: {
        title: (
          <>
            <a href={link(itemPath(item))}>{item.title}</a>
            <span className="cell-aside">
              {item.number && `${item.number} · `}
              {item.topic ? <a href={link(paths.topic(item.topic.slug))}>{item.topic.name}</a> : item.dossier.name}
              {item.dossier.isInvented && " · verzonnen voorbeeld"}
            </span>
          </>
        ),
        when: whenInWords(item),
        by: byWhom(item),
        day: dayOrWords(item),
      },
    }))}
  />
);
