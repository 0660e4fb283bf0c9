// At the opening: differences from the last ceremony; the witness ticks each before confirming.
import type { WindowView } from "../../electron/bridge/view.ts";
import { Check, toggled } from "../parts/check.tsx";
import type { ConfirmProps } from "./step-row.ts";
import { differenceLine } from "../text/evidence.ts";
import { say } from "../text/say.ts";
import styles from "./step.module.css";

/** The differences, one sentence per line. */
export const differenceLines = ({ ceremony }: WindowView): readonly string[] =>
  (ceremony?.differences ?? []).map(differenceLine);

/** Renders nothing in the first ceremony. */
export function SeenDifferences({ step: { view }, ticked, onTicked }: ConfirmProps) {
  const lines = differenceLines(view);
  if (view.ceremony?.continues !== true) return null;
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{say("evidence.confirmDifferences")}</h3>
      {lines.length === 0 ? (
        <p>{say("evidence.confirmNone")}</p>
      ) : (
        <>
          <p>{say("evidence.tick")}</p>
          {lines.map((line) => (
            <Check
              key={line}
              isSelected={ticked.includes(line)}
              onChange={() => onTicked(toggled(ticked, line))}>
              {line}
            </Check>
          ))}
        </>
      )}
    </div>
  );
}
