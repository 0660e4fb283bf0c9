// A whole deployment, from the empty subscription to the deleted HSM, carried out by simulated people: every
// proof holds at its time, and fails by the member that is made wrong.
import { expect, it } from "vitest";
import { CHECK_NAMES, type CheckName } from "../deployment/deployment.ts";
import { contosoBegins } from "./people.fixture.ts";
import { ALL_RUNBOOKS } from "./all-runbooks.ts";
import { wrongFor } from "./wrong.ts";

it("every step is proven at its time, and a wrong member is named", async () => {
  const { deployment } = await contosoBegins();
  const proven = new Set<CheckName>();
  const failed = new Set<CheckName>();
  const unnamed: string[] = [];
  for (const runbook of ALL_RUNBOOKS)
    for (const planned of deployment.stepsOf(runbook)) {
      const { title, proofs } = await deployment.step(runbook, planned);
      for (const { check, findings } of proofs) {
        // What is not there yet may be missing, and nothing may contradict the plan.
        const wrong = findings.filter(({ found }) => found !== "nothing");
        expect(wrong, `${runbook}: ${title}: ${check}`).toEqual([]);
        if (findings.length > 0) continue;
        proven.add(check);
        if (failed.has(check)) continue;
        deployment.spoil(check);
        const again = await deployment.prove(check, runbook);
        deployment.spoil(null);
        const member = wrongFor(check).member[0].split(".").at(-1) ?? "";
        // What is only missing would not stop a rehearsal before its end.
        const named = again.findings
          .filter(({ found }) => found !== "nothing")
          .map((one) => one.member);
        if (again.proven || !named.some((one) => one.includes(member)))
          unnamed.push(`${check}: ${member}: ${named.join(" ")}`);
        // It was wrong for that one look.
        expect((await deployment.prove(check, runbook)).proven, check).toBe(true);
        failed.add(check);
      }
    }
  expect(unnamed).toEqual([]);
  expect(CHECK_NAMES.filter((check) => !proven.has(check))).toEqual([]);
  expect(CHECK_NAMES.filter((check) => !failed.has(check))).toEqual([]);
});
