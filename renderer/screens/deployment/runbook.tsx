// One runbook: what blocks it, and the selected step.
import type { BlockView, RunbookView } from "../../../electron/bridge/deployment-views.ts";
import { act } from "../../stores/deployment.ts";
import { againLine, despiteLines, openBlocks } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { shownStep } from "./shown-step.ts";
import { Two } from "./people.tsx";
import { Says } from "./says.tsx";
import styles from "./runbook.module.css";
import { Step } from "./step.tsx";

interface RunbookProps {
  readonly runbook: RunbookView;
  /** The selected step; 0 for the current one. */
  readonly step: number;
  readonly isRehearsal: boolean;
}

export function Runbook({ runbook, step, isRehearsal }: RunbookProps) {
  const { name, title, purpose, order, state, blocks, steps } = runbook;
  const shown = steps.find(({ n }) => n === shownStep(runbook, step));
  return (
    <>
      <p className={styles["over"]}>
        {said(title)}: {say(`deployment.states.${state}`)}
      </p>
      {shown === undefined ? null : (
        <Step
          key={`${name} ${shown.n}`}
          runbook={name}
          step={shown}
          isRehearsal={isRehearsal}
          isBlocked={openBlocks(blocks).length > 0}>
          <p className={styles["purpose"]}>
            {said(purpose)} {order === null ? "" : said(order)} {againLine(runbook)}
          </p>
          {blocks.length === 0 ? null : <Blocks runbook={name} blocks={blocks} />}
        </Step>
      )}
      {runbook.finished === null ? null : <Rerun runbook={name} />}
    </>
  );
}

/** A finished runbook can be run once more. */
function Rerun({ runbook }: { readonly runbook: string }) {
  return (
    <section className={styles["blocks"]} aria-label={say("deployment.rerun.title")}>
      <h2>{say("deployment.rerun.title")}</h2>
      <div className={styles["decide"]}>
        <p>{say("deployment.rerun.lead")}</p>
        <Two
          form={`deployment-rerun-${runbook}`}
          label={say("deployment.rerun.press")}
          reason={say("deployment.rerun.reason")}
          onPress={(by, reason) => act({ act: "rerun", runbook, by, reason })}
        />
      </div>
    </section>
  );
}

function Blocks({
  runbook,
  blocks,
}: {
  readonly runbook: string;
  readonly blocks: readonly BlockView[];
}) {
  const open = openBlocks(blocks);
  return (
    <section className={styles["blocks"]} aria-label={say("deployment.blocks.title")}>
      {open.length === 0 ? null : <h2>{say("deployment.blocks.title")}</h2>}
      <ul>
        {open.map((block) => (
          <li key={block.id}>
            <span className={styles["kind"]}>{say(`deployment.blocks.kinds.${block.kind}`)}</span>
            <div>
              <p>
                <strong>{block.id}</strong> <Says value={block.says} />
              </p>
              {block.owner === "" ? null : (
                <p className={styles["owner"]}>
                  {say("deployment.blocks.owner")}: {block.owner}.
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {despiteLines(blocks).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {open.length === 0 ? null : (
        <div className={styles["decide"]}>
          <h3>{say("deployment.blocks.decideTitle")}</h3>
          <p>{say("deployment.blocks.decideLead")}</p>
          <Two
            form={`deployment-decide-${runbook}`}
            label={say("deployment.blocks.decide")}
            reason={say("deployment.blocks.reason")}
            onPress={(by, reason) =>
              act({ act: "decide", runbook, blocks: open.map(({ id }) => id), by, reason })
            }
          />
        </div>
      )}
    </section>
  );
}
