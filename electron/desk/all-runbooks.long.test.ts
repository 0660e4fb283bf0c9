// A whole deployment of each sample plan as the window has it, carried out by simulated people: from the
// empty subscription over a recovery to its removal, with every runbook and every check done at its end.
import { expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";
import { answeredPlan } from "../deployment-record/deployment.fixture.ts";
import { MIDDLE, SMALL } from "../deployment/plan/plan.fixture.ts";
import { desk } from "./azure-reads.fixture.ts";

/** Its proofs ask for what later runbooks create: it stays open until these have. */
const WAITING = "service-roles";
/** Runbooks in the order in which a person asks for them, everything before each with it. */
const ASKED = [
  "recovery-end",
  WAITING,
  "ad-disks",
  "aks",
  "rotation",
  "failover",
  "failback",
  "repoint",
  "removal",
];

it.each([
  ["Contoso's", answeredPlan()],
  ["the middle", utf8(MIDDLE)],
  ["the small", utf8(SMALL)],
])("%s plan ends with every runbook done", async (_, plan) => {
  const { deployments, record } = await desk({ plan });
  let view: DeploymentView | null = await deployments.act({ act: "look" });
  for (const runbook of ASKED) {
    const { state, steps } = view?.runbooks.find(({ name }) => name === runbook) ?? {};
    if (state === "unplanned") continue;
    const step = steps?.length ?? 0;
    view = await deployments.act({ act: "play", runbook, step });
    const own = view?.runbooks.find(({ name }) => name === runbook);
    const open = own?.steps.flatMap(({ title, missing, proofs }) =>
      missing.length === 0 ? [] : [title, missing, proofs.map(({ verdict }) => verdict?.differs)],
    );
    if (runbook === WAITING) expect([runbook, own?.state]).toEqual([runbook, "now"]);
    else expect([runbook, own?.state, open]).toEqual([runbook, "done", []]);
  }
  const planned = view?.runbooks.filter(({ state }) => state !== "unplanned") ?? [];
  expect(planned.filter(({ state }) => state !== "done").map(({ name }) => name)).toEqual([]);
  const proofs = planned.flatMap(({ steps }) => steps.flatMap((step) => step.proofs));
  const checks = new Set(proofs.map(({ check }) => check));
  const open = view?.checks.filter(({ check, state }) => checks.has(check) && state !== "done");
  expect(open?.map(({ check }) => check)).toEqual([]);
  // The keys were rotated since the first rehearsal: their newest versions came with a newer backup.
  const again = record().filter(({ type }) => type === "runbook-begun-again");
  expect(again.map(({ data }) => data)).toMatchObject([
    { runbook: "full-backup" },
    { runbook: "recovery-rehearsal" },
  ]);
});
