// The papers of a closed record: a list to pick one of, and what came of it.
import { useEffect, useState } from "react";
import { Picker } from "../../parts/picker.tsx";
import { answer, answerQuietly } from "../../stores/action.ts";
import { EVIDENCE, paperTitle } from "../../text/evidence.ts";
import { printedLine } from "../../text/print.ts";
import styles from "./record-papers.module.css";

const ALL = "all";

/** The list is there once main has told it; nobody waits for it. */
export function RecordPapers() {
  const [names, setNames] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    let isHere = true;
    void answerQuietly("papers", {}).then((found) => {
      if (isHere) setNames(found ?? []);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const save = (name: string): void => {
    setSaid("");
    if (name === ALL) {
      void answer("evidence", { of: "shown" }).then((isDone) =>
        setSaid(isDone === true ? EVIDENCE.allSaved : ""),
      );
      return;
    }
    void answer("paper", { name }).then((printed) => setSaid(printedLine(printed)));
  };
  if (names.length === 0) return null;
  return (
    <div className={styles["papers"]}>
      <Picker
        button={EVIDENCE.papers}
        onPick={save}
        side="top start"
        options={[
          ...names.map((id) => ({ id, label: paperTitle(id) })),
          { id: ALL, label: EVIDENCE.all },
        ]}
      />
      <p role="status">{said === "" ? EVIDENCE.papersOrAll : said}</p>
    </div>
  );
}
