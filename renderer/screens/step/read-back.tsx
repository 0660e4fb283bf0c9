// What was entered, or is about to happen, to be read aloud before it cannot be undone.
import { useEffect, useState } from "react";
import styles from "./read-back.module.css";

interface ReadBackProps {
  /** What it is, and how it stands. */
  readonly rows: readonly (readonly [what: string, is: string])[];
}

/** A list to read aloud, large. */
export const ReadBack = ({ rows }: ReadBackProps) => (
  <dl className={styles["rows"]}>
    {rows.map(([what, is]) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd>{is}</dd>
      </div>
    ))}
  </dl>
);

/** False until this was on the screen so long: a second press is no answer to what it says. */
export function useSeen(forMs: number): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), forMs);
    return () => clearTimeout(timer);
  }, [forMs]);
  return isSeen;
}
