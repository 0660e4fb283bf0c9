// What is wrong with an officer's key: one of a few, a sentence, and who says so.
import { useState } from "react";
import { Choice } from "../../../parts/choice.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { useDraft } from "../../../stores/draft.ts";
import { TROUBLE } from "../../../text/custody-check.ts";
import { DECIDERS } from "../../../text/deciders.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deciders, useDeciders } from "../deciders.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";

/** The form. */
export function TroubleForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id, kind } } = scene;
  const [trouble, setTrouble] = useState("");
  const [happened, setHappened] = useDraft(`trouble.${id}`);
  const decidedBy = useDeciders(scene);
  const chosen = TROUBLE.options.find(({ value }) => value === trouble)?.value;
  const isSaid = chosen !== undefined && happened.trim() !== "";
  const report = async () => {
    if (chosen === undefined) return;
    const request = { step: id, trouble: chosen, happened: happened.trim() };
    if (await ask("trouble", { ...request, decidedBy: [...decidedBy] })) setHappened("");
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        <Choice
          label={TROUBLE.label} value={trouble} onChange={setTrouble} below
          options={TROUBLE.options}
        />
        <div className={shared["more"]}>
          <Field
            label={TROUBLE.happened} value={happened} onChange={setHappened} lines={2}
            maxLength={400}
          />
        </div>
        <div className={shared["more"]}><Deciders scene={scene} /></div>
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button} ready={isSaid && areEnough(decidedBy)}
        why={isSaid ? DECIDERS.missing : TROUBLE.missing}
        onPress={() => { void report(); }}
      />
    </>
  );
}
