// What a computer is for, as its window tells it, by keyboard alone: views as main sends them to a
// station in earnest are shown by the real page. What main makes of the answers is tried elsewhere.
import { VIEW } from "../../electron/bridge/methods.ts";
import type { StationRoleView, WindowView } from "../../electron/bridge/view.ts";
import { withoutRuntime, type OpenApp } from "./app.fixture.ts";
import { keys } from "./hands.fixture.ts";
import { scrolling, watcher, type Findings } from "./look.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

const WORDS = [
  "battlefield",
  "councilman",
  "glossary",
  "hamburger",
  "insurgent",
  "amusement",
  "wallet",
  "document",
  "backfield",
  "chambermaid",
];
const SITE = {
  name: "Contoso-HSM",
  host: "contoso.managedhsm.azure.net",
  way: "device-code",
  cloud: "public",
  tenant: "7d1c1f6e-2f0b-4a4e-9c55-0d0f6b1f2a33",
  authority: "login.microsoftonline.com",
} as const;
const NOTHING_BEGINS = { activation: false, "attestation-part": false, recovery: false };

/** The page drops what is older than what it shows: nothing of main's comes between. */
let revision = 1_000_000;

/** Sends the window a view, as main does. */
async function send({ app }: OpenApp, view: WindowView): Promise<void> {
  revision++;
  await app.evaluate(
    ({ BrowserWindow }, [channel, view]) => {
      BrowserWindow.getAllWindows()[0]!.webContents.send(channel, view);
    },
    [VIEW, { ...view, revision }] as const,
  );
}

const at = (
  view: WindowView,
  post: StationRoleView["role"],
  kept: StationRoleView["kept"] = null,
): WindowView => ({
  ...view,
  mode: post === "rehearsal" ? "REHEARSAL" : "PRODUCTION",
  stationRole: { role: post, kept, rehearsalOnly: null },
});

inOrder("a computer's post (needs the Electron runtime)", withoutRuntime, () => {
  test("is chosen by who was asked once more, and told by Home, bar and title", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome();
    const { page } = open;
    const view = await look(open);
    await page.getByText("This program was not installed as a package").waitFor();
    expect(await page.getByRole("button", { name: "It is for rehearsals" }).count()).toBe(0);
    await send(open, at(view, "rehearsal", "offline"));
    await keys.press(page, "It is for rehearsals");
    await page.getByText("this computer stays the offline station").waitFor();
    expect(await page.getByRole("button", { name: "Connected station" }).count()).toBe(0);
    await see(page, "post-kept");
    await keys.press(page, "Offline station");
    await page.getByText("Never connect this computer to a network again.").waitFor();
    await see(page, "post-sure");
    await keys.press(page, "It is the offline station");
    // Main knows that this program is for rehearsals alone.
    await page.getByRole("alert").filter({ hasText: "rehearsals" }).waitFor();
    await keys.press(page, "Not now");
    await keys.press(page, "Back to Home");
    await send(open, at(view, "offline"));
    await page.getByText("OFFLINE", { exact: true }).waitFor();
    await keys.press(page, "It is the offline station");
    await keys.press(page, "Back to Home");
    await page.getByRole("button", { name: "Add an earlier record" }).waitFor();
    expect(await page.title()).toContain("offline station");
    expect(await page.getByText("rehearsal").count()).toBe(0);
    expect(await scrolling(page)).toEqual([]);
    await see(page, "home-offline");
    expect(findings).toEqual([]);
  });

  test("connected begins nothing: first the site file, then what the medium brings", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome();
    const { page } = open;
    const first = at(await look(open), "connected");
    const may = { ...first.home.may, ...NOTHING_BEGINS };
    const view = { ...first, home: { ...first.home, may } };
    await send(open, view);
    await page.getByRole("button", { name: /^Now: choose the site file/ }).waitFor();
    await see(page, "home-connected-no-site");
    await send(open, { ...view, site: SITE });
    await page.getByText("Insert the transfer medium").waitFor();
    for (const verb of ["Activate", "Attest", "Recover"])
      expect(await page.getByRole("button", { name: new RegExp(`^${verb}`) }).count()).toBe(0);
    const arrival = {
      ceremony: "activation",
      hsm: "Contoso-HSM",
      openedAt: "2026-11-25T10:04:00.000Z",
    } as const;
    await send(open, { ...view, site: SITE, home: { ...view.home, arrival } });
    await page.getByRole("button", { name: /^Take part in the activation/ }).waitFor();
    expect(await scrolling(page)).toEqual([]);
    await see(page, "home-connected");
    expect(findings).toEqual([]);
  });

  test("tells where the record is while the other station has it", async () => {
    const findings: Findings = [];
    const see = watcher(findings);
    const open = await atHome();
    const { page } = open;
    await keys.press(page, /^Activate/);
    await page.getByRole("button", { name: "Open the ceremony" }).waitFor();
    const view = at(await look(open), "offline");
    const ceremony = { ...view.ceremony!, hsm: "Contoso-HSM", words: WORDS };
    await send(open, { ...view, ceremony, away: { at: "connected", medium: "missing" } });
    await page.getByRole("heading", { name: "The ceremony is at the connected station" }).waitFor();
    await page.getByText("No transfer medium is inserted.").waitFor();
    expect(await page.locator("[data-words] li").allInnerTexts()).toEqual(WORDS);
    expect(await scrolling(page)).toEqual([]);
    await see(page, "away");
    await send(open, { ...view, ceremony, away: { at: "connected", medium: "without" } });
    expect(await scrolling(page)).toEqual([]);
    await see(page, "away-without");
    // Main has no copy of such a record, and says so.
    await keys.press(page, "Write the record to it");
    await page.getByRole("alert").filter({ hasText: "not up to date" }).waitFor();
    await send(open, { ...view, ceremony, away: { at: "connected", medium: "forked" } });
    await page.getByText("This is an incident").waitFor();
    await see(page, "away-forked");
    await keys.press(page, "Note an exception");
    await keys.press(page, "Close without saving");
    await send(open, { ...view, ceremony, away: null });
    await page.getByRole("heading", { name: "Open the ceremony" }).waitFor();
    expect(findings).toEqual([]);
  });
});
