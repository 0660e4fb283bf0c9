// The trainer's screens, and the score at the end.
import type { Value } from "../../electron/text/text.ts";
import { say } from "./say.ts";

/** "Found 2 of 2." */
export const foundLine = (found: number, of: number): string =>
  say("trainer.foundLine", { found, of });

/** In which step, and about whom. */
export function placeLine(step: Value | null, officer: string | null): string {
  if (step === null) return say("trainer.place.none");
  return officer === null
    ? say("trainer.place.step", { step })
    : say("trainer.place.officer", { step, officer });
}
