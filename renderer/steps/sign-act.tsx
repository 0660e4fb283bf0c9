// The end of an act: officers sign it with their keys; if no record knows a signing key of anyone
// here, everyone signs a paper.
import { HeadWords } from "../parts/head-words.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { ConsentList } from "./consent-list.tsx";
import { SecretForm } from "./secret-form.tsx";
import { StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { perform } from "../stores/action.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

export function SignActForm({ step }: StepProps) {
  const signers = step.view.ceremony?.signers ?? [];
  return signers.length > 0 ? <SecretForm step={step} /> : <OnPaper step={step} />;
}

function OnPaper({ step }: StepProps) {
  const press = (
    <MainAction
      label={say("consent.actSigned.show")}
      autoFocus
      onPress={() => void perform(step)}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <p className={shared["lead"]}>{say("consent.actSigned.paper")}</p>
      <ConsentList step={step} />
    </StepFrame>
  );
}

/** Afterwards, on paper: the words that everyone signs there. */
export function WordsOnPaper({ step: { view } }: StepProps) {
  const signing = view.ceremony?.actSigning ?? null;
  if (signing?.onPaper !== true) return null;
  return (
    <div className={shared["group"]}>
      <h3 className={shared["heading"]}>{say("consent.actSigned.write")}</h3>
      <HeadWords words={signing.words} large />
    </div>
  );
}
