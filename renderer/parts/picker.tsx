// A list that opens to pick one of several; a pick is acted on, not kept as a value.
import type { RefObject } from "react";
import { Button, ListBox, ListBoxItem, Popover, Select } from "react-aria-components";
import { Icon } from "./icon.tsx";
import styles from "./picker.module.css";

interface PickerProps<Id extends string> {
  /** The words on the button. */
  readonly button: string;
  /** What is read out, if the button's words do not suffice. */
  readonly label?: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onPick: (id: Id) => void;
  readonly trigger?: RefObject<HTMLButtonElement | null>;
  readonly side?: "bottom end" | "top start";
  /** A row of a list, without a frame. */
  readonly isRow?: boolean;
}

/** A button, and the list that it opens. */
export function Picker<Id extends string>({
  button,
  label = button,
  options,
  onPick,
  trigger,
  side = "bottom end",
  isRow = false,
}: PickerProps<Id>) {
  const pick = (key: unknown) => {
    const picked = options.find(({ id }) => id === key);
    if (picked !== undefined) onPick(picked.id);
  };
  return (
    <Select className={styles["select"] ?? ""} aria-label={label} value={null} onChange={pick}>
      <Button
        className={styles[isRow ? "row" : "button"] ?? ""}
        {...(trigger === undefined ? {} : { ref: trigger })}>
        {/* Nothing picked is kept: as the list's value its name would be read out twice. */}
        <span className={styles["value"]}>{button}</span>
        <span className={styles["down"]}>
          <Icon name="right" />
        </span>
      </Button>
      <Popover className={styles["popover"] ?? ""} offset={4} placement={side}>
        <ListBox className={styles["list"] ?? ""}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className={styles["item"] ?? ""}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
