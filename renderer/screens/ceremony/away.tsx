// The record is at the other station: where, what to do, and the state of its medium here.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { stationOf } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { isWrong } from "../../text/away.ts";
import { waitingLine } from "../../text/frame.ts";
import { say } from "../../text/say.ts";
import calm from "./calm.module.css";
import styles from "./away.module.css";
import { Except } from "./foot.tsx";
import { OpenSheet } from "./open-sheet.tsx";
import { NextLines, Refused } from "./refusal.tsx";

interface AwayProps {
  readonly view: WindowView;
  readonly away: NonNullable<WindowView["away"]>;
}

/** The entire window until the record comes back. */
export function Away({ view, away }: AwayProps) {
  const { ceremony } = view;
  const isBad = isWrong(away.medium);
  return (
    <CeremonyScreen view={view} station={stationOf(view)}>
      <main className={calm["main"]}>
        <Scroller label={say(`away.title.${away.at}`)} className={calm["scroll"]}>
          <div className={styles["sheet"]}>
            <div className={styles["refused"]}>
              <Refused view={view} />
            </div>
            <div>
              <h1>{say(`away.title.${away.at}`)}</h1>
              <p className={styles["lead"]}>{say("away.lead")}</p>
              <section className={styles["next"]}>
                <h2>{say("away.next")}</h2>
                <NextLines
                  next={([0, 1, 2] as const).map((n) => say(`away.steps.${away.at}.${n}`))}
                />
              </section>
              <section className={styles["seen"]} data-wrong={isBad} aria-live="polite">
                <h2>{say("away.seen")}</h2>
                <p>
                  <Icon name={isBad ? "octagon" : "ring"} />
                  {say(`away.medium.${away.medium}`)}
                </p>
                {away.medium === "without" ? null : <Eject drives={view.drives} />}
              </section>
            </div>
            {ceremony === null ? null : (
              <section className={calm["head"]}>
                <h2>{say("away.head")}</h2>
                <p>{say("away.headLine")}</p>
                <HeadWords words={ceremony.words} large />
              </section>
            )}
          </div>
        </Scroller>
      </main>
      <FootBar main={away.medium === "without" ? <Carry /> : <p>{say("away.nothing")}</p>}>
        <Except />
        <p role="status">{waitingLine(view.waiting)}</p>
      </FootBar>
      <OpenSheet view={view} />
    </CeremonyScreen>
  );
}

/** A stop came before the record was on the medium, or the medium was lost: write it again. */
function Carry() {
  const { pending } = useAction();
  return (
    <Button kind="main" isBusy={pending !== null} onPress={() => void ask("carry", {})}>
      {say("away.carry")}
    </Button>
  );
}

/** Ejects the inserted transfer medium safely. */
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
      {say("drives.eject")}
    </Button>
  );
}
