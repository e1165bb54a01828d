import { DataTable } from "./table.tsx";

interface ApiSchema {
  name: string;
  means: string;
  fields: { name: string; kind: string; of: string | null; means: string }[];
}

/** Every schema of the API as a table of its fields. */
export function ApiFields({ schemas }: { schemas: ApiSchema[] }) {
  return (
    <>
      {schemas.map(({ name, means, fields }) => (
        <section key={name} aria-labelledby={`veld-${name}`}>
          <h3 id={`veld-${name}`}>{name}</h3>
          <p>{means}</p>
          <details className="fold-plain">
            <summary>
              Velden van {name} ({fields.length})
            </summary>
            <DataTable
              caption={`Velden van ${name}`}
              hideCaption
              columns={[
                { key: "name", label: "Veld", fit: true, rowHeader: true },
                { key: "kind", label: "Soort" },
                { key: "means", label: "Wat het betekent" },
              ]}
              rows={fields.map((field) => ({
                key: field.name,
                cells: {
                  name: <code>{field.name}</code>,
                  kind: field.of ? <a href={`#veld-${field.of}`}>{field.kind}</a> : field.kind,
                  means: field.means,
                },
              }))}
            />
          </details>
        </section>
      ))}
    </>
  );
}
