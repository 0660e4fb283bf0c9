// The points before an HSM is activated: good, wrong, or for people to decide.
import { describe, expect, it } from "vitest";
import { english } from "../text/text.ts";
import { isPrivate, preflight, type Surroundings } from "./preflight.ts";
import type { HsmFacts } from "./hsm.ts";

const NOW = Date.parse("2026-11-25T15:00:00Z");
const ME = "11111111-2222-3333-4444-555555555555";
const facts: HsmFacts = {
  provisioning: "Succeeded",
  activation: "NotActivated",
  activationSaid: "NotActivated",
  softDelete: true,
  retentionDays: 90,
  purgeProtection: true,
  administrators: [ME],
  publicAccess: "Disabled",
  endpoints: 1,
  approvedEndpoints: 1,
  regions: [],
  clocks: { ours: NOW, azures: NOW },
};
const around: Surroundings = { signedInAs: ME, addresses: ["10.0.0.5"] };

const verdicts = (change: Partial<HsmFacts> = {}, where: Partial<Surroundings> = {}) =>
  preflight({ ...facts, ...change }, { ...around, ...where })
    .filter(({ verdict }) => verdict !== "good")
    .map(({ point, verdict }) => `${point} ${verdict}`);

describe("the points before an activation", () => {
  it("are all good where everything is as it should be", () => {
    expect(verdicts()).toEqual([]);
    expect(preflight(facts, around)).toHaveLength(8);
  });

  it.each([
    ["provisioned wrong", { provisioning: "Provisioning" }],
    ["provisioned wrong", { provisioning: null }],
    ["waiting wrong", { activation: "Active" }],
    ["waiting wrong", { activation: "Unknown" }],
    ["waiting wrong", { activation: "Failed" }],
    ["soft-delete wrong", { softDelete: false }],
    ["soft-delete wrong", { softDelete: null }],
    ["purge-protection wrong", { purgeProtection: false }],
    ["purge-protection wrong", { purgeProtection: null }],
    ["administrator wrong", { administrators: [] }],
    ["clock wrong", { clocks: { ours: NOW + 301_000, azures: NOW } }],
    ["clock wrong", { clocks: { ours: NOW - 301_000, azures: NOW } }],
    ["clock decide", { clocks: { ours: NOW, azures: null } }],
    ["private-endpoint decide", { publicAccess: "Enabled" }],
    ["private-endpoint decide", { publicAccess: null, endpoints: 0, approvedEndpoints: 0 }],
    ["private-endpoint wrong", { approvedEndpoints: 0 }],
  ] as const)("say %s when Azure says %j", (said, change) => {
    expect(verdicts(change)).toEqual([said]);
  });

  it("B125: tell both times if the clocks are apart", () => {
    const clocks = { ours: NOW - 3_600_000, azures: NOW };
    const { sentence } = preflight({ ...facts, clocks }, around).find(
      ({ point }) => point === "clock",
    )!;
    expect(english(sentence)).toBe(
      "This machine's clock says 2026-11-25 14:00:00Z, " + "but Azure's says 2026-11-25 15:00:00Z.",
    );
  });

  it("say what only the place can tell", () => {
    expect(verdicts({}, { signedInAs: null })).toEqual(["administrator decide"]);
    for (const addresses of [[], ["52.1.2.3"], ["10.0.0.5", "52.1.2.3"]])
      expect(verdicts({}, { addresses })).toEqual(["private-address wrong"]);
  });

  it("say in plain sentences what to do wherever they are not good", () => {
    const all = [
      {},
      {
        provisioning: null,
        activation: "Active",
        softDelete: null,
        purgeProtection: null,
        administrators: [],
        publicAccess: "Enabled",
      },
    ] as const;
    for (const { verdict, sentence, next } of all.flatMap((change) =>
      preflight({ ...facts, ...change }, around),
    )) {
      expect(english(sentence)).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
      expect(next === "").toBe(verdict === "good");
    }
  });
});

it.each([
  ["10.1.2.3", true],
  ["172.16.0.1", true],
  ["172.31.9.9", true],
  ["192.168.1.1", true],
  ["fd00::1", true],
  ["172.32.0.1", false],
  ["172.15.0.1", false],
  ["11.0.0.1", false],
  ["127.0.0.1", false],
  ["192.169.0.1", false],
  ["fe80::1", false],
  ["2001:db8::1", false],
  ["", false],
  ["10.evil.example", false],
])("%s is private: %s", (address, is) => {
  expect(isPrivate(address)).toBe(is);
});
