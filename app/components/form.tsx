/** Forms. Every field wires its label, hint and problem to its control; optional fields say so in words. */
import { type HTMLInputTypeAttribute, type ReactNode, useId } from "react";
import { Sign } from "./sign.tsx";

export interface Problem {
  /** The id of the field; empty where the problem is not about one field. */
  field: string;
  message: string;
}

interface FieldProps {
  name: string;
  label: string;
  /** Where there are several fields of one name; the error summary links to it. */
  id?: string;
  hint?: ReactNode;
  problem?: string | null;
  value?: string | null;
  /** The browser is told as well. Fields are taken to be required: only the others are marked in the label. */
  required?: boolean;
  /** Adds "(niet verplicht)" to the label. */
  optional?: boolean;
  /** Smaller, for rows of many fields. */
  compact?: boolean;
  /** The label is read aloud but not shown: in a row under a heading that says the same. */
  hideLabel?: boolean;
}

/** What went wrong, at the top of the page, with a link to each field. It takes the focus, without any script. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page comes back because of this; without a script nothing else announces it
    <div className="utrecht-alert utrecht-alert--error error-summary" role="alert" tabIndex={-1} autoFocus>
      <div className="utrecht-alert__icon">
        <Sign name="warning" />
      </div>
      <div className="utrecht-alert__content">
        <h2 className="error-summary__heading">Er klopt nog iets niet</h2>
        <ul className="error-summary__list">
          {problems.map(({ field, message }) => (
            <li key={field + message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type Shell = Pick<FieldProps, "label" | "hint" | "problem" | "optional" | "compact" | "hideLabel"> & {
  id: string;
  children: ReactNode;
};

function Field({ id, label, hint, problem, optional, compact, hideLabel, children }: Shell) {
  return (
    <div
      className={classes(
        "utrecht-form-field field",
        problem && "utrecht-form-field--invalid",
        compact && "field--compact",
      )}
    >
      <label className={hideLabel ? "visually-hidden" : "utrecht-form-label"} htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      <Explanation id={id} hint={hint} problem={problem} />
      {children}
    </div>
  );
}

const Optional = () => <span className="field__optional"> (niet verplicht)</span>;

function Explanation({ id, hint, problem }: { id: string; hint?: ReactNode; problem?: string | null }) {
  return (
    <>
      {hint && (
        <div className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <div className="utrecht-form-field-error-message" id={`${id}-problem`}>
          <Sign name="warning" />
          {problem}
        </div>
      )}
    </>
  );
}

const classes = (...names: unknown[]): string => names.filter(Boolean).join(" ");

/** What ties a control to its hint and its problem. */
const describe = (id: string, { hint, problem, required }: Pick<FieldProps, "hint" | "problem" | "required">) => ({
  "aria-describedby": classes(problem && `${id}-problem`, hint && `${id}-hint`) || undefined,
  "aria-invalid": problem ? true : undefined,
  required,
});

type InputProps = FieldProps & {
  type?: HTMLInputTypeAttribute;
  /** How much is expected: a number of four digits asks for another box than a title. */
  size?: "short" | "medium" | "full";
  autoComplete?: string;
  inputMode?: "numeric" | "email" | "search";
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  spellCheck?: boolean;
  /** Suggestions: the id of a `datalist` in the page. */
  list?: string;
};

export function TextField(props: InputProps) {
  const { name, id = name, value, type = "text", size = "full" } = props;
  return (
    <Field {...props} id={id}>
      <input
        {...describe(id, props)}
        className={classes(
          "utrecht-textbox utrecht-textbox--html-input",
          props.problem && "utrecht-textbox--invalid",
          size !== "full" && `field__control--${size}`,
        )}
        id={id}
        name={name}
        type={type}
        defaultValue={value ?? undefined}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        spellCheck={props.spellCheck}
        list={props.list}
      />
    </Field>
  );
}

/** A day, as `yyyy-mm-dd`. */
export const DateField = (props: Omit<InputProps, "type" | "size">) => (
  <TextField {...props} type="date" size="short" />
);

export function TextAreaField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { name, id = name, value, rows = 4 } = props;
  return (
    <Field {...props} id={id}>
      <textarea
        {...describe(id, props)}
        className={classes(
          "utrecht-textarea utrecht-textarea--html-textarea",
          props.problem && "utrecht-textarea--invalid",
        )}
        id={id}
        name={name}
        rows={rows}
        maxLength={props.maxLength}
        defaultValue={value ?? undefined}
      />
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

/** `emptyLabel` adds a first option without a value: "Kies een commissie", "Alle commissies". */
export function SelectField(props: FieldProps & { options: Option[]; emptyLabel?: string; size?: "medium" | "full" }) {
  const { name, id = name, value, options, emptyLabel, size = "full" } = props;
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <Field {...props} id={id}>
      <select
        {...describe(id, props)}
        className={classes(
          "utrecht-select utrecht-select--html-select",
          props.problem && "utrecht-select--invalid",
          size !== "full" && `field__control--${size}`,
        )}
        id={id}
        name={name}
        defaultValue={value ?? ""}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {groups.map((group) => {
          const shown = options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
          return group ? (
            <optgroup key={group} label={group}>
              {shown}
            </optgroup>
          ) : (
            shown
          );
        })}
      </select>
    </Field>
  );
}

/** `accept` as in HTML: ".docx,.pdf,.txt". Needs a form with `encType="multipart/form-data"`. */
export function FileField(props: Omit<FieldProps, "value"> & { accept?: string; multiple?: boolean }) {
  const { name, id = name, accept, multiple } = props;
  return (
    <Field {...props} id={id}>
      <input
        {...describe(id, props)}
        className="file"
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
      />
    </Field>
  );
}

