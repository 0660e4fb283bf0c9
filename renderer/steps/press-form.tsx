// A step that needs only its media and one press.
import type { ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { MainAction, NothingToPress } from "../parts/main-action.tsx";
import type { StepProps } from "./step-row.ts";
import { ask, perform } from "../stores/action.ts";
import { say } from "../text/say.ts";
import { ConsentList } from "./consent-list.tsx";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { AskedAs } from "./asked-as.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import styles from "./step.module.css";
import { StorageWay } from "./storage-way.tsx";

/** What happens, the required media, one button. */
export function PressForm({ step, children }: StepProps & { readonly children?: ReactNode }) {
  return (
    <StepFrame step={step} press={step.traits.hears == null ? <Press step={step} /> : null}>
      <Lead step={step} />
      {children}
      <AskedAs step={step} />
      <StorageWay step={step} />
      <NeededMedia view={step.view} />
      <ConsentList step={step} />
      {step.traits.hears == null ? null : <ShowWords />}
    </StepFrame>
  );
}

interface PressProps extends StepProps {
  /** What is in the way; null if nothing is. */
  readonly trouble?: string | null;
}

/** The button of a step that needs nothing from people but its media. */
export function Press({ step, trouble = mediaTrouble(step.view.media) }: PressProps) {
  return (
    <MainAction
      label={step.words.button}
      autoFocus
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => void perform(step)}
    />
  );
}

/** The words appear by themselves; if they do not, this looks again. */
function ShowWords() {
  return (
    <div className={styles["more"]}>
      <NothingToPress>{say("hearing.notHere")}</NothingToPress>
      <Button kind="second" small onPress={() => void ask("look", {})}>
        {say("hearing.show")}
      </Button>
    </div>
  );
}
