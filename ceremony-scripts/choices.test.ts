// Choices between alternatives, blocks that each officer goes through, and jumps ahead.
import { describe, expect, it } from "vitest";
import { checkScript, pathOf, readScript } from "./index.ts";
import { aScript, aStep, refusalOf, textOf, type Tree } from "./script.fixture.ts";

const open = aStep({ id: "first", do: "open" });
const close = aStep({ id: "last", do: "close" });
const plain = (id: string, change: Tree = {}): Tree =>
  aStep({ id, do: "record-custody", ...change });
const choosing = (choices: readonly Tree[], change: Tree = {}): Tree =>
  aStep({ id: "which", do: { choose: choices }, ...change });
const either = choosing([
  { if: "It rains", "go-to": "umbrella" },
  { if: "It does not", "go-to": "hat" },
]);
const forked = [open, either, plain("umbrella", { "go-to": "last" }), plain("hat"), close];
const everybody = { seats: [1, 2, 3], renewed: [], before: 3, chosen: {} };
const idsOf = (steps: readonly Tree[], route = {}, likely = false) =>
  pathOf(readScript(textOf(aScript(steps)), ""), { ...everybody, ...route }, likely).map(
    ({ id }) => id,
  );
const code = (steps: readonly Tree[]) => {
  const { code: found, message } = refusalOf(textOf(aScript(steps)));
  return [found, message];
};

describe("a choice", () => {
  it("ends the way until it is made, and then leads to exactly one of its steps", () => {
    expect(idsOf(forked)).toEqual(["first", "which"]);
    expect(idsOf(forked, { chosen: { which: "umbrella" } })).toEqual([
      "first",
      "which",
      "umbrella",
      "last",
    ]);
    expect(idsOf(forked, { chosen: { which: "hat" } })).toEqual(["first", "which", "hat", "last"]);
    expect(idsOf(forked, {}, true)).toEqual(["first", "which", "umbrella", "last"]);
  });

  it("that by its record led back, or nowhere, ends the way", () => {
    for (const to of ["first", "which", "nowhere"])
      expect(idsOf(forked, { chosen: { which: to } })).toEqual(["first", "which"]);
  });

  it.each<[string, readonly Tree[], string, string]>([
    ["has one way only", [{ if: "Always", "go-to": "hat" }], "VALUE", "do.choose"],
    [
      "says the same twice",
      [
        { if: "It rains", "go-to": "umbrella" },
        { if: "It rains", "go-to": "hat" },
      ],
      "DUPLICATE",
      "do.choose",
    ],
    [
      "leads twice to one step",
      [
        { if: "It rains", "go-to": "hat" },
        { if: "It does not", "go-to": "hat" },
      ],
      "DUPLICATE",
      "do.choose",
    ],
    [
      "does not say when",
      [{ "go-to": "umbrella" }, { if: "Else", "go-to": "hat" }],
      "MISSING",
      "do.choose[0].if",
    ],
    [
      "has another field",
      [
        { if: "a", "go-to": "umbrella", then: 1 },
        { if: "b", "go-to": "hat" },
      ],
      "FIELD",
      "do.choose[0]",
    ],
    [
      "leads back",
      [
        { if: "It rains", "go-to": "first" },
        { if: "Else", "go-to": "hat" },
      ],
      "ORDER",
      "steps[1]",
    ],
    [
      "leads nowhere",
      [
        { if: "It rains", "go-to": "nowhere" },
        { if: "Else", "go-to": "hat" },
      ],
      "ORDER",
      "steps[1]",
    ],
  ])("that %s is refused", (_, choices, wanted, place) => {
    const steps = [open, choosing(choices), plain("umbrella"), plain("hat"), close];
    const [found, message] = code(steps);
    expect(found).toBe(`E-SCRIPT-${wanted}`);
    expect(message).toContain(place);
  });

  it("that can never be made leaves a step without a way to it, which is refused", () => {
    const past = [open, { ...plain("a"), "go-to": "last" }, plain("island"), close];
    expect(code(past)).toEqual([
      "E-SCRIPT-UNREACHED",
      expect.stringContaining("acts[0].steps[2] "),
    ]);
  });

  it("may end the ceremony on either way", () => {
    const steps = [
      open,
      choosing([
        { if: "One", "go-to": "one" },
        { if: "Two", "go-to": "two" },
      ]),
      aStep({ id: "one", do: "close" }),
      aStep({ id: "two", do: "close" }),
    ];
    expect(idsOf(steps, { chosen: { which: "one" } })).toEqual(["first", "which", "one"]);
    expect(idsOf(steps, { chosen: { which: "two" } })).toEqual(["first", "which", "two"]);
  });

  it("must not leave the record at the other station on one of its ways", () => {
    const steps = [
      open,
      choosing([
        { if: "One", "go-to": "over" },
        { if: "Two", "go-to": "last" },
      ]),
      aStep({ id: "over", do: { "hand-over": { to: "connected" } } }),
      aStep({ id: "at", station: "connected", do: "take-over" }),
      close,
    ];
    expect(code(steps)[0]).toBe("E-SCRIPT-ORDER");
  });
});

