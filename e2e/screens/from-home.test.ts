// What is reached from Home by keyboard: custody, the audit, Azure's log, drives, drills, and what
// this computer is for; with what main refuses there.
import type { AuditView } from "../../electron/bridge/audit-views.ts";
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import { noteSaid } from "../../electron/meaning/notes.ts";
import { saidIn, sentence } from "../../electron/text/text.ts";
import { lostBridge } from "../../renderer/text/refusal.ts";
import { routesOf } from "../../renderer/stores/route.ts";
import { recordHint } from "../../renderer/text/anchoring.ts";
import { closedShortLines } from "../../renderer/text/custody.ts";
import { said, say } from "../../renderer/text/say.ts";
import { inGerman } from "../said.fixture.ts";
import { keys } from "../window/hands.fixture.ts";
import { englishIn, overrun, peoplesWords } from "./german.fixture.ts";
import { recordingOf } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";
import { fault as deskFault } from "../../electron/desk/faults.ts";
import { fault as journalFault } from "../../electron/journal/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

const isLong = process.env["LONG"] === "1";
// Each look is then one in a language that no one speaks, too.
if (isLong) test.use({ hasPseudo: true });

const FAULT: BridgeFault = asData(deskFault("E-SAVE-WRITE"));

const CUSTODIES = ["whole", "overdue", "would-fail", "after-attestation", "after-hand-off"];
const MANY = ["three-of-five", "five-of-ten"];
for (const name of [...CUSTODIES, ...MANY])
  test(`custody ${name}: every object, and the calendar`, async ({ display }) => {
    const { page } = display;
    await display.open(`home/${name}`, { calendar: { ok: true } });
    if (MANY.includes(name)) expect(await display.look(`home/${name}`)).toEqual([]);
    await keys.press(page, say("home.seeCustody"));
    expect(await display.look(`custody/${name}`)).toEqual([]);
    await keys.press(page, say("custody.calendar"));
    await page.getByRole("status").getByText(say("custody.saved")).waitFor();
    await display.show(`home/${name}`, { calendar: { fault: FAULT } });
    await keys.press(page, say("custody.calendar"));
    await page.getByRole("status").getByText(said(FAULT.message)).waitFor();
    expect(await display.look(`custody/${name}-not-saved`)).toEqual([]);
  });

test("custody and home say that too few officers closed the record", async ({ display }) => {
  const { page } = display;
  const { custody } = recordingOf("home/closed-short").view.home;
  await display.open("home/closed-short");
  await page.getByText(recordHint(custody!)).waitFor();
  await keys.press(page, say("home.seeCustody"));
  const [line] = closedShortLines(custody!);
  await expect(page.getByRole("listitem").filter({ hasText: line! })).toHaveCount(1);
  expect(await display.look("custody/closed-short")).toEqual([]);
  await display.showIn("de", "home/closed-short");
  await page.getByText(inGerman("custody.closedShort", custody!.closedShort!)).waitFor();
  if (isLong) expect(await display.look("custody/closed-short-german")).toEqual([]);
});

/** An audit with all that its lines can say. */
function auditOfMuch(): AuditView {
  const { audit } = recordingOf("audit/on-paper").replies as { audit: { ok: AuditView } };
  const words = audit.ok.words.slice(0, 10);
  return {
    ...audit.ok,
    notCompared: [
      { what: "head" },
      { what: "cards", officers: ["officer-1", "officer-2"] },
      { what: "before", words, code: null },
      { what: "part", words, code: "E-MEAN-SEAL" },
    ],
    isForked: true,
    notAdded: [{ name: "evidence/record.jsonl", code: "E-LOG-TORN" }],
    notes: [noteSaid({ note: "wrapping-key-expired", entries: [7, 12] })],
  };
}

test("audit on-paper: what was not compared comes first, until it is chosen beside it", async ({
  display,
}) => {
  const { page } = display;
  const found = auditOfMuch();
  await display.open("audit/on-paper", {
    audit: { ok: found },
    beside: { ok: { ...found, notCompared: [], isForked: false, notAdded: [] } },
  });
  await keys.press(page, say("home.audit"));
  await keys.press(page, /^Verify: /);
  for (const line of [/NOT COMPARED/, "E-LOG-TORN", said(found.notes[0]!)])
    await expect(page.getByRole("listitem").filter({ hasText: line })).toHaveCount(1);
  expect(await display.look("audit/not-compared")).toEqual([]);
  await keys.press(page, say("audit.beside.folders"));
  await expect(page.getByRole("listitem").filter({ hasText: /NOT COMPARED/ })).toHaveCount(0);
  const asked = (await display.asked()).find(({ method }) => method === "beside");
  expect(asked?.request).toEqual({ from: "folders" });
});

