// The trainer's screens, and the score at the end.
import { list, type Value } from "../../electron/text/text.ts";
import { roleOf } from "./frame.ts";
import { say } from "./say.ts";

interface Officer {
  readonly seat: number;
  readonly name: string;
}

/** "Found 2 of 2." */
export const foundLine = (found: number, of: number): string =>
  say("trainer.foundLine", { found, of });

/** The step, and the officer concerned. */
export function placeLine(step: Value | null, officer: Officer | null): string {
  if (step === null) return say("trainer.place.none");
  return officer === null
    ? say("trainer.place.step", { step })
    : say("trainer.place.officer", {
        step,
        officer: list([roleOf(`officer-${officer.seat}`), officer.name]),
      });
}
