// What is said while the HSM works and is only asked: since when, what it answered, a power cut.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

type Working = Extract<WindowView["activity"], { readonly kind: "working" }>;
type Waiting = NonNullable<Working["waiting"]>;

/** A long operation of the HSM. */
export type LongWork = Waiting["what"];

/** Minutes in which it is usually ready, where that is known. */
export const USUAL: Readonly<Record<LongWork, readonly [number, number] | null>> = {
  activation: [8, 12],
  "domain-restore": [8, 12],
  backup: null,
  "restore-wait": null,
  restore: null,
};

/** What is sure meanwhile. A rehearsal's own HSM restores sooner than Azure. */
export const sureLine = (what: LongWork, mode: WindowView["mode"]): string =>
  what === "restore-wait" && mode === "REHEARSAL"
    ? say("waiting.restoreWaitsLess")
    : say(`waiting.longWork.${what}.sure`);
