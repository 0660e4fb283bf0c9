// A refusal at Home, or before there is a view at all.
import type { RoomView } from "../../../electron/bridge/room.ts";
import type { BridgeFault } from "../../../electron/bridge/contract.ts";
import { Bar } from "../../parts/bar.tsx";
import { Button } from "../../parts/button.tsx";
import { Section } from "../../parts/section.tsx";
import { Edged, stationOf } from "../../parts/station.tsx";
import { ask, forget, useAction } from "../../stores/action.ts";
import { FRAME } from "../../text/frame.ts";
import { REFUSAL } from "../../text/refusal.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import styles from "./home-refusal.module.css";

interface HomeRefusalProps {
  readonly room: RoomView | null;
  readonly fault: BridgeFault;
}

/** What was refused, and the way back. */
export function HomeRefusal({ room, fault }: HomeRefusalProps) {
  const { pending } = useAction();
  const isRecorded = room !== null && room.refusal !== null;
  const answer = () => {
    forget();
    if (room === null) void ask("look", {});
    if (isRecorded) void ask("understood", {});
  };
  const station = room === null ? null : stationOf(room);
  return (
    <Edged station={station} mode={room?.mode ?? "REHEARSAL"}>
      {room === null ? null : <Bar room={room} station={station} title={FRAME.app} sub="" />}
      <main className={styles["main"]}>
        <Sign refusal={fault} isFirst />
        <Section label={REFUSAL.next} now grow>
          <NextLines next={fault.next} />
          <div className={styles["answer"]}>
            <Button kind="main" autoFocus isBusy={pending !== null} onPress={answer}>
              {room === null ? REFUSAL.again : REFUSAL.understood}
            </Button>
          </div>
        </Section>
      </main>
    </Edged>
  );
}
