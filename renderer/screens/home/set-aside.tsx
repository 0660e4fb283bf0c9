// What becomes of an unfinished rehearsal: it is parked or discarded, so that it blocks nothing.
import { useState } from "react";
import type { KnownCeremony, WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { SET_ASIDE } from "../../text/home.ts";
import styles from "./set-aside.module.css";

/** One line for the rehearsal in progress, and one for each that is parked. */
export function SetAside({ view }: { readonly view: WindowView }) {
  if (view.mode !== "REHEARSAL") return null;
  const waiting = view.home.ceremonies.filter(
    ({ progress }) => progress === "unfinished" || progress === "parked",
  );
  return waiting.map((one) => <Line key={one.number} ceremony={one} />);
}

function Line({ ceremony }: { readonly ceremony: KnownCeremony }) {
  const { number, progress } = ceremony;
  const [isAsked, setAsked] = useState(false);
  const { pending } = useAction();
  const isParked = progress === "parked";
  const press = (how: "park" | "take-up" | "discard") => () =>
    void ask("setAside", { number, how });
  const button = (label: string, onPress: () => void) => (
    <Button kind="second" small isBusy={pending !== null} onPress={onPress}>
      {label}
    </Button>
  );
  if (isAsked)
    return (
      <div className={styles["line"]} role="group" aria-label={SET_ASIDE.discard}>
        <p role="alert">{SET_ASIDE.sure(ceremony)}</p>
        {button(SET_ASIDE.discardNow, press("discard"))}
        {button(SET_ASIDE.keep, () => setAsked(false))}
      </div>
    );
  return (
    <div className={styles["line"]}>
      <p>{isParked ? SET_ASIDE.parked(ceremony) : SET_ASIDE.line}</p>
      {isParked
        ? button(SET_ASIDE.takeUp, press("take-up"))
        : button(SET_ASIDE.park, press("park"))}
      {button(SET_ASIDE.discard, () => setAsked(true))}
    </div>
  );
}
