// What the process of a rehearsal's subscription does for the desk: one plain value in, one out.
// Main and the desk know only this file of the room.

/** A step that people carried out, when (RFC 3339, UTC). */
export interface StepDone {
  readonly runbook: string;
  readonly title: string;
  readonly at: string;
}

/** The wanted subscription: of this plan, after these steps, at this time. */
export interface Brought {
  readonly plan: string;
  readonly steps: readonly StepDone[];
  readonly now: string;
}

/** Where it answers, and the result of the last step. */
export interface Standing {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority to trust. */
  readonly ca: string;
  readonly token: string;
  /** The subscription refused a command of the last requested step. */
  readonly hasRefused: boolean;
}

export interface SubscriptionMethods {
  /** Carries out new steps; if the earlier ones differ, all from an empty subscription on. */
  readonly bring: (brought: Brought) => Promise<Standing>;
  /** What only people can bring for these checks: each answer as JSON text. */
  readonly answers: (
    checks: readonly string[],
  ) => Promise<readonly { readonly file: string; readonly text: string }[]>;
}

export const SUBSCRIPTION_METHODS = [
  "bring",
  "answers",
] as const satisfies readonly (keyof SubscriptionMethods)[];

/** A started subscription: its process ends with `end`. */
export interface Subscription extends SubscriptionMethods {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}
