// Several ways to continue: exactly one is marked, and the script continues there.
import { useState } from "react";
import { Choice } from "../parts/choice.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { perform } from "../stores/action.ts";
import { choiceLabel } from "../text/choose.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

/** The choice, for the person who confirms it. */
export function Chosen({ step: { view, choices } }: StepProps) {
  const line = view.ceremony?.ledger.findLast(({ type }) => type === "chosen");
  const goTo = line?.type === "chosen" ? line.facts.goTo : "";
  const chosen = choices.find((one) => one.goTo === goTo);
  return chosen === undefined ? null : (
    <p className={shared["warning"]}>{choiceLabel(chosen.when)}</p>
  );
}

/** The choices, and one button. Nothing is preselected. */
export function ChooseForm({ step }: StepProps) {
  const [goTo, setGoTo] = useState("");
  const press = (
    <MainAction
      label={step.words.button}
      ready={goTo !== ""}
      why={say("choose.none")}
      onPress={() => void perform<"choose">(step, { goTo })}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      <Choice
        label={say("choose.label")}
        value={goTo}
        onChange={setGoTo}
        below
        options={step.choices.map((one) => ({ value: one.goTo, label: choiceLabel(one.when) }))}
      />
    </StepFrame>
  );
}
