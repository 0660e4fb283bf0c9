// Microsoft's rules: kept, accepted with a reason, or not kept, and then what to do next.
import type { CustodyKnown } from "../../../electron/bridge/room.ts";
import { CUSTODY } from "../../text/custody.ts";
import styles from "./rules-part.module.css";

/** One line a rule, its verdict by word and by form. */
export function RulesPart({ rules }: Pick<CustodyKnown, "rules">) {
  return (
    <ul className={styles["rules"]}>
      {rules.map(({ rule, verdict, sentence, next, reason }) => (
        <li key={rule}>
          <span className={`${styles["verdict"]} ${styles[verdict]}`}>
            {CUSTODY.verdicts[verdict]}
          </span>
          <span>
            {sentence}
            {reason === "" ? null : <span className={styles["more"]}>{CUSTODY.accepted(reason)}</span>}
            {next === "" ? null : <span className={styles["more"]}>{CUSTODY.next(next)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
