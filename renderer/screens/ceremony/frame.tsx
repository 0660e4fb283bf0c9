// The frame around every step: edge, bar, timetable, step, record, foot.
import { useState } from "react";
import type { RefusalView, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Edged } from "../../parts/station.tsx";
import { useAction } from "../../stores/action.ts";
import { useSheet } from "../../stores/sheet.ts";
import { ceremonyTitle, FRAME } from "../../text/frame.ts";
import { Step } from "../step/step.tsx";
import { Foot } from "./foot.tsx";
import styles from "./frame.module.css";
import { Incident } from "./incident.tsx";
import { Ledger } from "./ledger.tsx";
import { OpenSheet } from "./open-sheet.tsx";
import { Rail } from "./rail.tsx";
import { Refusal } from "./refusal.tsx";

/** An open ceremony, whatever its step. */
export function CeremonyFrame({ room }: { readonly room: RoomView }) {
  const [chosen, setChosen] = useState<{ step: string; folded: boolean } | null>(null);
  const { fault } = useAction();
  const sheet = useSheet();
  const { ceremony, open } = room;
  const station = ceremony?.station ?? "offline";
  const title = open === null ? "" : ceremonyTitle(open);
  const step = ceremony?.step?.id ?? "";
  const folded = chosen?.step === step ? chosen.folded : isWide(room);
  const refusal =
    room.refusal
    ?? (fault === null || sheet !== null ? null : { ...fault, seat: null, canBeAccepted: false });
  return (
    <Edged station={station} mode={room.mode}>
      <Bar room={room} station={station} title={title} sub={hsmOf(room)} columns />
      <div className={`${styles["room"]} ${folded ? styles["folded"] : ""}`}>
        <main className={styles["centre"]}>
          <Scroller label={FRAME.step} className={styles["step"]} key={step}>
            <Centre room={room} refusal={refusal} />
          </Scroller>
        </main>
        <Foot room={room} />
        <OpenSheet room={room} />
        <Rail room={room} />
        <Ledger
          room={room}
          folded={folded}
          onFold={(fold) => {
            setChosen({ step, folded: fold });
          }}
        />
      </div>
    </Edged>
  );
}

/** What is now: a refusal is read first, then an incident is decided about. */
function Centre({
  room,
  refusal,
}: {
  readonly room: RoomView;
  readonly refusal: RefusalView | null;
}) {
  if (refusal !== null && !isListed(refusal)) return <Refusal room={room} refusal={refusal} />;
  return room.incident === null || room.activity.kind === "working" ? (
    <Step room={room} />
  ) : (
    <Incident room={room} incident={room.incident} />
  );
}

/** Words, a table of bags and the triangle need the room: there the record is folded at first. */
function isWide({ activity, ceremony }: RoomView): boolean {
  if (ceremony?.traits == null) return false;
  const { takesCustody, opensShares } = ceremony.traits;
  return takesCustody || activity.kind === "hearing" || (opensShares && activity.kind !== "idle");
}

/** A refusal whose reasons the step's own screen lists, each with what to do. */
const isListed = ({ code }: { readonly code: string }): boolean =>
  ["E-PREFLIGHT", "E-PREFLIGHT-DECIDE"].includes(code);

const hsmOf = ({ ceremony, home }: RoomView): string =>
  ceremony === null || ceremony.hsm === "" ? home.proposedHsm : ceremony.hsm;
