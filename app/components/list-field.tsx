import { CHAMBER_WORDS } from "#app/domain/commitment.ts";
import type { ReferenceList } from "#app/domain/reference.ts";
import type { ListField } from "#app/domain/reference-fields.ts";
import { DateField, type Option, SelectField, TextAreaField, TextField } from "./form.tsx";

/** One field of a form for a list. */
export function ListFieldControl(props: {
  field: ListField;
  value: string | undefined;
  problem: string | undefined;
  options: Partial<Record<ReferenceList, Option[]>>;
}) {
  const { field, value, problem, options } = props;
  const { name, label, hint, optional } = field;
  const shared = { name, label, hint, optional, value, problem };
  if (field.as === "day") return <DateField {...shared} />;
  if (field.as === "area") return <TextAreaField {...shared} rows={3} />;
  if (field.as === "text") return <TextField {...shared} maxLength={400} />;
  const chambers = Object.entries(CHAMBER_WORDS).map(([chamber, words]) => ({ value: chamber, label: words }));
  const choices = field.as === "chamber" ? chambers : field.from ? (options[field.from] ?? []) : [];
  return <SelectField {...shared} options={choices} emptyLabel={optional ? "Geen of niet bekend" : "Kies"} />;
}
