// A part of a step: its name in the margin, its content on the common edge.
import { useId, type ReactNode } from "react";
import styles from "./section.module.css";

interface SectionProps {
  /** Say, Do, Record, Next, Now. */
  readonly label: string;
  /** The current part: a black pointer. */
  readonly now?: boolean;
  /** Takes the remaining height. */
  readonly grow?: boolean;
  readonly children: ReactNode;
}

/** One part with its name in the margin. */
export function Section({ label, now = false, grow = false, children }: SectionProps) {
  const id = useId();
  const classes = [styles["section"], now ? styles["now"] : "", grow ? styles["grow"] : ""];
  return (
    <section className={classes.join(" ")} aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div className={styles["content"]}>{children}</div>
    </section>
  );
}
