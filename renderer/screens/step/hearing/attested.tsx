// The exchange key's words were right, and what came with it shows who made it.
import type { AttestationView } from "../../../../electron/bridge/room.ts";
import { AttestationList } from "../../../parts/attestation-list.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ATTESTATION } from "../../../text/attestation.ts";
import { HEARING } from "../../../text/hearing.ts";
import { STEP } from "../../../text/step-frame.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import { HeardAction } from "./heard-action.tsx";
import shared from "../step.module.css";

interface AttestedProps {
  readonly scene: Scene;
  readonly attestation: AttestationView;
}

/** Nobody has anything to decide: an attested key is taken, a wrong one is refused by the step. */
export function Attested({ scene, attestation }: AttestedProps) {
  return (
    <>
      <Section label={STEP.say}><Say text={ATTESTATION.say[attestation.verdict]} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{HEARING.allHeard}</p>
        <AttestationList attestation={attestation} />
        <p className={shared["lead"]}>{`${ATTESTATION.proves} ${ATTESTATION.notJudged}`}</p>
      </Section>
      <RecordPart scene={scene} />
      <HeardAction stop={scene.stop} />
    </>
  );
}
