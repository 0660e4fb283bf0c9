// One of a few.
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import styles from "./choice.module.css";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A row of answers, of which one holds. */
export function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <RadioGroup
      className={styles["choice"] ?? ""} value={value} onChange={onChange}
      orientation="horizontal"
    >
      <Label className={styles["label"] ?? ""}>{label}</Label>
      <div className={styles["row"]}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className={styles["field"] ?? ""}>
            <RadioButton className={styles["option"] ?? ""}>{option.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
