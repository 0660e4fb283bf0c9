// A replica is for test failovers, for real ones, or for both: the runbooks move no other, and the proof asks for what
// it is for.
import { english } from "../../text/english.ts";
import { expect, it } from "vitest";
import { readAnswers } from "../answers/answer.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS } from "../proofs/checks.ts";
import { set } from "../proofs/changes.fixture.ts";
import { contoso, KNOWN, rightFor } from "../proofs/right.fixture.ts";
import { RUNBOOKS } from "./runbooks.ts";
import { MACHINE_FAILOVER_BODY } from "./site-recovery.ts";

const CONTROLLER = "contoso-dc-si1";
const MACHINE = "contoso-app-si1";

/** The plan with this use of each replica. */
const using = (use: "test" | "failover" | "both"): Plan => {
  const recovery = contoso.siteRecovery!;
  const items = recovery.items.map((item) => ({ ...item, use }));
  return { ...contoso, siteRecovery: { ...recovery, items } };
};

/** The words of all commands of both runbooks. */
const commandsOf = (plan: Plan): string =>
  JSON.stringify(
    (["failover", "failback"] as const).flatMap((name) =>
      RUNBOOKS[name].steps(plan).flatMap(({ commands }) => commands ?? []),
    ),
  );

const findingsFor = (plan: Plan, change: ReturnType<typeof set>): readonly string[] => {
  const named = rightFor("replicated-items");
  for (const machine of [CONTROLLER, MACHINE]) change({ item: named[`item ${machine}`] });
  const files = Object.values(named).map((one) => new TextEncoder().encode(JSON.stringify(one)));
  const given = { plan, answers: readAnswers(files), ...KNOWN };
  return CHECKS["replicated-items"].evaluate(given).map(({ member }) => member);
};

it("a domain controller's replica is left alone by failover and failback, and both say so", () => {
  expect(commandsOf(contoso)).not.toContain(CONTROLLER);
  expect(commandsOf(contoso)).toContain(MACHINE);
  const notes = RUNBOOKS.failover.steps(contoso).flatMap((step) => step.notes ?? []);
  expect(notes.map(english).join()).toContain(`not started: ${CONTROLLER}.`);
});

it("replicas for tests alone are not moved, those for both are", () => {
  expect(commandsOf(using("test"))).not.toContain(MACHINE);
  for (const machine of [CONTROLLER, MACHINE]) expect(commandsOf(using("both"))).toContain(machine);
});

it("whatever is started, its source is shut down first", () => {
  expect(MACHINE_FAILOVER_BODY.properties.sourceSiteOperations).toBe("Required");
});

it("the proof asks for what each is for, and for no more", () => {
  const only = (operation: string) => set("item", "properties.allowedOperations", [operation]);
  const untested = set("item", "properties.lastSuccessfulTestFailoverTime", null);
  expect(findingsFor(using("test"), only("TestFailover"))).toEqual([]);
  expect(findingsFor(using("failover"), only("UnplannedFailover"))).toEqual([]);
  expect(findingsFor(using("failover"), untested)).toEqual([]);
  expect(findingsFor(using("both"), only("TestFailover"))).toHaveLength(2);
  expect(findingsFor(using("test"), untested)).toHaveLength(2);
});
