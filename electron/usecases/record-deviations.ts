// Records to which rules two people accepted an exception: of custody, and of the numbers of officers.
import type { Deviation } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { record } from "./turn.ts";

/** Only those that are wanted, in their order. */
export function recordDeviations(
  deps: Deps,
  wanted: readonly Pick<Deviation, "rule">[],
  deviations: readonly Deviation[],
): void {
  for (const { rule } of wanted) {
    const data = deviations.find((one) => one.rule === rule);
    if (data !== undefined) record(deps, { type: "deviation-accepted", by: "administrator", data });
  }
}
