// The foot of every screen: lesser things on the left, the one to press on the right.
import type { ReactNode } from "react";
import styles from "./foot-bar.module.css";

interface FootBarProps {
  readonly children?: ReactNode;
  /** What is pressed to go on. */
  readonly main?: ReactNode;
  /** Where a step puts its own button later. */
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
