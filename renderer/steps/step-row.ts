// A kind of step as the window knows it: one row in the table of kinds.
import type { ReactNode } from "react";
import type { WindowView } from "../../electron/bridge/view.ts";
import type { CurrentStep } from "./current-step.ts";

/** What a screen of a step is given. */
export interface StepProps {
  readonly step: CurrentStep;
}

/** What the part of a confirmation is given. */
export interface ConfirmProps extends StepProps {
  /** The lines that were ticked. */
  readonly ticked: readonly string[];
  readonly onTicked: (ticked: readonly string[]) => void;
}

/** One kind. */
export interface StepRow {
  /** What must be so before the activation is checked in it, and can hold it up. */
  readonly preflight?: true;
  /** What people enter. Without a form the step needs its media and one press. */
  readonly Form?: (props: StepProps) => ReactNode;
  /** What whoever confirms the step is shown besides what was recorded. */
  readonly Confirm?: (props: ConfirmProps) => ReactNode;
  /** Lines that whoever confirms the step must tick first. */
  readonly mustTick?: (view: WindowView) => readonly string[];
}
