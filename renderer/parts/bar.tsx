// The bar above every screen: station, title, the network's reading, the clock.
import type { WindowView } from "../../electron/bridge/view.ts";
import { networkWords } from "../text/frame.ts";
import { Clock } from "./clock.tsx";
import { StationBadges, type Station } from "./station.tsx";
import styles from "./bar.module.css";

interface BarProps {
  readonly view: WindowView;
  readonly station: Station | null;
  readonly title: string;
  readonly sub: string;
  /** The bar stands on the ceremony's three columns, or on a margin of its own. */
  readonly columns?: boolean;
}

/** The bar. */
export function Bar({ view, station, title, sub, columns = false }: BarProps) {
  return (
    <header className={`${styles["bar"]} ${columns ? styles["columns"] : ""}`}>
      <StationBadges station={station} mode={view.mode} />
      <div className={styles["main"]}>
        <div className={styles["titles"]}>
          <p className={styles["title"]}>{title}</p>
          <p className={styles["sub"]}>{sub}</p>
        </div>
        <Network view={view} station={station} />
      </div>
      <Clock />
    </header>
  );
}

function Network({ view, station }: Pick<BarProps, "view" | "station">) {
  const { up, wasOnline } = view.network;
  const { state, line, detail } = networkWords(up, wasOnline, view.mode, station);
  return (
    <div className={styles["network"]}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {state === "none" ? (
          <circle cx="10" cy="10" r="8" />
        ) : (
          <>
            <path d="M3 10h14" />
            <circle className={styles["dot"]} cx="4.5" cy="10" r="4" />
            <circle className={styles["dot"]} cx="15.5" cy="10" r="4" />
          </>
        )}
      </svg>
      <div>
        <p className={styles["line"]}>{line}</p>
        <p className={styles["detail"]}>{detail}</p>
      </div>
    </div>
  );
}
