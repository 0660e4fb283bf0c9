// Every proof holds for the answers of the planned deployment, in both shapes, and fails for each wrong
// state, whose member it names.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import { readAnswers } from "../answers/answer.ts";
import { CHECK_NAMES, CHECKS, type CheckName } from "./checks.ts";
import type { Finding } from "./finding.ts";
import type { Known } from "./proof.ts";
import { attestation } from "./right-hsm.fixture.ts";
import { verdictOf } from "./verdict.ts";
import { set, type Named } from "./changes.fixture.ts";
import { asAz, contoso, KNOWN, rightFor } from "./right.fixture.ts";
import { WRONG } from "./wrong.fixture.ts";

/** The names that Contoso's plan was given for its proofs: programs call them. */
const CONTRACT =
  "hsm-created purge-protection hsm-activated administrators roles region-extended endpoints "
  + "endpoint-dns public-access keys rotation-policies full-backup diagnostics mi-identity mi-key "
  + "mi-protector mi-databases failover-group disk-sets disks probe-disk dc-health replicated-items "
  + "storage-key cosmos-key aks-disks preflight subnets-nsg peering jump-boxes serving-region "
  + "key-attestation backup-age key-rotated services-healthy traffic-switched soak region-removed "
  + "hsm-deleted recovery-hsm repointed";

/** What the plan's list has no check for: two facts that are read back, and what is left alone. */
const OURS = [
  "providers",
  "resource-groups",
  "networks",
  "dns-forwarders",
  "dns-servers",
  "jump-box-resources",
  "log-workspace",
  "action-group",
  "backup-storage",
  "alerts",
  "external-keys",
  "keys-through-arm",
  "recovery-hsm-alone",
  "recovery-hsm-deleted",
  "recovery-hsm-gone",
  "recovery-access",
  "second-region-reached",
  "second-region-controllers",
  "second-region-healthy",
];

const asIs = (value: unknown): unknown => value;
const SHAPES = [
  ["Resource Manager's", asIs],
  ["az's", asAz],
] as const;

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const evaluate = (check: CheckName, files: readonly unknown[]): readonly Finding[] =>
  CHECKS[check].evaluate({ plan: contoso, answers: readAnswers(files.map(bytesOf)), ...KNOWN });

const shaped = (named: Named, shape: (value: unknown) => unknown): readonly unknown[] =>
  Object.values(named).map(shape);

describe("the checks", () => {
  it("have the names of the contract, and those of our own", () => {
    expect(CHECK_NAMES).toEqual(expect.arrayContaining([...CONTRACT.split(" "), ...OURS]));
  });

  it("prove nothing without an answer", () => {
    for (const check of CHECK_NAMES)
      expect({ check, none: evaluate(check, []).length === 0 }).toEqual({ check, none: false });
  });

  it("have at least one wrong state each, and 100 in all", () => {
    const tried = new Set(WRONG.map(({ check }) => check));
    expect(CHECK_NAMES.filter((check) => !tried.has(check))).toEqual([]);
    expect(WRONG.length).toBeGreaterThanOrEqual(200);
  });
});

describe.each(SHAPES)("in %s shape", (_, shape) => {
  it.each(CHECK_NAMES)("right answers prove %s", (check) => {
    const files = shaped(rightFor(check), shape);
    expect(evaluate(check, files)).toEqual([]);
    // In any order, one by one, as one list, and beside answers about other things.
    expect(evaluate(check, files.toReversed())).toEqual([]);
    expect(evaluate(check, [files])).toEqual([]);
    expect(evaluate(check, [{ value: files }, { id: "/subscriptions/x", name: "y" }])).toEqual([]);
  });

  it.each(WRONG)("$check: $state", ({ check, change, member }) => {
    const named = rightFor(check);
    change(named);
    const findings = evaluate(check, shaped(named, shape));
    expect(findings.map((one) => one.member).join("\n")).toContain(member);
    for (const { expected, found } of findings) expect([expected, found]).not.toContain("");
  });
});

