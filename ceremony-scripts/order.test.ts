// The order of a script: opened first, closed last, ids once, each step where the record is.
import { describe, expect, it } from "vitest";
import { readScript } from "./index.ts";
import { aScript, aStep, refusalOf, textOf, type Tree } from "./script.fixture.ts";

const open = aStep({ id: "opening", do: "open" });
const close = aStep({ id: "closing", do: "close" });
const over = (to: string, station: string, id = `to-${to}`): Tree =>
  aStep({ id, station, do: { "hand-over": { to } } });
const taken = (station: string, id = `at-${station}`): Tree =>
  aStep({ id, station, do: "take-over" });
const thereAndBack = [
  over("connected", "offline"),
  taken("connected"),
  over("offline", "connected"),
  taken("offline"),
];

describe("a script in order", () => {
  it("goes to the other station and comes back", () => {
    const { steps } = readScript(textOf(aScript([open, ...thereAndBack, close])), "");
    expect(steps.map(({ station }) => station)).toEqual([
      "offline",
      "offline",
      "connected",
      "connected",
      "offline",
      "offline",
    ]);
  });
});

describe("a script that is closed on paper", () => {
  const paper = aStep({ id: "closing", do: "close-on-paper" });

  it("is in order at either station, and only at its end", () => {
    expect(readScript(textOf(aScript([open, paper])), "").steps).toHaveLength(2);
    const there = [over("connected", "offline"), taken("connected")];
    const ending = { ...paper, station: "connected" };
    expect(readScript(textOf(aScript([open, ...there, ending])), "").steps).toHaveLength(4);
    expect(refusalOf(textOf(aScript([open, { ...paper, id: "early" }, close]))).code).toBe(
      "E-SCRIPT-UNREACHED",
    );
  });
});

describe("a script out of order", () => {
  const someStep = aStep({ id: "other" });
  const onlyConnected = aStep({ id: "asking", station: "connected", do: "read-activation" });
  const order = "E-SCRIPT-ORDER";
  it.each<[string, readonly Tree[], string, number]>([
    ["does not open", [someStep, close], order, 0],
    ["opens later", [someStep, open, close], order, 0],
    ["opens twice", [open, aStep({ id: "again", do: "open" }), close], order, 1],
    ["does not close", [open, someStep], order, 1],
    [
      "closes before its end",
      [open, aStep({ id: "early", do: "close" }), someStep, close],
      "E-SCRIPT-UNREACHED",
      2,
    ],
    ["goes on after its close", [open, close, someStep], "E-SCRIPT-UNREACHED", 2],
    ["goes to a station that nobody handed to", [open, onlyConnected, close], order, 1],
    ["takes over what nobody handed over", [open, taken("offline"), close], order, 1],
    ["takes over twice", [open, ...thereAndBack, taken("offline", "again"), close], order, 5],
    ["hands over what nobody takes", [open, over("connected", "offline"), close], order, 2],
    [
      "hands over twice",
      [open, over("connected", "offline"), over("offline", "connected"), taken("offline"), close],
      order,
      2,
    ],
    [
      "takes over at the station that handed over",
      [open, over("connected", "offline"), taken("offline"), close],
      order,
      2,
    ],
    [
      "hands over to its own station",
      [open, over("offline", "offline"), taken("offline"), close],
      order,
      1,
    ],
    [
      "stays at a station that handed over",
      [open, over("connected", "offline"), taken("connected"), someStep, close],
      order,
      3,
    ],
    [
      "closes at a station that handed over",
      [open, over("connected", "offline"), taken("connected"), close],
      order,
      3,
    ],
    ["says an id twice", [open, someStep, someStep, close], "E-SCRIPT-DUPLICATE", 2],
  ])("that %s is refused, with the step", (_, steps, code, at) => {
    const refusal = refusalOf(textOf(aScript(steps)));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(new RegExp(`acts\\[0\\]\\.steps\\[${at}\\](\\.id)? `));
  });

  it("that repeats an id when an officer's turn is filled in is refused", () => {
    const turn = aStep({ id: "turn", do: "make-key", by: "each officer" });
    const steps = [open, turn, aStep({ id: "turn-2" }), close];
    expect(refusalOf(textOf(aScript(steps))).code).toBe("E-SCRIPT-DUPLICATE");
  });

  it("is refused with the act where the step is", () => {
    const acts = [
      { act: "One", steps: [open] },
      { act: "Two", steps: [someStep, taken("offline")] },
    ];
    expect(refusalOf(textOf({ ...aScript(), acts })).message).toContain("acts[1].steps[1] ");
  });
});
