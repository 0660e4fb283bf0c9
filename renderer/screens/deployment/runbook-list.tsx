// All runbooks in order, with the progress of each and what blocks it.
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import table from "../../parts/table.module.css";
import { blockedLine, stepsLine } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import styles from "./runbook-list.module.css";

interface RunbookListProps {
  readonly deployment: DeploymentView;
  readonly onOpen: (runbook: string) => void;
}

export function RunbookList({ deployment, onOpen }: RunbookListProps) {
  return (
    <>
      <h1>{say("deployment.runbooks.title")}</h1>
      <p className={styles["lead"]}>{say("deployment.runbooks.lead")}</p>
      <table className={`${table["table"]} ${styles["list"]}`}>
        <thead>
          <tr>
            <th scope="col">{say("deployment.runbooks.runbook")}</th>
            <th scope="col">{say("deployment.runbooks.state")}</th>
            <th scope="col">{say("deployment.runbooks.steps")}</th>
            <th scope="col">{say("deployment.runbooks.blocked")}</th>
          </tr>
        </thead>
        <tbody>
          {deployment.runbooks.map((runbook) => (
            <tr key={runbook.name}>
              <th scope="row">
                {runbook.state === "unplanned" ? (
                  said(runbook.title)
                ) : (
                  <Button kind="second" small onPress={() => onOpen(runbook.name)}>
                    {said(runbook.title)}
                  </Button>
                )}
              </th>
              <td>
                <span className={`${styles["state"]} ${styles[runbook.state]}`}>
                  {say(`deployment.states.${runbook.state}`)}
                </span>
              </td>
              <td>{stepsLine(runbook)}</td>
              <td className={styles["blocks"]}>{blockedLine(runbook)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
