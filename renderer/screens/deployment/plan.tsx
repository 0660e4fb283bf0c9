// The plan: its findings and its cost.
import type {
  DeploymentView,
  FindingView,
  PlanView,
} from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Field, goToNextField } from "../../parts/field.tsx";
import table from "../../parts/table.module.css";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { useDraft } from "../../stores/draft.ts";
import {
  concernsLine,
  countLine,
  doneByLine,
  editionLine,
  memberLine,
} from "../../text/deployment.ts";
import { say } from "../../text/say.ts";
import { NoAnswers } from "./no-answers.tsx";
import { NewPlan } from "./new-plan.tsx";
import { By } from "./people.tsx";
import shared from "./deployment.module.css";
import styles from "./plan.module.css";

const NAME_MAX = 40;

/** The plan checked last, otherwise the adopted one. */
export function PlanPart({ deployment }: { readonly deployment: DeploymentView }) {
  const { pending } = useAction();
  const { draft } = deployment;
  const plan = draft ?? deployment.plan;
  const check = (from: "file" | "sample") => void act({ act: "check", from });
  return (
    <>
      <h1>{say("deployment.plan.title")}</h1>
      <p className={shared["quiet-lead"]}>{say("deployment.plan.lead")}</p>
      <div className={styles["choose"]}>
        <Button
          kind={plan === null ? "main" : "second"}
          small
          isBusy={pending !== null}
          onPress={() => check("file")}>
          {say("deployment.plan.choose")}
        </Button>
        <Button kind="second" small isBusy={pending !== null} onPress={() => check("sample")}>
          {say("deployment.plan.sample")}
        </Button>
      </div>
      {plan === null ? null : <Plan plan={plan} isDraft={draft !== null} />}
      <NewPlan questions={deployment.questions} />
      <Existing deployment={deployment} />
    </>
  );
}

/** The plan of what exists, saved as a file. */
function Existing({ deployment }: { readonly deployment: DeploymentView }) {
  const { pending } = useAction();
  const draft = useDraft("deployment-existing");
  const [name, hsm] = [draft.text("name"), draft.text("hsm")];
  const subscription = draft.text("subscription");
  const isNamed = name.trim() !== "" && hsm.trim() !== "";
  return (
    <>
      <h2 className={styles["heading"]}>{say("deployment.plan.existing")}</h2>
      <p className={shared["quiet-lead"]}>{say("deployment.plan.existingLead")}</p>
      <div className={styles["adopt"]} onKeyDownCapture={goToNextField}>
        <Field
          label={say("deployment.plan.existingName")}
          value={name}
          onChange={(text) => draft.write("name", text)}
          maxLength={NAME_MAX}
        />
        <Field
          label={say("deployment.plan.existingHsm")}
          value={hsm}
          onChange={(text) => draft.write("hsm", text)}
          maxLength={NAME_MAX}
        />
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          isDisabled={!isNamed}
          onPress={() => void act({ act: "existing", name, hsm })}>
          {say("deployment.plan.existingPress")}
        </Button>
        <p>{say("deployment.plan.existingRead")}</p>
        <Field
          label={say("deployment.plan.existingSubscription")}
          value={subscription}
          onChange={(text) => draft.write("subscription", text)}
          maxLength={NAME_MAX}
        />
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          isDisabled={!isNamed || subscription.trim() === ""}
          onPress={() => void act({ act: "read-existing", name, hsm, subscription })}>
          {say("deployment.plan.existingReadPress")}
        </Button>
        <NoAnswers deployment={deployment} />
      </div>
    </>
  );
}

function Plan({ plan, isDraft }: { readonly plan: PlanView; readonly isDraft: boolean }) {
  const { pending } = useAction();
  return (
    <>
      <section className={styles["head"]} aria-label={plan.title}>
        <h2>{plan.title}</h2>
        <p>{countLine(plan)}</p>
        <p className={styles["digest"]}>
          SHA-256 <code>{plan.sha256}</code>
        </p>
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          onPress={() => void act({ act: "compare" })}>
          {say("deployment.plan.compare")}
        </Button>
        {plan.adopted === null ? null : <p>{doneByLine("adopted", plan.adopted)}</p>}
        {isDraft ? (
          <div className={styles["adopt"]}>
            <p>
              <strong>{say("deployment.plan.draft")}</strong> {say("deployment.plan.adoptLead")}
            </p>
            <By
              label={say("deployment.plan.adopt")}
              onPress={(by) => void act({ act: "adopt", by })}
            />
          </div>
        ) : null}
      </section>
      <Open open={plan.open} />
      <h2 className={styles["heading"]}>{say("deployment.plan.findings")}</h2>
      {plan.findings.length === 0 ? <p>{say("deployment.plan.none")}</p> : null}
      <ul className={styles["findings"]}>
        {plan.findings.map((finding) => (
          <Finding key={finding.code} finding={finding} />
        ))}
      </ul>
      <Cost plan={plan} />
    </>
  );
}

/** What only the company can answer. */
function Open({ open }: Pick<PlanView, "open">) {
  if (open.length === 0) return null;
  return (
    <>
      <h2 className={styles["heading"]}>{say("plan-new.stillOpen")}</h2>
      <ul className={styles["lines"]}>
        {open.map(({ id, text, owner }) => (
          <li key={id}>
            <strong>{id}</strong> <span lang="en">{text}</span> {say("plan-new.owner", { owner })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Finding({ finding }: { readonly finding: FindingView }) {
  const { code, severity, says, next, source, members } = finding;
  return (
    <li>
      <span className={`${styles["severity"]} ${styles[severity]}`}>
        {say(`deployment.severities.${severity}`)}
      </span>
      <div>
        <h3>
          <span lang="en">{says}</span> <code>{code}</code>
        </h3>
        <dl className={styles["facts"]}>
          <dt>{say("deployment.plan.next")}</dt>
          <dd lang="en">{next}</dd>
          <dt>{say("deployment.plan.at")}</dt>
          <dd>
            {members.map((member) => (
              <p key={member.path}>{memberLine(member)}</p>
            ))}
          </dd>
          <dt>{say("deployment.plan.concerns")}</dt>
          <dd>{concernsLine(finding)}</dd>
          <dt>{say("deployment.plan.source")}</dt>
          <dd>
            <span lang="en">{source.title}</span>
            {editionLine(source)}
            {source.url === null ? null : <code className={styles["url"]}>{source.url}</code>}
          </dd>
        </dl>
      </div>
    </li>
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
