// What the process of a rehearsal's subscription does for the desk: one plain value in, one out. Main and
// the desk know only this page of the room.

/** A step that people carried out, when (RFC 3339, UTC). */
export interface StepDone {
  readonly runbook: string;
  readonly title: string;
  readonly at: string;
}

/** How the subscription is to be: of this plan, after these steps, at this moment. */
export interface Brought {
  readonly plan: string;
  readonly steps: readonly StepDone[];
  readonly now: string;
}

/** Where it answers, and what became of the last step. */
export interface Standing {
  readonly host: string;
  readonly port: number;
  /** PEM of the authority to trust. */
  readonly ca: string;
  readonly token: string;
  /** The subscription refused a command of the last step that was asked for. */
  readonly hasRefused: boolean;
}

export interface SubscriptionMethods {
  /** Carries out what is new; where the steps before are others, all from an empty subscription on. */
  readonly bring: (brought: Brought) => Promise<Standing>;
  /** What only people can bring for these checks: each answer as a text of JSON. */
  readonly answers: (
    checks: readonly string[],
  ) => Promise<readonly { readonly file: string; readonly text: string }[]>;
}

export const SUBSCRIPTION_METHODS = [
  "bring",
  "answers",
] as const satisfies readonly (keyof SubscriptionMethods)[];

/** A subscription that was started: its process ends with `end`. */
export interface Subscription extends SubscriptionMethods {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}
