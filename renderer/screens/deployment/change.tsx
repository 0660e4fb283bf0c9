// What answers change in the plan's file, before it is written.
import type { PlanChangeView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { say } from "../../text/say.ts";
import shared from "./deployment.module.css";
import styles from "./change.module.css";

interface ChangeProps {
  readonly change: PlanChangeView;
  readonly onBack: () => void;
}

/** The lines of each assumption or question, those that are new or go marked. */
export function Change({ change: { file, places }, onBack }: ChangeProps) {
  return (
    <>
      <h2 className={styles["heading"]}>{say("plan-new.change")}</h2>
      <p className={shared["quiet-lead"]}>
        {file === null ? say("plan-new.changeNew") : say("plan-new.changeLead", { file })}
      </p>
      {places.map((lines, place) => (
        <ol key={place} className={styles["lines"]} lang="en">
          {lines.map(({ kind, text }, n) => (
            <li key={n} data-kind={kind}>
              <span className={styles["kind"]}>
                {kind === "same" ? "" : say(`plan-new.kinds.${kind}`)}
              </span>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      ))}
      <div className={styles["back"]}>
        <Button kind="second" small onPress={onBack}>
          {say("plan-new.back")}
        </Button>
      </div>
    </>
  );
}
