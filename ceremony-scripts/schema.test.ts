// What a script may contain, and what not: each refusal has its code and the place.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../crypto/index.ts";
import { BUILT_IN, readScript } from "./index.ts";
import { aScript, aStep, refusalOf, textOf, type Tree } from "./script.fixture.ts";

/** A script whose second step is changed. */
const withStep = (change: Tree): string =>
  textOf(aScript([aStep({ id: "first", do: "open" }), aStep({ ...change })]));

const AT = "acts[0].steps[1]";

describe("the scripts that come with the app", () => {
  it.each(["activation", "recovery"])("%s reads whole", (name) => {
    const text = BUILT_IN.get(name) ?? "";
    const script = readScript(text, sha256Hex(utf8(text)));
    expect(script).toMatchObject({ name, officers: 3, quorum: 2 });
    expect(script.continues).toBe(name === "recovery");
    expect(script.steps.at(0)?.action.kind).toBe("open");
    expect(script.steps.at(-1)?.action.kind).toBe("close");
    expect(script.steps.every(({ say }) => !/[{}]/.test(say))).toBe(true);
  });

  it("are bundled as the bytes that were reviewed", () => {
    const file = new URL("scripts/activation.yaml", import.meta.url);
    expect(BUILT_IN.get("activation")).toBe(readFileSync(file, "utf8"));
  });

  it("give each officer a turn of their own, in the order of their seats", () => {
    const { steps } = readScript(BUILT_IN.get("activation") ?? "", "");
    const turns = steps.filter(({ action }) => action.kind === "make-key");
    expect(turns.map(({ id, by, seat }) => [id, by, seat])).toEqual([
      ["make-key-1", "officer-1", 1],
      ["make-key-2", "officer-2", 2],
      ["make-key-3", "officer-3", 3],
    ]);
    expect(turns[1]?.say).toContain("Officer 2,");
  });

  it("ask three officers before the irreversible call", () => {
    const { steps } = readScript(BUILT_IN.get("activation") ?? "", "");
    const download = steps.findIndex(({ action }) => action.kind === "download-domain");
    const before = steps
      .slice(0, download)
      .filter(
        ({ action, station }) => action.kind === "confirm-thumbprint" && station === "connected",
      );
    expect(before.map(({ seat }) => seat)).toEqual([1, 2, 3]);
  });
});

