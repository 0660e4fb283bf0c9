// The decision to download again after an answer was lost. Folded: it is rarely needed.
import { useState } from "react";
import { Button as Trigger, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { Button, WaitingButton } from "../parts/button.tsx";
import { areEnough, Deciders } from "../parts/deciders.tsx";
import { Icon } from "../parts/icon.tsx";
import type { StepProps } from "./step-row.ts";
import { perform, useAction } from "../stores/action.ts";
import { peopleOf } from "../stores/people.ts";
import { say } from "../text/say.ts";
import styles from "./lost-answer.module.css";

/** "The answer was lost?" */
export function LostAnswer({ step }: StepProps) {
  const [decidedBy, setDecidedBy] = useState<readonly string[]>([]);
  const { pending } = useAction();
  return (
    <Disclosure className={styles["lost"] ?? ""}>
      <Heading level={3}>
        <Trigger slot="trigger" className={styles["trigger"] ?? ""}>
          <Icon name="right" />
          {say("step-frame.step.lost")}
        </Trigger>
      </Heading>
      <DisclosurePanel className={styles["panel"] ?? ""}>
        <p>{say("step-frame.step.lostHow")}</p>
        <Deciders people={peopleOf(step.view)} decidedBy={decidedBy} onChange={setDecidedBy} />
        {areEnough(decidedBy) ? (
          <Button
            kind="second"
            small
            isBusy={pending !== null}
            onPress={() => void perform<"download-domain">(step, { againDecidedBy: decidedBy })}>
            {say("step-frame.step.again")}
          </Button>
        ) : (
          <WaitingButton small reason={say("step-frame.step.againNeeds")}>
            {say("step-frame.step.again")}
          </WaitingButton>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
