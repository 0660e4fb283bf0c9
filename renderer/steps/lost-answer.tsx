// The decision to download again after an answer was lost. Folded: it is rarely needed.
import { useState } from "react";
import { Button, WaitingButton } from "../parts/button.tsx";
import { areEnough, Deciders } from "../parts/deciders.tsx";
import { Folded } from "../parts/folded.tsx";
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
    <div className={styles["lost"]}>
      <Folded title={say("step-frame.step.lost")}>
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
      </Folded>
    </div>
  );
}
