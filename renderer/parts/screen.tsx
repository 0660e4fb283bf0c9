// A whole screen: the window's edge, and the bar with station, title, network and clock above it.
import type { ReactNode } from "react";
import type { WindowView } from "../../electron/bridge/view.ts";
import { ceremonyTitle, networkWords } from "../text/frame.ts";
import { say } from "../text/say.ts";
import { BarTools, LeaveTool } from "./bar-tools.tsx";
import { Checking } from "./checking.tsx";
import { Clock } from "./clock.tsx";
import styles from "./screen.module.css";
import { StationBadges, stationOf, type Station } from "./station.tsx";

interface ScreenProps {
  /** Null before there is one: then there is no bar. */
  readonly view: WindowView | null;
  readonly children: ReactNode;
  /** The station shown, if it differs from this computer's. */
  readonly station?: Station | null;
  readonly title?: string;
  readonly sub?: string;
  /** The bar aligns with the ceremony's three columns, or with its own margin. */
  readonly columns?: boolean;
  /** False in a window in which nothing is pressed. */
  readonly tools?: boolean;
}

/** The entire window within its edge: hatched above and below in a rehearsal. */
export function Screen(props: ScreenProps) {
  const {
    view,
    children,
    title = say("frame.app"),
    sub = "",
    columns = false,
    tools = true,
  } = props;
  const { station = view === null ? null : stationOf(view) } = props;
  const mode = view?.mode ?? "REHEARSAL";
  const edge = mode === "REHEARSAL" ? styles["hatched"] : styles[`edge-${station ?? "offline"}`];
  return (
    <div className={styles["window"]}>
      <div className={`${styles["edge"]} ${edge}`} />
      {view === null ? null : <Bar {...{ view, station, title, sub, columns, tools }} />}
      {tools && view?.checking != null ? <Checking checking={view.checking} /> : null}
      {children}
      {mode === "REHEARSAL" ? <div className={`${styles["edge"]} ${edge}`} /> : null}
    </div>
  );
}

type CeremonyScreenProps = Pick<ScreenProps, "children" | "station" | "tools" | "columns"> & {
  readonly view: WindowView;
};

/** The same around an open ceremony. */
export function CeremonyScreen({ view, children, ...props }: CeremonyScreenProps) {
  const { ceremony, open, home } = view;
  const { station = ceremony?.station ?? "offline" } = props;
  const title = open === null ? "" : ceremonyTitle(open);
  const hsm = ceremony === null || ceremony.hsm === "" ? home.proposedHsm : ceremony.hsm;
  return (
    <Screen view={view} title={title} sub={hsm} columns {...props} station={station}>
      {children}
    </Screen>
  );
}

interface BarProps {
  readonly view: WindowView;
  readonly station: Station | null;
  readonly title: string;
  readonly sub: string;
  readonly columns: boolean;
  readonly tools: boolean;
}

function Bar({ view, station, title, sub, columns, tools }: BarProps) {
  return (
    <header className={`${styles["bar"]} ${columns ? styles["columns"] : ""}`}>
      <StationBadges station={station} mode={view.mode} />
      <div className={styles["main"]}>
        <div className={styles["place"]}>
          {tools ? <LeaveTool view={view} /> : null}
          <div className={styles["titles"]}>
            <p className={styles["title"]}>{title}</p>
            <p className={styles["sub"]}>{sub}</p>
          </div>
        </div>
        <Network view={view} station={station} />
      </div>
      <div className={styles["end"]}>
        <Clock />
        {tools ? <BarTools help={!columns} /> : null}
      </div>
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
