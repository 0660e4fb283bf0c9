// Signing in with a browser, as on a jump box: the app opens the usual browser of the user who runs it,
// a person signs in there, once, and the window continues.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attach } from "../../build/test/attach.mjs";
import { withoutRoot } from "../runtime.fixture.ts";
import { makeHome, openApp, type Home } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { give } from "./page.fixture.ts";
import { decidePoints } from "./points.fixture.ts";
import { look, people, playUntil } from "./people.fixture.ts";
import { ALICE, startSite } from "./site.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

/** Debian's own Chromium, which trusts the authority's key and nothing more than usual. */
function makeUsualBrowser({ folder }: Home, publicKey: string): string {
  const [profile, program] = [join(folder, "tmp", "browser"), join(folder, "browser")];
  writeFileSync(
    program,
    "#!/bin/sh\nexec /usr/bin/chromium --headless=new --no-first-run "
      + `--remote-debugging-port=0 --user-data-dir="${profile}" `
      + `--ignore-certificate-errors-spki-list=${publicKey} "$1"\n`,
    { mode: 0o755 },
  );
  // As a desktop's settings do it.
  const [settings, entries] = [join(folder, ".config"), join(folder, ".local/share/applications")];
  for (const made of [settings, entries]) mkdirSync(made, { recursive: true });
  writeFileSync(
    join(settings, "mimeapps.list"),
    "[Default Applications]\nx-scheme-handler/https=browser.desktop\n",
  );
  writeFileSync(
    join(entries, "browser.desktop"),
    `[Desktop Entry]\nType=Application\nName=Browser\nExec=${program} %u\n`
      + "MimeType=x-scheme-handler/https;\n",
  );
  return profile;
}

/** The person at the browser that the app opened: presses the page's button. */
async function signInThere(profile: string): Promise<() => Promise<void>> {
  const port = join(profile, "DevToolsActivePort");
  await poll(() => existsSync(port) && readFileSync(port, "utf8").includes("\n")).toBe(true);
  const [number = ""] = readFileSync(port, "utf8").split("\n");
  const page = await attach(`http://127.0.0.1:${number}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/^http:\/\/localhost:/);
  await page.getByText("You can close this window now.").waitFor();
  return async () => {
    await (await page.context().browser()!.newBrowserCDPSession()).send("Browser.close");
  };
}

inOrder("a browser (needs Electron and root)", withoutRoot, () => {
  test("is opened once, and who signed in there is signed in for all that is asked", async () => {
    const home = await makeHome();
    const site = await startSite(home);
    const profile = makeUsualBrowser(home, site.publicKey);
    const members = JSON.parse(readFileSync(site.file, "utf8")) as object;
    writeFileSync(site.file, JSON.stringify({ ...members, signIn: "browser" }));
    const open = await openApp(home);
    const { page } = open;
    await give(open, site.file);
    await mouse.press(page, "HSM: the built-in one");
    await mouse.press(page, "Choose a site file");
    await mouse.press(page, /^Activate/);
    await page.getByText("2048: quicker").click();
    await playUntil(
      open,
      people(mouse),
      ({ ceremony }) => ceremony?.step?.id === "read-activation",
    );
    await mouse.press(page, "Ask the HSM");
    await page.getByText("A browser opens on this machine.").waitFor();
    await page.getByRole("button", { name: "Cancel the sign-in" }).waitFor();
    const closeBrowser = await signInThere(profile);
    await decidePoints(open, people(mouse), () => look(open));
    await poll(async () => (await look(open)).ceremony?.isPerformed).toBe(true);
    const { ledger } = (await look(open)).ceremony!;
    expect(ledger.findLast(({ type }) => type === "signed-in")?.facts).toMatchObject({
      way: "browser",
      id: site.administrator,
      name: ALICE,
    });
    expect(site.asked.length).toBeGreaterThan(0);
    expect(site.entra.asked.filter((one) => one.endsWith("/authorize"))).toHaveLength(1);
    await closeBrowser();
    await open.close();
  });
});
