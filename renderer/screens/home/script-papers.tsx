// At Home: each ceremony's script as a paper, before anything is begun.
import { Picker } from "../../parts/picker.tsx";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyNames, ceremonyTitle } from "../../text/frame.ts";
import { PRINT, printedLine } from "../../text/print.ts";
import styles from "./script-papers.module.css";

/** A list of the scripts; what came of the one that was picked stands beside it. */
export function ScriptPapers() {
  const { pages, print } = usePrinted();
  return (
    <div className={styles["papers"]}>
      <Picker
        label={PRINT.pick} button={PRINT.pick} onPick={print} side="top start"
        options={ceremonyNames().map((id) => ({ id, label: ceremonyTitle(id) }))}
      />
      <p role="status">{pages === null ? "" : printedLine(pages)}</p>
    </div>
  );
}
