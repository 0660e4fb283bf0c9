// A draft is a plan whose check stops only for what its company has not answered.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingsOf } from "../findings/findings.ts";
import { readPlan } from "../plan/read-plan.ts";
import { DRAFT_SERVICES, type DraftService, type PlanAnswers } from "./answers.ts";
import { draftPlan } from "./draft.ts";
import { planFile } from "./plan-file.ts";

const person = (name: string, n: number) => ({
  name,
  objectId: `5d000000-0000-4000-9000-00000000000${String(n)}`,
});

const ANSWERS: PlanAnswers = {
  name: "fjord",
  title: "Managed HSM of Fjord",
  tenant: "b3dd084c-4bfe-4bc0-ac20-8444e1909279",
  subscription: "ac02246c-d697-4a2d-a65c-6a66b10d1b92",
  region: "northeurope",
  second: null,
  hsm: "fjord-hsm",
  services: [],
  administrators: [person("Anna Berg", 1), person("Bo Dahl", 2)],
  cryptoOfficers: [person("Cai Lund", 3)],
  cryptoUsers: [person("Dag Moe", 4)],
  officers: 5,
  quorum: 3,
  network: [10, 1],
  currency: "EUR",
  today: "2026-11-27",
};

/** Every subset of the services. */
const SUBSETS: readonly (readonly DraftService[])[] = DRAFT_SERVICES.reduce<DraftService[][]>(
  (all, one) => [...all, ...all.map((some) => [...some, one])],
  [[]],
);

const written = (answers: PlanAnswers): string => planFile(draftPlan(answers), ["A draft."]);

/** What may stop a draft: nobody has answered it yet. */
const OPEN = /^P-(?:ASSUMPTION-OPEN|QUESTION-OPEN|DISK-ADE-UNKNOWN|DISK-SNAPSHOTS-UNKNOWN)$/;

describe.each([
  ["one region", null],
  ["two regions", "westeurope2"],
] as const)("a draft for %s", (_, second) => {
  it.each(SUBSETS.map((services) => [services.join(", ") || "no service", services] as const))(
    "with %s is read, and stops only for what is open",
    (__, services) => {
      const { plan } = readPlan(written({ ...ANSWERS, second, services }));
      const stops = findingsOf(plan).filter(({ severity }) => severity === "stops");
      expect(stops.map(({ code }) => code).filter((code) => !OPEN.test(code))).toEqual([]);
      expect(plan.assumptions.every(({ answer }) => answer === undefined)).toBe(true);
      expect(plan.questions.length).toBeGreaterThan(2);
    },
  );
});

it("is read and stops for nothing else, whatever the names of plan and regions are", () => {
  const names = fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
    region: fc.stringMatching(/^[a-z][a-z0-9]{2,39}$/),
  });
  const services = [...DRAFT_SERVICES];
  fc.assert(
    fc.property(names, ({ name, region }) => {
      const answers = { ...ANSWERS, name, region, second: "uksouth", services };
      const { plan } = readPlan(written(answers));
      const stops = findingsOf(plan).filter(
        ({ severity, code }) => severity === "stops" && !OPEN.test(code),
      );
      expect(stops.map(({ code, members }) => [code, members])).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it("says above each part what it is for, and reads back as it was", () => {
  const text = written({ ...ANSWERS, services: [...DRAFT_SERVICES] });
  expect(text).toMatch(/^# A draft\.\n/);
  expect(text).toContain("\n# The HSM's private endpoints.\nendpoints:\n");
  expect(readPlan(text).plan).toEqual(draftPlan({ ...ANSWERS, services: [...DRAFT_SERVICES] }));
});
