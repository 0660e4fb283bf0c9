// Home's first minutes: watch a ceremony.
import { Button } from "../../parts/button.tsx";
import { useAction } from "../../stores/action.ts";
import { show } from "../../stores/begin.ts";
import { say } from "../../text/say.ts";
import styles from "./learn.module.css";

/** One row of buttons, none of which changes people's work. */
export function Learn() {
  const isBusy = useAction().pending !== null;
  return (
    <section className={styles["learn"]} aria-label={say("crew.learn.title")}>
      <h2>{say("crew.learn.title")}</h2>
      <Button kind="second" small isBusy={isBusy} onPress={() => void show("activation")}>
        {say("crew.learn.activation")}
      </Button>
      <Button kind="second" small isBusy={isBusy} onPress={() => void show("recovery")}>
        {say("crew.learn.recovery")}
      </Button>
    </section>
  );
}
