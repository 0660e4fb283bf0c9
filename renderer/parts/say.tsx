// What is said aloud.
import styles from "./say.module.css";

/** Words for the voice, in typographic quotes. */
export function Say({ text }: { readonly text: string }) {
  return <p className={styles["say"]}>{`\u201c${text.trim()}\u201d`}</p>;
}
