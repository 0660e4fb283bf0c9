// The clock: UTC, as in the record, and the local time.
import { useNow } from "../stores/now.ts";
import { clockTime, localTime, zoneHere } from "../text/times.ts";
import styles from "./clock.module.css";

/** Ticks every second. */
export function Clock() {
  const now = useNow();
  return (
    <div className={styles["clock"]}>
      <p className={styles["utc"]}>
        {clockTime(now)} <small>UTC</small>
      </p>
      <p className={styles["local"]}>{localTime(now, zoneHere())}</p>
    </div>
  );
}
