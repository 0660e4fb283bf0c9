// The call that cannot be undone: two people decide, and only then the button is ready.
import { useState } from "react";
import { Check } from "../parts/check.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { LostAnswer } from "../screens/step/lost-answer.tsx";
import { mediaTrouble, NeededMedia } from "../screens/step/needed-media.tsx";
import { ReadBack } from "../screens/step/read-back.tsx";
import { AskedAs } from "../screens/step/sign-in/asked-as.tsx";
import { StepFrame } from "../screens/step/step-frame.tsx";
import shared from "../screens/step/step.module.css";
import { perform } from "../stores/action.ts";
import { officerName, presentSeats } from "../stores/people.ts";
import { STEP } from "../text/step-frame.ts";
import type { StepProps } from "./step-row.ts";

export function DownloadDomainForm({ step }: StepProps) {
  const { media, ceremony } = step.view;
  const seats = presentSeats(step.view);
  const [decided, setDecided] = useState(false);
  const trouble = decided ? mediaTrouble(media) : STEP.decideFirst;
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
      <p className={shared["warning"]}>{step.words.happens}</p>
      <ReadBack
        rows={[
          [STEP.forHsm, ceremony?.hsm ?? ""],
          [STEP.forOfficers, seats.map((seat) => officerName(step.view, seat)).join(", ")],
          [STEP.opens, STEP.anyOf(step.quorum, seats.length)],
        ]}
      />
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
