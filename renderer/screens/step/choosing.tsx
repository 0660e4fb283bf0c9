// One of several ways to go on: exactly one is marked, and the script goes on where it leads.
import { useState } from "react";
import { Choice } from "../../parts/choice.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import { Say } from "../../parts/say.tsx";
import { Section } from "../../parts/section.tsx";
import { ask } from "../../stores/action.ts";
import { CHOOSE, choiceLabel } from "../../text/choose.ts";
import { STEP } from "../../text/step-frame.ts";
import { STEPS } from "../../text/steps.ts";
import { RecordPart } from "./record-part.tsx";
import type { Scene } from "./scene.ts";
import styles from "./step.module.css";

/** The choices, and one button. Nothing is marked beforehand. */
export function Choosing({ scene }: { readonly scene: Scene }) {
  const { stop, choices } = scene;
  const [goTo, setGoTo] = useState("");
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={styles["lead"]}>{STEPS[stop.kind].happens}</p>
        <Choice
          label={CHOOSE.label} value={goTo} onChange={setGoTo} below
          options={choices.map(({ when, goTo: value }) => ({ value, label: choiceLabel(when) }))}
        />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[stop.kind].button} ready={goTo !== ""} why={CHOOSE.none}
        onPress={() => { void ask("choose", { step: stop.id, goTo }); }}
      />
    </>
  );
}
