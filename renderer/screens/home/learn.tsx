// Home's first minutes: watch a ceremony.
import { Button } from "../../parts/button.tsx";
import { useAction } from "../../stores/action.ts";
import { show } from "../../stores/begin.ts";
import { LEARN } from "../../text/crew.ts";
import styles from "./learn.module.css";

/** One row of things to press, of which none changes anything that people did. */
export function Learn() {
  const isBusy = useAction().pending !== null;
  return (
    <section className={styles["learn"]} aria-label={LEARN.title}>
      <h2>{LEARN.title}</h2>
      <Button kind="second" small isBusy={isBusy} onPress={() => void show("activation")}>
        {LEARN.activation}
      </Button>
      <Button kind="second" small isBusy={isBusy} onPress={() => void show("recovery")}>
        {LEARN.recovery}
      </Button>
    </section>
  );
}
