import type { FigureInput, MeasureInput } from "#app/server/item-fields.ts";
import { DateField, FieldRow, SelectField, TextField } from "./form.tsx";

/** What ties a field to its form: its name, its id where several forms share a page, and what is wrong with it. */
export type FieldOf = (name: string) => { name: string; id?: string; compact?: boolean; problem?: string };

/** The fields that only a measure has. What is left empty is shown as not known. */
export const MeasureFields = ({ field, input }: { field: FieldOf; input: MeasureInput }) => (
  <>
    <FieldRow>
      <TextField {...field("category")} label="Soort maatregel" list="categorieen" value={input.category} />
      <TextField
        {...field("partners")}
        label="Met wie"
        optional
        hint="Meer namen? Zet er een puntkomma tussen"
        list="bekende-partners"
        value={input.partners}
      />
      <SelectField
        {...field("doubt")}
        label="Vraagteken in het document"
        value={input.doubt}
        emptyLabel="Niet bekend"
        options={[
          { value: "ja", label: "Ja, het twijfelt of dit kan" },
          { value: "nee", label: "Nee" },
        ]}
      />
    </FieldRow>
    <FieldRow>
      <TextField
        {...field("words")}
        label="Termijn, zoals het er staat"
        optional
        hint="Bijvoorbeeld: direct, 6-9 maanden"
        value={input.words}
      />
      <DateField {...field("startDay")} label="Telt vanaf deze dag" optional value={input.startDay} />
      <TextField
        {...field("start")}
        label="Of vanaf een gebeurtenis"
        optional
        hint="De dag vult u in als het is gebeurd"
        list="gebeurtenissen"
        value={input.start}
      />
    </FieldRow>
  </>
);

/** The fields that only a figure has. */
export const FigureFields = ({ field, input }: { field: FieldOf; input: FigureInput }) => (
  <FieldRow>
    <TextField
      {...field("series")}
      label="Reeks"
      hint="Waar het cijfer over gaat"
      list="reeksen"
      value={input.series}
    />
    <TextField {...field("value")} label="Getal" hint="Bijvoorbeeld 1.234,5" value={input.value} />
    <TextField {...field("unit")} label="Eenheid" hint="Zaken, euro, procent" list="eenheden" value={input.unit} />
    <DateField {...field("valueOn")} label="Van welke dag is het getal" value={input.valueOn} />
  </FieldRow>
);