it("what is beside `properties` (B152) is nothing that Azure sends, and proves nothing", () => {
  const { hsm } = rightFor("hsm-created") as Record<string, Readonly<Record<string, object>>>;
  const findings = evaluate("hsm-created", [{ ...hsm?.["properties"], ...hsm, properties: {} }]);
  expect(findings.map(({ member }) => member)).toContain("properties.provisioningState");
});

it("a grace period other than the planned one is found, where Azure fails over by itself", () => {
  const failoverGroup = { ...contoso.failoverGroup!, policy: "Automatic" as const, graceHours: 24 };
  const membersFor = (minutes: number): readonly string[] => {
    const named = rightFor("failover-group");
    set("group in southindia", "properties.readWriteEndpoint", {
      failoverPolicy: "Automatic",
      failoverWithDataLossGracePeriodMinutes: minutes,
    })(named);
    const answers = readAnswers(Object.values(named).map(bytesOf));
    return CHECKS["failover-group"]
      .evaluate({ plan: { ...contoso, failoverGroup }, answers, ...KNOWN })
      .map(({ member }) => member);
  };
  expect(membersFor(1440)).toEqual([]);
  expect(membersFor(60).join()).toContain("failoverWithDataLossGracePeriodMinutes");
});

it("after a loss the recovery HSM alone proves its keys, and before one the first HSM must answer", () => {
  const files = Object.entries(rightFor("recovery-hsm"))
    .filter(([name]) => !name.startsWith("key "))
    .map(([, value]) => value);
  expect(evaluate("recovery-hsm-alone", files)).toEqual([]);
  expect(evaluate("recovery-hsm", files).length).toBeGreaterThan(0);
});

describe("the root of an HSM", () => {
  const given = (check: CheckName, known: Partial<Known> = {}) => {
    const files = Object.values(rightFor(check)).map(bytesOf);
    return verdictOf(check, contoso, files, { ...KNOWN, ...known }, null);
  };
  const { learnt } = given("key-attestation");

  it("is learnt at the first look, and compared from then on", () => {
    expect(Object.keys(learnt)).toEqual(["contoso-prod-hsm"]);
    expect(given("key-attestation", { pools: learnt })).toMatchObject({ proven: true, learnt: {} });
    const pools = { "contoso-prod-hsm": "0".repeat(64) };
    const { findings, learnt: none } = given("key-attestation", { pools });
    expect(findings).toHaveLength(contoso.keys.length);
    expect(findings[0]).toMatchObject({
      expected: `the root ${"0".repeat(64)}, as before`,
      found: Object.values(learnt)[0],
    });
    expect(none).toEqual({});
  });

  it("is another one of the recovery HSM, which counts until that is gone", () => {
    const { learnt: second } = given("recovery-hsm", { pools: learnt });
    expect(Object.keys(second)).toEqual(["contoso-recovery-hsm"]);
    expect(Object.values(second)).not.toEqual(Object.values(learnt));
    expect(given("recovery-hsm-gone").learnt).toEqual({});
    const pools = { ...learnt, ...second };
    expect(given("recovery-hsm-gone", { pools }).learnt).toEqual({ "contoso-recovery-hsm": "" });
    const gone = { ...pools, "contoso-recovery-hsm": "" };
    expect(given("recovery-hsm", { pools: gone }).learnt).toEqual(second);
  });

  it("of a rehearsal counts in a rehearsal alone", () => {
    const { proven, findings } = given("key-attestation", { isRehearsal: false });
    expect(proven).toBe(false);
    expect(findings.map(({ member }) => member).join()).toContain("attributes.attestation (card)");
  });
});

it("B152 looks at four statements of each key, whatever more there are, and proves nothing by them", () => {
  const files = Object.values(rightFor("key-attestation"));
  const many = (count: number) => Array.from({ length: count }, () => files).flat();
  expect(evaluate("key-attestation", many(4))).toEqual([]);
  const found = evaluate("key-attestation", many(5)).map((one) => one.found);
  expect(new Set(found)).toEqual(new Set(["another form, or too many"]));
});

