// A kind of step in the window: one row in the table of kinds.
import type { ReactNode } from "react";
import type { WindowView } from "../../electron/bridge/view.ts";
import type { CurrentStep } from "./current-step.ts";

/** The properties of a step's screen. */
export interface StepProps {
  readonly step: CurrentStep;
}

/** The properties of a confirmation's extra part. */
export interface ConfirmProps extends StepProps {
  /** The lines that were ticked. */
  readonly ticked: readonly string[];
  readonly onTicked: (ticked: readonly string[]) => void;
}

export interface StepRow {
  /** The activation's pre-flight is checked in it, and can block it. */
  readonly preflight?: true;
  /** What people enter. Without a form the step needs only its media and one press. */
  readonly Form?: (props: StepProps) => ReactNode;
  /** What the person who confirms sees besides the record. */
  readonly Confirm?: (props: ConfirmProps) => ReactNode;
  /** Lines that the person who confirms must tick first. */
  readonly mustTick?: (view: WindowView) => readonly string[];
}
