// A line, or a few lines, to write in.
import { useId, type KeyboardEvent } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import styles from "./field.module.css";

interface FieldProps {
  readonly label: string;
  /** What it is of, where a group around it shows that: only read out. */
  readonly of?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Digits and codes. */
  readonly mono?: boolean;
  /** So many lines instead of one. */
  readonly lines?: number;
  readonly maxLength?: number;
  /** Enter ends what is written, also in several lines: a scanner presses it by itself. */
  readonly onEnter?: () => void;
  readonly autoFocus?: boolean;
  /** Texts to pick from while it is written. */
  readonly known?: readonly string[];
  /** Its name in the form's draft, by which a refusal or a scanned label leads to it. */
  readonly name?: string;
  /** It may stay empty. */
  readonly optional?: boolean;
  /** The label is read out but not shown: a table's head shows it. */
  readonly hideLabel?: boolean;
}

/** What the id of a named field's element begins with. */
export const FIELD = "field ";

/** The element's id of a field that has a name. */
export const fieldId = (name: string): string => `${FIELD}${name}`;

/** A field with its name above it. */
export function Field(props: FieldProps) {
  const { label, value, onChange, hint, error, mono = false, lines, hideLabel = false } = props;
  const input = `${styles["input"]} ${mono ? styles["mono"] : ""}`;
  const named = hideLabel ? { "aria-label": label } : {};
  const list = useId();
  const { known = [] } = props;
  const given = {
    ...(props.name === undefined ? {} : { id: fieldId(props.name) }),
    ...(props.optional === true ? { "data-optional": true } : {}),
  };
  return (
    <TextField
      className={styles["field"] ?? ""}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={props.autoFocus === true}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...named}>
      {hideLabel ? null : (
        <Label className={styles["label"] ?? ""}>
          <Named label={label} of={props.of} />
        </Label>
      )}
      {hint === undefined ? null : (
        <Text slot="description" className={styles["hint"] ?? ""}>
          {hint}
        </Text>
      )}
      {lines === undefined ? (
        <Input className={input} {...given} {...(known.length === 0 ? {} : { list })} />
      ) : (
        <TextArea className={input} rows={lines} {...given} {...entered(props.onEnter)} />
      )}
      {known.length === 0 ? null : (
        <datalist id={list}>
          {known.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <FieldError className={styles["error"] ?? ""}>{error}</FieldError>
    </TextField>
  );
}

function entered(onEnter: (() => void) | undefined) {
  if (onEnter === undefined) return {};
  return {
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      onEnter();
    },
  };
}

/**
 * On a form's element: Enter in a field goes to the next one, and in the last one stays. Whoever
 * types reads numbers aloud, and looks elsewhere.
 */
export function goToNextField(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== "Enter" || !(target instanceof HTMLInputElement) || target.type !== "text") return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>("input[type=text]")];
  const next = fields[fields.indexOf(target) + 1];
  next?.focus();
  next?.select();
}

interface NamedProps {
  readonly label: string;
  readonly of: string | undefined;
}

/** "Place", read out as "Place: Own medium": what it is of is shown only by the group around it. */
export function Named({ label, of }: NamedProps) {
  if (of === undefined) return label;
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className={styles["of"]}>{`${label}: ${of}`}</span>
    </>
  );
}
