// A call that is made once: its purpose is read back, and two people decide before it is ready.
import { useState, type ReactNode } from "react";
import { Check } from "../parts/check.tsx";
import { MainAction } from "../parts/main-action.tsx";
import type { StepProps } from "./step-row.ts";
import { perform } from "../stores/action.ts";
import { say } from "../text/say.ts";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { ReadBack } from "./read-back.tsx";
import { AskedAs } from "./asked-as.tsx";
import { StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";

interface DecideFormProps extends StepProps {
  /** The parameters of the call, each with its name. */
  readonly rows: readonly (readonly [string, string])[];
  /** Above the parameters. */
  readonly lead: ReactNode;
  /** Below the media. */
  readonly children?: ReactNode;
}

/** What the HSM is asked to do, and the ticks of the two who decide. */
export function DecideForm({ step, rows, lead, children }: DecideFormProps) {
  const { media } = step.view;
  const [decided, setDecided] = useState(false);
  const trouble = decided ? mediaTrouble(media) : say("step-frame.step.decideFirst");
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
      {lead}
      <ReadBack rows={rows} />
      <div className={shared["decide"]}>
        <Check isSelected={decided} onChange={setDecided} autoFocus>
          {say("step-frame.step.decide")}
        </Check>
      </div>
      <AskedAs step={step} />
      <NeededMedia view={step.view} />
      {children}
    </StepFrame>
  );
}
