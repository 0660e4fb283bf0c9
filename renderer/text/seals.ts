// The states in which a seal is found.
import { say } from "./say.ts";

const FOUND = ["intact", "broken"] as const;

/** The choices; an object that was brought is not missing. */
export const sealConditions = (brought: boolean) =>
  (brought ? FOUND : ([...FOUND, "missing"] as const)).map((value) => ({
    value,
    label: say(`custody-check.seals.conditions.${value}`),
  }));
