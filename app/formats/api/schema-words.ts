/** Schemas in words, for the page that explains the API. */
import { z } from "zod";
import { components } from "./components.ts";
import type { Parameter } from "./query.ts";

/** The name of a schema in the document. */
export const schemaName = (schema: z.ZodType): string => components.get(schema)?.id ?? "";

/** What a parameter may be: `ja of nee`, `openstaand, deels-voldaan, …`. */
export function parameterValues({ is, right, many }: Parameter): string {
  const { enum: words } = z.toJSONSchema(is) as { enum?: string[] };
  return `${words ? words.join(", ") : right}${many ? " (mag vaker)" : ""}`;
}

export interface FieldInWords {
  name: string;
  /** `tekst, of null`. */
  kind: string;
  /** The schema that it is of, where it has a name. */
  of: string | null;
  means: string;
}

interface Schema {
  type?: string | string[];
  format?: string;
  enum?: (string | number)[];
  const?: string | number;
  $ref?: string;
  anyOf?: Schema[];
  items?: Schema;
  description?: string;
  properties?: Record<string, Schema>;
}

/** The fields of a schema; what has none of its own means what the thing that it holds means. */
export function fieldsInWords(schema: unknown, all: Record<string, unknown>): FieldInWords[] {
  return Object.entries((schema as Schema).properties ?? {}).map(([name, one]) => {
    const of = refIn(one);
    const named = of === null ? undefined : (all[of] as Schema | undefined);
    return { name, kind: kindInWords(one), of, means: one.description ?? named?.description ?? "" };
  });
}

const KINDS: Record<string, string> = {
  string: "tekst",
  integer: "heel getal",
  number: "getal",
  boolean: "ja (true) of nee (false)",
  object: "meer velden",
};
const FORMATS: Record<string, string> = { date: "dag", "date-time": "tijdstip in UTC", uri: "adres" };

function kindInWords(schema: Schema): string {
  const { anyOf, enum: words, type, format, items } = schema;
  if (schema.$ref) return refIn(schema) ?? "";
  if (anyOf) return anyOf.map(kindInWords).join(", of ");
  if (schema.const !== undefined) return String(schema.const);
  if (words) return words.join(", ");
  if (type === "array") return `lijst van ${items ? kindInWords(items) : "waarden"}`;
  if (Array.isArray(type)) return type.map((one) => kindInWords({ ...schema, type: one })).join(", of ");
  if (type === "null") return "null";
  return (format && FORMATS[format]) ?? KINDS[type ?? ""] ?? "";
}

const refIn = ({ $ref, anyOf, items }: Schema): string | null =>
  $ref?.split("/").at(-1) ?? anyOf?.map(refIn).find((one) => one !== null) ?? (items ? refIn(items) : null);
