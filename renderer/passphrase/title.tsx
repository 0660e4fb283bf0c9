// The title of the window's sheet, with a hint below it that a warning may replace.
import type { ReactNode } from "react";
import { say } from "../text/say.ts";
import styles from "./title.module.css";
import { useKeysElsewhere, type CapsLock } from "./use-keyboard.ts";

interface TitleProps {
  readonly title: string;
  readonly hint: string | null;
  readonly caps: CapsLock;
  readonly aside?: ReactNode;
}

/** What to do, in one line; a warning replaces it in place, so that no line moves while typing. */
export function Title({ title, hint, caps, aside }: TitleProps) {
  const isElsewhere = useKeysElsewhere();
  const warning = isElsewhere
    ? say("passphrase.machine.away")
    : caps === "on"
      ? say("passphrase.machine.capsWarning")
      : null;
  return (
    <div className={styles["title"]}>
      <div className={styles["words"]}>
        <h1>{title}</h1>
        <div role="status">
          {warning === null ? null : <p className={styles["warning"]}>{warning}</p>}
          {warning === null && hint !== null ? <p className={styles["hint"]}>{hint}</p> : null}
        </div>
      </div>
      {aside}
    </div>
  );
}
