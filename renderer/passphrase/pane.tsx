// The frame of the window: the officer's colour, name and mark, and the station.
import type { ReactNode } from "react";
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import { lengthOf } from "../parts/band.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import { officerTitle } from "../text/frame.ts";
import { say } from "../text/say.ts";
import styles from "./pane.module.css";

interface PaneProps {
  readonly about: PassphraseTurn;
  readonly children: ReactNode;
}

/** The frame around what the officer does. */
export function Pane({ about, children }: PaneProps) {
  const { seat, name } = about;
  return (
    <div className={styles["veil"]} data-officer={seat}>
      <header className={styles["head"]}>
        <span className={styles["mark"]}>
          <OfficerMark seat={seat} inverse silent />
        </span>
        <div className={styles["who"]}>
          <p className={styles["role"]}>{officerTitle(seat)}</p>
          <p className={styles["name"]} data-long={lengthOf(name)}>
            {name}
          </p>
        </div>
        <Badge about={about} />
      </header>
      <main className={styles["sheet"]}>{children}</main>
    </div>
  );
}

/** Always shown in a rehearsal; in earnest it says whether this machine is offline. */
function Badge({ about: { mode, networkUp } }: { readonly about: PassphraseTurn }) {
  if (mode === "REHEARSAL") {
    return (
      <p className={styles["rehearsal"]}>
        <span className={styles["word"]}>{say("passphrase.words.rehearsal")}</span>
      </p>
    );
  }
  if (networkUp) return null;
  return (
    <p className={styles["offline"]}>
      <svg className={styles["cut"]} viewBox="0 0 26 14" aria-hidden="true">
        <path d="M0 7h8M8 1v12M16 1v12M16 7h10" />
      </svg>
      {say("passphrase.words.offline")}
    </p>
  );
}
