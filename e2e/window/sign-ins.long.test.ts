// Signing in by a client certificate and as a machine, in the real window, and the connected
// station's screens by keyboard alone: in one activation that is stopped and continued. Its HSM
// is busy, and the computer sleeps meanwhile.
import { readFileSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CLIENT } from "../../electron/hsm/azure/authority.fixture.ts";
import type { SignInKind } from "../../electron/hsm/site.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { childrenOf, makeHome, openApp, type Home, type OpenApp } from "./app.fixture.ts";
import { keys, mouse } from "./hands.fixture.ts";
import { decidePoints } from "./points.fixture.ts";
import { look, people, playUntil, resume } from "./people.fixture.ts";
import { isAlone, startIdentityService } from "./imds.fixture.ts";
import { ALICE, NAME, startSite, type Site } from "./site.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const ASLEEP_MS = 3000;
const quiet = people(mouse);
let home: Home;
let open: OpenApp;
let site: Site;

const reach = (step: string) =>
  playUntil(open, quiet, ({ ceremony }) => ceremony?.step?.id === step);
const ledger = async () => (await look(open)).ceremony!.ledger;
const types = async () => (await ledger()).map(({ type }) => type);
const lastWay = async () => (await ledger()).findLast(({ type }) => type === "signed-in")?.facts;

/** The members of a site file, with another way to sign in. */
function signInBy(file: string, way: SignInKind): void {
  const members = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  // What JSON does not know is left out.
  const [client, clientCertificate] =
    way === "client-certificate" ? [CLIENT, site.clientFile] : [undefined, undefined];
  writeFileSync(file, JSON.stringify({ ...members, signIn: way, client, clientCertificate }));
}

/** The app is killed; the ceremony is continued, and one signs in another way. */
async function goOnWith(way: SignInKind): Promise<void> {
  await open.kill();
  signInBy(join(home.media(1), ".ceremonies", "1-activation", "site.json"), way);
  open = await openApp(home);
  await keys.press(open.page, /^Continue the activation/);
  await resume(open, people(keys));
}

async function activate(): Promise<void> {
  await keys.tick(open.page, "Administrator and witness: continue");
  await keys.press(open.page, "Activate the HSM");
}

const refuse =
  (status: number, headers: Readonly<Record<string, string>>) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end("{}");

inOrder("ways to sign in (need Electron and root)", withoutRoot || !isAlone, () => {
  test.beforeAll(async () => {
    home = await makeHome();
    site = await startSite(home);
    open = await openApp(home);
    await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
  });
  test.afterAll(async () => {
    await open.close();
  });

  test("a client certificate: the site's row, the pre-flight and what is accepted, by keyboard", async () => {
    signInBy(site.file, "client-certificate");
    await open.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, site.file);
    await keys.press(open.page, "HSM: the built-in one");
    await keys.press(open.page, "Choose a site file");
    await open.page.getByRole("button", { name: `HSM: ${NAME}` }).waitFor();
    await keys.press(open.page, /^Activate/);
    await open.page.getByText("2048: quicker").click();
    await reach("read-activation");
    await keys.press(open.page, "Ask the HSM");
    await decidePoints(open, people(keys), () => look(open));
    await poll(async () => (await look(open)).ceremony?.isPerformed).toBe(true);
    expect(await lastWay()).toMatchObject({
      way: "client-certificate",
      id: site.administrator,
      name: ALICE,
    });
    await reach("download-domain");
  });

  test("this machine's own identity, after a stop: what was one's is the other's", async () => {
    const asked = await startIdentityService(site);
    await goOnWith("managed-identity");
    site.switches.isWorking = true;
    await activate();
    await poll(types).toContain("domain-written");
    expect(await lastWay()).toMatchObject({ way: "managed-identity" });
    expect(asked[0]).toMatch(/^true \/metadata\/identity\/oauth2\/token\/?$/);
    await open.page.getByText("still working").waitFor();
  });

  test("an HSM that is busy is left alone as long as it said, and the screen says so", async () => {
    site.switches.instead.push(refuse(429, { "Retry-After": "30" }));
    await open.page.getByText("no clear answer, so we only ask again").waitFor();
    const asked = site.asked.length;
    await sleep(ASLEEP_MS);
    expect(site.asked).toHaveLength(asked);
    await open.page.getByText("still working").waitFor();
  });

  test("a computer that slept continues its waiting", async () => {
    const all = [open.pid, ...childrenOf(open.pid).map(({ pid }) => pid)];
    await open.app.evaluate(({ powerMonitor }) => powerMonitor.emit("suspend"));
    for (const pid of all) process.kill(pid, "SIGSTOP");
    await sleep(ASLEEP_MS);
    const asked = site.asked.length;
    for (const pid of all) process.kill(pid, "SIGCONT");
    await open.app.evaluate(({ powerMonitor }) => powerMonitor.emit("resume"));
    await poll(() => site.asked.length).toBeGreaterThan(asked);
    await open.page.getByText("still working").waitFor();
  });

  test("what is checked after the download, and confirmed, by keyboard", async () => {
    site.switches.isWorking = false;
    await poll(async () => (await look(open)).ceremony?.isPerformed).toBe(true);
    await open.page.getByText(`${site.administrator} is Managed HSM Administrator at /`).waitFor();
    const confirm = open.page.getByRole("button", { name: "Witness: confirm" });
    await poll(() => confirm.isEnabled()).toBe(true);
    await keys.press(open.page, "Witness: confirm");
    await poll(async () => (await look(open)).ceremony?.step?.id).toBe("read-domain-aloud");
    const all = await types();
    for (const type of ["download-began", "answer-received", "download-ended"])
      expect(all.filter((one) => one === type)).toHaveLength(1);
    expect(site.asked.filter((one) => one === "POST /securitydomain/download")).toHaveLength(1);
  });
});
