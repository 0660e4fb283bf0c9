// Who is awaited beside the simulated crew, and for what: what the desk's crew does not do itself.
import { expect, it } from "vitest";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { awaitedLine } from "./awaited.ts";

type Part = { readonly [Name in keyof WindowView]?: unknown };

/** A step of this kind, with these seats simulated. */
function viewOf(
  kind: string,
  seats: readonly string[],
  change: Part = {},
  step: object = {},
  traits: object = {},
): WindowView {
  const planned = { id: "s", title: "S", kind, seat: null, ...step };
  const ceremony = {
    step: { id: "s", by: "officer-1", confirm: "witness", say: [], choices: [], ...step },
    acts: [{ title: "A", steps: [planned] }],
    traits,
    isPerformed: false,
    recess: null,
    abortDecided: false,
  };
  const base = { ceremony, crew: { seats }, activity: { kind: "idle" } };
  const none = { refusal: null, incident: null, away: null, resumption: null };
  return { ...base, ...none, ...change } as unknown as WindowView;
}

const hearing = (change: object) => ({
  activity: { kind: "hearing", phase: "pick", heard: false, ...change },
});
const others = ["administrator", "witness", "officer-2"];

it.each<readonly [string, WindowView]>([
  [
    "Waiting for you, officer 1: your passphrase, in the small window.",
    viewOf("make-key", others, { activity: { kind: "typing", seat: 1 } }),
  ],
  [
    "Waiting for you, officer 2: your answer that you are at the seat, alone.",
    viewOf("make-key", ["witness"], { activity: { kind: "calling", seat: 2 } }),
  ],
  [
    "Waiting for you, officer 1: the words, written down by hand.",
    viewOf("confirm-thumbprint", others, hearing({ phase: "copy" }), {}, { hears: "certificate" }),
  ],
  [
    "Waiting for you, witness: the words, written down by hand.",
    viewOf("read-aloud", ["administrator"], hearing({ phase: "copy" }), {}, { hears: "what" }),
  ],
  [
    "Waiting for you, officer 1: the words from your paper, line by line.",
    viewOf("confirm-thumbprint", others, hearing({})),
  ],
  [
    "Waiting for you, witness: both ticks, if you see it so; the simulated officer then presses “Officer 1, make the key”.",
    viewOf("make-key", ["officer-1"], {}, { seat: 1 }, { typed: true }),
  ],
  [
    "Waiting for you, officer 1: both ticks for the simulated witness, who cannot see, then “Officer 1, make the key”.",
    viewOf("make-key", others, {}, { seat: 1 }, { typed: true }),
  ],
  [
    "Waiting for you, officer 2: what the screen asks, then “Compare the seals”.",
    viewOf("check-seals", ["administrator", "witness"], {}, { by: "administrator", seat: 2 }),
  ],
  [
    "Waiting for you: what is on the screen is for people to decide.",
    viewOf("make-key", others, { refusal: { code: "E-X" } }),
  ],
])("%s", (line, view) => expect(awaitedLine(view)).toBe(line));
