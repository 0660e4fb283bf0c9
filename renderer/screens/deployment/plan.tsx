// The plan: its questions, its findings and its cost.
import { useState } from "react";
import type { DeploymentView, PlanView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Folded } from "../../parts/folded.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import table from "../../parts/table.module.css";
import { Told, useOutcome } from "../../parts/told.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { countLine, doneByLine } from "../../text/deployment.ts";
import { say } from "../../text/say.ts";
import { Answers } from "./answers.tsx";
import { Change } from "./change.tsx";
import { enteredIn, useAnswers, type Entered } from "./entered-answers.ts";
import { Findings } from "./findings.tsx";
import { NoPlan, OtherPlans } from "./no-plan.tsx";
import { By } from "./people.tsx";
import shared from "./deployment.module.css";
import styles from "./plan.module.css";

interface PlanPartProps {
  readonly deployment: DeploymentView;
  /** Opens the runbooks, once a plan is adopted. */
  readonly onRunbooks: () => void;
}

/** The plan checked last, otherwise the adopted one. */
export function PlanPart({ deployment, onRunbooks }: PlanPartProps) {
  const plan = deployment.draft ?? deployment.plan;
  if (plan === null) return <NoPlan deployment={deployment} />;
  return <Plan deployment={deployment} plan={plan} onRunbooks={onRunbooks} />;
}

interface PlanProps extends PlanPartProps {
  readonly plan: PlanView;
}

function Plan({ deployment, plan, onRunbooks }: PlanProps) {
  const { change, draft: unadopted } = deployment;
  const draft = useAnswers(plan);
  const entered = enteredIn(draft, plan);
  const [isReviewed, setReviewed] = useState(false);
  const { outcome, run, forget } = useOutcome();
  const write = (file: string, name: string | null) =>
    run(async () => {
      if (!(await act({ act: "write", file }))) return "";
      draft.drop();
      setReviewed(false);
      return name === null
        ? say("deployment.record.saved")
        : say("plan-new.written", { file: name });
    });
  const review = async () => {
    forget();
    const answers = [...entered.answers];
    if (await act({ act: "answer", plan: plan.sha256, answers })) setReviewed(true);
  };
  if (isReviewed && change !== null)
    return (
      <>
        <h1>{say("deployment.plan.title")}</h1>
        <Change change={change} onBack={() => setReviewed(false)} />
        <Told outcome={outcome} />
        <MainAction
          label={change.file === null ? say("plan-new.saveNew") : say("plan-new.write")}
          onPress={() => write(change.sha256, change.file)}
        />
      </>
    );
  return (
    <>
      <h1>{say("deployment.plan.title")}</h1>
      <p className={shared["quiet-lead"]}>{say("deployment.plan.lead")}</p>
      <Head plan={plan} isDraft={unadopted !== null} entered={entered} />
      <Told outcome={outcome} />
      <Answers plan={plan} draft={draft} />
      <Findings findings={plan.findings} />
      <Cost plan={plan} />
      <div className={styles["others"]}>
        <Folded title={say("deployment.plan.others")}>
          <OtherPlans deployment={deployment} />
        </Folded>
      </div>
      {isEntered(entered) ? (
        <MainAction
          label={say("plan-new.review", { n: entered.answers.length + entered.incomplete.length })}
          ready={entered.incomplete.length === 0}
          why={say("plan-new.holdsFirst")}
          onPress={() => void review()}
        />
      ) : unadopted === null ? (
        <MainAction label={say("deployment.plan.runbooks")} onPress={onRunbooks} />
      ) : null}
    </>
  );
}

const isEntered = ({ answers, incomplete }: Entered): boolean =>
  answers.length + incomplete.length > 0;

interface HeadProps extends Pick<PlanProps, "plan"> {
  readonly isDraft: boolean;
  readonly entered: Entered;
}

/** Which plan it is; a checked one is adopted by name, unless answers are to be written first. */
function Head({ plan, isDraft, entered }: HeadProps) {
  const { pending } = useAction();
  const { outcome, run } = useOutcome();
  return (
    <section className={styles["head"]} aria-label={plan.title}>
      <h2>{plan.title}</h2>
      <p>{countLine(plan)}</p>
      <p className={styles["digest"]}>
        SHA-256 <code>{plan.sha256}</code>
      </p>
      <div className={styles["choose"]}>
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          onPress={() => void act({ act: "check", from: "file" })}>
          {say("deployment.plan.choose")}
        </Button>
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          onPress={() =>
            run(async () => ((await act({ act: "compare" })) ? say("deployment.record.saved") : ""))
          }>
          {say("deployment.plan.compare")}
        </Button>
      </div>
      <Told outcome={outcome} />
      {plan.adopted === null ? null : <p>{doneByLine("adopted", plan.adopted)}</p>}
      {isDraft && !isEntered(entered) ? (
        <div className={styles["adopt"]}>
          <p>
            <strong>{say("deployment.plan.draft")}</strong> {say("deployment.plan.adoptLead")}
          </p>
          <By
            label={say("deployment.plan.adopt")}
            isInFoot
            onPress={(by) => void act({ act: "adopt", by })}
          />
        </div>
      ) : null}
    </section>
  );
}

function Cost({ plan: { cost } }: { readonly plan: PlanView }) {
  return (
    <>
      <h2 className={styles["heading"]}>{say("deployment.plan.cost")}</h2>
      <table className={`${table["table"]} ${styles["cost"]}`}>
        <thead>
          <tr>
            <th scope="col">{say("deployment.plan.month")}</th>
            <th scope="col">{say("deployment.plan.regions")}</th>
            <th scope="col">{say("deployment.plan.pools")}</th>
            <th scope="col">{say("deployment.plan.total")}</th>
          </tr>
        </thead>
        <tbody>
          {cost.months.map(({ hours, regions, pools, total }) => (
            <tr key={`${hours} ${regions}`}>
              <th scope="row">{say("deployment.plan.hours", { hours })}</th>
              <td>{regions}</td>
              <td lang="en">{pools}</td>
              <td lang="en">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles["lines"]}>
        {cost.lines.map((line) => (
          <li key={line} lang="en">
            {line}
          </li>
        ))}
      </ul>
      <h3 className={styles["heading"]}>{say("deployment.plan.prices")}</h3>
      <ul className={styles["lines"]}>
        {cost.prices.map(({ price, sum, date, source, confirmed }) => (
          <li key={price}>
            <span lang="en">
              {price}: {sum}; {date}, {source}
            </span>
            ; {confirmed ? say("deployment.plan.confirmed") : say("deployment.plan.unconfirmed")}.
          </li>
        ))}
      </ul>
      <h3 className={styles["heading"]}>{say("deployment.plan.leftOut")}</h3>
      <ul className={styles["lines"]}>
        {cost.leftOut.map((one) => (
          <li key={one} lang="en">
            {one}.
          </li>
        ))}
      </ul>
    </>
  );
}
