// The pre-flight: the list, people's decisions, and a button to check again.
import type { WindowView } from "../../electron/bridge/view.ts";
import { areEnough } from "../parts/deciders.tsx";
import { Field } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import type { StepProps } from "./step-row.ts";
import { ask, perform } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { say } from "../text/say.ts";
import { StepDeciders, useDecidedBy } from "./step-deciders.tsx";
import { StepFrame } from "./step-frame.tsx";
import { AskedAs } from "./asked-as.tsx";
import shared from "./step.module.css";
import { Points, undecided } from "./preflight-points.tsx";
import styles from "./preflight-points.module.css";

type PointsFound = NonNullable<WindowView["preflight"]>;

const REASON_MAX = 200;

/** Whether the results block a step. */
export const isHeldUp = ({ preflight }: WindowView): boolean =>
  preflight !== null && (undecided(preflight).length > 0 || isWrong(preflight));

const isWrong = (points: PointsFound): boolean => points.some(({ verdict }) => verdict === "wrong");

/** The screen while something blocks the step. */
export function Preflight({ step }: StepProps) {
  const points = step.view.preflight ?? [];
  const open = undecided(points);
  const mayDecide = open.length > 0 && !isWrong(points);
  return (
    <StepFrame step={step} say={null} press={mayDecide ? null : <Again step={step} />}>
      <p className={shared["warning"]} role="alert">
        {isWrong(points) ? say("preflight.wrong") : say("preflight.decide")}
      </p>
      <AskedAs step={step} />
      <Points points={points} />
      {mayDecide ? <Decision step={step} open={open} /> : null}
    </StepFrame>
  );
}

const Again = ({ step }: StepProps) => (
  <MainAction label={say("preflight.again")} autoFocus onPress={() => void perform(step)} />
);

/** A reason for each point, and who decided; then everything is asked again. */
function Decision({ step, open }: StepProps & { readonly open: PointsFound }) {
  const draft = useDraft(step.id);
  const decidedBy = useDecidedBy(step);
  const points = open.map(({ point }) => ({ point, reason: draft.text(point).trim() }));
  const isReady = areEnough(decidedBy) && points.every(({ reason }) => reason !== "");
  const decide = async () => {
    const isDone = await ask("points", { step: step.id, points, decidedBy: [...decidedBy] });
    if (isDone) await perform(step);
  };
  return (
    <div className={styles["form"]}>
      {open.map(({ point, sentence }) => (
        <Field
          key={point}
          label={say("preflight.reason", { sentence })}
          value={draft.text(point)}
          onChange={(text) => draft.write(point, text)}
          maxLength={REASON_MAX}
        />
      ))}
      <StepDeciders step={step} />
      <MainAction
        label={say("preflight.decideNow")}
        ready={isReady}
        why={say("preflight.needs")}
        onPress={() => void decide()}
      />
    </div>
  );
}
