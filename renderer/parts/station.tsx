// The badge of a station, by word, shape and colour.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "../text/say.ts";
import styles from "./station.module.css";

export type Station = "offline" | "connected";
export type Mode = "REHEARSAL" | "PRODUCTION";

/** This computer's station outside a ceremony; null if it is for rehearsals. */
export const stationOf = ({
  stationRole: { role },
}: Pick<WindowView, "stationRole">): Station | null => (role === "rehearsal" ? null : role);

/** The badges: the station, if any, and below it that this is a rehearsal. */
export function StationBadges({
  station,
  mode,
}: {
  readonly station: Station | null;
  readonly mode: Mode;
}) {
  const both = station !== null && mode === "REHEARSAL";
  return (
    <div className={`${styles["badges"]} ${both ? styles["both"] : ""}`}>
      {station === null ? null : <StationBadge station={station} />}
      {mode === "REHEARSAL" ? (
        <span className={`${styles["badge"]} ${styles["rehearsal"]}`}>
          <span>{say("frame.stationWords.REHEARSAL")}</span>
        </span>
      ) : null}
    </div>
  );
}

function StationBadge({ station }: { readonly station: Station }) {
  return (
    <span className={`${styles["badge"]} ${styles[station]}`}>
      <svg viewBox="0 0 26 16" aria-hidden="true">
        {station === "offline" ? (
          <path d="M0 8h8M18 8h8M9.5 1v14M16.5 1v14" />
        ) : (
          <>
            <path d="M4 8h18" />
            <circle className={styles["dot"]} cx="5" cy="8" r="5" />
            <circle className={styles["dot"]} cx="21" cy="8" r="5" />
          </>
        )}
      </svg>
      {say(`frame.stationWords.${station}`)}
    </span>
  );
}
