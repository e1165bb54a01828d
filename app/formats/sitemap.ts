/** The addresses of the register for search engines, after the protocol of sitemaps.org. */
import { create } from "xmlbuilder2";
import type { IsoDay } from "#app/domain/calendar.ts";

export interface SitemapEntry {
  /** The whole address. */
  address: string;
  changedOn: IsoDay | null;
}

/** The protocol takes no more in one file. */
const MOST_IN_ONE = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * One file, or of more than fit in one a list of files.
 * @param part which file of the list, from 1; null for what one begins with
 * @param addressOf the address of a part
 * @returns null for a part that is not there
 */
export function sitemap(
  entries: readonly SitemapEntry[],
  part: number | null,
  addressOf: (part: number) => string,
  most = MOST_IN_ONE,
): string | null {
  const parts = Math.ceil(entries.length / most);
  if (part === null && parts > 1)
    return written(
      "sitemapindex",
      "sitemap",
      Array.from({ length: parts }, (_, i) => ({ address: addressOf(i + 1), changedOn: null })),
    );
  if (part !== null && (part < 1 || part > parts)) return null;
  const from = ((part ?? 1) - 1) * most;
  return written("urlset", "url", entries.slice(from, from + most));
}

function written(root: string, each: string, entries: readonly SitemapEntry[]): string {
  const document = create({ version: "1.0", encoding: "UTF-8" }).ele(NAMESPACE, root);
  for (const { address, changedOn } of entries) {
    const entry = document.ele(each);
    entry.ele("loc").txt(address);
    if (changedOn) entry.ele("lastmod").txt(changedOn);
  }
  return document.end();
}
