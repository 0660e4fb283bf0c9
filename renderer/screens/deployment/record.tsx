// The record: its head, its papers, its entries, and its end.
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Told } from "../../parts/told.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { doneByLine, dutyLine, dutyWhat, entriesLine, whenLine } from "../../text/deployment.ts";
import { say } from "../../text/say.ts";
import { Two } from "./people.tsx";
import { useSave } from "./use-save.ts";
import shared from "./deployment.module.css";
import styles from "./record.module.css";

const PAPERS = [
  ["evidence", "evidence"],
  ["minutes-pdf", "minutes"],
  ["minutes", "markdown"],
] as const;

export function RecordPart({ deployment }: { readonly deployment: DeploymentView }) {
  const { record } = deployment;
  const { pending } = useAction();
  const papers = useSave();
  const calendar = useSave();
  if (record === null) return null;
  return (
    <>
      <h1>{say("deployment.record.title")}</h1>
      <p className={shared["quiet-lead"]}>{say("deployment.record.lead")}</p>
      <p className={shared["quiet-lead"]}>{entriesLine(deployment)}</p>
      <h2 className={styles["heading"]}>{say("deployment.record.head")}</h2>
      <ol className={styles["words"]} lang="en" data-words>
        {record.words.map((word, at) => (
          <li key={`${at} ${word}`}>{word}</li>
        ))}
      </ol>
      <p className={styles["digest"]}>
        <code>{record.head}</code>
      </p>
      <div className={styles["papers"]}>
        {PAPERS.map(([what, name]) => (
          <Button
            key={what}
            kind="second"
            small
            isBusy={pending !== null}
            onPress={() => papers.save(what)}>
            {say(`deployment.record.${name}`)}
          </Button>
        ))}
        <Told outcome={papers.outcome} />
      </div>
      {record.pools.length === 0 ? null : (
        <>
          <h2 className={styles["heading"]}>{say("deployment.record.pools")}</h2>
          <p className={shared["quiet-lead"]}>{say("deployment.record.poolsLead")}</p>
          <ul className={styles["entries"]}>
            {record.pools.map((pool) => (
              <li key={pool.hsm}>
                <span>{pool.hsm}</span>
                <span className={styles["line"]}>
                  <code>{pool.root}</code> {doneByLine("seen", pool)}{" "}
                  {pool.like === "" ? "" : say("deployment.record.like", { hsm: pool.like })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {deployment.duties.length === 0 ? null : (
        <>
          <h2 className={styles["heading"]}>{say("deployment.record.duties")}</h2>
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
              onPress={() => calendar.save("calendar")}>
              {say("deployment.record.calendar")}
            </Button>
            <Told outcome={calendar.outcome} />
          </div>
        </>
      )}
      {record.closed !== null ? null : (
        <section className={shared["form"]} aria-label={say("deployment.record.closeTitle")}>
          <h2>{say("deployment.record.closeTitle")}</h2>
          <p>{say("deployment.record.closeLead")}</p>
          <Two
            form="deployment-close"
            label={say("deployment.record.close")}
            onPress={(by) => act({ act: "close", by })}
          />
        </section>
      )}
      <h2 className={styles["heading"]}>{say("deployment.record.entries")}</h2>
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
