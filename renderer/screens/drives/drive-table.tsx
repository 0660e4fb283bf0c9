// The inserted sticks, and what is being done with them.
import { useState } from "react";
import type {
  DrivesView,
  DriveView,
  MediaLabel,
  StationRoleName,
} from "../../../electron/bridge/view.ts";
import table from "../../parts/table.module.css";
import { ask } from "../../stores/action.ts";
import { say } from "../../text/say.ts";
import { DriveRow } from "./drive-row.tsx";
import styles from "./drive-table.module.css";

interface Choice {
  readonly volume: string;
  readonly label: MediaLabel;
}

interface TableProps {
  readonly known: DrivesView;
  /** What this computer is for. */
  readonly role: StationRoleName;
  readonly onPrepared: (label: MediaLabel) => void;
  readonly onEjected: (drive: DriveView) => void;
}

/** The table of sticks; one question at a time. */
export function DriveTable({ known, role, onPrepared, onEjected }: TableProps) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [ejected, setEjected] = useState<readonly string[]>([]);
  const isIn = (volume: string): boolean => known.drives.some((drive) => drive.volume === volume);
  // A stick that was taken out is asked about again when it returns.
  if (choice !== null && !isIn(choice.volume)) setChoice(null);
  if (!ejected.every(isIn)) setEjected(ejected.filter(isIn));
  const prepare = async ({ volume }: DriveView, label: MediaLabel): Promise<void> => {
    if (await ask("prepare", { volume, label })) onPrepared(label);
    setChoice(null);
  };
  const eject = async (drive: DriveView): Promise<void> => {
    const { volume } = drive;
    if (!(await ask("eject", { volume }))) return;
    setEjected((before) => [...before, volume]);
    onEjected(drive);
  };
  return (
    <table className={`${table["table"]} ${styles["table"]}`}>
      <thead>
        <tr>
          <th scope="col">{say("drives.name")}</th>
          <th scope="col">{say("drives.what")}</th>
          <th scope="col" className={styles["end"]}>
            {say("drives.actions")}
          </th>
        </tr>
      </thead>
      <tbody>
        {known.drives.map((drive, i) => (
          <DriveRow
            key={keyOf(known.drives, i)}
            drive={drive}
            role={role}
            free={known.free}
            chosen={choice?.volume === drive.volume ? choice.label : null}
            isEjected={ejected.includes(drive.volume)}
            onChoose={(label) => setChoice(label === null ? null : { volume: drive.volume, label })}
            onPrepare={(label) => void prepare(drive, label)}
            onEject={() => void eject(drive)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A stick and its bit-for-bit copy share a volume: the second gets its own key. */
function keyOf(drives: readonly DriveView[], at: number): string {
  const volume = drives[at]?.volume ?? "";
  return `${drives.slice(0, at).filter((drive) => drive.volume === volume).length} ${volume}`;
}
