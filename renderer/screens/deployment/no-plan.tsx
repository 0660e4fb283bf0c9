// What a plan is, and the ways to one.
import { useState } from "react";
import type { DeploymentView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Field, goToNextField } from "../../parts/field.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import { Told, useOutcome } from "../../parts/told.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { useDraft } from "../../stores/draft.ts";
import { say } from "../../text/say.ts";
import { NewPlan } from "./new-plan.tsx";
import { NoAnswers } from "./no-answers.tsx";
import shared from "./deployment.module.css";
import styles from "./plan.module.css";

const NAME_MAX = 40;
type Way = "new" | "existing";

interface NoPlanProps {
  readonly deployment: DeploymentView;
}

/** Opened without a plan: what one is, and three offers; a person who has one chooses it. */
export function NoPlan({ deployment }: NoPlanProps) {
  const [way, setWay] = useState<Way | null>(null);
  return (
    <>
      <h1>{say("deployment.plan.title")}</h1>
      <p className={shared["lead"]}>{say("deployment.plan.what")}</p>
      <p className={shared["quiet-lead"]}>{say("deployment.plan.lead")}</p>
      <Offers deployment={deployment} way={way} onWay={setWay} />
      {way === null ? (
        <MainAction
          label={say("deployment.plan.choose")}
          onPress={() => void act({ act: "check", from: "file" })}
        />
      ) : null}
    </>
  );
}

/** The same below a plan, whose own next step is in the foot. */
export function OtherPlans({ deployment }: NoPlanProps) {
  const [way, setWay] = useState<Way | null>(null);
  return <Offers deployment={deployment} way={way} onWay={setWay} isBelow />;
}

interface OffersProps extends NoPlanProps {
  readonly way: Way | null;
  readonly onWay: (way: Way) => void;
  readonly isBelow?: boolean;
}

function Offers({ deployment, way, onWay, isBelow = false }: OffersProps) {
  const { pending } = useAction();
  const offers = [
    {
      title: say("plan-new.title"),
      lead: say("plan-new.lead"),
      label: say("plan-new.open"),
      onPress: () => onWay("new"),
    },
    {
      title: say("deployment.plan.existing"),
      lead: say("deployment.plan.existingOffer"),
      label: say("deployment.plan.existingOpen"),
      onPress: () => onWay("existing"),
    },
    {
      title: say("deployment.plan.sampleTitle"),
      lead: say("deployment.plan.sampleLead"),
      label: say("deployment.plan.sample"),
      onPress: () => void act({ act: "check", from: "sample" }),
    },
  ];
  return (
    <>
      <ul className={styles["offers"]}>
        {offers.map(({ title, lead, label, onPress }) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{lead}</p>
            <Button kind="second" small isBusy={pending !== null} onPress={onPress}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
      {way === "new" ? <NewPlan questions={deployment.questions} isBelow={isBelow} /> : null}
      {way === "existing" ? <Existing deployment={deployment} /> : null}
    </>
  );
}

/** The plan of what exists, saved as a file. */
function Existing({ deployment }: NoPlanProps) {
  const { pending } = useAction();
  const draft = useDraft("deployment-existing");
  const { outcome, run } = useOutcome();
  const [name, hsm] = [draft.text("name"), draft.text("hsm")];
  const subscription = draft.text("subscription");
  const isNamed = name.trim() !== "" && hsm.trim() !== "";
  const save = (request: Parameters<typeof act>[0]) =>
    run(async () => ((await act(request)) ? say("deployment.plan.existingSaved") : ""));
  return (
    <section aria-label={say("deployment.plan.existing")}>
      <p className={shared["quiet-lead"]}>{say("deployment.plan.existingLead")}</p>
      <div className={styles["adopt"]} onKeyDownCapture={goToNextField}>
        <Field
          label={say("deployment.plan.existingName")}
          value={name}
          onChange={(text) => draft.write("name", text)}
          maxLength={NAME_MAX}
          autoFocus
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
          onPress={() => save({ act: "existing", name, hsm })}>
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
          onPress={() => save({ act: "read-existing", name, hsm, subscription })}>
          {say("deployment.plan.existingReadPress")}
        </Button>
        <Told outcome={outcome} />
        <NoAnswers deployment={deployment} />
      </div>
    </section>
  );
}
