// The exchange key's words were right; whether it is genuine is not proven: two officers decide.
import { useState } from "react";
import { Check } from "../../../parts/check.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { nameOf } from "../../../stores/people.ts";
import { officerTitle } from "../../../text/frame.ts";
import { HEARING } from "../../../text/hearing.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { RecordPart } from "../record-part.tsx";
import { presentSeats, type Scene } from "../scene.ts";
import { toggled } from "../toggled.ts";
import shared from "../step.module.css";

/** Which officers decide to go on. */
export function Decision({ scene }: { readonly scene: Scene }) {
  const { stop, room } = scene;
  const [deciders, setDeciders] = useState<readonly number[]>([]);
  return (
    <>
      <Section label={STEP.say}><Say text={HEARING.decideSay} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{HEARING.allHeard}</p>
        <h3 className={shared["heading"]}>{HEARING.decide}</h3>
        {presentSeats(scene).map((seat, index) => (
          <Check
            key={seat} isSelected={deciders.includes(seat)} autoFocus={index === 0}
            onChange={() => { setDeciders(toggled(deciders, seat)); }}
          >
            {`${officerTitle(seat)}, ${nameOf(room, `officer-${seat}`)}`}
          </Check>
        ))}
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[stop.kind].button} ready={deciders.length >= 2} why={HEARING.needTwo}
        onPress={() => {
          const decidedBy = deciders.map((seat) => `officer-${seat}`);
          void ask("heard", { step: stop.id, decidedBy });
        }}
      />
    </>
  );
}
