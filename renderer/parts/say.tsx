// What is said aloud.
import type { Value } from "../../electron/text/text.ts";
import { quoted } from "../text/frame.ts";
import styles from "./say.module.css";

/** Words for the voice, in typographic quotes. */
export function Say({ text }: { readonly text: Value }) {
  return <p className={styles["say"]}>{quoted(text)}</p>;
}
