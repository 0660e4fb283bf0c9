// Every runbook, carried out from its first step to its last: nothing in it asks for what nobody can give.
import { english } from "../text/english.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RUNBOOK_NAMES } from "./blocks.ts";
import { Team } from "./deployment.fixture.ts";

/** Steps that are ceremonies of this app end there: their records are linked (linked-ceremony.test.ts). */
const CEREMONIES: Readonly<Record<string, number>> = { activate: 1, "recovery-rehearsal": 2 };

let root = "";
let team: Team;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "runbooks-"));
  team = new Team(root);
  team.adopt();
});
afterAll(() => {
  team.end();
  rmSync(root, { recursive: true, force: true });
});

it.each(RUNBOOK_NAMES)("%s is carried out by right answers, and then done", (runbook) => {
  const ceremony = CEREMONIES[runbook];
  team.carryOut(runbook, ceremony);
  if (ceremony === undefined) expect(team.runbook(runbook).state).toBe("done");
  else {
    const { n, twoPeople } = team.step(runbook);
    expect(n).toBe(ceremony);
    expect(twoPeople).not.toBeNull();
  }
  const titles = team.runbook(runbook).steps.map(({ title }) => english(title));
  expect(new Set(titles).size).toBe(titles.length);
});
