// The deployment in the real app: kept by a process of its own, which survives neither a kill nor the
// app's end, while the record does.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { say } from "../../renderer/text/say.ts";
import { makeHome, openApp, withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { processesOf, watchProcesses } from "./processes.fixture.ts";
import { apart, expect, poll, test } from "./test.fixture.ts";

/** Answers the system's dialogs in a person's stead. */
const choose = ({ app }: OpenApp, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);

apart("a deployment (needs the Electron runtime)", withoutRuntime, () => {
  test("is begun, killed, and continued where its record left it", async () => {
    const open = await openApp(await makeHome());
    const { page, home } = open;
    await watchProcesses(open);
    expect(await processesOf(open)).not.toContain("deployment");
    await mouse.press(page, say("home.deployment"));
    await mouse.press(page, say("deployment.plan.sample"));
    await page.getByText(say("deployment.plan.draft")).waitFor();
    await poll(() => processesOf(open)).toContain("deployment");
    await mouse.write(page, say("deployment.step.yourName"), "Asha Iyer");
    await mouse.press(page, say("deployment.plan.adopt"));
    await page.getByText(/^Adopted by Asha Iyer/).waitFor();
    const path = join(home.folder, "data", "rehearsals", "deployments", "001", "record.jsonl");
    const { entries, head } = verifyRecord(new Uint8Array(readFileSync(path)));
    expect(entries.map(({ type }) => type)).toEqual(["deployment-begun", "plan-adopted"]);
    await open.kill();
    const again = await openApp(home);
    await mouse.press(again.page, say("home.deployment"));
    await mouse.press(again.page, say("deployment.parts.record"));
    await again.page.getByText(head).waitFor();
    const pdf = join(home.folder, "minutes.pdf");
    await choose(again, pdf);
    await mouse.press(again.page, say("deployment.record.minutes"));
    await again.page.getByRole("status").getByText(say("deployment.record.saved")).waitFor();
    expect(existsSync(pdf)).toBe(true);
    expect(readFileSync(pdf).subarray(0, 5)).toEqual(Buffer.from("%PDF-"));
    // A record that was altered is refused whole, and nothing is added to it.
    await again.kill();
    const altered = readFileSync(path, "utf8").replace("Asha Iyer", "Asha Iyes");
    writeFileSync(path, utf8(altered));
    const third = await atHome(home);
    await mouse.press(third.page, say("home.deployment"));
    await third.page.getByText("E-LOG-HASH", { exact: true }).waitFor();
    expect(readFileSync(path, "utf8")).toBe(altered);
  });

  test("is carried out by simulated people, and read by the connected station's process", async () => {
    const open = await openApp(await makeHome());
    const { page } = open;
    await watchProcesses(open);
    await mouse.press(page, say("home.deployment"));
    await mouse.press(page, say("deployment.plan.sample"));
    await page.getByText(say("deployment.plan.draft")).waitFor();
    await mouse.write(page, say("deployment.step.yourName"), "Asha Iyer");
    await mouse.press(page, say("deployment.plan.adopt"));
    await page.getByText(/^Adopted by Asha Iyer/).waitFor();
    expect(await processesOf(open)).not.toContain("rehearsal-arm");
    await mouse.press(page, say("deployment.parts.runbooks"));
    await mouse.press(page, "Provision the HSM");
    await mouse.press(page, say("deployment.simulate.toHere"));
    await page.getByText("done, simulated").waitFor();
    const processes = await processesOf(open);
    expect(processes).toContain("rehearsal-arm");
    expect(processes).toContain("connected-station");
    await mouse.press(page, say("deployment.parts.state"));
    await mouse.press(page, say("deployment.state.read"));
    await page
      .getByText(/^Read from the rehearsal.s subscription/)
      .first()
      .waitFor();
  });
});
