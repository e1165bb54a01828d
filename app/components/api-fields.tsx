import { fieldsInWords } from "#app/formats/api/schema-words.ts";
import { DataTable } from "./table.tsx";

/** Every schema of the API as a table of its fields, in the order of their names. */
export function ApiFields({ schemas }: { schemas: Record<string, Record<string, unknown>> }) {
  return (
    <>
      {Object.entries(schemas)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, schema]) => (
          <section key={name} aria-labelledby={`veld-${name}`}>
            <h3 id={`veld-${name}`}>{name}</h3>
            <p>{String(schema.description ?? "")}</p>
            <DataTable
              caption={`Velden van ${name}`}
              hideCaption
              columns={[
                { key: "name", label: "Veld", fit: true, rowHeader: true },
                { key: "kind", label: "Soort" },
                { key: "means", label: "Wat het betekent" },
              ]}
              rows={fieldsInWords(schema, schemas).map(({ name: field, kind, of, means }) => ({
                key: field,
                cells: { name: <code>{field}</code>, kind: of ? <a href={`#veld-${of}`}>{kind}</a> : kind, means },
              }))}
            />
          </section>
        ))}
    </>
  );
}
