// The upload that can be sent once: what is sent where is read aloud, and two people decide.
import { useState } from "react";
import { Check } from "../parts/check.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { mediaTrouble, NeededMedia } from "../screens/step/needed-media.tsx";
import { ReadBack } from "../screens/step/read-back.tsx";
import { AskedAs } from "../screens/step/sign-in/asked-as.tsx";
import { Lead, StepFrame } from "../screens/step/step-frame.tsx";
import shared from "../screens/step/step.module.css";
import { perform } from "../stores/action.ts";
import { STEP } from "../text/step-frame.ts";
import type { StepProps } from "./step-row.ts";

export function UploadBlobForm({ step }: StepProps) {
  const { media, ceremony } = step.view;
  const [decided, setDecided] = useState(false);
  const trouble = decided ? mediaTrouble(media) : STEP.decideFirst;
  const made = ceremony?.ledger.findLast(({ type }) => type === "blob-made");
  const press = (
    <MainAction
      label={step.words.button}
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => void perform(step)}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      <ReadBack
        rows={[
          [STEP.toHsm, ceremony?.hsm ?? ""],
          [STEP.sent, STEP.blob(made?.type === "blob-made" ? made.facts.size : 0)],
          [STEP.often, STEP.once],
        ]}
      />
      <div className={shared["decide"]}>
        <Check isSelected={decided} onChange={setDecided} autoFocus>
          {STEP.decide}
        </Check>
      </div>
      <AskedAs step={step} />
      <NeededMedia media={media} />
    </StepFrame>
  );
}
