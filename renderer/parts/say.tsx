// What is said aloud.
import type { Value } from "../../electron/text/text.ts";
import { quoted } from "../text/frame.ts";
import { said } from "../text/say.ts";
import styles from "./say.module.css";

/** What is more than this many letters is set smaller, so that what is to be done stays in sight. */
const LONG = 180;

/** Words for the voice, in typographic quotes; each line of the text is one. */
export function Say({ text }: { readonly text: Value }) {
  return (
    <p className={styles["say"]} data-long={said(text).length > LONG}>
      {quoted(text)}
    </p>
  );
}