/** A file with text in it, of any form that the register reads, beside a field in which the text can be pasted. */
export function TextFileField(props: Omit<FieldProps, "value">) {
  return (
    <FileField
      hint="PDF, Word (.docx), ODT, HTML, XML of tekst (.txt), hoogstens 25 MB. Van een scan plakt u de tekst."
      {...props}
      optional
      accept=".pdf,.docx,.odt,.html,.htm,.xml,.txt"
    />
  );
}

interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

type ChoicesProps = Omit<FieldProps, "value" | "hideLabel"> & { options: Choice[]; inline?: boolean };

/** One of a few. The id of the field is that of its first button, so that the error summary leads there. */
export function RadioField({ value, ...props }: ChoicesProps & { value?: string | null }) {
  return <Choices {...props} type="radio" chosen={value ? [value] : []} />;
}

/** Any of a few, sent as several values of one name. */
export function CheckboxesField({ values, ...props }: ChoicesProps & { values?: string[] }) {
  return <Choices {...props} type="checkbox" chosen={values ?? []} />;
}

function Choices(props: ChoicesProps & { type: "radio" | "checkbox"; chosen: string[] }) {
  const { name, id = name, label, options, type, chosen, inline, ...rest } = props;
  return (
    <FieldGroup {...rest} id={id} legend={label}>
      <div className={classes("choices", inline && "choices--inline")}>
        {options.map((option, i) => {
          const optionId = i === 0 ? id : `${id}-${option.value}`;
          return (
            <ChoiceLine key={option.value} id={optionId} type={type} label={option.label} hint={option.hint}>
              <input
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                className={type === "radio" ? "utrecht-radio-button utrecht-radio-button--html-input" : CHECKBOX}
                type={type}
                id={optionId}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                required={type === "radio" && props.required}
              />
            </ChoiceLine>
          );
        })}
      </div>
    </FieldGroup>
  );
}

const CHECKBOX = "utrecht-checkbox utrecht-checkbox--html-input";

/** Yes or nothing: sends `value` (`ja`) when ticked. */
export function CheckboxField(
  props: Omit<FieldProps, "value" | "hideLabel" | "optional"> & { value?: string; checked?: boolean },
) {
  const { name, id = name, label, hint, problem, value = "ja", checked, compact } = props;
  return (
    <div className={classes("field", problem && "utrecht-form-field--invalid", compact && "field--compact")}>
      <Explanation id={id} problem={problem} />
      <ChoiceLine id={id} type="checkbox" label={label} hint={hint}>
        <input
          {...describe(id, props)}
          className={CHECKBOX}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
        />
      </ChoiceLine>
    </div>
  );
}

function ChoiceLine(props: {
  id: string;
  type: "radio" | "checkbox";
  label: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="choice">
      {props.children}
      <div className="choice__words">
        <label className={`utrecht-form-label utrecht-form-label--${props.type}`} htmlFor={props.id}>
          {props.label}
        </label>
        {props.hint && (
          <div className="utrecht-form-field-description" id={`${props.id}-hint`}>
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

/** Fields that are one question. `layout="row"` puts them side by side where there is room. */
export function FieldGroup(props: {
  legend: string;
  id?: string;
  hint?: ReactNode;
  problem?: string | null;
  optional?: boolean;
  compact?: boolean;
  hideLegend?: boolean;
  layout?: "stack" | "row";
  /** A frame around it: one of several of the same kind. */
  boxed?: boolean;
  children: ReactNode;
}) {
  const { legend, id, hint, problem, optional, compact, hideLegend, layout = "stack", boxed, children } = props;
  // The id itself is for the first control inside; the group is described under a name of its own.
  const ownId = useId();
  const groupId = id ? `${id}-group` : ownId;
  return (
    <fieldset
      className={classes(
        "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset field",
        problem && "utrecht-form-fieldset--invalid",
        compact && "field--compact",
        boxed && "field--boxed",
      )}
      aria-describedby={classes(problem && `${groupId}-problem`, hint && `${groupId}-hint`) || undefined}
    >
      <legend
        className={
          hideLegend ? "visually-hidden" : "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend"
        }
      >
        {legend}
        {optional && <Optional />}
      </legend>
      <Explanation id={groupId} hint={hint} problem={problem} />
      {layout === "row" ? <div className="field-row">{children}</div> : children}
    </fieldset>
  );
}

/** Fields side by side where there is room, without being one question. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className="field-row">{children}</div>;

export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

const BUTTONS = {
  primary: "utrecht-button--primary-action",
  secondary: "utrecht-button--secondary-action",
  danger: "utrecht-button--primary-action utrecht-button--danger",
  subtle: "utrecht-button--subtle",
} as const;

export function SubmitButton(props: {
  children: ReactNode;
  variant?: keyof typeof BUTTONS;
  name?: string;
  value?: string;
  compact?: boolean;
  /** Another address than that of the form. */
  formAction?: string;
}) {
  const { children, variant = "primary", name, value, compact, formAction } = props;
  return (
    <button
      className={classes("utrecht-button utrecht-button--submit", BUTTONS[variant], compact && "button--compact")}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
    >
      {children}
    </button>
  );
}

/** The buttons at the end of a form, and the link out of it. */
export const FormActions = ({ children }: { children: ReactNode }) => <div className="form-actions">{children}</div>;
