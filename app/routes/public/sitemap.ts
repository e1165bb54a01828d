import type { LoaderFunctionArgs } from "@remix-run/node";
import { type SitemapEntry, sitemap } from "#app/formats/sitemap.ts";
import { paths } from "#app/paths.ts";
import { notFound } from "#app/server/outcome.ts";
import { visit } from "#app/server/visit.ts";
import { coverage, filterOptions, type PublicAddress, publicAddresses } from "#db/public.ts";

const PAGES = [
  paths.home,
  paths.register,
  paths.letters,
  paths.debates,
  paths.dossiers,
  paths.items,
  paths.corrections,
  paths.explanation,
  paths.chain,
  paths.api,
  paths.accessibility,
];

const PAGE_OF: Record<PublicAddress["kind"], (key: string) => string> = {
  commitment: paths.commitment,
  letter: (id) => paths.letter(id),
  debate: paths.debate,
  item: paths.item,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { visit: visitor, moment } = await visit(request);
  const whole = (path: string): string => visitor.origin + path;
  const page = (path: string): SitemapEntry => ({ address: whole(path), changedOn: null });
  const entries = [
    ...PAGES.map(page),
    ...(await coverage(moment)).flatMap(({ dossier: { slug } }) => [
      page(paths.dossier(slug)),
      page(paths.timeline(slug)),
    ]),
    ...(await filterOptions(moment)).topics.map(({ slug }) => page(paths.topic(slug))),
    ...(await publicAddresses(moment)).map(({ kind, key, changedOn }) => ({
      address: whole(PAGE_OF[kind](key)),
      changedOn,
    })),
  ];
  const asked = new URL(request.url).searchParams.get("deel");
  const xml = sitemap(entries, asked ? Number(asked) : null, (part) => `${whole(paths.sitemap)}?deel=${part}`);
  if (xml === null) throw notFound();
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
}
