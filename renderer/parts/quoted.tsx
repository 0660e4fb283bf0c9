// Other people's words in a separate block, so that none can pass for a sentence of ours.
import type { SaidView } from "../../electron/bridge/view.ts";
import { say } from "../text/say.ts";
import styles from "./quoted.module.css";

/** Who said it, and the exact words; nothing if nobody said anything. */
export function Quoted({ said }: { readonly said: SaidView | undefined }) {
  if (said === undefined || said.words === "") return null;
  return (
    <figure className={styles["quoted"]}>
      <figcaption>{say(`said.saidBy.${said.by}`)}</figcaption>
      <blockquote>{said.words}</blockquote>
    </figure>
  );
}
