// At Home: each ceremony's script as a paper, before anything is begun.
import type { CeremonyName } from "../../../electron/bridge/room.ts";
import { Button } from "../../parts/button.tsx";
import { useAction } from "../../stores/action.ts";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyTitle } from "../../text/frame.ts";
import { PRINT, printedLine, printOf } from "../../text/print.ts";
import styles from "./script-papers.module.css";

const CEREMONIES: readonly CeremonyName[] = ["activation", "recovery"];

/** A button for each script. */
export function ScriptPapers() {
  const { pages, print } = usePrinted();
  const { pending } = useAction();
  return (
    <div className={styles["papers"]}>
      <p>{PRINT.onPaper}</p>
      {CEREMONIES.map((name) => (
        <Button
          key={name} kind="second" small isBusy={pending !== null} label={printOf(name)}
          onPress={() => { print(name); }}
        >
          {ceremonyTitle(name)}
        </Button>
      ))}
      <p role="status">{pages === null ? "" : printedLine(pages)}</p>
    </div>
  );
}
