// The one button after words that were right, where nobody has anything to decide.
import { MainAction } from "../../../parts/main-action.tsx";
import { ask } from "../../../stores/action.ts";
import { STEPS } from "../../../text/steps.ts";
import type { Scene } from "../scene.ts";

/** Ends the hearing. */
export function HeardAction({ stop }: Pick<Scene, "stop">) {
  return (
    <MainAction
      label={STEPS[stop.kind].button} autoFocus
      onPress={() => { void ask("heard", { step: stop.id, decidedBy: [] }); }}
    />
  );
}
