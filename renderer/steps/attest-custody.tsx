// The assessment of the custody; before it, what cards of the HSM attest of its keys, if people brought that.
import { Choice } from "../parts/choice.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { perform } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { say } from "../text/say.ts";
import { Lead, StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./step-row.ts";
import shared from "./step.module.css";

/** The answers are chosen in the system's own dialog, once the button is pressed. */
export function AttestCustodyForm({ step }: StepProps) {
  const draft = useDraft(step.id);
  const isBrought = draft.text("keys") === "brought";
  const input = isBrought ? { keys: "brought" as const } : {};
  const press = (
    <MainAction
      label={step.words.button}
      autoFocus
      onPress={() => void perform<"attest-custody">(step, input)}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      <div className={shared["asked"]}>
        <Choice
          label={say("custody-check.attestations.label")}
          value={isBrought ? "brought" : "none"}
          onChange={(value) => draft.write("keys", value)}
          options={[
            { value: "none", label: say("custody-check.attestations.none") },
            { value: "brought", label: say("custody-check.attestations.brought") },
          ]}
        />
        {isBrought ? <p>{say("custody-check.attestations.how")}</p> : null}
      </div>
    </StepFrame>
  );
}
