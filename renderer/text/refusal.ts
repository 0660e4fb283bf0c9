// The texts around a refusal's own sentence.
import { sentence } from "../../electron/text/text.ts";
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import { say } from "./say.ts";

/** Main did not answer. */
export const lostBridge = (): BridgeFault => ({
  code: "E-WINDOW",
  message: sentence("refusal.lostBridge.message"),
  next: sentence("refusal.lostBridge.next"),
});

/** What is wrong with a field: nothing entered, not as required, nothing chosen or ticked. */
export type Lack = "empty" | "wrong" | "unchosen" | "unticked";

/** The hint after a press that came too early: "Still empty: Seal number: Own medium". */
export const missingLine = ({ lack, label }: { readonly lack: Lack; readonly label: string }) =>
  say("refusal.missingLine", {
    lack: sentence(`refusal.lacks.${lack}`),
    label: label.length > 48 ? `${label.slice(0, 47)}…` : label,
  });

/** Nothing is wrong: a person is not ready, or something is unfinished. Red is for errors. */
export const isNotYet = ({ code }: Pick<BridgeFault, "code">): boolean =>
  code === "E-TURN-NOT-YET" || code === "E-DESK-BUSY";

/** A next step of several sentences, one per line. */
export const nextLines = (next: string): readonly string[] =>
  next
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((line) => line.trim())
    .filter(Boolean);
