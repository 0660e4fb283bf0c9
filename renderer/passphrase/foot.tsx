// The foot of the window: what is missing, and the buttons.
import { useId } from "react";
import { Button } from "../parts/button.tsx";
import { say } from "../text/say.ts";
import type { Lines } from "./use-lines.ts";
import styles from "./foot.module.css";

interface FootProps {
  readonly lines: Lines;
  readonly label: string;
  /** Shown when it may be pressed. */
  readonly ready: string;
  /** Shown while the vault works. */
  readonly busy: string;
}

/** Not now, start again, and the main button: dashed until nothing is missing. */
export function Foot({ lines, label, ready, busy }: FootProps) {
  const id = useId();
  const { phase, lack } = lines;
  const typing = phase === "typing";
  const waits = !typing || lack !== null;
  const said =
    phase === "sent"
      ? busy
      : phase === "gone"
        ? say("passphrase.words.over")
        : lack === null
          ? ready
          : say(`passphrase.lacks.${lack}`);
  return (
    <footer className={styles["foot"]}>
      <p className={styles["said"]} id={id} role="status" data-waits={waits}>
        {said}
      </p>
      <div className={styles["acts"]}>
        <Button kind="second" onPress={lines.leave}>
          {say("passphrase.words.notNow")}
        </Button>
        <Button kind="second" onPress={lines.clear} isDisabled={!typing}>
          {say("passphrase.words.startAgain")}
        </Button>
        {waits ? (
          <button
            type="button"
            className={styles["waiting"]}
            aria-disabled="true"
            aria-describedby={id}>
            {label}
          </button>
        ) : (
          <Button kind="main" onPress={lines.use}>
            {label}
          </Button>
        )}
      </div>
    </footer>
  );
}
