// A group of less frequent actions: its name, why they wait, and a row for each.
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Value } from "../../../electron/text/text.ts";
import { said } from "../../text/say.ts";
import styles from "./group.module.css";

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A name above some rows. */
export function Group({ title, children }: GroupProps) {
  return (
    <section className={styles["group"]} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface RowProps {
  readonly title: string;
  /** What it does: read out with it, and shown at the foot while the pointer is over it. */
  readonly line: Value;
  /** Why it is unavailable now ("" if the reason is above), or null. */
  readonly whyNot?: string | null;
  readonly onPress: () => void;
  /** Receives the hint under the pointer; it may outlive a change of language. */
  readonly onHint: (line: Value) => void;
}

/** One action, one line high. */
export function Row({ title, line, whyNot = null, onPress, onHint }: RowProps) {
  const point = () => onHint(line);
  if (whyNot !== null) {
    return (
      <button
        type="button"
        aria-disabled="true"
        aria-description={said(line)}
        className={`${styles["row"]} ${styles["later"]}`}
        onFocus={point}
        onMouseEnter={point}>
        <span className={styles["title"]}>{title}</span>
        {whyNot === "" ? null : <span className={styles["reason"]}>{whyNot}</span>}
      </button>
    );
  }
  return (
    <Button
      className={styles["row"] ?? ""}
      aria-description={said(line)}
      onPress={onPress}
      onFocus={point}
      onHoverStart={point}>
      <span className={styles["title"]}>{title}</span>
    </Button>
  );
}
