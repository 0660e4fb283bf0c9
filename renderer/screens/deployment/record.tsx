// The record: its head, its papers, its entries, and its end.
import { useState } from "react";
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { dutyLine, dutyWhat, entriesLine, RECORD, whenLine } from "../../text/deployment.ts";
import { Two } from "./people.tsx";
import styles from "./record.module.css";

const PAPERS = [
  ["evidence", RECORD.evidence],
  ["minutes-pdf", RECORD.minutes],
  ["minutes", RECORD.markdown],
] as const;

/** The record. */
export function RecordPart({ deployment }: { readonly deployment: DeploymentView }) {
  const { record } = deployment;
  const { pending } = useAction();
  const [isSaved, setSaved] = useState(false);
  if (record === null) return null;
  return (
    <>
      <h1>{RECORD.title}</h1>
      <p className={styles["lead"]}>{RECORD.lead}</p>
      <p className={styles["lead"]}>{entriesLine(deployment)}</p>
      <h2 className={styles["heading"]}>{RECORD.head}</h2>
      <ol className={styles["words"]} lang="en" data-words>
        {record.words.map((word, at) => (
          <li key={`${at} ${word}`}>{word}</li>
        ))}
      </ol>
      <p className={styles["digest"]}>
        <code>{record.head}</code>
      </p>
      <div className={styles["papers"]}>
        {PAPERS.map(([what, label]) => (
          <Button
            key={what}
            kind="second"
            small
            isBusy={pending !== null}
            onPress={() => void act({ act: "save", what }).then(setSaved)}>
            {label}
          </Button>
        ))}
        <span role="status">{isSaved ? RECORD.saved : ""}</span>
      </div>
      {deployment.duties.length === 0 ? null : (
        <>
          <h2 className={styles["heading"]}>{RECORD.duties}</h2>
          <ul className={styles["entries"]}>
            {deployment.duties.map((duty) => (
              <li key={duty.id}>
                <span>{dutyLine(duty)}</span>
                <span className={styles["line"]}>{dutyWhat(duty)}</span>
              </li>
            ))}
          </ul>
          <div className={styles["papers"]}>
            <Button
              kind="second"
              small
              isBusy={pending !== null}
              onPress={() => void act({ act: "save", what: "calendar" }).then(setSaved)}>
              {RECORD.calendar}
            </Button>
          </div>
        </>
      )}
      {record.closed !== null ? null : (
        <section className={styles["close"]} aria-label={RECORD.closeTitle}>
          <h2>{RECORD.closeTitle}</h2>
          <p>{RECORD.closeLead}</p>
          <Two
            form="deployment-close"
            label={RECORD.close}
            onPress={(by) => act({ act: "close", by })}
          />
        </section>
      )}
      <h2 className={styles["heading"]}>{RECORD.entries}</h2>
      <ol className={styles["entries"]}>
        {record.lines.map(({ at, line }, n) => (
          <li key={`${n} ${at}`}>
            <span>{whenLine(at)}</span>
            <span className={styles["line"]} lang="en">
              {line}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
