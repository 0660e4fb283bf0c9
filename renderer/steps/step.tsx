// The centre column: the current step, from its head to its recorded entries.
import type { WindowView } from "../../electron/bridge/view.ts";
import { Band } from "../parts/band.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { wordsOf, type TimetableStep } from "../text/step-words.ts";
import { STEPS } from "./steps.ts";
import { bandNow } from "./band-now.ts";
import { Confirm } from "./confirm.tsx";
import { Hearing } from "./hearing.tsx";
import { isHeldUp, Preflight } from "./preflight.tsx";
import { PressForm } from "./press-form.tsx";
import { ProofTurn } from "./proof-turn.tsx";
import { SecretForm } from "./secret-form.tsx";
import { SignIn } from "./sign-in.tsx";
import styles from "./step.module.css";
import { Waiting } from "./waiting.tsx";
import { Working } from "./working.tsx";

/** The current step, if there is one. */
export function Step({ view }: { readonly view: WindowView }) {
  const step = currentStep(view);
  if (step === null) return null;
  // Ticks of one step must not carry over to the next.
  return (
    <div className={styles["step"]} key={step.id}>
      <StepHeading number={step.number} title={step.title} minutes={step.minutes} />
      <Band {...bandNow(step)} />
      <Now step={step} />
    </div>
  );
}

function Now({ step }: StepProps) {
  const { view, kind } = step;
  const { activity, ceremony, signIn } = view;
  if (activity.kind === "hearing") return <Hearing step={step} hearing={activity} />;
  if (activity.kind === "idle") {
    if (ceremony?.isPerformed === true) return <Confirm step={step} row={STEPS[kind] ?? {}} />;
    const isWaiting = STEPS[kind]?.preflight === true && isHeldUp(view);
    return isWaiting ? <Preflight step={step} /> : <Idle step={step} />;
  }
  if (activity.kind === "working") {
    if (signIn.kind === "asking") return <SignIn step={step} asking={signIn} />;
    if (activity.waiting !== null) return <Waiting step={step} waiting={activity.waiting} />;
  }
  return step.traits.opensShares === true ? <ProofTurn step={step} /> : <Working step={step} />;
}

/** Nothing runs: people get ready, and one presses. */
function Idle({ step }: StepProps) {
  const { Form } = STEPS[step.kind] ?? {};
  if (Form !== undefined) return <Form step={step} />;
  return step.traits.typed === true ? <SecretForm step={step} /> : <PressForm step={step} />;
}

/** The current step; null if the ceremony is over or none is open. */
export function currentStep(view: WindowView): CurrentStep | null {
  const { ceremony } = view;
  if (ceremony === null) return view.open === null ? null : beforeTheRecord(view, view.open);
  const { step, acts, officers, quorum } = ceremony;
  if (step === null) return null;
  const place = acts
    .flatMap((act, a) => act.steps.map((planned, s) => ({ planned, a, s })))
    .find(({ planned }) => planned.id === step.id);
  if (place === undefined) return null;
  const { say, choices, by, confirm } = step;
  const number = `${place.a + 1}.${place.s + 1}`;
  return {
    ...known(place.planned),
    view,
    traits: ceremony.traits ?? {},
    number,
    say,
    choices,
    officers,
    quorum,
    by,
    confirm,
  };
}

/** Before the first entry there is no record to read the step from: Home has the script's. */
function beforeTheRecord(view: WindowView, open: NonNullable<WindowView["open"]>): CurrentStep {
  const { title, say, station, minutes } = view.home.opening[open];
  const planned: TimetableStep = {
    id: "open",
    title,
    kind: "open",
    seat: null,
    what: null,
    to: null,
    copy: null,
    station,
    minutes,
    beganAt: null,
    doneAt: null,
  };
  return {
    ...known(planned),
    view,
    traits: {},
    number: "1.1",
    say,
    choices: [],
    ...view.home.proposedCounts,
    by: "administrator",
    confirm: "witness",
  };
}

/** A step of the timetable with the window's data on its kind. */
function known(planned: TimetableStep) {
  return { ...planned, words: wordsOf(planned) };
}
