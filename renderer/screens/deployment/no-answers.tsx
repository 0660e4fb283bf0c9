// Which of the chosen files are no answers of Azure.
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { noAnswersLine } from "../../text/deployment.ts";

/** The others were read. */
export function NoAnswers({ deployment }: { readonly deployment: DeploymentView }) {
  const line = noAnswersLine(deployment);
  return <p role="status">{line === "" ? null : <strong>{line}</strong>}</p>;
}
