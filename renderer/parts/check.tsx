// A box to tick.
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components";
import { Icon } from "./icon.tsx";
import styles from "./check.module.css";

interface CheckProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly autoFocus?: boolean;
}

/** A box with its sentence. */
export function Check({ isSelected, onChange, children, autoFocus }: CheckProps) {
  return (
    <CheckboxField
      className={styles["field"] ?? ""}
      isSelected={isSelected}
      onChange={onChange}
      autoFocus={autoFocus === true}>
      <CheckboxButton className={styles["check"] ?? ""}>
        <span className={styles["box"]} aria-hidden="true">
          {isSelected ? <Icon name="check" /> : null}
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

/** The list without the one, or with it at the end. */
export const toggled = <One,>(list: readonly One[], one: One): readonly One[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
