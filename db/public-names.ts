/** Who and what published commitments name, each with what the lists say of it. Part of the public door. */
import { asc, inArray } from "drizzle-orm";
import { filterOptions } from "./filter-options.ts";
import type { Moment } from "./moment.ts";
import { committees, groups, members, ministries, offices, topics } from "./schema.ts";

/** Those of one kind, by name as they were called on the day. */
export const publicNames = {
  ministries: async (moment: Moment) =>
    moment.from
      .select()
      .from(ministries)
      .where(inArray(ministries.id, await idsOf("ministries", moment)))
      .orderBy(asc(ministries.name)),
  offices: async (moment: Moment) =>
    moment.from
      .select()
      .from(offices)
      .where(inArray(offices.id, await idsOf("offices", moment)))
      .orderBy(asc(offices.name)),
  committees: async (moment: Moment) =>
    moment.from
      .select()
      .from(committees)
      .where(inArray(committees.id, await idsOf("committees", moment)))
      .orderBy(asc(committees.name)),
  topics: async (moment: Moment) =>
    moment.from
      .select()
      .from(topics)
      .where(inArray(topics.id, await idsOf("topics", moment)))
      .orderBy(asc(topics.name)),
  members: async (moment: Moment) =>
    moment.from
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(inArray(members.id, await idsOf("members", moment)))
      .orderBy(asc(members.name)),
  groups: async (moment: Moment) =>
    moment.from
      .select()
      .from(groups)
      .where(inArray(groups.id, await idsOf("groups", moment)))
      .orderBy(asc(groups.name)),
};

const idsOf = async (of: keyof Awaited<ReturnType<typeof filterOptions>>, moment: Moment): Promise<string[]> =>
  (await filterOptions(moment))[of].map(({ id }) => id).concat("");
