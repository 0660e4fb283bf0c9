// The exchange key's words were right; who made it is not shown: two officers decide.
import { useState } from "react";
import type { AttestationView } from "../../../../electron/bridge/room.ts";
import { AttestationList } from "../../../parts/attestation-list.tsx";
import { Check } from "../../../parts/check.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { nameOf } from "../../../stores/people.ts";
import { officerTitle } from "../../../text/frame.ts";
import { ATTESTATION } from "../../../text/attestation.ts";
import { HEARING } from "../../../text/hearing.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { RecordPart } from "../record-part.tsx";
import { presentSeats, type Scene } from "../scene.ts";
import { toggled } from "../toggled.ts";
import shared from "../step.module.css";

interface DecisionProps {
  readonly scene: Scene;
  readonly attestation: AttestationView;
}

/** Which officers decide to go on. */
export function Decision({ scene, attestation }: DecisionProps) {
  const { stop, room } = scene;
  const [deciders, setDeciders] = useState<readonly number[]>([]);
  return (
    <>
      <Section label={STEP.say}><Say text={ATTESTATION.say[attestation.verdict]} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{HEARING.allHeard}</p>
        <AttestationList attestation={attestation} />
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