describe("a field", () => {
  it.each<[string, Tree, string, string]>([
    ["that nobody knows, in a step", { colour: "red" }, "E-SCRIPT-FIELD", AT],
    ["that nobody knows, in the top", {}, "E-SCRIPT-FIELD", "the top"],
    ["that nobody knows, in an act", {}, "E-SCRIPT-FIELD", "acts[0]"],
    [
      "that this kind does not use",
      { do: { "export-certificates": { to: "connected" } } },
      "E-SCRIPT-FIELD",
      `${AT}.do.export-certificates`,
    ],
    [
      "that is missing in a kind",
      { do: { "hand-over": {} } },
      "E-SCRIPT-MISSING",
      `${AT}.do.hand-over.to`,
    ],
    [
      "that is missing in a kind named alone",
      { do: "hand-over" },
      "E-SCRIPT-MISSING",
      `${AT}.do.hand-over.to`,
    ],
    [
      "that has a word of another parameter",
      { do: { "hand-over": { to: "domain" } } },
      "E-SCRIPT-VALUE",
      `${AT}.do.hand-over.to`,
    ],
    ["of a wrong station", { station: "upstairs" }, "E-SCRIPT-VALUE", `${AT}.station`],
    ["that is no number", { minutes: "five" }, "E-SCRIPT-VALUE", `${AT}.minutes`],
    ["that is a fraction", { minutes: 1.5 }, "E-SCRIPT-VALUE", `${AT}.minutes`],
    ["that is too small", { minutes: 0 }, "E-SCRIPT-VALUE", `${AT}.minutes`],
    ["that is too large", { minutes: 241 }, "E-SCRIPT-VALUE", `${AT}.minutes`],
    ["that is an empty text", { say: "   " }, "E-SCRIPT-VALUE", `${AT}.say`],
    ["that is a text too long", { say: "a".repeat(2001) }, "E-SCRIPT-VALUE", `${AT}.say`],
    ["that holds a control character", { say: "one\u0007two" }, "E-SCRIPT-VALUE", `${AT}.say`],
    [
      "that reverses the direction of a line",
      { say: "one \u202e owt" },
      "E-SCRIPT-VALUE",
      `${AT}.say`,
    ],
    ["that is a list instead of a text", { say: ["one"] }, "E-SCRIPT-VALUE", `${AT}.say`],
    ["that is an id in capitals", { id: "First" }, "E-SCRIPT-VALUE", `${AT}.id`],
    ["that is nothing", { id: null }, "E-SCRIPT-VALUE", `${AT}.id`],
    ["that is a person nobody knows", { by: "officer-1" }, "E-SCRIPT-VALUE", `${AT}.by`],
    [
      "that lets a person confirm their own step",
      { by: "witness", confirm: "witness" },
      "E-SCRIPT-VALUE",
      `${AT}.confirm`,
    ],
    [
      "that is an officer confirming",
      { confirm: "each officer" },
      "E-SCRIPT-VALUE",
      `${AT}.confirm`,
    ],
    [
      "that gives an officer's turn to one person",
      { do: "make-key" },
      "E-SCRIPT-VALUE",
      `${AT}.by`,
    ],
    [
      "that gives one person's step to each officer",
      { by: "each officer" },
      "E-SCRIPT-VALUE",
      `${AT}.by`,
    ],
    [
      "that puts an offline kind online",
      { station: "connected", do: "prove-quorum" },
      "E-SCRIPT-VALUE",
      `${AT}.station`,
    ],
    [
      "that puts a connected kind offline",
      { do: "download-domain" },
      "E-SCRIPT-VALUE",
      `${AT}.station`,
    ],
    ["that names no kind", { do: "dance" }, "E-SCRIPT-KIND", `${AT}.do`],
    [
      "that names a member of every object as kind",
      { do: "constructor" },
      "E-SCRIPT-KIND",
      `${AT}.do`,
    ],
    [
      "that names two kinds",
      { do: { "hand-over": { to: "connected" }, close: {} } },
      "E-SCRIPT-KIND",
      `${AT}.do`,
    ],
    ["that names none of them", { do: {} }, "E-SCRIPT-KIND", `${AT}.do`],
    ["that is a list of kinds", { do: ["open"] }, "E-SCRIPT-VALUE", `${AT}.do`],
  ])("%s is refused", (what, change, code, path) => {
    const text = what.endsWith("top")
      ? textOf({ ...aScript(), colour: "red" })
      : what.endsWith("act")
        ? textOf(aScript(undefined, { colour: "red" }))
        : withStep(change);
    const refusal = refusalOf(text);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(`${path} `);
  });

  it.each(["script", "title", "officers", "quorum", "continues", "roles", "materials", "acts"])(
    "%s at the top may not be missing",
    (name) => {
      const refusal = refusalOf(textOf({ ...aScript(), [name]: undefined }));
      expect(refusal.code).toBe("E-SCRIPT-MISSING");
      expect(refusal.message).toContain(`${name} `);
    },
  );

  it.each(["id", "station", "by", "confirm", "say", "do", "minutes"])(
    "%s of a step may not be missing",
    (name) => {
      const refusal = refusalOf(withStep({ [name]: undefined }));
      expect(refusal.code).toBe("E-SCRIPT-MISSING");
      expect(refusal.message).toContain(`${AT}.${name} `);
    },
  );

  it.each<[Tree, string]>([
    [{ officers: 2 }, "officers"],
    [{ officers: 11 }, "officers"],
    [{ officers: "3" }, "officers"],
    [{ quorum: 1 }, "quorum"],
    [{ quorum: 4 }, "quorum"],
    [{ continues: "all" }, "continues"],
    [{ acts: [] }, "acts"],
    [{ acts: "none" }, "acts"],
    [{ acts: [1] }, "acts[0]"],
    [{ acts: [{ act: "One", steps: [] }] }, "acts[0].steps"],
    [{ acts: [{ act: "One", steps: [null] }] }, "acts[0].steps[0]"],
    [{ title: "a".repeat(81) }, "title"],
    [{ script: "two words" }, "script"],
  ])("%j at the top is refused", (change, path) => {
    const refusal = refusalOf(textOf({ ...aScript(), ...change }));
    expect(refusal.code).toBe("E-SCRIPT-VALUE");
    expect(refusal.message).toContain(`${path} `);
  });
});
