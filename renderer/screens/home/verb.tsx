// The verbs of Home: large when they can be done, dashed with the reason when not.
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../../parts/icon.tsx";
import styles from "./verb.module.css";

interface VerbProps {
  readonly title: string;
  readonly line: string;
  /** How long it takes by the plan. */
  readonly time: string;
  /** Why it cannot be done now, or null. */
  readonly whyNot: string | null;
  readonly onPress?: () => void;
  readonly autoFocus?: boolean;
}

/** One of the three. */
export function Verb({ title, line, time, whyNot, onPress, autoFocus }: VerbProps) {
  if (whyNot !== null || onPress === undefined) {
    return (
      <button
        type="button" aria-disabled="true" className={`${styles["verb"]} ${styles["waiting"]}`}
      >
        <span className={styles["title"]}>{title}</span>
        <span className={styles["reason"]}>{whyNot}</span>
        <span className={styles["line"]}>{line}</span>
      </button>
    );
  }
  return (
    <Button className={styles["verb"] ?? ""} onPress={onPress} autoFocus={autoFocus === true}>
      <span>
        <span className={styles["title"]}>{title}</span>
        <span className={styles["line"]}>{line}</span>
      </span>
      <span className={styles["time"]}>{time}</span>
      <Icon name="arrow" size="l" />
    </Button>
  );
}

interface GoOnProps {
  readonly title: string;
  readonly line: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** An unfinished ceremony: before and above everything. */
export function GoOn({ title, line, isBusy, onPress }: GoOnProps) {
  return (
    <Button className={styles["go-on"] ?? ""} autoFocus onPress={() => { if (!isBusy) onPress(); }}>
      <span>
        <span className={styles["go-on-title"]}>{title}</span>
        <span className={styles["go-on-line"]}>{line}</span>
      </span>
      <Icon name="arrow" size="l" />
    </Button>
  );
}

interface LesserProps {
  readonly title: string;
  readonly line: string;
  readonly onPress?: () => void;
  /** A statement, not something that is to come. */
  readonly isPlain?: boolean;
}

/** One of the smaller things below the three. */
export function Lesser({ title, line, onPress, isPlain = false }: LesserProps) {
  const words = (
    <>
      <span className={styles["lesser-title"]}>{title}</span>
      <span className={styles["lesser-line"]}>{line}</span>
    </>
  );
  if (isPlain) return <div className={styles["lesser"]}>{words}</div>;
  if (onPress === undefined) {
    return (
      <button
        type="button" aria-disabled="true" className={`${styles["lesser"]} ${styles["later"]}`}
      >
        {words}
      </button>
    );
  }
  return <Button className={styles["lesser"] ?? ""} onPress={onPress}>{words}</Button>;
}

interface LinkedProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** What it is called where its words alone do not say it. */
  readonly label?: string;
}

/** The smallest: a word with a line under it. */
export function Linked({ children, onPress, label }: LinkedProps) {
  return (
    <Button
      className={styles["linked"] ?? ""} onPress={onPress}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      <span>{children}</span>
      <Icon name="arrow" />
    </Button>
  );
}
