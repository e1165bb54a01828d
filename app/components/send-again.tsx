import { FormActions, HiddenField, SubmitButton } from "./form.tsx";
import type { Typed } from "./request-context.tsx";

/** What somebody sent and could not be kept, to be read and copied, and to be sent once more as it was. */
export function SendAgain({ action, fields }: Typed) {
  const filledIn = [...new Set(fields.map(([, value]) => value.trim()))].filter((value) => /\s/.test(value));
  return (
    <form method="post" action={action} className="form">
      <p>Wat u invulde, staat nog op deze pagina. Verstuur het opnieuw zodra het weer kan.</p>
      {fields.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form may hold a name more than once
        <HiddenField key={at} name={name} value={value} />
      ))}
      <FormActions>
        <SubmitButton>Opnieuw versturen</SubmitButton>
      </FormActions>
      {filledIn.length > 0 && (
        <details open>
          <summary>Wat u invulde</summary>
          <ul>
            {filledIn.map((value) => (
              <li key={value} className="kept-lines">
                {value}
              </li>
            ))}
          </ul>
        </details>
      )}
    </form>
  );
}
