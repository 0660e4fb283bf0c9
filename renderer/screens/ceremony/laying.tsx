// A ceremony is laid out: media and HSM are made ready before its first step can be shown.
import type { CeremonyName, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { lasted, secondsSince } from "../../parts/ruler-scale.ts";
import { Edged, stationOf } from "../../parts/station.tsx";
import { useNow } from "../../stores/now.ts";
import { ceremonyTitle, LAYING, layingLine } from "../../text/frame.ts";
import styles from "./laying.module.css";

interface LayingProps {
  readonly room: RoomView;
  readonly name: CeremonyName;
}

/** What is done meanwhile, and how long it has taken so far. */
export function Laying({ room, name }: LayingProps) {
  const now = useNow();
  const { activity } = room;
  const since = activity.kind === "working" ? activity.since : null;
  return (
    <Edged station={stationOf(room)} mode={room.mode}>
      <Bar
        room={room} station={stationOf(room)}
        title={ceremonyTitle(name)} sub={room.home.proposedHsm}
      />
      <main className={styles["laying"]} aria-live="polite">
        <h1>{LAYING.title}</h1>
        <p>{layingLine(name, room.mode)}</p>
        {since === null ? null : (
          <p className={styles["so-far"]}>
            <span>{LAYING.soFar}</span> <b>{lasted(secondsSince(since, now))}</b>
          </p>
        )}
        <p>{LAYING.power}</p>
      </main>
    </Edged>
  );
}
