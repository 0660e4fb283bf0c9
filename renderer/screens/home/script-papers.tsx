// At Home: each ceremony's script as a paper, before anything is begun.
import type { CeremonyName } from "../../../electron/bridge/room.ts";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyTitle } from "../../text/frame.ts";
import { PRINT, printedLine, printOf } from "../../text/print.ts";
import styles from "./script-papers.module.css";
import { Linked } from "./verb.tsx";

const CEREMONIES: readonly CeremonyName[] = ["activation", "recovery"];

/** A word to press for each script; what came of it stands before them. */
export function ScriptPapers() {
  const { pages, print } = usePrinted();
  return (
    <div className={styles["papers"]}>
      <p role="status">{pages === null ? PRINT.button : printedLine(pages)}</p>
      {CEREMONIES.map((name) => (
        <Linked key={name} label={printOf(name)} onPress={() => { print(name); }}>
          {ceremonyTitle(name)}
        </Linked>
      ))}
    </div>
  );
}
