// All runbooks, in the order in which they are run: how far each is, and what blocks it.
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import table from "../../parts/table.module.css";
import { blockedLine, RUNBOOKS, STATES, stepsLine } from "../../text/deployment.ts";
import styles from "./runbook-list.module.css";

interface RunbookListProps {
  readonly deployment: DeploymentView;
  readonly onOpen: (runbook: string) => void;
}

/** The list. */
export function RunbookList({ deployment, onOpen }: RunbookListProps) {
  return (
    <>
      <h1>{RUNBOOKS.title}</h1>
      <p className={styles["lead"]}>{RUNBOOKS.lead}</p>
      <table className={`${table["table"]} ${styles["list"]}`}>
        <thead>
          <tr>
            <th scope="col">{RUNBOOKS.runbook}</th>
            <th scope="col">{RUNBOOKS.state}</th>
            <th scope="col">{RUNBOOKS.steps}</th>
            <th scope="col">{RUNBOOKS.blocked}</th>
          </tr>
        </thead>
        <tbody>
          {deployment.runbooks.map((runbook) => (
            <tr key={runbook.name}>
              <th scope="row" lang="en">
                {runbook.state === "unplanned" ? (
                  runbook.title
                ) : (
                  <Button kind="second" small onPress={() => onOpen(runbook.name)}>
                    {runbook.title}
                  </Button>
                )}
              </th>
              <td>
                <span className={`${styles["state"]} ${styles[runbook.state]}`}>
                  {STATES[runbook.state]}
                </span>
              </td>
              <td>{stepsLine(runbook)}</td>
              <td className={styles["blocks"]} {...(runbook.lacks === null ? {} : { lang: "en" })}>
                {blockedLine(runbook)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
