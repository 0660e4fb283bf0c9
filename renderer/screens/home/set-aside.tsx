// An unfinished rehearsal is parked or discarded, so that it blocks nothing.
import { useState } from "react";
import type { KnownCeremony, WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { sureIntro, sureTitle } from "../../text/discarded.ts";
import { parkedLine } from "../../text/home.ts";
import { say } from "../../text/say.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";
import { Discarded } from "./discarded.tsx";
import styles from "./set-aside.module.css";

/** One line for the rehearsal in progress, one for each parked one, and the discarded ones. */
export function SetAside({ view }: { readonly view: WindowView }) {
  if (view.mode !== "REHEARSAL") return null;
  const waiting = view.home.ceremonies.filter(
    ({ progress }) => progress === "unfinished" || progress === "parked",
  );
  return (
    <>
      {waiting.map((one) => (
        <Line key={one.number} ceremony={one} />
      ))}
      <Discarded discarded={view.home.discarded} />
    </>
  );
}

function Line({ ceremony }: { readonly ceremony: KnownCeremony }) {
  const { number, progress } = ceremony;
  const [isAsked, setAsked] = useState(false);
  const { pending } = useAction();
  const isParked = progress === "parked";
  const press = (how: "park" | "take-up") => () => void ask("setAside", { number, how });
  const button = (label: string, onPress: () => void) => (
    <Button kind="second" small isBusy={pending !== null} onPress={onPress}>
      {label}
    </Button>
  );
  return (
    <div className={styles["line"]}>
      <p>{isParked ? parkedLine(ceremony) : say("home.setAside.line")}</p>
      {isParked
        ? button(say("home.setAside.takeUp"), press("take-up"))
        : button(say("home.setAside.park"), press("park"))}
      {button(say("discarded.discard"), () => setAsked(true))}
      {isAsked ? <DiscardSheet ceremony={ceremony} onClose={() => setAsked(false)} /> : null}
    </div>
  );
}

interface DiscardSheetProps {
  readonly ceremony: KnownCeremony;
  readonly onClose: () => void;
}

/** A separate sheet: its button is in another place than the one that opened it. */
function DiscardSheet({ ceremony, onClose }: DiscardSheetProps) {
  const discard = async () => {
    if (await ask("setAside", { number: ceremony.number, how: "discard" })) onClose();
  };
  return (
    <Sheet title={sureTitle(ceremony)} intro={sureIntro(ceremony)} onClose={onClose}>
      <SheetEnd
        cancel={say("discarded.keep")}
        button={say("discarded.discardNow")}
        missing={null}
        onWrite={() => void discard()}
        onClose={onClose}
      />
    </Sheet>
  );
}
