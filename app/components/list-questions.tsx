import { STATUS_WORDS } from "#app/domain/commitment.ts";
import { ORDER_WORDS } from "#app/domain/list-import/cell-dates.ts";
import type { Summary } from "#app/domain/list-import/proposal.ts";
import { orderField, rowsInWords, wordField } from "#app/server/list-fields.ts";
import { FormActions, HiddenField, RadioField, SelectField, SubmitButton } from "./form.tsx";

const STATUSES = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));

/** What the program does not guess: words for a status that it does not know, days that could be two. */
export function ListQuestions({ summary, headers }: { summary: Summary; headers: readonly string[] }) {
  if (summary.statuses.length + summary.orders.length === 0) return null;
  return (
    <section aria-labelledby="vragen">
      <h2 id="vragen">Eerst nog dit</h2>
      <p>Deze rijen zijn nu geweigerd. Met uw antwoord doen ze mee; het wordt onthouden voor uw volgende lijst.</p>
      <form method="post" className="form" noValidate>
        <HiddenField name="doe" value="antwoord" />
        {summary.orders.map(({ column, example, rows, orders }) => (
          <RadioField
            key={column}
            name={orderField(column)}
            label={`Hoe zijn de dagen geschreven in de kolom “${headers[column] ?? column + 1}”?`}
            hint={`Bijvoorbeeld ${example}. Het gaat om ${rowsInWords(rows)}.`}
            options={orders.map((order) => ({ value: order, label: ORDER_WORDS[order] }))}
            inline
          />
        ))}
        {summary.statuses.map(({ words, rows }, at) => (
          <SelectField
            key={words}
            name={wordField(at)}
            label={`Wat betekent “${words}” (${rowsInWords(rows)})?`}
            emptyLabel="Weet ik niet: deze rijen blijven buiten"
            options={STATUSES}
            size="medium"
          />
        ))}
        <FormActions>
          <SubmitButton variant="secondary">Bewaar en vergelijk opnieuw</SubmitButton>
        </FormActions>
      </form>
    </section>
  );
}
