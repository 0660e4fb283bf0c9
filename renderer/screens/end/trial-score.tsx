// How people handled a trainer's trials: each one, who found it, and what was missed.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Icon } from "../../parts/icon.tsx";
import { said, say } from "../../text/say.ts";
import { foundLine } from "../../text/trainer.ts";
import styles from "./trial-score.module.css";

type Score = NonNullable<NonNullable<WindowView["trial"]>["score"]>;

/** The score, above the list of what was done. */
export function TrialScore({ score }: { readonly score: Score }) {
  const { found, of, asSealed, trials } = score;
  return (
    <section aria-labelledby="trials">
      <h2 id="trials">{say("trainer.score.title")}</h2>
      <p className={styles["found"]}>{foundLine(found, of)}</p>
      {asSealed ? null : <p className={styles["missed"]}>{say("trainer.score.void")}</p>}
      <ul className={styles["trials"]}>
        {trials.map(({ name, title, found: by, line, should }) => (
          <li key={name} className={by === "nobody" ? (styles["missed"] ?? "") : ""}>
            <Icon name={by === "app" || by === "people" ? "check" : "document"} />
            <span>
              <strong>{said(title)}.</strong> {said(line)}
              {by === "nobody" ? (
                <span>
                  {" "}
                  {say("trainer.score.should")}
                  {said(should)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
