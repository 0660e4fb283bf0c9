// Saves something of a deployment: what came of it is said beside the button.
import type { RequestOf } from "../../../electron/bridge/contract.ts";
import { useOutcome, type Outcome } from "../../parts/told.tsx";
import { act } from "../../stores/deployment.ts";
import { say } from "../../text/say.ts";

type What = Extract<RequestOf<"deployment">, { readonly act: "save" }>["what"];

/** What is saved where a person says, and what came of the last press. */
export function useSave(): {
  readonly outcome: Outcome | null;
  readonly save: (what: What) => void;
} {
  const { outcome, run } = useOutcome();
  const save = (what: What): void =>
    run(async () => ((await act({ act: "save", what })) ? say("deployment.record.saved") : ""));
  return { outcome, save };
}
