import { DataTable } from "./table.tsx";

export interface ApiAddressProps {
  id: string;
  path: string;
  summary: string;
  description: string;
  /** The name of the schema of its answer. */
  answer: string;
  parameters: { name: string; inPath: boolean; values: string; means: string }[];
}

/** One address of the API: what it answers and what can be asked. */
export function ApiAddress({ id, path, summary, description, answer, parameters }: ApiAddressProps) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{summary}</h3>
      <pre className="command">
        <code>{`GET ${path}`}</code>
      </pre>
      <p>
        {description} Het antwoord is een <a href={`#veld-${answer}`}>{answer}</a>.
      </p>
      {parameters.length > 0 && (
        <details className="fold-plain">
          <summary>
            Parameters ({parameters.length}): {summary.toLowerCase()}
          </summary>
          <DataTable
            caption={`Parameters: ${summary.toLowerCase()}`}
            hideCaption
            columns={[
              { key: "name", label: "Parameter", fit: true, rowHeader: true },
              { key: "means", label: "Wat het doet" },
              { key: "values", label: "Wat u kunt invullen" },
            ]}
            rows={parameters.map(({ name, inPath, values, means }) => ({
              key: name,
              cells: {
                name: <code>{inPath ? `{${name}}` : name}</code>,
                means,
                values: inPath ? `zoals ${values}` : values,
              },
            }))}
          />
        </details>
      )}
    </section>
  );
}
