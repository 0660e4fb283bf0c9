// The plan of what exists: Contoso's right answers give Contoso's plan, but for what no answer says.
import { describe, expect, it } from "vitest";
import { readAnswers } from "../answers/answer.ts";
import { changesOf } from "../changes/changes.ts";
import { planFile } from "../drafts/plan-file.ts";
import { readPlan } from "../plan/read-plan.ts";
import { CHECK_NAMES } from "../proofs/checks.ts";
import { asAz, contoso, rightFor } from "../proofs/right.fixture.ts";
import { aroundHsm } from "./around.ts";
import { existingPlan } from "./existing.ts";

/** Answers of a deployment as it is: none of before it, of a second region alone, or of its end. */
const USUAL = CHECK_NAMES.filter(
  (check) =>
    !/^(?:preflight|hsm-deleted|recovery-hsm-(?:deleted|gone)|recovery-access|region-removed|repointed|probe-disk|soak|second-|traffic-)/.test(
      check,
    ),
);

const answers = (shape: (value: unknown) => unknown) =>
  readAnswers(
    USUAL.flatMap((check) => Object.values(rightFor(check))).map((value) =>
      new TextEncoder().encode(JSON.stringify(shape(value))),
    ),
  );

/** What no deployment has by itself; and what exists is not new. */
const OURS = /^(?:plan|title|soak|prices|assumptions|questions|aksClusters\[\]\.isNew)/;

describe.each([
  ["Resource Manager", (value: unknown) => value],
  ["az", asAz],
] as const)("from answers of %s", (_, shape) => {
  const { plan, unknown } = existingPlan(answers(shape), "seen", "Contoso-PROD-HSM", "2026-11-27");

  it("the plan differs from Contoso's only in what is named as not known", () => {
    const differing = changesOf(contoso, plan).filter(({ form }) => !OURS.test(form));
    const unexplained = differing.filter(
      ({ form }) => !unknown.some((one) => form.startsWith(one) || one.startsWith(form)),
    );
    expect(differing.length).toBeGreaterThan(20);
    expect(unexplained.map(({ how, member, was, is }) => [how, member, was, is])).toEqual([]);
  });

  it("the plan has Contoso's form as a file, and nothing in it is decided", () => {
    const read = readPlan(planFile(plan, ["What exists."]));
    expect(read.plan.assumptions.every(({ answer }) => answer === undefined)).toBe(true);
    expect(read.plan.questions.every(({ answer }) => answer === undefined)).toBe(true);
  });
});

it("of another HSM than the answers are about is refused", () => {
  expect(() => existingPlan(answers(asAz), "seen", "Other-HSM", "2026-11-27")).toThrow(
    expect.objectContaining({ code: "E-ANSWER-HSM" }) as Error,
  );
});

describe("of a whole subscription", () => {
  const HSM = "Contoso-PROD-HSM";
  const own = answers((value) => value);
  const planOf = (all: typeof own) => existingPlan(all, "seen", HSM, "2026-11-27").plan;
  /** The same answers about things of another name, under keys of another HSM. */
  const others = readAnswers(
    own.all.map(({ value }) =>
      new TextEncoder().encode(
        JSON.stringify(value)
          .replaceAll(/Contoso-PROD-HSM/gi, "Strange-HSM")
          .replaceAll(/(resourceGroups\/)/gi, "$1strange-"),
      ),
    ),
  );
  const both = { ...own, all: [...others.all, ...own.all] };

  it("the plan has what this HSM's keys protect, and nothing else", () => {
    const { recoveryHsm, resourceGroups: _some, ...plan } = planOf(aroundHsm(both, HSM));
    const { recoveryHsm: one, resourceGroups: _all, ...right } = planOf(aroundHsm(own, HSM));
    expect(plan).toEqual(right);
    expect([recoveryHsm, one?.name]).toEqual([undefined, "Contoso-RECOVERY-HSM"]);
    const counts = (
      one: Pick<typeof contoso, "sqlInstances" | "diskSets" | "storageAccounts" | "cosmosAccounts">,
    ) =>
      [one.sqlInstances, one.diskSets, one.storageAccounts, one.cosmosAccounts].map(
        ({ length }) => length,
      );
    // Neither the account of the backups nor a jump box is under a key.
    expect(counts(right)).toEqual(counts(contoso));
    expect(right.machines.map(({ name }) => name).toSorted()).toEqual(
      [...contoso.domainControllers, ...contoso.machines].map(({ name }) => name).toSorted(),
    );
    expect(counts(planOf(both))).not.toEqual(counts(right));
  });

  it.each(["usgovcloudapi.net", "azure.cn"])("an HSM in the cloud of %s has its keys", (domain) => {
    const moved = readAnswers(
      own.all.map(({ value }) =>
        new TextEncoder().encode(
          JSON.stringify(value).replaceAll("managedhsm.azure.net", `managedhsm.${domain}`),
        ),
      ),
    );
    expect(planOf(aroundHsm(moved, HSM)).keys).toEqual(planOf(own).keys);
  });
});
