// The connected station against an HSM of one's own: a site file, signing in on the screen, the
// pre-flight, a sign-in that ends while the HSM is waited for, a kill of the app in the middle.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formsOfText } from "../../electron/rehearse/secret-forms.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { makeHome, openApp, type Home, type OpenApp } from "./app.fixture.ts";
import { crewUpTo } from "./crew.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { watcher, type Findings } from "../look.fixture.ts";
import { doAndConfirm, doStep, look, people, playUntil, resume } from "./people.fixture.ts";
import { expectNoFileHolds, holders } from "./secrets.fixture.ts";
import { ALICE, NAME, startSite, type Site } from "./site.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const findings: Findings = [];
const see = watcher(findings);
/** Their screens are checked elsewhere; the pre-flight's is new. */
const crowd = people(mouse, (page, name) =>
  name.startsWith("preflight") ? see(page, name) : Promise.resolve(),
);
let home: Home;
let open: OpenApp;
let site: Site;

const reach = (step: string) =>
  playUntil(open, crowd, ({ ceremony }) => ceremony?.step?.id === step);
const ledger = async () => (await look(open)).ceremony!.ledger;
const types = async () => (await ledger()).map(({ type }) => type);
const signInKind = async () => (await look(open)).signIn.kind;
const code = () => open.page.getByText("WXYZ-1234", { exact: true });

async function chooseSite(): Promise<void> {
  await open.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, site.file);
  await mouse.press(open.page, "HSM: the built-in one");
  await mouse.press(open.page, "Choose a site file");
}

inOrder("an HSM of a site file (needs the Electron runtime and root)", withoutRoot, () => {
  test.beforeAll(async () => {
    home = await makeHome();
    site = await startSite(home);
    open = await openApp(home);
    await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
  });
  test.afterAll(async () => {
    await open.close();
  });

  test("is chosen at Home, and the ceremony is opened for it", async () => {
    const { page } = open;
    await chooseSite();
    await page.getByRole("button", { name: `HSM: ${NAME}` }).waitFor();
    await see(page, "home-site");
    await mouse.press(page, /^Activate/);
    await page.getByText("2048: quicker").click();
    await reach("make-key-1");
    await crewUpTo(open, crowd, "read-activation", []);
    expect((await look(open)).ceremony?.hsm).toBe(NAME);
    // Nobody was asked anything before the connected station's first question.
    expect(site.entra.asked).toEqual([]);
  });

  test("shows the code large, copies it, and lets the sign-in be cancelled", async () => {
    const { page, app } = open;
    await see(page, "step-read-activation-site");
    await mouse.press(page, "Ask the HSM");
    await code().waitFor();
    await page.getByText(`${site.entra.url}/device`).waitFor();
    await see(page, "sign-in-code");
    await mouse.press(page, "Copy the code");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe("WXYZ-1234");
    await mouse.press(page, "Cancel the sign-in");
    await page.getByText("E-AUTH-CANCELLED", { exact: true }).waitFor();
    await see(page, "sign-in-cancelled");
    await mouse.press(page, "Understood");
    expect(site.asked).toEqual([]);
  });

  test("is asked once a person has signed in, and the record says who", async () => {
    site.switches.isPending = false;
    await doAndConfirm(open, crowd, await look(open));
    await crewUpTo(open, crowd, "download-domain", []);
    expect((await look(open)).signIn).toMatchObject({
      kind: "signed-in",
      as: { id: site.administrator, name: ALICE },
    });
    await see(open.page, "step-download-domain-site");
    expect((await look(open)).preflight).toContainEqual(
      expect.objectContaining({ point: "administrator", verdict: "good" }),
    );
    expect((await ledger()).find(({ type }) => type === "signed-in")?.facts).toMatchObject({
      name: ALICE,
      id: site.administrator,
      way: "device-code",
    });
  });

  test("F39: is asked on after a sign-in that ended in the middle; nothing goes twice", async () => {
    const { page } = open;
    await mouse.tick(page, "Administrator and witness: continue");
    Object.assign(site.switches, { isPending: true, refreshes: false, isWorking: true });
    await mouse.press(page, "Activate the HSM");
    await code().waitFor();
    await see(page, "sign-in-again");
    Object.assign(site.switches, { isPending: false, refreshes: true });
    await poll(types).toContain("domain-written");
    await page.getByText("Last answer").waitFor();
    Object.assign(site.switches, { isPending: true, refreshes: false });
    await code().waitFor();
    await page.getByText("The HSM keeps working meanwhile.").waitFor();
    await see(page, "sign-in-while-waiting");
  });

  test("is continued after the app was killed there, with its own sign-in", async () => {
    await open.kill();
    open = await openApp(home);
    await mouse.press(open.page, /^Continue the activation/);
    await resume(open, crowd);
    Object.assign(site.switches, { isPending: false, refreshes: true, isWorking: false });
    await doStep(open, crowd, await look(open));
    await poll(async () => (await look(open)).ceremony?.isPerformed).toBe(true);
    await open.page.getByText(`${site.administrator} is Managed HSM Administrator at /`).waitFor();
    await see(open.page, "aftercheck");
    await reach("read-domain-aloud");
    const all = await types();
    for (const type of ["download-began", "answer-received", "download-ended"])
      expect(all.filter((one) => one === type)).toHaveLength(1);
    expect(site.asked.filter((one) => one === "POST /securitydomain/download")).toHaveLength(1);
    expect(all.filter((one) => one === "signed-in")).toHaveLength(1);
  });

  test("leaves its tokens in the one process that signs in: no file, no record, no other memory", async () => {
    expect(await signInKind()).toBe("signed-in");
    const secrets = {
      token: site.tokens.slice(-2).flatMap((token) => formsOfText(token.split(".")[2]!)),
    };
    const holding = holders(secrets).map(({ pid }) => pid);
    const named = await open.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .filter(({ name }) => name === "connected-station")
        .map(({ pid }) => pid),
    );
    expect(named).toHaveLength(1);
    expect(holding).toEqual(named);
    expectNoFileHolds(home, secrets);
    const record = readFileSync(
      join(home.media(1), ".ceremonies", "1-activation", "connected", "record.jsonl"),
      "utf8",
    );
    expect(record).toContain(site.administrator);
  });

  test("has no screen that axe complains of", () => {
    expect(findings).toEqual([]);
  });
});
