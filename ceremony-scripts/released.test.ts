// A record names its script by the SHA-256 of its bytes: every version that a record may name is
// kept, is found by its digest, and can still be run.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../crypto/index.ts";
import { BUILT_IN, checkScript, readScript, versionOf, type Script } from "./index.ts";
import { RELEASED } from "./released.ts";
import { aScript, textOf } from "./script.fixture.ts";

/** Each with the landed record that names it; one that no record names was never released. */
const PINNED: readonly (readonly [name: string, sha256: string, record: string])[] = [
  [
    "activation",
    "b66c9d4a4bbe5581c9d7329c9ad5f74fba429e5f7dfad7896f876a5228a5d536",
    "1-activation",
  ],
  ["hand-off", "f5759d8b39c0bee411377bc695d52640f1a495d32a580e45d7697d182177666b", "2-hand-off"],
  [
    "attestation-part",
    "5673c10d7990eb0bd2b65f4fef983d7d28ff5abebafc083c4611bc9a8faa99e9",
    "3-attestation-part",
  ],
  [
    "attestation",
    "e1970a67a859403263c88dec723f9ce36e750aa20ffcdd04357e893f46899d84",
    "4-attestation",
  ],
  [
    "replacement",
    "621d6383f98570353245664f8187676934589f26e0dd0f5a0eeae86082ba43a9",
    "5-replacement",
  ],
  ["recovery", "10f8a6e683524ee6b29ed68c6582c8d100843fb2c1929c16a95ffac4552612c8", "6-recovery"],
  [
    "recovery-alone",
    "18335d42fb42a30c1f78d030007791b5bd925a02b228bb54b7792e46a4be1aea",
    "7-recovery-alone",
  ],
  ["adoption", "55f9d9ffcd94869d48e7410cbf8165c4757b6410a7d80580fa167043987df2b4", "8-adoption"],
];

/**
 * The current scripts. If this fails because a script's words changed and the old words were
 * released, keep them first (README.md, "Versions"); then write the new digest here.
 */
const TODAY: Readonly<Record<string, string>> = {
  activation: "e74d4ba924703f6204c73ae5e65c5fec6ab0e56ad8c90abbc13a3a913eb3d11f",
  recovery: "460d52e6952c51d36e6f66fa6bbda93302705c5b61100c500674977b1fede3ed",
  "recovery-alone": "fc031748300ec3cee2dec3d7980f564855e05924ab5e3e385c441494f88fb0c1",
  adoption: "456453ca07c83970415c6cf2743f13bc97d90d19161b5aa54e9ac13ba45cb147",
  replacement: "51d2e3c982759479c92f235a72a2c7b70da60a024d96599ab7fa1ec169048801",
  "attestation-part": "4ce8f1d886eb9215bdcfd1ddd54d6e587701f428c53dc63e947ce5b5988f1583",
  attestation: "715a591d4f99e6858b902246008fe80d992e057190674bdf7059c1dafeee9933",
  "dry-run": "c4c0fec8d6f458d752a5fdd81ab2f7a83a8cf6b3c0c45ba7b8a53af15b4e0033",
  "hand-off": "3aeda765ab5a8851adbc744c9fb912764a0d88d92f5a8cd7d74e34586f992aa4",
};

const digestOf = (text: string): string => sha256Hex(utf8(text));
const now = (name: string): Script => {
  const text = BUILT_IN.get(name) ?? "";
  return readScript(text, digestOf(text));
};

describe("a released script", () => {
  it.each(PINNED)("%s is in its file unchanged, and in the app", (name, sha256) => {
    const file = new URL(`released/${name}-${sha256.slice(0, 8)}.yaml`, import.meta.url);
    const text = readFileSync(file, "utf8");
    expect(digestOf(text)).toBe(sha256);
    expect(RELEASED.get(sha256)).toBe(text);
  });

  it.each(PINNED)("%s is found by its digest, and can still be run", (name, sha256) => {
    const version = versionOf(now(name), sha256);
    expect(version).toMatchObject({ name, sha256 });
    expect(() => {
      checkScript(version);
    }).not.toThrow();
  });

  it.each(PINNED)("%s (%s) is what the landed record %s was held by", (script, sha256, record) => {
    const file = new URL(`../e2e/landed/${record}.jsonl`, import.meta.url);
    const [first = ""] = readFileSync(file, "utf8").split("\n");
    expect(JSON.parse(first)).toMatchObject({ data: { script, scriptSha256: sha256 } });
  });

  it("is pinned", () => {
    const pinned = PINNED.map(([, sha256]) => sha256).toSorted();
    expect([...RELEASED.keys()].toSorted()).toEqual(pinned);
    expect(readdirSync(new URL("released/", import.meta.url))).toHaveLength(pinned.length);
  });
});

describe("today's script", () => {
  it("has the recorded digest", () => {
    const digests = [...BUILT_IN.keys()].map((name) => [name, now(name).sha256] as const);
    expect(Object.fromEntries(digests)).toEqual(TODAY);
  });

  it("is used if a record names it, or an unknown one", () => {
    const script = now("activation");
    expect(versionOf(script, script.sha256)).toBe(script);
    expect(versionOf(script, "0".repeat(64))).toBe(script);
  });

  it("is not exchanged for a version of another script", () => {
    const script = now("activation");
    const [, handOff = ""] = PINNED.find(([name]) => name === "hand-off") ?? [];
    expect(versionOf(script, handOff)).toBe(script);
  });

  it("is used as it is if it is a file of one's own, whatever its name", () => {
    const [, sha256 = ""] = PINNED[0] ?? [];
    const text = textOf({ ...aScript(), script: "activation" });
    const own = readScript(text, digestOf(text));
    expect(versionOf(own, sha256)).toBe(own);
  });
});
