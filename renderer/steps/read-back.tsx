// Entries or an irreversible act, to be read aloud first.
import { useEffect, useState } from "react";
import styles from "./read-back.module.css";

interface ReadBackProps {
  /** Its name and its value. */
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

/** False until this was visible for this long: a second press is no answer to it. */
export function useSeen(forMs: number): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), forMs);
    return () => clearTimeout(timer);
  }, [forMs]);
  return isSeen;
}
