// For tests: how right answers are made wrong.
import type { CheckName } from "./checks.ts";
import type { Loose, Named } from "./right.fixture.ts";
import type { Wrong } from "./wrong.fixture.ts";

/** Rows of one proof: `[what is wrong, how, the member that must be named]`. */
export const statesOf = (
  check: CheckName,
  rows: readonly (readonly [state: string, change: (named: Named) => void, member: string])[],
): readonly Wrong[] => rows.map(([state, change, member]) => ({ check, state, change, member }));

/** Sets a member of one answer; undefined takes it away. */
export const set =
  (answer: string, path: string, value: unknown) =>
  (named: Named): void => {
    const parts = path.split(".");
    const last = parts.pop()!;
    let at: Loose = named[answer];
    if (at === undefined) throw new Error(`There is no answer ${answer}.`);
    for (const part of parts) at = at[part];
    if (at === undefined || (value === undefined && !(last in at)))
      throw new Error(`There is no ${path} in ${answer}.`);
    if (value === undefined) delete at[last];
    else at[last] = value;
  };

/** Takes one answer away. */
export const without =
  (answer: string) =>
  (named: Named): void => {
    if (!(answer in named)) throw new Error(`There is no answer ${answer}.`);
    delete named[answer];
  };

/** Adds another answer. */
export const also =
  (make: (named: Named) => Loose) =>
  (named: Named): void => {
    named["another"] = make(named);
  };
