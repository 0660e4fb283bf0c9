// The passphrase window.
import { list, sentence } from "../../electron/text/text.ts";
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import type { Layout } from "./keyboard-layout.ts";
import { said, say } from "./say.ts";

/** The text above the line: who looks away, and how many tries are left, including this one. */
export const hintLine = (tries: number): string =>
  said(
    list([sentence("passphrase.words.openHint"), sentence("passphrase.triesLine", { tries })], " "),
  );

/** The keyboard's layout, as far as it is known. */
export function layoutLine(layout: Layout): string {
  if (layout.kind === "known") return layout.name;
  return layout.kind === "other"
    ? say("passphrase.machine.otherLayout", { letters: layout.letters.toUpperCase() })
    : say("passphrase.machine.unknownLayout");
}

/** Whether a network is up. */
export const networkLine = (up: boolean, mode: PassphraseTurn["mode"]): string =>
  say(`passphrase.machine.networkIs.${up ? mode : "none"}`);

/** The number of characters in a line, and whether the second equals the first. */
export const counted = (length: number): string => say("passphrase.counted", { length });

/** The count of the second line. */
export const countedAgain = (length: number, same: boolean): string =>
  length === 0
    ? counted(0)
    : say(`passphrase.countedAgain.${same ? "same" : "differs"}`, {
        counted: sentence("passphrase.counted", { length }),
      });
