// Home's first minutes: watch a ceremony.
import { Button } from "../../parts/button.tsx";
import { useAction } from "../../stores/action.ts";
import { momentsIn } from "../../stores/moments.ts";
import { show, useShow } from "../../stores/show.ts";
import { say } from "../../text/say.ts";
import styles from "./learn.module.css";

/** One row of buttons, none of which changes people's work. */
export function Learn() {
  const isBusy = useAction().pending !== null;
  const { of, taken, at } = useShow();
  return (
    <section className={styles["learn"]} aria-label={say("crew.learn.title")}>
      <h2>{say("crew.learn.title")}</h2>
      {(["activation", "recovery"] as const).map((ceremony) => {
        const isLeft = of === ceremony && taken.length > 0 && taken.at(-1)?.moment !== "end";
        return (
          <Button
            key={ceremony}
            kind="second"
            small
            isBusy={isBusy}
            onPress={() => void show(ceremony)}>
            {isLeft
              ? say(`show.continue.${ceremony}`, { at: at + 1, of: momentsIn(ceremony).length })
              : say(`crew.learn.${ceremony}`)}
          </Button>
        );
      })}
    </section>
  );
}
