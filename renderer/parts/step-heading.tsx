// The head of a step: its number, title and planned duration.
import type { Value } from "../../electron/text/text.ts";
import { plannedMinutes } from "../text/frame.ts";
import { said } from "../text/say.ts";
import styles from "./step-heading.module.css";

interface StepHeadingProps {
  /** Act and step, such as "2.9". */
  readonly number: string;
  readonly title: Value;
  readonly minutes?: number | undefined;
}

/** The head of a step. */
export function StepHeading({ number, title, minutes }: StepHeadingProps) {
  return (
    <header className={styles["heading"]}>
      <span className={styles["number"]}>{number}</span>
      <h1 className={styles["title"]}>{said(title)}</h1>
      {minutes === undefined ? null : (
        <p className={styles["minutes"]}>{plannedMinutes(minutes)}</p>
      )}
    </header>
  );
}
