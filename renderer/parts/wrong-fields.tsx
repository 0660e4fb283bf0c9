// The fields that a refusal names, each with a button that leads to it.
import { say } from "../text/say.ts";
import { Button } from "./button.tsx";
import { fieldId } from "./field.tsx";
import styles from "./wrong-fields.module.css";

interface WrongFieldsProps {
  /** Their names in the form's draft. */
  readonly fields: readonly string[];
  readonly label: (field: string) => string;
}

export const WrongFields = ({ fields, label }: WrongFieldsProps) => (
  <ul className={styles["fields"]} aria-label={say("refusal.fields")}>
    {fields.map((field) => (
      <li key={field}>
        <Button
          kind="second"
          small
          onPress={() => document.getElementById(fieldId(field))?.focus()}>
          {label(field)}
        </Button>
      </li>
    ))}
  </ul>
);
