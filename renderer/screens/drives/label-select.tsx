// The labels a stick can be prepared under.
import type { RefObject } from "react";
import {
  Button, ListBox, ListBoxItem, Popover, Select, SelectValue,
} from "react-aria-components";
import type { MediaLabel } from "../../../electron/bridge/room.ts";
import { Icon } from "../../parts/icon.tsx";
import { DRIVES, ofStick } from "../../text/drives.ts";
import { mediumName } from "../../text/objects.ts";
import styles from "./label-select.module.css";

interface LabelSelectProps {
  /** The stick's own name. */
  readonly name: string;
  readonly free: readonly MediaLabel[];
  readonly onChange: (label: MediaLabel) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
}

/** Opens the list of labels that no stick in the machine has; a choice is asked about, not kept. */
export function LabelSelect({ name, free, onChange, trigger }: LabelSelectProps) {
  const choose = (key: unknown) => {
    const label = free.find((one) => one === key);
    if (label !== undefined) onChange(label);
  };
  return (
    <Select
      className={styles["select"] ?? ""} aria-label={ofStick(DRIVES.prepareAs, name)}
      value={null} onChange={choose} placeholder={DRIVES.prepareAs}
    >
      <Button ref={trigger} className={styles["button"] ?? ""}>
        <SelectValue className={styles["value"] ?? ""} />
        <span className={styles["down"]}><Icon name="right" /></span>
      </Button>
      <Popover className={styles["popover"] ?? ""} offset={4} placement="bottom end">
        <ListBox className={styles["list"] ?? ""}>
          {free.map((label) => (
            <ListBoxItem
              key={label} id={label} textValue={mediumName(label)}
              className={styles["item"] ?? ""}
            >
              {mediumName(label)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
