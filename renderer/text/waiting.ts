// The texts while the HSM works and is only polled: duration, its answers, a power cut.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

type Working = Extract<WindowView["activity"], { readonly kind: "working" }>;
type Waiting = NonNullable<Working["waiting"]>;

/** A long operation of the HSM. */
export type LongWork = Waiting["what"];

/** The usual minutes until it is ready, if known. */
export const USUAL: Readonly<Record<LongWork, readonly [number, number] | null>> = {
  activation: [8, 12],
  "domain-restore": [8, 12],
  backup: null,
  "restore-wait": null,
  restore: null,
  role: null,
};

/** What is certain meanwhile. A rehearsal's own HSM restores faster than Azure. */
export const sureLine = (what: LongWork, mode: WindowView["mode"]): string =>
  what === "restore-wait" && mode === "REHEARSAL"
    ? say("waiting.restoreWaitsLess")
    : say(`waiting.longWork.${what}.sure`);
