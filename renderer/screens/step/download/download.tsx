// The call that cannot be taken back: two people decide, and only then the button is ready.
import { useState } from "react";
import { Check } from "../../../parts/check.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { mediaTrouble, NeededMedia } from "../needed-media.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import { AskedAs } from "../sign-in/asked-as.tsx";
import shared from "../step.module.css";
import { LostAnswer } from "./lost-answer.tsx";

/** The step that activates the HSM. */
export function Download({ scene }: { readonly scene: Scene }) {
  const { stop, room } = scene;
  const [decided, setDecided] = useState(false);
  const trouble = decided ? mediaTrouble(room.media) : STEP.decideFirst;
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["warning"]}>{STEPS[stop.kind].happens}</p>
        <div className={shared["decide"]}>
          <Check isSelected={decided} onChange={setDecided} autoFocus>{STEP.decide}</Check>
        </div>
        <AskedAs scene={scene} />
        <NeededMedia media={room.media} />
        <LostAnswer scene={scene} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[stop.kind].button} ready={trouble === null} why={trouble ?? undefined}
        onPress={() => { void ask("act", { step: stop.id }); }}
      />
    </>
  );
}
