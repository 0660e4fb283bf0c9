// Damaged records: shown first, because nothing can start beside them.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { damagedLine } from "../../text/damaged.ts";
import { say } from "../../text/say.ts";
import styles from "./damaged.module.css";

/** One line for each, with its folder. */
export function Damaged({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const { damaged } = view.home;
  return (
    <section className={styles["damaged"]} aria-label={say("damaged.title")}>
      <h2>{say("damaged.title")}</h2>
      <p>{say("damaged.line")}</p>
      {damaged.map((one, i) => (
        <div key={one.folder} className={styles["record"]}>
          <p>{damagedLine(one)}</p>
          <Button
            kind="second"
            small
            isBusy={pending !== null}
            onPress={() => void ask("setAside", { number: i + 1, how: "damaged" })}>
            {say("damaged.setAside")}
          </Button>
        </div>
      ))}
      <p>
        {say("damaged.next")} {view.mode === "PRODUCTION" ? say("damaged.real") : ""}
      </p>
    </section>
  );
}
