// A ceremony is being prepared: media and HSM are made ready before its first step can be shown.
import type { CeremonyName, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { lasted, secondsSince } from "../../parts/ruler-scale.ts";
import { Edged, stationOf } from "../../parts/station.tsx";
import { useNow } from "../../stores/now.ts";
import { ceremonyTitle, PREPARING, preparingLine } from "../../text/frame.ts";
import styles from "./preparing.module.css";

interface PreparingProps {
  readonly room: RoomView;
  readonly name: CeremonyName;
}

/** What is done meanwhile, and how long it has taken so far. */
export function Preparing({ room, name }: PreparingProps) {
  const now = useNow();
  const { activity } = room;
  const since = activity.kind === "working" ? activity.since : null;
  return (
    <Edged station={stationOf(room)} mode={room.mode}>
      <Bar
        room={room}
        station={stationOf(room)}
        title={ceremonyTitle(name)}
        sub={room.home.proposedHsm}
      />
      <main className={styles["preparing"]} aria-live="polite">
        <h1>{PREPARING.title}</h1>
        <p>{preparingLine(name, room.mode)}</p>
        {since === null ? null : (
          <p className={styles["so-far"]}>
            <span>{PREPARING.soFar}</span> <b>{lasted(secondsSince(since, now))}</b>
          </p>
        )}
        <p>{PREPARING.power}</p>
      </main>
    </Edged>
  );
}
