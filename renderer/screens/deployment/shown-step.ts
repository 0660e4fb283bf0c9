// Which step of a runbook is shown.
import type { RunbookView } from "../../../electron/bridge/deployment-views.ts";

/** The selected one (0 for none), otherwise the current one, otherwise the last. */
export function shownStep({ steps }: RunbookView, pressed: number): number {
  if (pressed > 0) return pressed;
  return steps.find(({ state }) => state === "now")?.n ?? steps.at(-1)?.n ?? 0;
}
