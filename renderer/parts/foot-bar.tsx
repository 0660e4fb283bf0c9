// The foot of every screen: secondary actions on the left, the main one on the right.
import type { ReactNode } from "react";
import styles from "./foot-bar.module.css";

interface FootBarProps {
  readonly children?: ReactNode;
  readonly main?: ReactNode;
  /** Where a step later inserts its own button. */
  readonly mainId?: string;
}

/** The foot, 60 px. */
export function FootBar({ children, main, mainId }: FootBarProps) {
  return (
    <footer className={styles["foot"]}>
      {children}
      <div className={styles["main"]} {...(mainId === undefined ? {} : { id: mainId })}>
        {main}
      </div>
    </footer>
  );
}
