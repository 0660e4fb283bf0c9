// One step: what to know, who acknowledges it, and what is run, waited for and proven.
import type { ReactNode } from "react";
import type { StepView, WaitView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Told } from "../../parts/told.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { useDraft } from "../../stores/draft.ts";
import { useNow } from "../../stores/now.ts";
import { doneByLine, isWaited, stepTitle, waited, waitLine } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { Commands, type Shell } from "./commands.tsx";
import { By, Two } from "./people.tsx";
import { Proof } from "./proof.tsx";
import { Says } from "./says.tsx";
import { useSave } from "./use-save.ts";
import shared from "../../design/shared.module.css";
import styles from "./step.module.css";

interface StepProps {
  readonly runbook: string;
  readonly step: StepView;
  /** Something blocks the runbook, and nobody has decided to start anyway. */
  readonly isBlocked: boolean;
  readonly isRehearsal: boolean;
  /** The runbook's texts, below the step's title. */
  readonly children: ReactNode;
}

export function Step({ runbook, step, isBlocked, isRehearsal, children }: StepProps) {
  const at = { runbook, step: step.n };
  const isNow = step.state === "now" && !isBlocked;
  const isAcknowledged = step.twoPeople === null || step.acknowledged !== null;
  const draft = useDraft("deployment-shell");
  const shell: Shell = draft.text("shell", "bash") === "powershell" ? "powershell" : "bash";
  const hasLines = step.commands.length > 0 || step.proofs.some(({ reads }) => reads.length > 0);
  return (
    <>
      <h1>{stepTitle(step)}</h1>
      {children}
      <Part title={say("deployment.step.know")}>
        <Facts step={step} />
      </Part>
      {step.twoPeople === null ? null : (
        <Part title={say("deployment.step.acknowledge")}>
          <p>
            <strong>
              <Says value={step.twoPeople} />
            </strong>
          </p>
          {step.acknowledged !== null ? (
            <p>{doneByLine("acknowledged", step.acknowledged)}</p>
          ) : isNow ? (
            <>
              <p>{say("deployment.step.acknowledgeLead")}</p>
              <Two
                form={`deployment-acknowledge-${runbook}-${step.n}`}
                label={say("deployment.step.acknowledged")}
                onPress={(by) => act({ act: "acknowledge", ...at, by })}
              />
            </>
          ) : null}
        </Part>
      )}
      {hasLines ? (
        <div className={styles["shell"]}>
          <Choice
            label={say("deployment.step.shell")}
            value={shell}
            onChange={(value) => draft.write("shell", value)}
            options={(["bash", "powershell"] as const).map((value) => ({
              value,
              label: say(`deployment.step.shells.${value}`),
            }))}
          />
        </div>
      ) : null}
      {step.commands.length === 0 ? null : (
        <Run at={at} step={step} shell={shell} isOpen={isNow && isAcknowledged} />
      )}
      {step.forbidden.length === 0 ? null : (
        <Part title={say("deployment.step.do")}>
          <p>{say("deployment.step.forbidden")}</p>
          <ul className={styles["notes"]}>
            {step.forbidden.map((code, n) => (
              <li key={n}>
                <code>{code}</code> {say(`findings.${code}`)} {say(`findings.${code}.next`)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Refused messages={isNow ? step.messages : []} />
      {step.ceremony === null ? null : (
        <Part title={say("deployment.step.ceremony")}>
          <p>{say("deployment.step.ceremonyLead")}</p>
          {step.ceremony.linked !== null ? (
            <p className={styles["digest"]}>
              {doneByLine("linked", step.ceremony.linked)} <code>{step.ceremony.linked.head}</code>
              <br />
              {say(`deployment.step.unvouched.${step.ceremony.linked.unvouched}`)}
            </p>
          ) : isNow && isAcknowledged ? (
            <By
              label={say("deployment.step.link")}
              onPress={(by) => void act({ act: "link", ...at, by })}
            />
          ) : null}
        </Part>
      )}
      {step.wait === null ? null : (
        <Wait at={at} wait={step.wait} isOpen={isNow && isAcknowledged} />
      )}
      {step.proofs.map((proof) => (
        <Part key={proof.check} title={say("deployment.step.prove")}>
          <Proof
            at={at}
            proof={proof}
            shell={shell}
            isOpen={isNow && isAcknowledged}
            isRehearsal={isRehearsal}
          />
        </Part>
      ))}
      <Finish at={at} step={step} isBlocked={isBlocked} />
      {isRehearsal && step.done === null ? <Simulate at={at} isNext={isNow} /> : null}
    </>
  );
}

/** Azure's messages when a command fails, to look up. */
function Refused({ messages }: Pick<StepView, "messages">) {
  if (messages.length === 0) return null;
  return (
    <Part title={say("deployment.step.refused")}>
      <details>
        <summary>{say("deployment.step.messages")}</summary>
        <dl className={styles["messages"]} lang="en">
          {messages.map(({ text, means }) => (
            <div key={text}>
              <dt>
                <code>{text}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Part>
  );
}

interface At {
  readonly runbook: string;
  readonly step: number;
}

/** A part of the step, its name in the margin. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles["part"]}>
      <h2>{title}</h2>
      <div className={styles["content"]}>{children}</div>
    </section>
  );
}

function Facts({ step }: { readonly step: StepView }) {
  const { changes, undo, cost, takes, role, notes } = step;
  return (
    <>
      <dl className={`${shared["tight"]} ${styles["facts"]}`}>
        {(
          [
            [say("deployment.step.changes"), changes],
            [say("deployment.step.undo"), undo],
            [say("deployment.step.cost"), cost],
            [say("deployment.step.takes"), takes],
            [say("deployment.step.role"), role],
          ] as const
        ).map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Says value={says} />
            </dd>
          </div>
        ))}
      </dl>
      {notes.length === 0 ? null : (
        <ul className={styles["notes"]}>
          {notes.map((note, n) => (
            <li key={n}>
              <Says value={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface RunProps {
  readonly at: At;
  readonly step: StepView;
  readonly shell: Shell;
  readonly isOpen: boolean;
}

function Run({ at, step, shell, isOpen }: RunProps) {
  const { equal, commands, files, ran } = step;
  const { pending } = useAction();
  const { outcome, save } = useSave();
  const mine = equal.filter((line) => line[shell] !== null);
  return (
    <Part title={say("deployment.step.do")}>
      {files.length === 0 ? null : (
        <div className={styles["files"]}>
          <Button kind="second" small isBusy={pending !== null} onPress={() => save("files")}>
            {say("deployment.step.files")}
          </Button>
          <Told outcome={outcome} />
        </div>
      )}
      {mine.length === 0 ? null : (
        <>
          <p>{say("deployment.step.equal")}</p>
          <Commands at={at} check="" first={0} lines={mine} shell={shell} />
        </>
      )}
      <p>{say("deployment.step.run")}</p>
      <Commands at={at} check="" first={equal.length} lines={commands} shell={shell} />
      {ran === null ? null : <p>{doneByLine("ran", ran)}</p>}
      {isOpen ? (
        <By
          kind={ran === null ? "main" : "second"}
          label={ran === null ? say("deployment.step.ran") : say("deployment.step.ranAgain")}
          onPress={(by) => void act({ act: "run", ...at, by, shell })}
        />
      ) : null}
    </Part>
  );
}

interface WaitProps {
  readonly at: At;
  readonly wait: WaitView;
  readonly isOpen: boolean;
}

function Wait({ at, wait, isOpen }: WaitProps) {
  const now = useNow(1000);
  return (
    <Part title={say("deployment.step.wait")}>
      <p>
        <Says value={wait.says} />
      </p>
      <p>{waitLine(wait, now)}</p>
      {wait.until === null || wait.over !== null ? null : (
        <progress
          className={styles["progress"]}
          aria-label={say("deployment.step.wait")}
          value={waited(wait, now)}
        />
      )}
      {isOpen && wait.over === null && wait.hasBegun ? (
        <By
          label={say("deployment.step.waitOver")}
          isDisabled={!isWaited(wait, now)}
          onPress={(by) => void act({ act: "wait", ...at, by })}
        />
      ) : null}
    </Part>
  );
}

function Simulate({ at, isNext }: { readonly at: At; readonly isNext: boolean }) {
  const { pending } = useAction();
  return (
    <Part title={say("deployment.simulate.title")}>
      <p>{say("deployment.simulate.lead")}</p>
      <div>
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          onPress={() => void act({ act: "play", ...at })}>
          {isNext ? say("deployment.simulate.step") : say("deployment.simulate.toHere")}
        </Button>
      </div>
    </Part>
  );
}

interface FinishProps {
  readonly at: At;
  readonly step: StepView;
  readonly isBlocked: boolean;
}

function Finish({ at, step, isBlocked }: FinishProps) {
  const { done, state, missing, simulated } = step;
  return (
    <Part title={say("deployment.step.finish")}>
      {simulated === null ? null : <p>{doneByLine("simulated", simulated)}</p>}
      {done !== null ? (
        <p>{doneByLine("done", done)}</p>
      ) : isBlocked ? (
        <p>{say("deployment.step.blocked")}</p>
      ) : state === "later" ? (
        <p>{say("deployment.step.later")}</p>
      ) : missing.length > 0 ? (
        <ul className={styles["missing"]}>
          {missing.map((one) => (
            <li key={said(one)}>{said(one)}</li>
          ))}
        </ul>
      ) : (
        <By
          label={say("deployment.step.done")}
          onPress={(by) => void act({ act: "done", ...at, by })}
        />
      )}
    </Part>
  );
}
