// Words of somebody else: a block of its own, so that none of them can pass for a sentence of ours.
import type { SaidView } from "../../electron/bridge/view.ts";
import { say } from "../text/say.ts";
import styles from "./quoted.module.css";

/** Who said it, and what, word for word; nothing where nobody said anything. */
export function Quoted({ said }: { readonly said: SaidView | undefined }) {
  if (said === undefined || said.words === "") return null;
  return (
    <figure className={styles["quoted"]}>
      <figcaption>{say(`said.saidBy.${said.by}`)}</figcaption>
      <blockquote>{said.words}</blockquote>
    </figure>
  );
}
