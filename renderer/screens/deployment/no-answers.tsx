// Which of the chosen files are no answers of Azure, and what of Azure was not read.
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { noAnswersLines } from "../../text/deployment.ts";

/** All else was read. */
export const NoAnswers = ({ deployment }: { readonly deployment: DeploymentView }) => (
  <div role="status">
    {noAnswersLines(deployment).map((line) => (
      <p key={line}>
        <strong>{line}</strong>
      </p>
    ))}
  </div>
);
