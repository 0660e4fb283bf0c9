// The record is at the other station: where, what to do, and what is seen of its medium here.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { stationOf } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { AWAY, seenOf } from "../../text/away.ts";
import { DRIVES } from "../../text/drives.ts";
import { FRAME } from "../../text/frame.ts";
import styles from "./away.module.css";
import { Except } from "./foot.tsx";
import { OpenSheet } from "./open-sheet.tsx";
import { NextLines, Refused } from "./refusal.tsx";

interface AwayProps {
  readonly view: WindowView;
  readonly away: NonNullable<WindowView["away"]>;
}

/** The whole window until the record comes back. */
export function Away({ view, away }: AwayProps) {
  const { ceremony } = view;
  const seen = seenOf(away.medium);
  return (
    <CeremonyScreen view={view} station={stationOf(view)}>
      <main className={styles["main"]}>
        <Scroller label={AWAY.title(away.at)} className={styles["scroll"]}>
          <div className={styles["sheet"]}>
            <div className={styles["refused"]}>
              <Refused view={view} />
            </div>
            <div>
              <h1>{AWAY.title(away.at)}</h1>
              <p className={styles["lead"]}>{AWAY.lead}</p>
              <section className={styles["next"]}>
                <h2>{AWAY.next}</h2>
                <NextLines next={AWAY.steps[away.at]} />
              </section>
              <section className={styles["seen"]} data-wrong={seen.isWrong} aria-live="polite">
                <h2>{AWAY.seen}</h2>
                <p>
                  <Icon name={seen.isWrong ? "octagon" : "ring"} />
                  {seen.line}
                </p>
                {away.medium === "without" ? null : <Eject drives={view.drives} />}
              </section>
            </div>
            {ceremony === null ? null : (
              <section className={styles["head"]}>
                <h2>{AWAY.head}</h2>
                <p>{AWAY.headLine}</p>
                <HeadWords words={ceremony.words} large />
              </section>
            )}
          </div>
        </Scroller>
      </main>
      <FootBar main={away.medium === "without" ? <Carry /> : <p>{AWAY.nothing}</p>}>
        <Except />
        <p role="status">{FRAME.waiting(view.waiting)}</p>
      </FootBar>
      <OpenSheet view={view} />
    </CeremonyScreen>
  );
}

/** A stop came before the record was on the medium, or it was lost there: it is written again. */
function Carry() {
  const { pending } = useAction();
  return (
    <Button kind="main" isBusy={pending !== null} onPress={() => void ask("carry", {})}>
      {AWAY.carry}
    </Button>
  );
}

/** The transfer medium that is in goes out safely from here. */
function Eject({ drives }: Pick<WindowView, "drives">) {
  const { pending } = useAction();
  const drive = drives?.drives.find(({ medium, isOpen }) => medium?.label === "transfer" && isOpen);
  if (drive === undefined) return null;
  return (
    <Button
      kind="second"
      small
      isBusy={pending !== null}
      onPress={() => void ask("eject", { volume: drive.volume })}>
      {DRIVES.eject}
    </Button>
  );
}
