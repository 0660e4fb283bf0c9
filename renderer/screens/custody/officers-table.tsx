// The officers: what happened to each key, when it was last seen, when it must open next.
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import table from "../../parts/table.module.css";
import { CUSTODY, dayOrNever, dueLine, officerState } from "../../text/custody.ts";
import styles from "./custody-table.module.css";

type Officers = CustodyKnown["health"]["officers"];

/** One row an officer. */
export function OfficersTable({ officers }: { readonly officers: Officers }) {
  return (
    <table className={`${table["table"]} ${styles["table"]}`}>
      <thead>
        <tr>
          <th scope="col">{CUSTODY.officer}</th>
          <th scope="col">{CUSTODY.state}</th>
          <th scope="col">{CUSTODY.seals}</th>
          <th scope="col">{CUSTODY.opened}</th>
          <th scope="col">{CUSTODY.keyCheck}</th>
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
            <td className={styles["state"]} data-label={CUSTODY.state}>
              {officer.trouble === "" ? (
                officerState(officer)
              ) : (
                <strong>{officerState(officer)}</strong>
              )}
            </td>
            <td data-label={CUSTODY.seals}>{dayOrNever(officer.sealsSeenAt)}</td>
            <td data-label={CUSTODY.opened}>{dayOrNever(officer.keyOpenedAt)}</td>
            <td data-label={CUSTODY.keyCheck}>{dueLine(officer.keyCheck)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
