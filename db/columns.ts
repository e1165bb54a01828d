/** The kinds of column we use, once: what a second engine would need to know. */
import { customType, integer, text } from "drizzle-orm/sqlite-core";
import type { Instant, IsoDay } from "#app/domain/calendar.ts";

export const id = (name: string) => text(name);
/** A day in Amsterdam, `2011-03-04`. */
export const day = (name: string) => text(name).$type<IsoDay>();
/** A moment in UTC, ISO 8601. */
export const instant = (name: string) => text(name).$type<Instant>();
export const flag = (name: string) => integer(name, { mode: "boolean" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "blob",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});