test("audit on-paper is in German, and nothing is cut off", async ({ display }) => {
  const { page } = display;
  const found = auditOfMuch();
  const replies = { audit: { ok: found } };
  await display.open("audit/on-paper", replies);
  await keys.press(page, say("home.audit"));
  await keys.press(page, /^Verify: /);
  await page.getByText(say("audit.compareTitle")).waitFor();
  await display.showIn("de", "audit/on-paper", replies);
  await page.getByText(saidIn("de", found.notes[0]!)).waitFor();
  if (isLong) expect(await display.look("audit/not-compared-german")).toEqual([]);
  expect(await page.evaluate(overrun)).toEqual([]);
  const { view } = recordingOf("audit/on-paper");
  expect(await page.evaluate(englishIn, peoplesWords([view, found]))).toEqual([]);
});

for (const name of ["whole", "other-head", "on-paper", "cut", "altered", "evidence"])
  test(`audit ${name}: the record is verified, and compared`, async ({ display }) => {
    const { page } = display;
    await display.open(`audit/${name}`);
    await keys.press(page, say("home.audit"));
    const isChosen = ["cut", "altered", "evidence"].includes(name);
    await keys.press(page, isChosen ? say("audit.choose") : /^Verify: /);
    const { audit, compare } = recordingOf(`audit/${name}`).replies;
    const refused = audit !== undefined && "ok" in audit ? audit.ok : null;
    const first =
      refused !== null && "refused" in refused
        ? [refused.refused.code, refused.file]
        : [say("audit.compareTitle")];
    for (const text of first) await page.getByText(text, { exact: true }).waitFor();
    expect(await display.look(`audit/${name}-found`)).toEqual([]);
    if (compare === undefined) return;
    await keys.write(page, say("audit.readAloud"), "the words");
    await keys.press(page, say("audit.compare"));
    await expect
      .poll(async () => (await display.asked()).at(-1)?.method)
      .toMatch(/compare|timeline/);
    // What came of it is beside the button, and in sight: the screen does not jump away from it.
    const told = page.getByRole("status").filter({ hasText: /head/ });
    await expect(told).toBeInViewport();
    await expect(page.getByRole("button", { name: say("audit.compare") })).toBeInViewport();
    expect(await display.look(`audit/${name}-compared`)).toEqual([]);
  });

test("an invalid head is reported beside its field", async ({ display }) => {
  const { page } = display;
  const why = sentence("journal-faults.strangeWord", { n: 4 });
  const fault = asData(journalFault("E-HEAD-FORM", { why }));
  await display.open("audit/whole", { compare: { fault } });
  await keys.press(page, say("home.audit"));
  await keys.press(page, /^Verify: /);
  await keys.write(page, say("audit.readAloud"), "no head");
  await keys.press(page, say("audit.compare"));
  await page.getByText("This is not a head: word 4 is misspelled").waitFor();
  expect(await display.look("audit/no-head")).toEqual([]);
});

for (const name of ["alarm", "quiet", "refused"])
  test(`Azure's log, ${name}`, async ({ display }) => {
    const { page } = display;
    await display.open(`reconcile/${name}`);
    await keys.press(page, say("home.seeCustody"));
    await keys.press(page, say("custody.reconcile"));
    expect(await display.look("reconcile/before")).toEqual([]);
    await keys.press(page, say("reconcile.files"));
    await keys.press(page, say("reconcile.compare"));
    await page.locator("section[aria-live] > *").first().waitFor();
    expect(await display.look(`reconcile/${name}-found`)).toEqual([]);
  });

