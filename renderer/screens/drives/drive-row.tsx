// One stick in the table, and below it the question before it is prepared.
import { useRef, type RefObject } from "react";
import type { DriveView, MediaLabel, StationRoleName } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { useAction } from "../../stores/action.ts";
import { ofStick, sizeAndForm, whatItIs, becomesLine } from "../../text/drives.ts";
import { mediumName, seatOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import styles from "./drive-table.module.css";
import { Picker } from "../../parts/picker.tsx";

interface DriveRowProps {
  readonly drive: DriveView;
  readonly role: StationRoleName;
  readonly free: readonly MediaLabel[];
  /** The label chosen for this stick, not yet written. */
  readonly chosen: MediaLabel | null;
  readonly isEjected: boolean;
  readonly onChoose: (label: MediaLabel | null) => void;
  readonly onPrepare: (label: MediaLabel) => void;
  readonly onEject: () => void;
}

/** A row, or two. */
export function DriveRow(props: DriveRowProps) {
  const { drive, free, chosen } = props;
  const { pending } = useAction();
  const trigger = useRef<HTMLButtonElement | null>(null);
  const isAsked = chosen !== null && mayPrepare(drive) && free.includes(chosen);
  const forget = () => {
    props.onChoose(null);
    trigger.current?.focus();
  };
  return (
    <>
      <tr className={isAsked ? styles["asked"] : ""}>
        <th scope="row">
          <bdi className={drive.name === "" ? styles["nameless"] : ""}>
            {drive.name === "" ? say("drives.noName") : drive.name}
          </bdi>
          <p className={styles["detail"]}>{sizeAndForm(drive)}</p>
        </th>
        <td>
          <What drive={drive} role={props.role} isEjected={props.isEjected} />
        </td>
        <td>
          <div className={styles["actions"]}>
            {mayPrepare(drive) ? <Prepare {...props} trigger={trigger} /> : null}
            {drive.isOpen ? (
              // A stick that was just prepared gets another button, which takes the focus.
              <Button
                key={drive.state}
                kind="second"
                small
                isBusy={pending !== null}
                autoFocus={chosen !== null}
                onPress={props.onEject}
                label={ofStick(say("drives.eject"), drive.name)}>
                {say("drives.eject")}
              </Button>
            ) : null}
          </div>
        </td>
      </tr>
      {!isAsked ? null : (
        <tr className={styles["question"]}>
          <td colSpan={3}>
            <Question
              name={drive.name}
              label={chosen}
              isBusy={pending !== null}
              onYes={() => props.onPrepare(chosen)}
              onNo={forget}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether preparing can be tried: main checks that the stick is empty. */
const mayPrepare = ({ state, isOpen, isReadOnly }: DriveView): boolean =>
  state === "blank" && isOpen && !isReadOnly;

interface PrepareProps extends DriveRowProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
}

function Prepare({ drive, free, onChoose, trigger }: PrepareProps) {
  if (free.length === 0) return <p>{say("drives.noLabel")}</p>;
  return <LabelSelect name={drive.name} free={free} onChange={onChoose} trigger={trigger} />;
}

interface WhatProps {
  readonly drive: DriveView;
  readonly role: StationRoleName;
  readonly isEjected: boolean;
}

function What({ drive, role, isEjected }: WhatProps) {
  const { title, detail } = whatItIs(drive, isEjected, role);
  return (
    <div className={styles["what"]} data-state={drive.state}>
      <Mark drive={drive} />
      <div>
        <p className={styles["title"]}>{title}</p>
        <p className={styles["detail"]}>{detail}</p>
      </div>
    </div>
  );
}

function Mark({ drive: { medium, state } }: { readonly drive: DriveView }) {
  const seat = medium === null ? null : seatOf(medium.label);
  if (seat !== null) return <OfficerMark seat={seat} silent />;
  if (medium !== null) return <Icon name="document" size="m" />;
  return <Icon name={state === "damaged" ? "cross" : "ring"} size="m" />;
}

interface QuestionProps {
  readonly name: string;
  readonly label: MediaLabel;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Question({ name, label, isBusy, onYes, onNo }: QuestionProps) {
  const seat = seatOf(label);
  return (
    <div className={styles["asking"]} role="group" aria-label={becomesLine(name)}>
      <div>
        <p className={styles["becomes"]}>
          <bdi>{becomesLine(name)}</bdi>
        </p>
        <p className={styles["label"]}>
          {seat === null ? null : <OfficerMark seat={seat} silent />}
          {mediumName(label)}
        </p>
        <p>{say("drives.prepare.outside")}</p>
        <p className={styles["detail"]}>{say("drives.prepare.writes")}</p>
      </div>
      <div className={styles["answers"]}>
        <Button kind="main" autoFocus isBusy={isBusy} onPress={onYes}>
          {say("drives.prepare.yes")}
        </Button>
        <Button kind="second" isBusy={isBusy} onPress={onNo}>
          {say("drives.prepare.no")}
        </Button>
      </div>
    </div>
  );
}

interface LabelSelectProps {
  /** The stick's own name. */
  readonly name: string;
  readonly free: readonly MediaLabel[];
  readonly onChange: (label: MediaLabel) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
}

/** Opens the list of labels that no inserted stick has; a choice is asked about, not kept. */
const LabelSelect = ({ name, free, onChange, trigger }: LabelSelectProps) => (
  <Picker
    label={ofStick(say("drives.prepareAs"), name)}
    button={say("drives.prepareAs")}
    trigger={trigger}
    options={free.map((id) => ({ id, label: mediumName(id) }))}
    onPick={onChange}
  />
);
