import type { Deadline } from "#app/domain/deadline.ts";
import {
  type DebateInput,
  type InputProblem,
  isFilled,
  type Overtaken,
  type RowInput,
  rowField,
} from "#app/server/debate-fields.ts";
import type { ReferenceLists } from "#db/reference.ts";
import { Alert } from "./alert.tsx";
import { Datalist } from "./datalist.tsx";
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  FieldGroup,
  FieldRow,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "./form.tsx";

const DEBATE_KINDS = [
  "commissiedebat",
  "algemeen overleg",
  "notaoverleg",
  "wetgevingsoverleg",
  "begrotingsoverleg",
  "tweeminutendebat",
  "verslag algemeen overleg",
  "plenair debat",
  "schriftelijk overleg",
  "vragenuur",
];

export interface DebateFormProps {
  input: DebateInput;
  problems: InputProblem[];
  lists: ReferenceLists;
  /** For each row, how its deadline is read; null while there is no date. */
  readBack: (Deadline | null)[];
  /** Names that would be added to the lists. */
  fresh: string[];
  /** Others changed the debate while this was typed. */
  overtaken: Overtaken | null;
  /** Where the form goes, if not to its own page. */
  action?: string;
  /** A ministry's staff log for their own ministry only. */
  ministryIsFixed: boolean;
  /** Whether there is a draft that can be published. */
  mayPublish: boolean;
  /** The debate itself is public: only rows can be added. */
  headerIsFixed?: boolean;
}

/** A debate and the commitments made in it: one compact row each. */
export function DebateForm({
  input,
  problems,
  lists,
  readBack,
  fresh,
  overtaken,
  action,
  ministryIsFixed,
  mayPublish,
  headerIsFixed,
}: DebateFormProps) {
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const field = (name: string) => ({ name, problem: problemOf(name) });
  const offices = new Map(lists.offices.map((office) => [office.id, office.name]));
  const twoSpeakers = input.speakers[1] !== "";
  return (
    <>
      <ErrorSummary problems={problems} />
      {fresh.length > 0 && problems.length === 0 && (
        <Alert tone="warning">
          <p>
            Dit staat nog niet in de lijsten: {fresh.join("; ")}. Staat het er goed? Bewaar dan nog een keer, dan wordt
            het toegevoegd.
          </p>
        </Alert>
      )}
      {overtaken && <OvertakenAlert {...overtaken} />}
      <form method="post" action={action} className="form" noValidate>
        <HiddenField name="debat" value={input.id} />
        <HiddenField name="gezien" value={String(input.seen)} />
        {fresh.map((name) => (
          <HiddenField key={name} name="bevestigd" value={name} />
        ))}
        {!headerIsFixed && <Header input={input} ministryIsFixed={ministryIsFixed} field={field} />}
        <h2>Wat is toegezegd</h2>
        <p>
          Laat wat u niet weet leeg. De termijn schrijft u zoals die is gezegd; erboven staat hoe het register die
          leest.
        </p>
        <HiddenField name="rijen" value={String(input.rows.length)} />
        {input.rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            index={index}
            problemOf={problemOf}
            deadline={readBack[index] ?? null}
            twoSpeakers={twoSpeakers}
          />
        ))}
        <FormActions>
          <SubmitButton name="doe" value="bewaar">
            Bewaar als concept
          </SubmitButton>
          <SubmitButton variant="secondary" name="doe" value="lees">
            Lees de termijnen
          </SubmitButton>
          <SubmitButton variant="secondary" name="doe" value="rij">
            Nog een rij
          </SubmitButton>
          {mayPublish && (
            <SubmitButton name="doe" value="publiceer">
              Bewaar en publiceer alles
            </SubmitButton>
          )}
          {mayPublish && !headerIsFixed && (
            <SubmitButton variant="subtle" name="doe" value="weg">
              Gooi dit concept weg
            </SubmitButton>
          )}
        </FormActions>
        <Datalist id="ministeries" names={lists.ministries.map(({ name }) => name)} />
        <Datalist id="commissies" names={lists.committees.map(({ name }) => name)} />
        <Datalist id="dossiers" names={lists.dossiers.map(({ name }) => name)} />
        <Datalist
          id="bewindspersonen"
          names={lists.officeHolders.map(({ name, officeId }) => `${offices.get(officeId)} (${name})`)}
        />
        <Datalist
          id="geadresseerden"
          names={[
            ...lists.members.map(({ name, groupId }) => withGroup(name, lists, groupId)),
            ...lists.groups.map(({ name }) => name),
          ]}
        />
        <Datalist id="onderwerpen" names={lists.topics.map(({ name }) => name)} />
      </form>
    </>
  );
}

