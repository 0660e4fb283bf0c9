// Asked once before a computer becomes a station: what that means for it, from then on.
import type { Station } from "../../parts/station.tsx";
import { SURE } from "../../text/station-role.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";
import styles from "./station-role.module.css";

interface SureProps {
  readonly station: Station;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** The sheet. */
export const Sure = ({ station, onYes, onClose }: SureProps) => (
  <Sheet title={SURE.title(station)} intro={SURE.intro} onClose={onClose}>
    <ul className={styles["means"]}>
      {SURE.lines[station].map((line) => <li key={line}>{line}</li>)}
    </ul>
    <SheetEnd
      cancel={SURE.no} button={SURE.yes(station)} missing={null} onWrite={onYes} onClose={onClose}
    />
  </Sheet>
);
