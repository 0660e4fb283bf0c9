// Which trials are picked for which ceremony, and that the same seed gives the same ones.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BUILT_IN, KINDS, readScript, type Step } from "../../ceremony-scripts/index.ts";
import { isFault, random, sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  begunOf,
  drawPlan,
  keepPlan,
  planIn,
  toldOf,
  trialsIn,
  type TrialPlan,
  type Wanted,
} from "./trial-plan.ts";
import { sealOf } from "./trial-score.ts";
import { TRIAL_NAMES } from "./trial-names.ts";
import { english } from "../text/text.ts";
import { trialOf } from "./trials.ts";

function stepsOf(name: string): readonly Step[] {
  const text = BUILT_IN.get(name) ?? "";
  return readScript(text, sha256Hex(utf8(text))).steps;
}
const draw = (name: string, wanted: Wanted, seed = "1"): TrialPlan =>
  drawPlan(wanted, stepsOf(name), [1, 2, 3], seed, random);
const places = ({ strikes }: TrialPlan) => strikes.map((planned) => Object.values(planned).join());

describe("the list", () => {
  it("has trials for each ceremony that comes with the app", () => {
    for (const name of BUILT_IN.keys())
      expect(trialsIn(stepsOf(name)).length, name).toBeGreaterThanOrEqual(2);
    expect(trialsIn(stepsOf("activation"))).toEqual(
      TRIAL_NAMES.filter((name) => !["altered-part", "strange-signer"].includes(name)),
    );
    expect(trialsIn(stepsOf("recovery"))).toContain("strange-signer");
    expect(trialsIn(stepsOf("attestation"))).toContain("altered-part");
  });

  it.each(TRIAL_NAMES)("%s says in whole sentences what it is and what should be done", (name) => {
    const { title, sentence, should, instruction, kinds } = trialOf(name);
    expect(english(title)).toMatch(/^[A-Z][a-z]/);
    for (const text of [sentence, should, instruction ?? "Done."])
      expect(english(text)).toMatch(/^[A-Z].*\.$/s);
    for (const kind of kinds) expect(Object.keys(KINDS)).toContain(kind);
    // The end of a ceremony is after the report of the trials.
    for (const kind of kinds) expect("ends" in KINDS[kind] && KINDS[kind].ends).not.toBe(true);
  });
});

describe("a draw", () => {
  it("is the same for the same seed, and not for every seed", () => {
    expect(places(draw("activation", "all", "5"))).toEqual(places(draw("activation", "all", "5")));
    const drawn = ["1", "2", "3", "4", "5", "6"].map((seed) =>
      places(draw("activation", "random", seed)).join(),
    );
    expect(new Set(drawn).size).toBeGreaterThan(2);
  });

  it("sets each trial in a step of a kind that fits", () => {
    for (const name of BUILT_IN.keys()) {
      const { strikes } = draw(name, "all");
      expect(strikes.map(({ trial }) => trial)).toEqual(trialsIn(stepsOf(name)));
      for (const { trial, step } of strikes) {
        const kind = stepsOf(name).find(({ id }) => id === step)?.action.kind;
        expect(trialOf(trial).kinds, `${trial} in ${step}`).toContain(kind);
      }
    }
  });

  it("sets two in one step only if there is no other", () => {
    const steps = draw("activation", ["cable", "power-cut", "altered-word"]).strikes.map(
      ({ step }) => step,
    );
    expect(new Set(steps).size).toBe(3);
  });

  it("is about the officer whose step it is; who stays away is nobody else's trial", () => {
    for (const seed of ["1", "2", "3", "4", "5"])
      for (const { trial, step, seat } of draw("recovery", "all", seed).strikes) {
        const own = /-(\d)$/.exec(step)?.[1];
        if (own !== undefined) expect(seat).toBe(Number(own));
        if (trial === "officer-absent") expect(seat).toBe(3);
        if (["wrong-passphrase", "wrong-share"].includes(trial)) expect(seat).toBeLessThan(3);
        if (trial === "strange-signer") expect(seat).toBe(0);
      }
  });

  it("refuses a trial that no step fits, and none at all", () => {
    for (const wanted of ["strange-signer", [], ["cable", "altered-part"]] as const) {
      const refused = (() => {
        try {
          return draw("activation", wanted);
        } catch (error) {
          return isFault(error) ? error.code : error;
        }
      })();
      expect(refused).toBe("E-REHEARSE-TRIAL");
    }
  });
});

describe("a plan", () => {
  it("is on the disk as it was kept; if none was kept, there is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "plan-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    expect(planIn(folder)).toBeNull();
    const plan = { ...draw("activation", "all"), set: ["cable"] as const };
    keepPlan(folder, plan);
    expect(planIn(folder)).toEqual(plan);
  });

  it("is bound at the beginning to what is told at the end, and tells nothing before", () => {
    const plan = { ...draw("activation", "all"), set: ["cable"] as const };
    const { seed, nonce, trials } = toldOf(plan);
    expect(begunOf(plan)).toEqual({ sealed: sealOf(seed, nonce, trials) });
    expect(Object.keys(begunOf(plan))).toEqual(["sealed"]);
    expect(trials.filter(({ set }) => set).map(({ trial }) => trial)).toEqual(["cable"]);
    const other = draw("activation", "all");
    expect(begunOf(other)).not.toEqual(begunOf(plan));
  });
});