it("a restored key need not be attested as made in the second HSM", () => {
  const named = rightFor("recovery-hsm");
  const lie = { stated: { local: false } };
  for (const key of contoso.keys)
    named[`recovered attestation ${key.name}`] = attestation(contoso.recoveryHsm!.name, key, lie);
  expect(evaluate("recovery-hsm", Object.values(named))).toEqual([]);
});

it("an empty list of deleted HSMs is an answer, and no list is not", () => {
  const { deleted, ...rest } = rightFor("preflight");
  const none = { ...(deleted as object), value: [] };
  expect(evaluate("preflight", [...Object.values(rest), none])).toEqual([]);
  // An empty list that does not say what it is a list of may be of anything.
  for (const other of [[], [[]]])
    expect(
      evaluate("preflight", [...Object.values(rest), ...other]).map(({ member }) => member),
    ).toEqual(["deletedManagedHSMs"]);
});

it.each([undefined, null, []])("a disk set without old keys says so by %j", (previousKeys) => {
  const named = rightFor("disk-sets");
  for (const set of contoso.diskSets)
    edited(named, `set ${set.name}`).properties["previousKeys"] = previousKeys;
  expect(evaluate("disk-sets", Object.values(named))).toEqual([]);
});

const edited = (named: Named, answer: string) =>
  named[answer] as { readonly properties: Record<string, unknown> };

describe("an answer that is missing", () => {
  it.each(CHECK_NAMES.filter((check) => check !== "soak"))("is never right: %s", (check) => {
    const named = rightFor(check);
    for (const name of Object.keys(named)) {
      const left = Object.fromEntries(Object.entries(named).filter(([other]) => other !== name));
      // What a proof can do without says so here, with the reason in the proof's own file.
      if (!OPTIONAL.some((start) => `${check}/${name}`.startsWith(start)))
        expect({ check, name, findings: evaluate(check, Object.values(left)).length }).not.toEqual({
          check,
          name,
          findings: 0,
        });
    }
  });
});

/** Answers that say more than is needed: another answer says the same, or nobody has to ask. */
const OPTIONAL = [
  "purge-protection/key ",
  "roles/aks ",
  "region-extended/",
  "endpoint-dns/endpoint ",
  "key-attestation/key ",
  "mi-key/key ",
  "mi-protector/key ",
  "disk-sets/key ",
  "storage-key/key ",
  // After a loss the first HSM answers nothing.
  "recovery-hsm-alone/key ",
  "key-rotated/version new ",
];

/** The findings; none where the answers were refused with a code of their own. */
function evaluatedOrRefused(check: CheckName, files: readonly unknown[]): readonly Finding[] {
  try {
    return evaluate(check, files);
  } catch (error) {
    if (isFault(error) && error.code.startsWith("E-ANSWER-")) return [];
    throw error;
  }
}

/** All paths into a value: to its leaves and to what is between. */
const pathsOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) => {
        const own = [...path, name];
        return [own, ...pathsOf(member, own)];
      });

const ODD = [null, "", "x", -1, 1e300, true, [], {}, [1], [{}], "2026-99-99T00:00:00Z", "\0", [[]]];

describe("an answer with anything anywhere (B152)", () => {
  it.each(CHECK_NAMES)("is evaluated without an error of the app: %s", (check) => {
    const right = rightFor(check);
    const [...names] = Object.keys(right);
    fc.assert(
      fc.property(
        fc
          .constantFrom(...names)
          .chain((name) =>
            fc.tuple(
              fc.constant(name),
              fc.constantFrom(...pathsOf(right[name])),
              fc.constantFrom(...ODD),
            ),
          ),
        ([name, path, odd]) => {
          const named = { [name]: structuredClone(right[name]) };
          set(name, path, odd)(named);
          const files = Object.values(check === "soak" ? named : { ...right, ...named });
          for (const { expected, found } of evaluatedOrRefused(check, files))
            expect([expected, found]).not.toContain("");
        },
      ),
      { numRuns: 60 },
    );
  });
});
