// A recess: nothing runs. What holds until it ends, and the words to find again afterwards.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Edged } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { ceremonyTitle, FRAME, RECESS, recessSince } from "../../text/frame.ts";
import { shortTime } from "../../text/times.ts";
import { HeadWords } from "./ledger.tsx";
import type { Ceremony } from "./plan.ts";
import { Sign } from "./refusal.tsx";
import styles from "./recess.module.css";

interface RecessProps {
  readonly room: RoomView;
  readonly ceremony: Ceremony;
}

/** The whole window while a recess lasts. */
export function Recess({ room, ceremony }: RecessProps) {
  const { pending, fault } = useAction();
  const since = ceremony.ledger.findLast(({ type }) => type === "recess-began")?.at;
  const title = room.open === null ? "" : ceremonyTitle(room.open);
  return (
    <Edged station={ceremony.station} mode={room.mode}>
      <Bar room={room} station={ceremony.station} title={title} sub={ceremony.hsm} columns />
      <main className={styles["main"]}>
        <Scroller label={RECESS.title} className={styles["recess"]}>
          {fault === null ? null : <Sign refusal={fault} />}
          <div className={styles["sheet"]}>
            <div>
              <h1>{RECESS.title}</h1>
              {since === undefined ? null : (
                <p className={styles["since"]}>{recessSince(shortTime(since))}</p>
              )}
              <p className={styles["lead"]}>{RECESS.lead}</p>
              <ul className={styles["rules"]}>
                {RECESS.rules.map((rule) => <li key={rule}>{rule}</li>)}
              </ul>
            </div>
            <section className={styles["head"]}>
              <h2>{FRAME.head}</h2>
              <p>{RECESS.head}</p>
              <HeadWords words={ceremony.words} large />
            </section>
          </div>
        </Scroller>
      </main>
      <FootBar
        main={(
          <Button
            kind="main" autoFocus isBusy={pending !== null}
            onPress={() => { void ask("recess", { on: false }); }}
          >
            {RECESS.end}
          </Button>
        )}
      >
        <Button kind="second" small onPress={() => { void ask("leave", {}); }}>
          {FRAME.leave}
        </Button>
      </FootBar>
    </Edged>
  );
}
