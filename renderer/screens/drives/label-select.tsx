// The labels a stick can be prepared under.
import type { RefObject } from "react";
import type { MediaLabel } from "../../../electron/bridge/view.ts";
import { Picker } from "../../parts/picker.tsx";
import { DRIVES, ofStick } from "../../text/drives.ts";
import { mediumName } from "../../text/objects.ts";

interface LabelSelectProps {
  /** The stick's own name. */
  readonly name: string;
  readonly free: readonly MediaLabel[];
  readonly onChange: (label: MediaLabel) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
}

/** Opens the list of labels that no stick in the machine has; a choice is asked about, not kept. */
export const LabelSelect = ({ name, free, onChange, trigger }: LabelSelectProps) => (
  <Picker
    label={ofStick(DRIVES.prepareAs, name)}
    button={DRIVES.prepareAs}
    trigger={trigger}
    options={free.map((id) => ({ id, label: mediumName(id) }))}
    onPick={onChange}
  />
);
