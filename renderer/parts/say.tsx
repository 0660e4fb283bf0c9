// What is said aloud.
import { quoted } from "../text/frame.ts";
import styles from "./say.module.css";

/** Words for the voice, in typographic quotes. */
export function Say({ text }: { readonly text: string }) {
  return <p className={styles["say"]}>{quoted(text.trim())}</p>;
}
