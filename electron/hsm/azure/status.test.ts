// Azure's status words, in every case and form seen.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { activationOf, progressOf } from "./status.ts";

describe("progressOf", () => {
  it.each([
    ["Success", "succeeded"],
    ["success", "succeeded"],
    ["SUCCEEDED", "succeeded"],
    ["Succeeded", "succeeded"],
    ["Failed", "failed"],
    ["failed", "failed"],
    ["Canceled", "failed"],
    ["InProgress", "running"],
    ["inprogress", "running"],
    ["Unknown", "unknown"],
    ["", "unknown"],
    ["Success ", "unknown"],
    ["toString", "unknown"],
  ])("reads %j as %s", (status, state) => {
    expect(progressOf({ status }).state).toBe(state);
  });

  it.each([[undefined], [null], [1], [true], [["Success"]], [{ Success: 1 }]])(
    "reads the status %j as unknown",
    (status) => {
      expect(progressOf({ status }).state).toBe("unknown");
    },
  );

  it("accepts no other word as success", () => {
    fc.assert(
      fc.property(fc.string(), (status) => {
        fc.pre(!["success", "succeeded"].includes(status.toLowerCase()));
        expect(progressOf({ status }).state).not.toBe("succeeded");
      }),
    );
  });

  it("takes its details from where each operation puts them", () => {
    expect(progressOf({ status_details: "The resource is active." }).details).toBe(
      "The resource is active.",
    );
    const noError = { code: null, message: null, innererror: null };
    expect(progressOf({ statusDetails: null, error: noError }).details).toBe("");
    expect(progressOf({ statusDetails: null, error: { code: "A", message: "b" } }).details).toBe(
      "A: b",
    );
  });

  it("cleans its details to 200 characters of printable ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (status_details) => {
        expect(progressOf({ status_details }).details).toMatch(/^[\x20-\x7e]{0,200}$/);
      }),
    );
  });
});

describe("activationOf", () => {
  const arm = (activationStatus: unknown): Parameters<typeof activationOf>[0] =>
    JSON.parse(
      JSON.stringify({
        properties: {
          provisioningState: "Succeeded",
          statusMessage: "The Managed HSM is provisioned and ready to use.",
          securityDomainProperties: { activationStatus },
        },
      }),
    ) as Parameters<typeof activationOf>[0];

  it.each(["Active", "NotActivated", "Failed", "Unknown"])("reads %s", (word) => {
    expect(activationOf(arm(word))).toBe(word);
  });

  it.each(["active", "Activated", "", null, 1])("reads %j as Unknown", (word) => {
    expect(activationOf(arm(word))).toBe("Unknown");
  });

  it("does not go by a statusMessage that says ready to use", () => {
    expect(activationOf(arm("NotActivated"))).toBe("NotActivated");
    expect(activationOf({ properties: { statusMessage: "ready to use" } })).toBe("Unknown");
  });

  it("is null if the answer is not about an HSM", () => {
    expect(activationOf({})).toBeNull();
  });
});
