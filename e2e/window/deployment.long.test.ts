// A whole deployment in the real window, carried out by simulated people from the empty subscription to the
// deleted HSM: every step of every runbook is checked, by day and by night, and all of it is done at its end.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import type { Bridge } from "../../electron/bridge/contract.ts";
import type { DeploymentView, RunbookView } from "../../electron/bridge/deployment-views.ts";
import { answeredPlan } from "../../electron/deployment-record/deployment.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { ALL_RUNBOOKS } from "../../electron/rehearsal-arm/all-runbooks.ts";
import { stepTitle } from "../../renderer/text/deployment.ts";
import { said, say } from "../../renderer/text/say.ts";
import { ROOT } from "../bundle.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { makeHome, openApp, withoutRuntime } from "./app.fixture.ts";
import { keys, mouse, type Hands } from "./hands.fixture.ts";
import { give } from "./page.fixture.ts";
import { apart, expect, poll, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

/** What the window shows of it: what a person could read. */
async function look(page: Page): Promise<DeploymentView> {
  const reply = await page.evaluate(() => window.ceremony.deployment({ act: "look" }));
  if ("fault" in reply) throw new Error(reply.fault.code);
  if (reply.ok === null) throw new Error("There is nothing to see.");
  return reply.ok;
}

const runbookIn = ({ runbooks }: DeploymentView, name: string): RunbookView => {
  const found = runbooks.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

/** A picture of all that is scrolled to, beside those of the window as it is. */
async function seeWhole(page: Page, name: string): Promise<void> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.setViewportSize({ ...size, height: 3000 });
  await page.screenshot({ path: join(ROOT, ".shots", `${name}-whole.png`) });
  await page.setViewportSize(size);
}

/** Opens a runbook from the list. */
async function open(page: Page, hands: Hands, { title }: RunbookView): Promise<void> {
  await hands.press(page, say("deployment.parts.runbooks"));
  await hands.press(page, said(title));
}

/** Simulated people do everything up to the step that is checked, until they have ended. */
async function carriedOut(page: Page, hands: Hands): Promise<void> {
  const before = (await look(page)).record?.entries ?? 0;
  await hands.press(
    page,
    new RegExp(
      `^(${escaped(say("deployment.simulate.step"))}|${escaped(say("deployment.simulate.toHere"))})$`,
    ),
  );
  const isOver = async (): Promise<boolean> => {
    const { record, work } = await look(page);
    return work === null && (record?.entries ?? 0) > before;
  };
  await poll(isOver, { timeout: PATIENCE_MS.long }).toBe(true);
}

/** Their proofs ask for what later runbooks create: they stay open until these have. */
const WAITING = ["service-roles", "ad-disks"];

/** Without a mouse as far as the first two runbooks, which have all that a step can have. */
const BY_KEYS = 2;

apart("a whole deployment (needs the Electron runtime)", withoutRuntime, () => {
  test("is seen step by step, and done everywhere at its end", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const opened = await openApp(await makeHome());
    const { page, home } = opened;
    const plan = join(home.folder, "contoso.yaml");
    writeFileSync(plan, answeredPlan());
    await give(opened, plan);
    await keys.press(page, say("home.deployment"));
    await keys.press(page, say("deployment.plan.choose"));
    await page.getByText(say("deployment.plan.draft")).waitFor();
    await keys.write(page, say("deployment.step.yourName"), "Asha Iyer");
    await keys.press(page, say("deployment.plan.adopt"));
    await page.getByText(/^Adopted by Asha Iyer/).waitFor();
    for (const [n, name] of [...new Set(ALL_RUNBOOKS)].entries()) {
      const hands = n < BY_KEYS ? keys : mouse;
      const runbook = runbookIn(await look(page), name);
      await open(page, hands, runbook);
      for (const step of runbook.steps) {
        await hands.press(page, new RegExp(`^${escaped(stepTitle(step))}`));
        await page.getByRole("heading", { level: 1, name: stepTitle(step), exact: true }).waitFor();
        const messages = page
          .locator("summary")
          .filter({ hasText: say("deployment.step.messages") });
        if ((await messages.count()) > 0) await messages.click();
        await see(page, `deployment/all/${name}-${String(step.n)}`);
        await seeWhole(page, `deployment/all/${name}-${String(step.n)}`);
      }
      // What another runbook waits for may be done already.
      if (runbook.state !== "done") await carriedOut(page, hands);
      const { state } = runbookIn(await look(page), name);
      expect([name, state]).toEqual([name, WAITING.includes(name) ? "now" : "done"]);
      await see(page, `deployment/all/${name}-after`);
    }
    const { runbooks, checks, mode } = await look(page);
    expect(mode).toBe("REHEARSAL");
    expect(runbooks.filter(({ state }) => state !== "done").map(({ name }) => name)).toEqual([]);
    expect(checks.filter(({ state }) => state !== "done").map(({ check }) => check)).toEqual([]);
    await mouse.press(page, say("deployment.parts.state"));
    for (const picture of ["flow", "resources", "hsm", "network"] as const) {
      await mouse.mark(
        page,
        say(`deployment.pictures.${picture}`),
        say("deployment.state.pictures"),
      );
      await page
        .getByRole("group", { name: say(`deployment.pictures.${picture}`), exact: true })
        .waitFor();
      await see(page, `deployment/all/state-${picture}`);
    }
    expect(findings).toEqual([]);
    const path = join(home.folder, "data", "rehearsals", "deployments", "001", "record.jsonl");
    const { entries } = verifyRecord(new Uint8Array(readFileSync(path)));
    const again = entries.filter(({ type }) => type === "runbook-begun-again");
    expect(again.map(({ data }) => data)).toMatchObject([
      { runbook: "full-backup" },
      { runbook: "recovery-rehearsal" },
    ]);
  });
});

/** A text as a pattern that finds it alone. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
