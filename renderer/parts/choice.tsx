// One of a few.
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import styles from "./choice.module.css";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** One answer below the other, for long ones. */
  readonly below?: boolean;
}

/** Answers, of which one holds. */
export function Choice({ label, value, onChange, options, below = false }: ChoiceProps) {
  return (
    <RadioGroup
      className={styles["choice"] ?? ""} value={value} onChange={onChange}
      orientation={below ? "vertical" : "horizontal"}
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
