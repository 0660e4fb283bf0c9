// The call that cannot be undone: two people decide, and only then the button is ready.
import { useState } from "react";
import { Check } from "../parts/check.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { LostAnswer } from "../screens/step/lost-answer.tsx";
import { mediaTrouble, NeededMedia } from "../screens/step/needed-media.tsx";
import { FoundAfter } from "../screens/step/preflight/found.tsx";
import { AskedAs } from "../screens/step/sign-in/asked-as.tsx";
import { StepFrame } from "../screens/step/step-frame.tsx";
import shared from "../screens/step/step.module.css";
import { perform } from "../stores/action.ts";
import { STEP } from "../text/step-frame.ts";
import type { StepProps, StepRow } from "./step-row.ts";

export const downloadDomain: StepRow = {
  short: "Activate the HSM",
  long: "Activate and keep the domain",
  preflight: true,
  Form,
  Confirm: FoundAfter,
  words: {
    verb: "Decide, then press",
    detail: "together with the witness",
    happens: "This activates the HSM for these officers’ certificates. It cannot be undone.",
    button: "Activate the HSM",
    recorded: "when the call began, the answer’s size and SHA-256, both media, the result",
    never: "what is inside the security domain",
    power: "start the laptop and run this step again. It looks for the answer on both media first.",
  },
};

function Form({ step }: StepProps) {
  const { media } = step.view;
  const [decided, setDecided] = useState(false);
  const trouble = decided ? mediaTrouble(media) : STEP.decideFirst;
  const press = (
    <MainAction
      label={step.words.button}
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => {
        void perform(step);
      }}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <p className={shared["warning"]}>{step.words.happens}</p>
      <div className={shared["decide"]}>
        <Check isSelected={decided} onChange={setDecided} autoFocus>
          {STEP.decide}
        </Check>
      </div>
      <AskedAs step={step} />
      <NeededMedia media={media} />
      <LostAnswer step={step} />
    </StepFrame>
  );
}
