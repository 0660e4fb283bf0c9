// Things of which there is no record: whence people say they come, then the app looks at the media.
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { useDraft } from "../../../stores/draft.ts";
import { FOUND } from "../../../text/renewal-steps.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { mediaTrouble, NeededMedia } from "../needed-media.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";

/** The form. */
export function FoundForm({ scene }: { readonly scene: Scene }) {
  const { room, stop: { id, kind } } = scene;
  const [origin, setOrigin] = useDraft(`found.${id}`);
  const trouble = mediaTrouble(room.media);
  const find = async () => {
    if (await ask("find", { step: id, origin: origin.trim() })) setOrigin("");
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        <NeededMedia media={room.media} />
        <div className={shared["more"]}>
          <Field
            label={FOUND.origin} value={origin} onChange={setOrigin} lines={2} maxLength={400}
            autoFocus
          />
        </div>
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button} ready={trouble === null && origin.trim() !== ""}
        why={trouble ?? FOUND.missing} onPress={() => { void find(); }}
      />
    </>
  );
}
