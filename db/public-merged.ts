/** Where an address leads that names somebody who turned out to be entered twice. */
import { eq } from "drizzle-orm";
import { survivor } from "#app/domain/reference.ts";
import type { Moment } from "./moment.ts";
import { mergedIds } from "./reference-rows.ts";
import { topics } from "./schema.ts";

/** The address of the topic that another one is; null where it is not merged, or was not yet at that moment. */
export async function topicElsewhere(slug: string, { from }: Moment): Promise<string | null> {
  const merged = await mergedIds(from);
  const topic = await from.query.topics.findFirst({ where: eq(topics.slug, slug) });
  if (!topic || !merged.has(topic.id)) return null;
  const meant = await from.query.topics.findFirst({ where: eq(topics.id, survivor(topic.id, merged)) });
  return meant?.slug ?? null;
}

/** The query with everybody in it as who they are; null where it names nobody who was merged. */
export async function queryElsewhere(query: URLSearchParams, moment: Moment): Promise<URLSearchParams | null> {
  const merged = await mergedIds(moment.from);
  if (merged.size === 0) return null;
  const meant = new URLSearchParams(query);
  for (const name of ["commissie", "lid", "fractie"]) {
    const id = query.get(name);
    if (id && merged.has(id)) meant.set(name, survivor(id, merged));
  }
  const slug = await topicElsewhere(query.get("onderwerp") ?? "", moment);
  if (slug) meant.set("onderwerp", slug);
  return String(meant) === String(query) ? null : meant;
}
