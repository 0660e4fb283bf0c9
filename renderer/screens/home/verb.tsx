// One of the three verbs of Home: large when available, dashed with the reason when not.
import { Button } from "react-aria-components";
import { Icon } from "../../parts/icon.tsx";
import styles from "./verb.module.css";

interface VerbProps {
  readonly title: string;
  readonly line: string;
  /** Its planned duration. */
  readonly time: string;
  /** Why it is unavailable now ("" if the reason is above), or null. */
  readonly whyNot: string | null;
  readonly onPress: () => void;
  readonly autoFocus: boolean;
}

/** A verb, what it does, and its duration. */
export function Verb({ title, line, time, whyNot, onPress, autoFocus }: VerbProps) {
  if (whyNot !== null) {
    return (
      <button
        type="button"
        aria-disabled="true"
        className={`${styles["verb"]} ${styles["waiting"]}`}>
        <span className={styles["title"]}>{title}</span>
        {whyNot === "" ? null : <span className={styles["line"]}>{line}</span>}
        {whyNot === "" ? null : <span className={styles["reason"]}>{whyNot}</span>}
      </button>
    );
  }
  return (
    <Button className={styles["verb"] ?? ""} onPress={onPress} autoFocus={autoFocus}>
      <span className={styles["title"]}>{title}</span>
      <span>
        <span className={styles["line"]}>{line}</span>
        <span className={styles["time"]}>{time}</span>
      </span>
      <Icon name="arrow" size="l" />
    </Button>
  );
}
