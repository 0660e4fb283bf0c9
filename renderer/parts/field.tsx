// A text field of one or several lines.
import { useId, type KeyboardEvent } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import styles from "./field.module.css";

interface FieldProps {
  readonly label: string;
  /** What it belongs to, if a group around it shows that: only read out. */
  readonly of?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Digits and codes. */
  readonly mono?: boolean;
  /** The number of lines, if more than one. */
  readonly lines?: number;
  readonly maxLength?: number;
  /** Enter ends the text, also in several lines: a scanner presses it by itself. */
  readonly onEnter?: () => void;
  readonly autoFocus?: boolean;
  /** Texts to pick from while it is written. */
  readonly known?: readonly string[];
  /** Its name in the form's draft, which leads a refusal or a scanned label to it. */
  readonly name?: string;
  /** It may stay empty. */
  readonly optional?: boolean;
  /** The label is read out but not shown, because a table's head shows it. */
  readonly hideLabel?: boolean;
}

/** The prefix of a named field's element id. */
export const FIELD = "field ";

/** The element id of a named field. */
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

/** From where Enter moves on, and where it comes to: in several lines it is a new line. */
const LEAVES = "input[type=text], input[type=radio]";
const STOPS = `${LEAVES}, textarea`;

/**
 * For a form's element, before its fields hear the key: Enter moves to the next field that is empty, or to a
 * choice that nobody has made; it stays at a choice until one is, and where nothing is left. People who type
 * numbers read them aloud and look elsewhere: what they type next must not replace anything.
 */
export function goToNextField(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== "Enter" || !(target instanceof HTMLInputElement) || !target.matches(LEAVES)) return;
  event.preventDefault();
  const stops = [...currentTarget.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(STOPS)];
  const made = new Set(stops.flatMap((one) => ("checked" in one && one.checked ? one.name : [])));
  const isOpen = ({ type, name, value }: Pick<HTMLInputElement, "type" | "name" | "value">) =>
    type === "radio" ? !made.has(name) : value.trim() === "";
  if (target.type === "radio") {
    // An answer would take Enter for a press, and be chosen.
    event.stopPropagation();
    if (isOpen(target)) return;
  }
  stops
    .slice(stops.indexOf(target) + 1)
    .find(isOpen)
    ?.focus();
}

interface NamedProps {
  readonly label: string;
  readonly of: string | undefined;
}

/** "Place", read out as "Place: Own medium": only the surrounding group shows the object. */
export function Named({ label, of }: NamedProps) {
  if (of === undefined) return label;
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className={styles["of"]}>{`${label}: ${of}`}</span>
    </>
  );
}
