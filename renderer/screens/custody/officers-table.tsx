// The officers: the state of each key, when it was last seen, and when it must next open.
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import table from "../../parts/table.module.css";
import { dayOrNever, dueLine, officerState } from "../../text/custody.ts";
import { say } from "../../text/say.ts";
import styles from "./custody-table.module.css";

type Officers = CustodyKnown["health"]["officers"];

/** One row per officer. */
export function OfficersTable({ officers }: { readonly officers: Officers }) {
  return (
    <table className={`${table["table"]} ${styles["table"]}`}>
      <thead>
        <tr>
          <th scope="col">{say("custody.officer")}</th>
          <th scope="col">{say("custody.state")}</th>
          <th scope="col">{say("custody.seals")}</th>
          <th scope="col">{say("custody.opened")}</th>
          <th scope="col">{say("custody.keyCheck")}</th>
        </tr>
      </thead>
      <tbody>
        {officers.map((officer) => (
          <tr key={officer.seat}>
            <th scope="row">
              <span className={styles["name"]}>
                <OfficerMark seat={officer.seat} lost={officer.trouble !== ""} />
                {officer.name}
              </span>
            </th>
            <td className={styles["state"]} data-label={say("custody.state")}>
              {officer.trouble === "" ? (
                officerState(officer)
              ) : (
                <strong>{officerState(officer)}</strong>
              )}
            </td>
            <td data-label={say("custody.seals")}>{dayOrNever(officer.sealsSeenAt)}</td>
            <td data-label={say("custody.opened")}>{dayOrNever(officer.keyOpenedAt)}</td>
            <td data-label={say("custody.keyCheck")}>{dueLine(officer.keyCheck)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
