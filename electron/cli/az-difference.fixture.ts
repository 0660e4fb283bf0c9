// For tests: a row of the table of differences from az, as data.
import type { Trial } from "./trial.fixture.ts";

/** One way to bring such an input: the change, what az makes of it, and our code. */
export interface Case {
  readonly name: string;
  readonly change: (trial: Trial) => void;
  /** The domain's secrets, others, or the name of the error az ends with. */
  readonly az: string;
  /** E-: refused with it. W-: taken, with this warning. Else what comes out. */
  readonly here: string;
}

/** A row of the table: its first column, word for word. */
export interface Difference {
  readonly input: string;
  readonly cases: readonly Case[];
}

export const caseOf = (
  name: string,
  change: (trial: Trial) => void,
  az: string,
  here: string,
): Case => ({ name, change, az, here });
