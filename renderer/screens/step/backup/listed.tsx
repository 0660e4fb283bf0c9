// Keys and role assignments that are expected after a restore, one a line.
import type { BackupSheetView } from "../../../../electron/bridge/backup-views.ts";
import { BACKUP } from "../../../text/objects.ts";
import styles from "./backup-sheet.module.css";

/** How many keys, and which. */
export function KeysListed({ keys }: Pick<BackupSheetView, "keys">) {
  return (
    <>
      <b>{BACKUP.count(keys.length)}</b>
      <ul className={styles["keys"]}>
        {keys.map(({ name, version }) => (
          <li key={`${name}/${version}`}>
            <span>{name}</span><span>{BACKUP.version} <code>{version}</code></span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** How many role assignments, and which. */
export function RolesListed({ roles }: Pick<BackupSheetView, "roles">) {
  return (
    <>
      <b>{BACKUP.roleCount(roles.length)}</b>
      <ul className={styles["keys"]}>
        {roles.map(({ roleName, scope }, i) => (
          <li key={`${i} ${scope}`}><span>{roleName}</span><code>{scope}</code></li>
        ))}
      </ul>
    </>
  );
}
