// What all sign is told whole, and nothing of what this ceremony never had.
import { describe, expect, it } from "vitest";
import type { Consent } from "../../electron/ceremony/ceremony.ts";
import { consentLines } from "./consent.ts";

const ACTIVATION: Consent = {
  ceremony: "c".repeat(32),
  scriptSha256: "5".repeat(64),
  hsm: "Contoso-HSM",
  officers: 3,
  required: 2,
  thumbprints: ["1".repeat(64), "2".repeat(64)],
  domainSha256: "d".repeat(64),
  signers: [{ officer: "officer-2", certificate: "e".repeat(64) }],
  exchangeThumbprint: "",
  exchangeAttested: "",
  accepted: [],
};
const linesOf = (consent: Consent): readonly (readonly string[])[] =>
  consentLines(consent).map(({ label, value }) => [label, value]);

describe("the consent", () => {
  it("names HSM, quorum, script, domain and every key", () => {
    expect(linesOf(ACTIVATION)).toEqual([
      ["HSM", "Contoso-HSM"],
      ["Quorum", "2 of 3 officers"],
      ["Ceremony", "c".repeat(32)],
      ["Script", "5".repeat(64)],
      ["Security domain", "d".repeat(64)],
      ["Wrapping key 1", "1".repeat(64)],
      ["Wrapping key 2", "2".repeat(64)],
      ["Signing key 2", "e".repeat(64)],
    ]);
  });

  it("of a recovery tells the exchange key, what it is worth, and what was overruled", () => {
    const lines = linesOf({
      ...ACTIVATION,
      exchangeThumbprint: "f".repeat(64),
      exchangeAttested: "not-attested",
      accepted: ["E-CERT-NAME"],
    });
    expect(lines).toContainEqual(["Exchange key", "f".repeat(64)]);
    expect(lines).toContainEqual(["Exchange key", "not proven to be from a genuine Managed HSM"]);
    expect(lines).toContainEqual(["Overruled", "E-CERT-NAME"]);
  });
});
