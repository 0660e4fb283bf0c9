// The papers of a closed record: a list to pick from, and the result of the last pick.
import type { PrintedView } from "../../../electron/bridge/view.ts";
import { useEffect, useState } from "react";
import { Picker } from "../../parts/picker.tsx";
import { answer, answerQuietly } from "../../stores/action.ts";
import { paperTitle } from "../../text/evidence.ts";
import { printedLine } from "../../text/print.ts";
import { say } from "../../text/say.ts";
import styles from "./record-papers.module.css";

const ALL = "all";

/** The list appears when main sends it; nothing waits for it. */
export function RecordPapers() {
  const [names, setNames] = useState<readonly string[]>([]);
  const [done, setDone] = useState<PrintedView | "evidence" | null>(null);
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
    setDone(null);
    if (name === ALL) {
      void answer("evidence", { of: "shown" }).then((isDone) =>
        setDone(isDone === true ? "evidence" : null),
      );
      return;
    }
    void answer("paper", { name }).then(setDone);
  };
  if (names.length === 0) return null;
  const doneLine =
    done === null
      ? say("evidence.papersOrAll")
      : done === "evidence"
        ? say("evidence.allSaved")
        : printedLine(done);
  return (
    <div className={styles["papers"]}>
      <Picker
        button={say("evidence.papers")}
        onPick={save}
        side="top start"
        options={[
          ...names.map((id) => ({ id, label: paperTitle(id) })),
          { id: ALL, label: say("evidence.all") },
        ]}
      />
      <p className={styles["told"]} role="status">
        {doneLine}
      </p>
    </div>
  );
}
