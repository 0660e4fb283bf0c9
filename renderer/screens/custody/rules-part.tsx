// Microsoft's rules: met, accepted with a reason, or not met with what to do next.
import { useLayoutEffect } from "react";
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import { useAttention } from "../../parts/attention.ts";
import { useRoutePart } from "../../stores/route.ts";
import { typeset } from "../../text/frame.ts";
import { said, say } from "../../text/say.ts";
import styles from "./rules-part.module.css";

/** One line per rule, its result by word and by shape. The screen opens here for who comes from a rule. */
export function RulesPart({ rules }: Pick<CustodyKnown, "rules">) {
  return (
    <>
      {useRoutePart() === "rules" ? <LedHere /> : <h2>{say("custody.rules")}</h2>}
      <ul className={styles["rules"]}>
        {rules.map(({ rule, verdict, sentence, next, reason }) => (
          <li key={rule}>
            <span className={`${styles["verdict"]} ${styles[verdict]}`}>
              {say(`custody.verdicts.${verdict}`)}
            </span>
            <span>
              {typeset(said(sentence))}
              {[
                reason && say("custody.accepted", { reason }),
                next === "" ? "" : typeset(say("custody.next", { next })),
              ]
                .filter(Boolean)
                .map((line) => (
                  <span key={line} className={styles["more"]}>
                    {line}
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same heading, which the focus goes to. */
function LedHere() {
  const heading = useAttention<HTMLHeadingElement>("rules");
  useLayoutEffect(() => heading.current?.scrollIntoView({ block: "start" }), [heading]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {say("custody.rules")}
    </h2>
  );
}