describe("a block for each officer", () => {
  const block: Tree = {
    for: "each officer",
    steps: [
      aStep({
        id: "ask",
        say: "Officer {officer}?",
        do: {
          choose: [
            { if: "Here", "go-to": "make" },
            { if: "Not now", "go-to": "skip" },
          ],
        },
      }),
      aStep({ id: "make", by: "this officer", do: "make-key" }),
      plain("skip"),
    ],
  };

  it("is completed by one officer before the next one begins", () => {
    const steps = [open, block, close];
    const chosen = { "ask-1": "make-1", "ask-2": "skip-2", "ask-3": "make-3" };
    expect(idsOf(steps, { chosen })).toEqual([
      "first",
      "ask-1",
      "make-1",
      "skip-1",
      "ask-2",
      "skip-2",
      "ask-3",
      "make-3",
      "skip-3",
      "last",
    ]);
    const [, ask] = readScript(textOf(aScript(steps)), "").steps;
    expect(ask).toMatchObject({ say: "Officer 1?", by: "administrator", seat: 1 });
  });

  it("is left out for an officer who did not come", () => {
    const chosen = { "ask-2": "make-2" };
    expect(idsOf([open, block, close], { seats: [2], chosen })).toEqual([
      "first",
      "ask-2",
      "make-2",
      "skip-2",
      "last",
    ]);
  });

  it("is only for those whose keys are replaced, if it says so", () => {
    const steps = [
      open,
      aStep({ id: "old", by: "each remaining officer", do: "make-key" }),
      aStep({ id: "new", by: "each new officer", do: "make-key" }),
      close,
    ];
    expect(idsOf(steps, { renewed: [2] })).toEqual(["first", "old-1", "old-3", "new-2", "last"]);
  });

  it("is for those of before whose keys end, if it says so, though nobody has their seat", () => {
    const leaving = { for: "each leaving officer", steps: [plain("gone", { do: "check-seals" })] };
    const steps = [
      open,
      leaving,
      aStep({ id: "new", by: "each new officer", do: "make-key" }),
      close,
    ];
    const gone = (renewed: readonly number[], before: number) =>
      idsOf(steps, { renewed, before }).filter((id) => id.startsWith("gone"));
    expect(gone([2], 3)).toEqual(["gone-2"]);
    expect(gone([1, 3], 2)).toEqual(["gone-1"]);
    expect(gone([1], 10)).toEqual([1, 4, 5, 6, 7, 8, 9, 10].map((seat) => `gone-${seat}`));
    expect(gone([], 3)).toEqual([]);
    const own = { ...leaving, steps: [aStep({ id: "own", by: "this officer", do: "make-key" })] };
    expect(code([open, own, close])[0]).toBe("E-SCRIPT-VALUE");
    const by = aStep({ id: "gone", by: "each leaving officer", do: "make-key" });
    expect(code([open, by, close])[0]).toBe("E-SCRIPT-VALUE");
  });

  it("has no other fields, and its steps name no other officer", () => {
    expect(code([open, { ...block, by: "witness" }, close])[0]).toBe("E-SCRIPT-FIELD");
    const other = {
      for: "each officer",
      steps: [aStep({ id: "make", by: "each officer", do: "make-key" })],
    };
    expect(code([open, other, close])[0]).toBe("E-SCRIPT-VALUE");
    const alone = aStep({ id: "make", by: "this officer", do: "make-key" });
    expect(code([open, alone, close])[0]).toBe("E-SCRIPT-VALUE");
  });
});

it("walks every way: what is missing on one of them is refused", () => {
  const materials = [
    { medium: "officer-{officer}", of: "each officer", at: "offline", comes: "new" },
    { medium: "officer-{officer}-backup", of: "each officer", at: "offline", comes: "new" },
  ];
  const make = aStep({ id: "make", by: "each officer", do: "make-key", "go-to": "last" });
  const sealed = ["sealed officer-{officer}", "sealed officer-{officer}-backup"];
  const steps = [
    open,
    choosing([
      { if: "Today", "go-to": "make-1" },
      { if: "Not today", "go-to": "none" },
    ]),
    { ...make, "go-to": undefined },
    plain("none"),
    { ...close, ensures: sealed },
  ];
  const script = readScript(textOf({ ...aScript(steps), materials }), "");
  expect(() => checkScript(script)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^E-CHECK-/) as string }) as Error,
  );
});

it("refuses more ways than anyone could review", () => {
  const many = Array.from({ length: 13 }, (_, i) => [
    choosing(
      [
        { if: "a", "go-to": `a${i}` },
        { if: "b", "go-to": `b${i}` },
      ],
      { id: `which${i}` },
    ),
    plain(`a${i}`, { "go-to": `c${i}` }),
    plain(`b${i}`),
    plain(`c${i}`),
  ]).flat();
  expect(code([open, ...many, close])[0]).toBe("E-SCRIPT-WAYS");
});
