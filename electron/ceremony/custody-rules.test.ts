// Microsoft's rules of custody: each kept, deviated from with a reason, or not kept.
import { describe, expect, it } from "vitest";
import { english, sentence } from "../text/text.ts";
import { custodyRules } from "./custody-rules.ts";
import type { Gap } from "./custody-gaps.ts";
import { moved, OBJECTS, SOUND, troubled } from "./standing.fixture.ts";
import type { Standing } from "./entries/standing.ts";

const SOON = "2026-03-01T00:00:00.000Z";
const GAP: Gap = { object: "transfer medium", kind: "place", expected: "Here", seen: "There" };
const broken = (standing: Standing, now = SOON) =>
  custodyRules(standing, [], now)
    .filter(({ verdict }) => verdict === "not-kept")
    .map(({ rule }) => rule);
const close = moved("officer-3 backup medium", { place: "Mumbai, locker" });

describe("the rules of custody", () => {
  it("are eight; of a quorum of two the deviation and its reason are shown", () => {
    const rules = custodyRules(SOUND, [], SOON);
    expect(rules.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      "quorum deviation",
      "spare kept",
      "holders kept",
      "sites kept",
      "sealed kept",
      "backup kept",
      "hand-offs kept",
      "review kept",
    ]);
    expect(rules[0]).toMatchObject({ reason: "Three officers are all there are.", next: "" });
    expect(english(rules[0]!.sentence)).toBe(
      "2 of 3 officers are enough. Microsoft advises a quorum of three or more.",
    );
  });

  it.each<[string, string, Standing]>([
    ["quorum", "a quorum of two that nobody accepted", { ...SOUND, deviations: [] }],
    [
      "holders",
      "a person with two officers' keys",
      moved("officer-2 backup medium", { custodian: "Ines Okafor" }),
    ],
    ["sites", "a site with every copy of a key", close],
    [
      "sites",
      "a site with every copy of the domain",
      moved("domain copy medium", { place: "Chennai, basement" }),
    ],
    [
      "sites",
      "a person with every copy of the domain",
      moved("domain copy medium", { custodian: "Asha Rao" }),
    ],
    ["sealed", "a bag without a number", moved("transfer medium", { seal: " " })],
    ["sealed", "a seal that was found broken", troubled({ 1: "seal-broken" })],
    ["sealed", "nothing in custody", { ...SOUND, objects: [] }],
    ["backup", "no known backup", { ...SOUND, backup: { container: "", folder: "", at: "" } }],
  ])("%s is not kept with %s, and what to do next is said", (rule, _, standing) => {
    expect(broken(standing)).toEqual([rule]);
    const view = custodyRules(standing, [], SOON).find((one) => one.rule === rule);
    expect(view).toMatchObject({ verdict: "not-kept", reason: "" });
    expect(english(view?.next ?? "")).toMatch(/^[A-Z].*\.$/);
  });

  it("hand-offs is not kept with a gap in the chain", () => {
    const rules = custodyRules(SOUND, [GAP], SOON);
    expect(rules.filter(({ verdict }) => verdict === "not-kept")).toMatchObject([
      { rule: "hand-offs", next: sentence("custody-rules.hand-offs.next") },
    ]);
  });

  it("review is not kept from the day after a quarter has passed", () => {
    expect(broken(SOUND, "2026-05-03T12:00:00.000Z")).toEqual([]);
    expect(broken(SOUND, "2026-05-04T00:00:00.000Z")).toEqual(["review"]);
  });

  it("quorum is kept with three required", () => {
    const three = { ...SOUND, required: 3, deviations: [] };
    expect(custodyRules(three, [], SOON)[0]).toMatchObject({ rule: "quorum", verdict: "kept" });
  });

  it("spare is not kept where every officer is needed, unless two people accepted that", () => {
    const all = { ...SOUND, required: 3, deviations: [] };
    expect(broken(all)).toEqual(["spare"]);
    const rules = custodyRules(
      { ...all, deviations: [{ rule: "spare", reason: "We are three." }] },
      [],
      SOON,
    );
    expect(rules[1]).toMatchObject({ verdict: "deviation", reason: "We are three." });
    expect(english(rules[1]!.sentence)).toContain("All 3 officers are needed.");
  });

  it("sites may be deviated from, and no rule but that and the two of the numbers", () => {
    const all = custodyRules(SOUND, [], SOON).map(({ rule }) => ({ rule, reason: "Because." }));
    const none: Standing = {
      ...close,
      deviations: all,
      backup: { container: "", folder: "", at: "" },
      objects: OBJECTS.map((one) => ({ ...one, place: "Here", custodian: "Ines Okafor" })),
    };
    const rules = custodyRules(none, [GAP], "2030-01-01T00:00:00.000Z");
    expect(rules.map(({ verdict }) => verdict)).toEqual([
      "deviation",
      "kept",
      "not-kept",
      "deviation",
      "kept",
      "not-kept",
      "not-kept",
      "not-kept",
    ]);
  });
});