function OvertakenAlert({ told, changes, typed }: Overtaken) {
  return (
    <Alert tone="warning" role="status">
      <p>{told}</p>
      <ListOf lines={changes} />
      {typed.length > 0 && (
        <>
          <p>Dit typte u bij wat al openbaar is. Dat kan hier niet meer veranderen en wordt niet bewaard:</p>
          <ListOf lines={typed} />
        </>
      )}
      <p>
        {typed.length > 0 ? "Wat u verder typte" : "Wat u typte"} staat hieronder en is nog niet bewaard. Kijk of het
        nog klopt. Bewaart u nog een keer, dan geldt wat u typte.
      </p>
    </Alert>
  );
}

const ListOf = ({ lines }: { lines: string[] }) =>
  lines.length > 0 && (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

type HeaderProps = Pick<DebateFormProps, "input" | "ministryIsFixed"> & {
  field: (name: string) => { name: string; problem: string | undefined };
};

function Header({ input, ministryIsFixed, field }: HeaderProps) {
  return (
    <FieldGroup legend="Het debat" layout="row">
      <SelectField
        {...field("soort")}
        label="Soort debat"
        emptyLabel="Kies"
        value={input.kind}
        options={DEBATE_KINDS.map((kind) => ({ value: kind, label: kind }))}
      />
      <DateField {...field("datum")} label="Datum" value={input.date} />
      <SelectField
        {...field("kamer")}
        label="Kamer"
        value={input.chamber}
        options={[
          { value: "TK", label: "Tweede Kamer" },
          { value: "EK", label: "Eerste Kamer" },
        ]}
      />
      <TextField {...field("commissie")} label="Commissie" optional list="commissies" value={input.committee} />
      <TextField {...field("dossier")} label="Dossier" list="dossiers" value={input.dossier} />
      <TextField
        {...field("stuk")}
        label="Nummer van het verslag"
        optional
        hint="Zoals 32 500 VI, nr. 75"
        value={input.paper}
      />
      {ministryIsFixed ? (
        <HiddenField name="ministerie" value={input.ministry} />
      ) : (
        <TextField {...field("ministerie")} label="Ministerie" list="ministeries" value={input.ministry} />
      )}
      <TextField
        {...field("spreker")}
        label="Namens de regering"
        hint="Ambt, met de naam tussen haakjes"
        list="bewindspersonen"
        value={input.speakers[0]}
      />
      <TextField {...field("spreker2")} label="En ook" optional list="bewindspersonen" value={input.speakers[1]} />
    </FieldGroup>
  );
}

const withGroup = (name: string, lists: ReferenceLists, groupId: string | null): string => {
  const group = lists.groups.find(({ id }) => id === groupId);
  return group ? `${name} (${group.name})` : name;
};

function Row(props: {
  row: RowInput;
  index: number;
  problemOf: (field: string) => string | undefined;
  deadline: Deadline | null;
  twoSpeakers: boolean;
}) {
  const { row, index, problemOf, deadline, twoSpeakers } = props;
  const field = (name: string) => ({
    name: rowField(index, name),
    problem: problemOf(rowField(index, name)),
    compact: true,
  });
  return (
    <FieldGroup legend={`Toezegging ${index + 1}`} boxed compact>
      <HiddenField name={rowField(index, "id")} value={row.id} />
      <FieldRow>
        <TextField {...field("what")} label="Wat precies" value={row.what} />
        <TextField {...field("to")} label="Aan wie" list="geadresseerden" hint="Leeg: de Kamer" value={row.to} />
        <TextField {...field("topic")} label="Onderwerp" list="onderwerpen" value={row.topic} />
        <TextField
          {...field("words")}
          label="Termijn in woorden"
          hint={deadline && row.words ? `Gelezen als: ${deadline.derived}` : "Leeg: zonder termijn"}
          value={row.words}
        />
        {twoSpeakers && (
          <TextField {...field("by")} label="Door wie" list="bewindspersonen" hint="Leeg: de eerste" value={row.by} />
        )}
      </FieldRow>
      {row.text && <TextField {...field("text")} label="Volledige tekst" value={row.text} />}
      {isFilled(row) && <CheckboxField {...field("remove")} label="Haal deze rij weg" checked={row.remove} />}
    </FieldGroup>
  );
}
