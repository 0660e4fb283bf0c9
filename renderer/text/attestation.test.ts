// Every check is part of what a person is told, and of one sentence only.
import { expect, it } from "vitest";
import { CHECKS, COLLATERAL_CHECKS } from "../../crypto/index.ts";
import {
  CHECK_GROUPS,
  FILE_GROUPS,
  groupState,
  notChecked,
  sayOf,
  fileLine,
} from "./attestation.ts";
import { say } from "./say.ts";

const [own, hardware, key, program] = CHECK_GROUPS;
const holding = Object.keys(CHECKS).map((check) => ({
  check: check as keyof typeof CHECKS,
  ok: true,
}));

it("tells every check once", () => {
  const told = CHECK_GROUPS.flatMap(({ checks }) => checks);
  expect(told).toEqual(Object.keys(CHECKS));
  const byFiles = FILE_GROUPS.flatMap(({ checks }) => checks);
  expect(byFiles).toEqual(Object.keys(COLLATERAL_CHECKS));
});

const NO_FILES = { hardware: null, collateral: [], missing: ["root CRL", "PCK CRL"] } as const;

it("says what Intel's files have not answered", () => {
  const checked = { verdict: "attested", checks: holding, ...NO_FILES } as const;
  expect(notChecked(checked)).toMatch(/how current the hardware is/);
  const file = { file: "TCB info", issued: "2026-11-20", next: "2026-12-20", days: 1 } as const;
  const some = { ...checked, collateral: [{ ...file, current: true }] };
  expect(notChecked(some)).toMatch(/not brought: root CRL, PCK CRL\.$/);
  expect(notChecked({ ...some, missing: [] })).toBe("");
});

it("says how old each of them is, and when it says nothing about today", () => {
  const file = { file: "TCB info", issued: "2026-11-20", next: "2026-12-20", days: 1 } as const;
  expect(fileLine({ ...file, current: true })).toContain("1 day old; next by 2026-12-20");
  expect(fileLine({ ...file, days: 40, current: false })).toContain("was due by 2026-12-20");
  expect(fileLine({ ...file, days: -1, current: false })).toContain("nothing about today");
});

it("says of a group that it was shown, is wrong, or was not there to be checked", () => {
  const attested = { verdict: "attested", checks: holding, ...NO_FILES } as const;
  expect(CHECK_GROUPS.map((group) => groupState(group, attested))).toEqual([
    "held",
    "held",
    "held",
    "held",
  ]);
  const strange = holding.map(({ check }) => ({ check, ok: check !== "signer" }));
  expect(groupState(program!, { ...NO_FILES, verdict: "not-attested", checks: strange })).toBe(
    "failed",
  );
  const bare = { ...NO_FILES, verdict: "not-attested", checks: holding.slice(0, 2) } as const;
  expect([own, hardware, key].map((group) => groupState(group!, bare))).toEqual([
    "held",
    "absent",
    "absent",
  ]);
});

it("says of hardware that is out of date that the key is a Managed HSM's anyway", () => {
  const of = (...failed: readonly string[]) =>
    sayOf({
      ...NO_FILES,
      verdict: "not-attested",
      checks: [...Object.keys(CHECKS), ...Object.keys(COLLATERAL_CHECKS)].map((check) => ({
        check: check as (typeof holding)[number]["check"],
        ok: !failed.includes(check),
      })),
    });
  expect(of("tcb-level")).toBe(say("attestation.old"));
  expect(of("tcb-level", "qe-level")).toBe(say("attestation.old"));
  expect(of("tcb-level", "signer")).toBe(say("attestation.say.not-attested"));
  expect(of()).toBe(say("attestation.say.not-attested"));
});
