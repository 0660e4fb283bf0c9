// What a refusal says around its own sentence.
import { sentence } from "../../electron/text/text.ts";
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import type { Lack } from "../parts/missing.ts";
import { say } from "./say.ts";

/** Main did not answer at all. */
export const lostBridge = (): BridgeFault => ({
  code: "E-WINDOW",
  message: sentence("refusal.lostBridge.message"),
  next: sentence("refusal.lostBridge.next"),
});

/** What a press that came too early is told: "Still empty: Seal number: Own medium". */
export const missingLine = ({ lack, label }: { readonly lack: Lack; readonly label: string }) =>
  say("refusal.missingLine", {
    lack: sentence(`refusal.lacks.${lack}`),
    label: label.length > 48 ? `${label.slice(0, 47)}…` : label,
  });

/** Nothing is wrong: somebody is not ready, or something is not finished. Red is for what is wrong. */
export const isNotYet = ({ code }: Pick<BridgeFault, "code">): boolean =>
  code === "E-TURN-NOT-YET" || code === "E-DESK-BUSY";

/** Where a next step has several sentences, each is a line of its own. */
export const nextLines = (next: string): readonly string[] =>
  next
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((line) => line.trim())
    .filter(Boolean);
