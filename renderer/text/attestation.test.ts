// Every check is part of what a person is told, and of one sentence only.
import { expect, it } from "vitest";
import { CHECKS } from "../../crypto/index.ts";
import { CHECK_GROUPS, groupState } from "./attestation.ts";

const [own, hardware, key, program] = CHECK_GROUPS;
const holding = Object.keys(CHECKS).map((check) => ({
  check: check as keyof typeof CHECKS,
  ok: true,
}));

it("tells every check once", () => {
  const told = CHECK_GROUPS.flatMap(({ checks }) => checks);
  expect(told).toEqual(Object.keys(CHECKS));
});

it("says of a group that it was shown, is wrong, or was not there to be judged", () => {
  const attested = { verdict: "attested", checks: holding } as const;
  expect(CHECK_GROUPS.map((group) => groupState(group, attested))).toEqual([
    "held",
    "held",
    "held",
    "held",
  ]);
  const strange = holding.map(({ check }) => ({ check, ok: check !== "signer" }));
  expect(groupState(program!, { verdict: "not-attested", checks: strange })).toBe("failed");
  const bare = { verdict: "not-attested", checks: holding.slice(0, 2) } as const;
  expect([own, hardware, key].map((group) => groupState(group!, bare))).toEqual([
    "held",
    "absent",
    "absent",
  ]);
});
