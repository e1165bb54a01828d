import type { AskedField } from "#app/domain/correction.ts";
import type { Control } from "#app/domain/correction-kinds.ts";
import { DateField, FieldGroup, HiddenField, SelectField, TextAreaField, TextField } from "./form.tsx";

interface Props {
  fields: (AskedField & { boxes: string[] })[];
  problemOf: (name: string) => string | undefined;
}

/** The fields of any kind of event: what stands there, to be typed over. */
export const AmendmentFields = ({ fields, problemOf }: Props) =>
  fields.map(({ name, label, optional, hint, controls, typed, boxes }) => {
    const isOne = controls.length === 1;
    const box = (control: Control, i: number) => ({
      name: boxes[i] ?? "",
      label: control.label ?? label,
      hint: (isOne && hint) || control.hint,
      value: typed[i],
      optional: optional && isOne,
      problem: i === 0 ? problemOf(name) : undefined,
    });
    const shown = controls.map((control, i) => <Box key={boxes[i]} control={control} {...box(control, i)} />);
    return isOne ? (
      <div key={name}>{shown}</div>
    ) : (
      <FieldGroup key={name} legend={label} hint={hint} optional={optional} boxed>
        {shown}
      </FieldGroup>
    );
  });

function Box({ control, ...field }: { control: Control } & Omit<Parameters<typeof TextField>[0], "size">) {
  if (control.type === "day") return <DateField {...field} />;
  if (control.type === "text") return <TextAreaField {...field} />;
  if (control.type === "select")
    return <SelectField {...field} options={control.options ?? []} emptyLabel={control.emptyLabel} />;
  return <TextField {...field} />;
}

/** The same, kept for the next step without being shown. */
export const KeptFields = ({ fields }: Pick<Props, "fields">) =>
  fields.flatMap(({ typed, boxes }) =>
    boxes.map((name, i) => <HiddenField key={name} name={name} value={typed[i] ?? ""} />),
  );