test("Azure's log: files are added again and again, and taken out by keyboard", async ({
  display,
}) => {
  const { page } = display;
  await display.open("reconcile/chosen");
  await keys.press(page, say("home.seeCustody"));
  await keys.press(page, say("custody.reconcile"));
  await page.getByText(say("reconcile.none"), { exact: true }).waitFor();
  await keys.press(page, say("reconcile.folders"));
  await page.getByText("export/2031-03-01.json and 30 more").waitFor();
  expect(await display.look("reconcile/chosen")).toEqual([]);
  await keys.press(page, say("reconcile.files"));
  await keys.press(page, say("reconcile.removeNamed", { name: "export/2031-03-01.json" }));
  await expect
    .poll(async () =>
      (await display.asked()).flatMap(({ method, request }) =>
        method === "logs" ? [request] : [],
      ),
    )
    .toEqual([
      { change: "none", number: 0 },
      { change: "folders", number: 0 },
      { change: "files", number: 0 },
      { change: "remove", number: 1 },
    ]);
});

for (const name of ["none", "one", "twice", "many", "unknown"])
  test(`drives: ${name}`, async ({ display }) => {
    const { page } = display;
    await display.open(`drives/${name}`);
    await keys.press(page, say("home.drives"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await display.look(`drives/${name}-media`)).toEqual([]);
  });

test("drives: a stick is prepared, and one that is not empty is refused", async ({ display }) => {
  const { page } = display;
  await display.open("drives/one");
  await keys.press(page, say("home.drives"));
  await keys.choose(page, /^Prepare as/, "Officer 1: own medium");
  await page.getByRole("group", { name: /becomes/ }).waitFor();
  expect(await display.look("drives/asked")).toEqual([]);
  await keys.press(page, "Prepare it");
  await page.getByText("E-DRIVE-NOT-EMPTY", { exact: true }).waitFor();
  expect((await display.asked()).find(({ method }) => method === "prepare")?.request).toEqual({
    volume: "a",
    label: "officer-1",
  });
  expect(await display.look("drives/not-empty")).toEqual([]);
});

if (process.env["LONG"] === "1")
  for (const route of (["papers", "computer"] as const).flatMap((group) =>
    routesOf(group, "rehearsal"),
  ))
    test(`${route} is listed at Home, and leads there`, async ({ display }) => {
      const { page } = display;
      await display.open("home/whole");
      await keys.press(page, say(`home.${route}`));
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await display.look(`routes/${route}`)).toEqual([]);
    });

test("a trainer chooses what goes wrong", async ({ display }) => {
  const { page } = display;
  await display.open("home/whole");
  await keys.press(page, /^With a trainer/);
  await page.getByText(say("trainer.lead")).waitFor();
  expect(await display.look("trainer/choice")).toEqual([]);
  await keys.mark(page, "Officer’s attestation", say("trainer.which"));
  await keys.tick(page, /^Torn bag/);
  await keys.press(page, say("trainer.begin"));
  expect((await display.asked()).at(-1)).toEqual({
    method: "begin",
    request: { ceremony: "attestation-part", on: "folders", trials: ["torn-bag"] },
  });
});

test("a script is printed, and Home says on how many pages", async ({ display }) => {
  const { page } = display;
  await display.open("home/new", {
    print: { ok: { pages: 12, file: "recovery-script-REHEARSAL.pdf" } },
  });
  await keys.choose(page, /^Print a script/, "Recovery");
  await page
    .getByRole("status")
    .getByText(/recovery-script-REHEARSAL.pdf: 12 pages/)
    .waitFor();
  expect(await display.look("home/printed")).toEqual([]);
});

test("a refusal at Home stays in its place until it was read", async ({ display }) => {
  const { page } = display;
  const fault = { ...FAULT, code: "E-REHEARSE-OTHER" };
  await display.open("home/new", { begin: { fault } });
  await keys.press(page, /^Activate/);
  await page.getByText(fault.code, { exact: true }).waitFor();
  expect(await display.look("home/refused")).toEqual([]);
  await keys.press(page, say("refusal.understood"));
  await page.getByRole("button", { name: /^Activate/ }).waitFor();
});

test("a main that does not answer is reported before there is a view", async ({ display }) => {
  const { page } = display;
  await display.openWithout(lostBridge());
  await page.getByText(said(lostBridge().message)).waitFor();
  expect(await display.look("home/no-answer")).toEqual([]);
  await keys.press(page, say("refusal.again"));
  await page.getByText(said(lostBridge().message)).waitFor();
});

test("a program that was not installed can become no station, and says why", async ({
  display,
}) => {
  const { page } = display;
  await display.open("made/home-not-packaged");
  await page.getByText("This program was not installed as a package").waitFor();
  expect(await page.getByRole("button", { name: say("station-role.is.rehearsal") }).count()).toBe(
    0,
  );
});
