// Texts that the screens of all steps share.
import { list } from "../../electron/text/text.ts";
import { say } from "./say.ts";

/** "1 + 2". */
export const pairName = (seats: readonly number[]): string => seats.join(" + ");

/** Groups that are not proven: the first of them, and how many more there are. */
export const groupsNamed = (named: readonly string[], all: number): string =>
  say("step-frame.quorum.unproven", { groups: named.join(", "), more: all - named.length });

/** The pairs that have opened the domain so far. */
export const provenPairsLine = (proven: readonly string[], all: number): string =>
  proven.length === 0
    ? say("step-frame.quorum.toldNone")
    : say("step-frame.quorum.told", { proven: list(proven), count: proven.length, all });
