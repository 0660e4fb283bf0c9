// A line below the bar while a check takes longer than a second: its name, its progress, and Cancel.
import type { CheckingView } from "../../electron/bridge/checking-view.ts";
import { answerQuietly } from "../stores/action.ts";
import { useNow } from "../stores/now.ts";
import { checkingLine } from "../text/checking.ts";
import { say } from "../text/say.ts";
import { Button } from "./button.tsx";
import styles from "./checking.module.css";
import { secondsSince } from "../text/times.ts";

/** Shorter checks show nothing: a line that only flashes cannot be read. */
const SHOWN_AFTER = 1;

export function Checking({ checking }: { readonly checking: CheckingView }) {
  const seconds = secondsSince(checking.since, useNow());
  if (seconds < SHOWN_AFTER) return null;
  const { done, of } = checking;
  return (
    <section className={styles["checking"]} aria-label={say("checking.title")}>
      <p>{checkingLine(checking, seconds)}</p>
      {of === 0 ? null : <progress aria-label={say("checking.title")} value={done} max={of} />}
      <Button kind="second" small onPress={() => void answerQuietly("cancelCheck", {})}>
        {say("checking.cancel")}
      </Button>
    </section>
  );
}
