// The head of the record, in words to read aloud.
import styles from "./head-words.module.css";

/** Ten words in two columns, or sixteen to sign on paper; `large` for reading from afar. */
export function HeadWords({
  words,
  large = false,
}: {
  readonly words: readonly string[];
  readonly large?: boolean;
}) {
  return (
    <ol
      className={`${styles["words"]} ${large ? styles["large"] : ""}`}
      lang="en"
      data-words="head"
      data-count={words.length}>
      {words.map((word, i) => (
        <li key={`${i} ${word}`}>{word}</li>
      ))}
    </ol>
  );
}
