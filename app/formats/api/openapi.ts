/** The API described as OpenAPI 3.1, made from the schemas that its answers are held to. */
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { components } from "./components.ts";
import { type Operation, TAGS } from "./operation.ts";
import { API_VERSION, OPERATIONS } from "./operations.ts";
import { FAULTS, type Fault, Problem } from "./problem.ts";
import type { Parameter } from "./query.ts";

type Json = Record<string, unknown>;

/** A named schema as a reference, any other written out. */
function schemaOf(schema: z.ZodType): Json {
  const id = components.get(schema)?.id;
  if (id) return { $ref: `#/components/schemas/${id}` };
  const { $schema: _dialect, ...written } = z.toJSONSchema(schema);
  return written as Json;
}

/** All named schemas, as JSON Schema. */
export function componentSchemas(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(components, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema as Json]),
  );
}

const HEADERS = {
  "API-Version": { description: "De versie van de API.", schema: { type: "string" }, example: API_VERSION },
  RateLimit: {
    description: "Hoeveel vragen u nu nog kunt stellen (r), en over hoeveel seconden dat weer meer wordt (t).",
    schema: { type: "string" },
    example: '"per-adres";r=599;t=60',
  },
  "RateLimit-Policy": {
    description: "Hoeveel vragen u kunt stellen (q), per hoeveel seconden (w).",
    schema: { type: "string" },
    example: '"per-adres";q=600;w=60',
  },
  ETag: {
    description: "Stuur dit mee als If-None-Match: is er niets veranderd, dan is het antwoord 304 en leeg.",
    schema: { type: "string" },
  },
  Link: {
    description: "Van een lijst die verder gaat: het volgende antwoord (rel=next).",
    schema: { type: "string" },
  },
  "Retry-After": { description: "Over hoeveel seconden u verder kunt.", schema: { type: "integer" } },
} as const;
type HeaderName = keyof typeof HEADERS;

const headers = (...names: HeaderName[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const parameter = (name: string, { is, means, many }: Parameter): Json => ({
  name,
  in: "query",
  required: false,
  description: means,
  schema: many ? { type: "array", items: schemaOf(is) } : schemaOf(is),
  ...(many && { style: "form", explode: true }),
});

function operationObject(one: Operation): Json {
  const faults: Fault[] = [400, ...(one.key ? ([404, 410] as const) : []), 429, 500];
  return {
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary,
    description: one.description,
    parameters: [
      ...(one.key
        ? [
            {
              name: one.key.name,
              in: "path",
              required: true,
              description: one.key.means,
              schema: { type: "string" },
              example: one.key.example,
            },
          ]
        : []),
      ...Object.entries(one.query).map(([name, about]) => parameter(name, about)),
    ],
    responses: {
      200: {
        description: "Het antwoord.",
        headers: headers(
          "API-Version",
          "RateLimit",
          "RateLimit-Policy",
          "ETag",
          ...(isList(one) ? ["Link" as const] : []),
        ),
        content: { "application/json": { schema: schemaOf(one.answer) } },
      },
      304: {
        description: "Er is niets veranderd sinds de ETag die u meestuurde.",
        headers: headers("API-Version", "RateLimit", "RateLimit-Policy", "ETag"),
      },
      ...Object.fromEntries(faults.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }])),
    },
  };
}

const isList = ({ query }: Operation): boolean => "cursor" in query;
const nameOf = (status: Fault): string => `Fault${status}`;

/** @param origin where the register is found; @param contact the mail address of whoever runs it, where it is known */
export function openApi(origin: string, contact: string | undefined): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Toezeggingenregister",
      version: API_VERSION,
      summary: "Wat ministers aan de Kamer toezegden, voor wanneer, en wat ervan kwam.",
      description: [
        "Alles wat op de pagina's van het register openbaar is, om door programma's te lezen.",
        "Vul bij peildatum een dag in en u krijgt het register zoals het die dag was; met bekend erbij verandert een antwoord nooit meer.",
        `Uitleg met voorbeelden: ${origin}${paths.api}`,
      ].join(" "),
      contact: {
        name: "De beheerder van dit register",
        url: origin + paths.api,
        ...(contact && { email: contact }),
      },
      license: { name: "CC0 1.0 Universeel (de gegevens van het register zelf)", identifier: "CC0-1.0" },
    },
    servers: [{ url: origin + paths.apiRoot, description: "Dit register." }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [],
    externalDocs: { description: "Uitleg met voorbeelden", url: origin + paths.api },
    paths: Object.fromEntries(OPERATIONS.map((one) => [one.path, { get: operationObject(one) }])),
    components: {
      schemas: componentSchemas(),
      headers: HEADERS,
      responses: Object.fromEntries(
        Object.entries(FAULTS)
          .filter(([status]) => !["405", "503"].includes(status))
          .map(([status, { title, means }]) => [
            nameOf(Number(status) as Fault),
            {
              description: `${title}. ${means}`,
              headers: headers(
                "API-Version",
                ...(status === "429" ? (["RateLimit", "RateLimit-Policy", "Retry-After"] as const) : []),
              ),
              content: { "application/problem+json": { schema: schemaOf(Problem) } },
            },
          ]),
      ),
    },
  };
}
