// The title of the window's sheet, with a hint below it that a warning may replace.
import type { ReactNode } from "react";
import styles from "./title.module.css";

interface TitleProps {
  readonly title: string;
  readonly hint: string | null;
  /** Replaces the hint in place, so that no line moves while typing. */
  readonly warning: string | null;
  readonly aside?: ReactNode;
}

/** What to do, in one line. */
export function Title({ title, hint, warning, aside }: TitleProps) {
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
