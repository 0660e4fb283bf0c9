// A choice of one among a few.
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import shared from "../design/shared.module.css";
import styles from "./choice.module.css";
import { Named } from "./field.tsx";

interface ChoiceProps {
  readonly label: string;
  /** What it belongs to, if a group around it shows that: only read out. */
  readonly of?: string;
  /** "" while none is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** One answer below the other, for long ones. */
  readonly below?: boolean;
  /** Narrow answers, for many short ones. */
  readonly narrow?: boolean;
}

/** Answers, one of which is chosen. */
export function Choice(props: ChoiceProps) {
  const { label, of, value, onChange, options, below = false, narrow = false } = props;
  return (
    <RadioGroup
      className={`${shared["tight"]} ${styles["choice"]}`}
      onChange={onChange}
      // With a value that no answer has, Tab would reach none of them.
      value={value === "" ? null : value}
      orientation={below ? "vertical" : "horizontal"}>
      <Label className={styles["label"] ?? ""}>
        <Named label={label} of={of} />
      </Label>
      <div className={styles["row"]} data-narrow={narrow}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className={styles["field"] ?? ""}>
            <RadioButton className={styles["option"] ?? ""}>{option.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
