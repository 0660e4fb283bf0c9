// The form that opens a ceremony: the key sizes.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

interface Size {
  readonly value: string;
  readonly label: string;
}

/** The sizes to choose from. The smallest one makes a rehearsal short; `brief`: without saying so. */
export const sizesIn = (mode: WindowView["mode"], brief: boolean): readonly Size[] =>
  ["4096", "3072", "2048"].map((value) => ({
    value,
    label: value === "2048" && mode !== "PRODUCTION" && !brief ? say("opening.short") : value,
  }));
