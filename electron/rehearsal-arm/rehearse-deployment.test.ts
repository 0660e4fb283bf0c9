// A whole deployment, from the empty subscription to the deleted HSM, carried out by simulated people: every
// proof holds at its time, and fails by the member that is made wrong.
import { expect, it } from "vitest";
import { CHECK_NAMES, type CheckName } from "../deployment/deployment.ts";
import { contosoBegins } from "./people.fixture.ts";
import { WHOLE } from "./whole.ts";
import { WRONG_CHECKS, wrongFor } from "./wrong.ts";

/** Checks that people answer from inside machines, or that judge what a step kept: nothing is read. */
const BY_PEOPLE: readonly CheckName[] = [
  "jump-boxes",
  "serving-region",
  "full-backup",
  "backup-age",
  "probe-disk",
  "recovery-hsm",
  "repointed",
  "dc-health",
  "soak",
  "traffic-switched",
];

it("every check can be made to fail, but those that nothing is read for", () => {
  expect([...WRONG_CHECKS, ...BY_PEOPLE].toSorted()).toEqual([...CHECK_NAMES].toSorted());
});

it(
  "every proof holds at its time, and names the member that is wrong",
  { timeout: 120_000 },
  async () => {
    const { arm, deployment } = await contosoBegins();
    const proven = new Set<CheckName>();
    const failed = new Set<CheckName>();
    const unnamed: string[] = [];
    for (const runbook of WHOLE)
      for (const planned of deployment.stepsOf(runbook)) {
        const { title, proofs } = await deployment.step(runbook, planned);
        for (const { check, findings } of proofs) {
          // What is not there yet may be missing, and nothing may contradict the plan.
          const wrong = findings.filter(({ found }) => found !== "nothing");
          expect(wrong, `${runbook}: ${title}: ${check}`).toEqual([]);
          if (findings.length > 0) continue;
          proven.add(check);
          const trouble = wrongFor(check);
          if (trouble === undefined || failed.has(check)) continue;
          arm.troubles.push(trouble);
          const again = await deployment.prove(check);
          arm.troubles.pop();
          const member = (trouble.member?.[0] ?? "").split(".").at(-1) ?? "";
          const named = again.findings.map((one) => one.member).join(" ");
          if (again.proven || !named.includes(member))
            unnamed.push(`${check}: ${member}: ${named}`);
          failed.add(check);
        }
      }
    expect(unnamed).toEqual([]);
    expect(CHECK_NAMES.filter((check) => !proven.has(check))).toEqual([]);
    expect(WRONG_CHECKS.filter((check) => !failed.has(check))).toEqual([]);
  },
);
