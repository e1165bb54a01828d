import { dayInWords } from "#app/domain/calendar.ts";
import { hasDeadline, hasDocument, type ItemAnswer } from "#app/server/item-fields.ts";
import { Alert } from "./alert.tsx";
import { Datalist } from "./datalist.tsx";
import {
  DateField,
  ErrorSummary,
  FieldGroup,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextAreaField,
  TextField,
} from "./form.tsx";
import { FigureFields, MeasureFields } from "./item-fields.tsx";

interface ItemFormProps extends ItemAnswer {
  origins: { kind: "letter" | "debate"; id: string; title: string; day: string }[];
  suggestions: ItemSuggestions;
  /** It is there already: it can be thrown away. */
  isDraft: boolean;
}

export interface ItemSuggestions {
  topics: string[];
  series: string[];
  units: string[];
  categories: string[];
  partners: string[];
  starts: string[];
}

/** Only the fields of one kind. Enter keeps a draft. */
export function ItemForm({ input, problems, overtaken, origins, suggestions, isDraft }: ItemFormProps) {
  const { kind } = input;
  const field = (name: string) => ({
    name,
    problem: problems.find((problem) => problem.field === name)?.message,
  });
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary problems={problems} />
      {overtaken && (
        <Alert tone="warning" role="status">
          <p>{overtaken.told} Wat u typte staat hieronder nog en is niet bewaard.</p>
          {overtaken.now.length > 0 && (
            <ul className="plain-list">
              {overtaken.now.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <HiddenField name="id" value={input.id} />
      <HiddenField name="seen" value={input.seen} />
      {kind === "figure" && <FigureFields field={field} input={input} />}
      <TextField
        {...field("title")}
        label={kind === "evidence" ? "Wat het document laat zien, in één regel" : "Waar gaat het om, in één regel"}
        optional={kind === "figure"}
        value={input.title}
      />
      <TextAreaField {...field("text")} label="Uitleg in eigen woorden" optional rows={3} value={input.text} />
      {kind === "measure" && <MeasureFields field={field} input={input} />}
      <FieldRow>
        {kind !== "evidence" && kind !== "figure" && (
          <TextField
            {...field("by")}
            label={
              kind === "request" ? "Wie vroeg dit" : kind === "recommendation" ? "Wie beveelt dit aan" : "Door wie"
            }
            optional
            value={input.by}
          />
        )}
        {hasDeadline(kind) && (
          <TextField
            {...field("words")}
            label="Genoemde termijn, zoals het er staat"
            optional
            hint="Bijvoorbeeld: in de zomer"
            value={input.words}
          />
        )}
        <TextField {...field("topic")} label="Onderwerp" optional list="onderwerpen" value={input.topic} />
      </FieldRow>
      <FieldGroup legend="Waar staat het" layout="row">
        <SelectField
          {...field("origin")}
          label="Brief of debat"
          emptyLabel={hasDocument(kind) ? "Geen van deze: een ander document" : "Geen van deze"}
          value={input.origin}
          options={origins.map((one) => ({
            value: `${one.kind}:${one.id}`,
            label: `${dayInWords(one.day)}: ${one.title}`,
            group: one.kind === "letter" ? "Brieven" : "Debatten",
          }))}
        />
        <TextField
          {...field("place")}
          label="Plaats daarin"
          optional
          hint="Kopje en alinea, of het nummer van de passage"
          value={input.place}
        />
        {!hasDocument(kind) && (
          <DateField
            {...field("on")}
            label="Gezegd of gemeld op"
            optional
            hint="Leeg: de dag van de brief of het debat"
            value={input.on}
          />
        )}
      </FieldGroup>
      {hasDocument(kind) ? (
        <FieldGroup legend="Het andere document" hint="Alleen als het niet in een brief of debat hierboven staat.">
          <FieldRow>
            <TextField {...field("document")} label="Welk document" value={input.document} />
            <TextField {...field("url")} label="Adres op internet" optional type="url" value={input.url} />
          </FieldRow>
          <FieldRow>
            <DateField {...field("date")} label="Datum" optional value={input.date} />
            <TextField
              {...field("dateWords")}
              label="Of wat van de datum bekend is"
              optional
              hint="Bijvoorbeeld: 2012"
              value={input.dateWords}
            />
            <DateField {...field("consultedOn")} label="Bekeken op" optional value={input.consultedOn} />
          </FieldRow>
        </FieldGroup>
      ) : (
        <TextField
          {...field("source")}
          label="Hoe we dit weten"
          optional
          hint="Als de brief of het debat niet alles zegt, bijvoorbeeld een rapport met hoofdstuk"
          value={input.source}
        />
      )}
      <FormActions>
        <SubmitButton name="doe" value="bewaar">
          Bewaar als concept
        </SubmitButton>
        <SubmitButton name="doe" value="publiceer" variant="secondary">
          Bewaar en publiceer
        </SubmitButton>
        {isDraft && (
          <SubmitButton name="doe" value="weg" variant="subtle">
            Gooi dit concept weg
          </SubmitButton>
        )}
      </FormActions>
      <Datalist id="onderwerpen" names={suggestions.topics} />
      <ItemDatalists suggestions={suggestions} />
    </form>
  );
}

/** What was called before, so that it is called the same again. */
export const ItemDatalists = ({ suggestions }: { suggestions: Omit<ItemSuggestions, "topics"> }) => (
  <>
    <Datalist id="reeksen" names={suggestions.series} />
    <Datalist id="eenheden" names={suggestions.units} />
    <Datalist id="categorieen" names={suggestions.categories} />
    <Datalist id="bekende-partners" names={suggestions.partners} />
    <Datalist id="gebeurtenissen" names={suggestions.starts} />
  </>
);
