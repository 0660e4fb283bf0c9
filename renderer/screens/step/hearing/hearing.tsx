// Words are written down, read from paper, and picked as they are heard.
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { WordsHeard, WordsToWrite } from "../../../parts/word-grid.tsx";
import { ask } from "../../../stores/action.ts";
import { HEARING } from "../../../text/hearing.ts";
import { STEP } from "../../../text/step-frame.ts";
import { RecordPart } from "../record-part.tsx";
import type { Hearing as HearingNow, Scene } from "../scene.ts";
import { Attested } from "./attested.tsx";
import { Decision } from "./decision.tsx";
import { HeardAction } from "./heard-action.tsx";
import { Picking } from "./picking.tsx";

interface HearingProps {
  readonly scene: Scene;
  readonly hearing: HearingNow;
}

/** The hearing in its phase. */
export function Hearing({ scene, hearing }: HearingProps) {
  if (hearing.phase === "copy") return <Copy scene={scene} hearing={hearing} />;
  if (!hearing.heard) return <Picking scene={scene} hearing={hearing} />;
  const { attestation } = hearing;
  if (attestation?.verdict === "not-attested")
    return <Decision scene={scene} attestation={attestation} />;
  if (attestation !== null) return <Attested scene={scene} attestation={attestation} />;
  return <Heard scene={scene} hearing={hearing} />;
}

/** All words on the screen, until they are on paper. */
function Copy({ scene, hearing }: HearingProps) {
  const { stop } = scene;
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow><WordsToWrite lines={hearing.lines} /></Section>
      <RecordPart scene={scene} />
      <MainAction
        label={HEARING.written} onPress={() => { void ask("copied", { step: stop.id }); }}
      />
    </>
  );
}

/** All 32 words were right. */
function Heard({ scene, hearing }: HearingProps) {
  return (
    <>
      <Section label={STEP.say}><Say text={HEARING.heardSay} /></Section>
      <Section label={STEP.do} now grow>
        <WordsHeard lines={hearing.lines} picked={[]} />
        <p>{HEARING.allHeard}</p>
      </Section>
      <RecordPart scene={scene} />
      <HeardAction stop={scene.stop} />
    </>
  );
}
