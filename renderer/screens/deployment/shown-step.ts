// Which step of a runbook is looked at.
import type { RunbookView } from "../../../electron/bridge/deployment-views.ts";

/** The one that was pressed (0 for none), else the current one, else the last. */
export function shownStep({ steps }: RunbookView, pressed: number): number {
  if (pressed > 0) return pressed;
  return steps.find(({ state }) => state === "now")?.n ?? steps.at(-1)?.n ?? 0;
}
