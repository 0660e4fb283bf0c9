// The papers of a closed record: a list to pick from, and the result of the last pick.
import { useEffect, useState } from "react";
import { Picker } from "../../parts/picker.tsx";
import { takeEvidence } from "../../parts/take-evidence.ts";
import { Told, useOutcome } from "../../parts/told.tsx";
import { answer, answerQuietly } from "../../stores/action.ts";
import { paperTitle } from "../../text/evidence.ts";
import { printedLine } from "../../text/print.ts";
import { say } from "../../text/say.ts";
import styles from "./record-papers.module.css";

const ALL = "all";

/** The list appears when main sends it; nothing waits for it. */
export function RecordPapers() {
  const [names, setNames] = useState<readonly string[]>([]);
  const { outcome, run } = useOutcome();
  useEffect(() => {
    let isHere = true;
    void answerQuietly("papers", {}).then((found) => {
      if (isHere) setNames(found ?? []);
    });
    return () => {
      isHere = false;
    };
  }, []);
  const save = (name: string): void =>
    run(() => (name === ALL ? takeEvidence("shown") : savePaper(name)));
  if (names.length === 0) return null;
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
      {outcome === null ? <p className={styles["told"]}>{say("evidence.papersOrAll")}</p> : null}
      <Told outcome={outcome} />
    </div>
  );
}

/** @returns what is said then, or "" if nobody chose a place */
async function savePaper(name: string): Promise<string> {
  const printed = await answer("paper", { name });
  return printed === null ? "" : printedLine(printed);
}
