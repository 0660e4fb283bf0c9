// What a computer is for, and where the record is while the other station has it: by keyboard.
import { say } from "../../renderer/text/say.ts";
import { sureYes } from "../../renderer/text/station-role.ts";
import { scrolling } from "../look.fixture.ts";
import { keys } from "../window/hands.fixture.ts";
import { recordingOf } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";
import { fault as deskFault } from "../../electron/desk/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

// Each look is then one in a language that no one speaks, too.
if (process.env["LONG"] === "1") test.use({ hasPseudo: true });

test("is chosen by people who were asked once more", async ({ display }) => {
  const { page } = display;
  const fault = asData(deskFault("E-POST-PROGRAM"));
  await display.open("made/home-kept", { chooseStationRole: { fault } });
  await keys.press(page, say("station-role.is.rehearsal"));
  await page.getByText("this computer stays the offline station").waitFor();
  expect(
    await page
      .getByRole("button", { name: say("station-role.stationRoles.connected.title") })
      .count(),
  ).toBe(0);
  expect(await display.look("station-role/kept")).toEqual([]);
  await keys.press(page, say("station-role.stationRoles.offline.title"));
  await page.getByText("Never connect this computer to a network again.").waitFor();
  expect(await display.look("station-role/sure")).toEqual([]);
  await keys.press(page, sureYes("offline"));
  await page.getByRole("alert").filter({ hasText: "rehearsals" }).waitFor();
  expect(await display.look("station-role/refused")).toEqual([]);
  expect(await display.asked()).toContainEqual({
    method: "chooseStationRole",
    request: { role: "offline" },
  });
  await keys.press(page, say("station-role.sure.no"));
  await keys.press(page, say("station-role.back"));
});

test("offline is shown by Home, bar and title", async ({ display }) => {
  const { page } = display;
  await display.open("home/offline");
  await page.getByText("OFFLINE", { exact: true }).waitFor();
  await keys.press(page, say("station-role.is.offline"));
  expect(await display.look("station-role/offline")).toEqual([]);
  await keys.press(page, say("station-role.back"));
  await page.getByRole("button", { name: "Add an earlier record" }).waitFor();
  expect(await page.title()).toContain("offline station");
  expect(await page.getByText("rehearsal").count()).toBe(0);
  expect(await scrolling(page)).toEqual([]);
});

test("a record is added by the head on its paper, and the words stay until it is taken", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/offline");
  await keys.press(page, say("home.bring"));
  await page.getByRole("dialog").waitFor();
  expect(await display.look("station-role/bring")).toEqual([]);
  await keys.write(page, say("home.bringHead"), "spaniel atmosphere deadbolt");
  await keys.press(page, say("home.bringCancel"));
  await keys.press(page, say("home.bring"));
  await keys.press(page, say("home.bringChoose"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await display.asked()).toContainEqual({
    method: "bring",
    request: { head: "spaniel atmosphere deadbolt" },
  });
});

test("connected begins nothing: first the site file, then what the medium brings", async ({
  display,
}) => {
  const { page } = display;
  await display.open("made/home-connected-no-site");
  await page.getByRole("button", { name: /^Now: choose the site file/ }).waitFor();
  await display.show("made/home-connected-waiting");
  await page.getByText("Insert the transfer medium").waitFor();
  for (const verb of ["Activate", "Attest", "Recover"])
    expect(await page.getByRole("button", { name: new RegExp(`^${verb}`) }).count()).toBe(0);
  await display.show("made/home-connected-arrival");
  await page.getByRole("button", { name: /^Take part in the activation/ }).waitFor();
  expect(await scrolling(page)).toEqual([]);
});

test("tells where the record is while the other station has it", async ({ display }) => {
  const { page } = display;
  const carry = { fault: asData(deskFault("E-DESK-STALE")) };
  await display.open("made/away-missing");
  await page.getByRole("heading", { name: "The ceremony is at the connected station" }).waitFor();
  await page.getByText("No transfer medium is inserted.").waitFor();
  const words = recordingOf("made/away-missing").view.ceremony?.words;
  expect(await page.locator("[data-words] li").allInnerTexts()).toEqual(words);
  expect(await scrolling(page)).toEqual([]);
  await display.show("made/away-without", { carry });
  expect(await scrolling(page)).toEqual([]);
  await keys.press(page, "Write the record to it");
  await page.getByRole("alert").filter({ hasText: "not up to date" }).waitFor();
  expect(await display.look("away/not-written")).toEqual([]);
  await display.show("made/away-forked");
  await page.getByText("This is an incident").waitFor();
  await keys.press(page, "Note an exception");
  await keys.press(page, "Close without saving");
  await display.show("made/not-away");
  await page
    .getByRole("heading", { name: "The ceremony is at the connected station" })
    .waitFor({ state: "detached" });
});

test("the end at the connected station says what authorities outside have witnessed", async ({
  display,
}) => {
  const { page } = display;
  const contoso = { name: "Contoso Root", host: "tsa.contoso.example" };
  const shown = { ...contoso, latest: "2026-12-01T12:00:01.000Z", until: "2036-01-01" };
  const fabrikam = { name: "Fabrikam Root", host: "", latest: "", until: "" };
  const stamps = { ok: { authorities: [shown, fabrikam] } };
  await display.open("made/end-stamps", { stamps });
  await page.getByText("Contoso Root: it existed at the latest on").waitFor();
  await page.getByText("Fabrikam Root: no time yet.").waitFor();
  expect(await display.look("station-role/end-stamps")).toEqual([]);
  for (const what of ["ask", "request", "take"] as const) {
    await keys.press(page, say(`home.stamps.${what}`));
    await expect
      .poll(() => display.asked())
      .toContainEqual({ method: "stamps", request: { act: what } });
  }
});
