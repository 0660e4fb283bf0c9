// An officer's part of the attestation: its file, and the words on its paper where there is one.
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { useDraft } from "../../../stores/draft.ts";
import { PART } from "../../../text/custody-check.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";

/** The form. */
export function PartForm({ scene }: { readonly scene: Scene }) {
  const { room, stop: { id, kind } } = scene;
  const [heard, setHeard] = useDraft(`part.${id}`);
  const take = async () => {
    if (await ask("part", { step: id, heard: heard.trim() })) setHeard("");
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        <p>{room.partHere ? PART.here : PART.elsewhere}</p>
        <div className={shared["more"]}>
          <Field
            label={PART.heard} hint={PART.heardHint} value={heard} onChange={setHeard} lines={2}
            maxLength={400} autoFocus
          />
        </div>
      </Section>
      <RecordPart scene={scene} />
      <MainAction label={STEPS[kind].button} onPress={() => { void take(); }} />
    </>
  );
}
