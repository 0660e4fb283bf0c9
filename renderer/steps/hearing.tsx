// Words are written down, read from paper, and picked as they are heard.
import { useState } from "react";
import type { AttestationView } from "../../electron/bridge/view.ts";
import { AttestationList } from "../parts/attestation-list.tsx";
import { areEnough, Deciders } from "../parts/deciders.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { WordsHeard, WordsToWrite } from "../parts/word-grid.tsx";
import type { HearingNow } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { ask, perform } from "../stores/action.ts";
import { peopleOf } from "../stores/people.ts";
import { list } from "../../electron/text/text.ts";
import { sayOf } from "../text/attestation.ts";
import { roleOf } from "../text/frame.ts";
import { seatOf } from "../text/objects.ts";
import { said, say } from "../text/say.ts";
import { StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { IntelFiles } from "./intel-files.tsx";
import { Picking } from "./picking.tsx";

interface HearingProps extends StepProps {
  readonly hearing: HearingNow;
}

/** The current phase of the hearing. */
export function Hearing({ step, hearing }: HearingProps) {
  if (hearing.phase === "copy") return <Copy step={step} hearing={hearing} />;
  if (!hearing.heard) return <Picking step={step} hearing={hearing} />;
  const { attestation } = hearing;
  if (attestation?.verdict === "not-attested")
    return <Decision step={step} attestation={attestation} />;
  if (attestation !== null) return <Attested step={step} attestation={attestation} />;
  return <Heard step={step} hearing={hearing} />;
}

/** All words on the screen, until they are on paper. */
function Copy({ step, hearing }: HearingProps) {
  const press = (
    <MainAction
      label={say("hearing.written")}
      onPress={() => void ask("copied", { step: step.id })}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <WordsToWrite lines={hearing.lines} />
    </StepFrame>
  );
}

/** All 32 words were right. */
function Heard({ step, hearing }: HearingProps) {
  return (
    <StepFrame step={step} say={say("hearing.heardSay")} press={<HeardAction step={step} />}>
      <WordsHeard lines={hearing.lines} picked={[]} />
      <p>{say("hearing.allHeard")}</p>
    </StepFrame>
  );
}

/** Ends the hearing if there is nothing to decide. */
const HeardAction = ({ step }: StepProps) => (
  <MainAction label={step.words.button} autoFocus onPress={() => void perform(step)} />
);

interface AttestedProps extends StepProps {
  readonly attestation: AttestationView;
}

/**
 * The exchange key's words were right, and its attestation shows who made it. There is nothing to
 * decide: the step accepts an attested key and refuses a wrong one.
 */
function Attested({ step, attestation }: AttestedProps) {
  return (
    <StepFrame step={step} say={sayOf(attestation)} press={<HeardAction step={step} />}>
      <p className={shared["lead"]}>{say("hearing.allHeard")}</p>
      <AttestationList attestation={attestation} />
      <p className={shared["lead"]}>{say("attestation.proves")}</p>
      <IntelFiles step={step} attestation={attestation} />
    </StepFrame>
  );
}

/** The exchange key's words were right, but not shown is who made it: two officers decide. */
function Decision({ step, attestation }: AttestedProps) {
  const [decidedBy, setDecidedBy] = useState<readonly string[]>([]);
  const press = (
    <MainAction
      label={step.words.button}
      ready={areEnough(decidedBy)}
      why={say("hearing.needTwo")}
      onPress={() => void perform<"compare-exchange-key">(step, { decidedBy })}
    />
  );
  return (
    <StepFrame step={step} say={sayOf(attestation)} press={press}>
      <p className={shared["lead"]}>{say("hearing.allHeard")}</p>
      <AttestationList attestation={attestation} />
      <IntelFiles step={step} attestation={attestation} />
      <Deciders
        legend={say("hearing.decide")}
        decidedBy={decidedBy}
        autoFocus
        people={peopleOf(step.view).filter(({ role }) => seatOf(role) !== null)}
        label={({ role, name }) => said(list([roleOf(role), name]))}
        onChange={setDecidedBy}
      />
    </StepFrame>
  );
}
