// At the opening: what differs from the last ceremony; the witness ticks each before confirming.
import { Check } from "../../parts/check.tsx";
import { differenceLine, EVIDENCE, type Difference } from "../../text/evidence.ts";
import styles from "./step.module.css";

interface DifferencesProps {
  readonly differences: readonly Difference[];
  /** The lines that were ticked. */
  readonly seen: readonly string[];
  readonly onSeen: (seen: readonly string[]) => void;
}

/** Nothing where this is the first ceremony: the caller asks. */
export function SeenDifferences({ differences, seen, onSeen }: DifferencesProps) {
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{EVIDENCE.confirmDifferences}</h3>
      {differences.length === 0 ? <p>{EVIDENCE.confirmNone}</p> : (
        <>
          <p>{EVIDENCE.tick}</p>
          {differences.map(differenceLine).map((line) => (
            <Check
              key={line} isSelected={seen.includes(line)}
              onChange={(isSeen) => {
                onSeen(isSeen ? [...seen, line] : seen.filter((one) => one !== line));
              }}
            >
              {line}
            </Check>
          ))}
        </>
      )}
    </div>
  );
}
