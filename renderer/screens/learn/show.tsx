// "Show me": a picture of the window at a moment, with what it is and why, and how to turn the pages.
import { useEffect, type ReactNode } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask } from "../../stores/action.ts";
import { momentsIn, partOf, readingMs, type MomentName } from "../../stores/moments.ts";
import { leaveShow, pauseShow, SPEEDS, speedUp, turn, useShow } from "../../stores/show.ts";
import { say } from "../../text/say.ts";
import { PartFrame } from "./part-frame.tsx";
import styles from "./show.module.css";

interface WithShowProps {
  /** The window as it is. */
  readonly view: WindowView;
  readonly children: (shown: WindowView) => ReactNode;
}

/** The window as it is, or, during a show, as it was at a moment: then nothing in it can be pressed. */
export function WithShow({ view, children }: WithShowProps) {
  const { of, isOn, taken, at } = useShow();
  const shown = taken[at];
  if (!isOn || view.open !== of || shown === undefined) return children(view);
  return (
    <div className={styles["with"]}>
      <div inert>{children(shown.view)}</div>
      <PartFrame key={shown.moment} part={partOf(shown.moment)} />
      <ShowBar view={view} moment={shown.moment} />
    </div>
  );
}

/** Leaves the show and stops the crew: what is done is done, and people continue. */
function takeOver({ crew }: WindowView): void {
  leaveShow();
  if (crew !== null && crew.to !== "") void ask("crew", { seats: [], to: "", pace: "watch" });
}

interface ShowBarProps {
  readonly view: WindowView;
  readonly moment: MomentName;
}

function ShowBar({ view, moment }: ShowBarProps) {
  const { of, taken, at, isPaused, speed } = useShow();
  const all = of === null ? 0 : momentsIn(of).length;
  const [what, why] = [say(`show.${moment}.what`), say(`show.${moment}.why`)];
  const isLast = moment === "end";
  const isThere = at + 1 < taken.length;
  const crewStopped = view.ceremony?.closed !== true && view.crew?.to === "";
  const ms = readingMs(`${what} ${why}`) / speed;
  useEffect(() => {
    if (isPaused || !isThere) return undefined;
    const next = setTimeout(() => turn(1), ms);
    return () => clearTimeout(next);
  }, [at, isPaused, isThere, ms]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      const isOnButton = target instanceof Element && target.closest("button") !== null;
      if (key === "ArrowLeft") turn(-1);
      else if (key === "ArrowRight") turn(1);
      else if (key === " " && !isOnButton) pauseShow();
      else if (key === "Escape") takeOver(view);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [view]);
  return (
    // What is shown is inert: here is what the page is about.
    <main className={styles["bar"]} aria-label={say("show.title")}>
      <div className={styles["caption"]} aria-live="polite">
        <h1 className={styles["what"]}>
          <span>{say("show.count", { at: at + 1, of: all })}</span> {what}
        </h1>
        <p>{why}</p>
        {isThere || isLast ? null : (
          <p className={styles["way"]}>
            {crewStopped ? say("show.stopped") : say("show.onItsWay")}
          </p>
        )}
      </div>
      <div className={styles["buttons"]}>
        <Button kind="second" small isDisabled={at === 0} onPress={() => turn(-1)}>
          {say("show.back")}
        </Button>
        <Button kind="second" small onPress={pauseShow}>
          {isPaused ? say("show.goOn") : say("show.pause")}
        </Button>
        <Button kind="second" small autoFocus isDisabled={!isThere} onPress={() => turn(1)}>
          {say("show.next")}
        </Button>
        <Button kind="second" small isDisabled={speed === SPEEDS[0]} onPress={() => speedUp(-1)}>
          {say("show.slower")}
        </Button>
        <Button kind="second" small isDisabled={speed === SPEEDS.at(-1)} onPress={() => speedUp(1)}>
          {say("show.faster")}
        </Button>
        <Button kind="second" small onPress={() => takeOver(view)}>
          {isLast ? say("show.toEnd") : say("show.leave")}
        </Button>
      </div>
      <p className={styles["keys"]}>{say("show.keys", { speed })}</p>
    </main>
  );
}
