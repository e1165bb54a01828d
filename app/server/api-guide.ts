/** What the API takes and answers, as its schemas say it, for the page that explains it. */
import { componentSchemas } from "#app/formats/api/openapi.ts";
import { API_VERSION, OPERATIONS } from "#app/formats/api/operations.ts";
import { FAULTS } from "#app/formats/api/problem.ts";
import { fieldsInWords, parameterValues, schemaName } from "#app/formats/api/schema-words.ts";
import { paths } from "#app/paths.ts";

const schemas = componentSchemas();

/** The same for as long as the program runs. */
const GUIDE = {
  version: API_VERSION,
  addresses: OPERATIONS.map(({ id, path, summary, description, key, query, answer }) => ({
    id,
    path: path === "/" ? paths.apiRoot : paths.apiRoot + path,
    summary,
    description,
    answer: schemaName(answer),
    parameters: [
      ...(key ? [{ name: key.name, inPath: true, values: key.example, means: key.means }] : []),
      ...Object.entries(query).map(([name, one]) => ({
        name,
        inPath: false,
        values: parameterValues(one),
        means: one.means,
      })),
    ],
  })),
  schemas: Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => ({
      name,
      means: String(schema.description ?? ""),
      fields: fieldsInWords(schema, schemas),
    })),
  faults: Object.entries(FAULTS).map(([status, fault]) => ({ status, ...fault })),
};

export const apiGuide = (): typeof GUIDE => GUIDE;
