// What stopped people at the desk: nothing blocks, nothing that matters is out of sight, and nothing
// that cannot be undone happens by one early press.
import { peopleOf } from "../../renderer/stores/people.ts";
import type { AuditView } from "../../electron/bridge/audit-views.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { bagWas, bagLine } from "../../renderer/text/running.ts";
import { say } from "../../renderer/text/say.ts";
import { otherLanguages } from "../../renderer/text/language.ts";
import { saidIn } from "../../electron/text/text.ts";
import { inGerman } from "../said.fixture.ts";
import { scrolling } from "../look.fixture.ts";
import { keys } from "../window/hands.fixture.ts";
import { RECORDED_AT, RECORDINGS, recordingOf } from "./recordings.fixture.ts";
import { expect, SIZE, test, type Screen } from "./screen.fixture.ts";
import { fault as ceremonyFault } from "../../electron/ceremony/entries/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

// Each look is then one in a language that no one speaks, too.
if (process.env["LONG"] === "1") test.use({ hasPseudo: true });

const lastAsked = async (display: Screen) => (await display.asked()).at(-1);

/** Whether all of the element is on the window, and above the foot. */
const isInSight = (display: Screen, selector: string): Promise<boolean> =>
  display.page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const foot = document.querySelector("footer")?.getBoundingClientRect().top ?? innerHeight;
    return top >= 0 && bottom <= foot + 1;
  });

test("an unfinished rehearsal is parked by one press", async ({ display }) => {
  const { page } = display;
  await display.open("home/unfinished");
  const { number } = recordingOf("home/unfinished").view.home.ceremonies.at(-1)!;
  await keys.press(page, say("home.setAside.park"));
  expect(await lastAsked(display)).toEqual({
    method: "setAside",
    request: { number, how: "park" },
  });
});

test("it is discarded on a sheet whose button is in no place of the first; Escape cancels", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/unfinished");
  const { number } = recordingOf("home/unfinished").view.home.ceremonies.at(-1)!;
  const asked = async () => (await display.asked()).filter(({ method }) => method === "setAside");
  const first = page.getByRole("button", { name: say("discarded.discard"), exact: true });
  const [before, parking] = [
    await first.boundingBox(),
    await page.getByRole("button", { name: say("home.setAside.park") }).boundingBox(),
  ];
  await keys.press(page, say("discarded.discard"));
  const sure = page.getByRole("button", { name: say("discarded.discardNow") });
  const after = await sure.boundingBox();
  for (const one of [before, parking]) expect(overlap(one!, after!)).toBe(false);
  // A second press of the key, or of the mouse in the same place, discards nothing.
  await page.keyboard.press("Enter");
  await page.mouse.dblclick(before!.x + before!.width / 2, before!.y + before!.height / 2);
  await sure.waitFor();
  expect(await asked()).toEqual([]);
  // This goes from button to button, and leaves the focus on any.
  expect(await display.look("home/discard-asked")).toEqual([]);
  await page.keyboard.press("Escape");
  await sure.waitFor({ state: "detached" });
  await first.waitFor();
  await keys.press(page, say("discarded.discard"));
  await keys.press(page, say("discarded.keep"));
  await sure.waitFor({ state: "detached" });
  expect(await asked()).toEqual([]);
  await keys.press(page, say("discarded.discard"));
  await keys.press(page, say("discarded.discardNow"));
  expect(await asked()).toEqual([{ method: "setAside", request: { number, how: "discard" } }]);
});

test("the sheet says of a rehearsal on sticks what is neither kept nor brought back", async ({
  display,
}) => {
  const { page } = display;
  const { view } = recordingOf("home/unfinished");
  const ceremonies = view.home.ceremonies.map((one) => ({ ...one, onDrives: true }));
  await display.open("home/unfinished");
  await display.send({ ...view, home: { ...view.home, ceremonies } });
  await keys.press(page, say("discarded.discard"));
  await page.getByText(say("discarded.sticks")).waitFor();
  expect(await display.look("home/discard-asked-sticks")).toEqual([]);
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
type Box = Readonly<Record<"x" | "y" | "width" | "height", number>>;

test("what was discarded is named at Home, and comes back by one press", async ({ display }) => {
  const { page } = display;
  await display.open("home/discarded");
  await page.getByText("discarded on").waitFor();
  expect(await display.look("home/discarded")).toEqual([]);
  await keys.press(page, new RegExp(`^${say("discarded.undo")}`));
  expect(await lastAsked(display)).toEqual({
    method: "setAside",
    request: { number: 1, how: "undo" },
  });
});

test("several that were discarded are on a sheet; what is over is removed by people", async ({
  display,
}) => {
  const { page } = display;
  const { view } = recordingOf("home/discarded");
  const [one] = view.home.discarded;
  const discarded = [
    { ...one!, folder: "/a/1-activation.discarded-2026-12-01", mayUndo: false },
    {
      ...one!,
      folder: "/a/2-adoption.discarded-2026-10-01",
      name: "adoption",
      isOver: true,
      onDrives: true,
    } as const,
    ...Array.from({ length: 9 }, (_, i) => ({ ...one!, folder: `/a/${String(i + 3)}` })),
  ];
  await display.open("home/discarded");
  await display.send({ ...view, home: { ...view.home, discarded } });
  await keys.press(page, say("discarded.see"));
  await page.getByText(say("discarded.lost")).waitFor();
  await page.getByText(say("discarded.introSticks")).waitFor();
  expect(await display.look("home/discarded-all")).toEqual([]);
  await keys.press(page, say("discarded.remove"));
  expect((await display.asked()).map(({ method }) => method)).not.toContain("setAside");
  expect(await display.look("home/discarded-remove")).toEqual([]);
  await page.keyboard.press("Escape");
  await keys.press(page, say("discarded.remove"));
  await page.getByRole("heading", { name: say("discarded.removeTitle") }).waitFor();
  await keys.press(page, say("discarded.remove"));
  expect(await lastAsked(display)).toEqual({
    method: "setAside",
    request: { number: 2, how: "remove" },
  });
});

test("a damaged record is set aside by one press, and nothing else can be begun", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/damaged");
  await page.getByText(say("damaged.waiting")).waitFor();
  await page.getByText("E-LOG-").waitFor();
  const activate = page.getByRole("button", { name: say("home.activate"), exact: true });
  expect(await activate.isDisabled()).toBe(true);
  expect(await display.look("home/damaged")).toEqual([]);
  await keys.press(page, say("damaged.setAside"));
  expect(await lastAsked(display)).toEqual({
    method: "setAside",
    request: { number: 1, how: "damaged" },
  });
});

test("what is parked blocks nothing, and is continued", async ({ display }) => {
  const { page } = display;
  const { view } = recordingOf("home/whole");
  const [unfinished] = recordingOf("home/unfinished").view.home.ceremonies;
  const parked = { ...unfinished!, number: 2, progress: "parked" as const };
  const { may } = recordingOf("home/new").view.home;
  await display.open("home/whole");
  await display.send({
    ...view,
    home: { ...view.home, ceremonies: [...view.home.ceremonies, parked], may },
  });
  await page.getByRole("button", { name: /^Activate/ }).waitFor();
  await page.getByText(say("home.needsParked")).first().waitFor();
  expect(await display.look("home/parked")).toEqual([]);
  await keys.press(page, say("home.setAside.takeUp"));
  expect((await lastAsked(display))?.request).toMatchObject({ how: "take-up" });
});

for (const name of ["activation/open", "activation/make-key", "around/recess-differs"])
  test(`Home is one press away from ${name}`, async ({ display }) => {
    await display.open(name);
    await keys.press(display.page, say("frame.leave"));
    expect((await lastAsked(display))?.method).toBe("leave");
  });

test("a step that works is not left", async ({ display }) => {
  await display.open("activation/make-key/working-0");
  await expect(display.page.getByRole("button", { name: say("frame.leave") })).toHaveCount(0);
});

test("a step that works for hours has room for its time", async ({ display }) => {
  const name = "activation/at-connected/working-0";
  await display.open(name);
  const { view } = recordingOf(name);
  const since = new Date(RECORDED_AT - 11 * 3_600_000).toISOString();
  await display.send({ ...view, activity: { ...view.activity, since } as WindowView["activity"] });
  await display.page
    .getByText(/^11:00:/)
    .first()
    .waitFor();
  expect(await display.look("desk/works-for-hours")).toEqual([]);
});

test("all eight lines are in sight while they are to be written", async ({ display }) => {
  const copies = [...RECORDINGS.keys()].filter((name) => name.endsWith("/copy"));
  expect(copies.length).toBeGreaterThan(3);
  for (const name of copies) {
    await display.open(name);
    const last = `ol[aria-label="${say("hearing.wordsToWrite")}"] > li:last-child`;
    expect(await isInSight(display, last), name).toBe(true);
  }
});

test("the current step of the timetable is always in sight", async ({ display }) => {
  const steps = [...RECORDINGS.values()].filter(
    ({ name, view }) => name.startsWith("activation/") && view.ceremony?.step != null,
  );
  for (const { name } of steps) {
    await display.show(name);
    const row = display.page.locator('nav [aria-current="step"]');
    if ((await row.count()) === 0) continue;
    expect(await isInSight(display, 'nav [aria-current="step"]'), name).toBe(true);
  }
});

test("a word is not broken, however wide the window is", async ({ display }) => {
  const { page } = display;
  await display.open("activation/confirm-thumbprint/pick");
  const { view } = recordingOf("activation/confirm-thumbprint/pick");
  if (view.activity.kind !== "hearing") throw new Error("nothing is heard");
  const line = ["chambermaid", "chambermaid", "chambermaid", "chambermaid"];
  await display.send({ ...view, activity: { ...view.activity, lines: [line, line] } });
  await page.getByText("chambermaid").nth(7).waitFor();
  for (let width = 1200; width <= 1700; width += 20) {
    await page.setViewportSize({ width, height: SIZE.height });
    expect(await page.evaluate(brokenWords), String(width)).toEqual([]);
  }
  await page.setViewportSize(SIZE);
});

/** In the page: which heard words, and choices as long as the longest word, need a second line. */
function brokenWords(): readonly string[] {
  const [heard, choices] = ["li[data-state] span", "[role=option]"].map((all) => [
    ...document.querySelectorAll(all),
  ]);
  for (const choice of choices ?? []) choice.textContent = "chambermaid";
  return [...(heard ?? []), ...(choices ?? [])]
    .filter((place) => {
      const range = document.createRange();
      range.selectNodeContents(place);
      return range.getClientRects().length !== 1;
    })
    .map(({ outerHTML }) => outerHTML);
}

test("words are shown again before any mistake", async ({ display }) => {
  await display.open("activation/confirm-thumbprint/pick");
  await keys.press(display.page, say("hearing.showAgain"));
  expect((await lastAsked(display))?.method).toBe("rehear");
});

test("words are picked as fast as they are typed", async ({ display }) => {
  const { page } = display;
  await display.open("activation/confirm-thumbprint/pick");
  const { activity } = recordingOf("activation/confirm-thumbprint/pick").view;
  if (activity.kind !== "hearing") throw new Error("nothing is heard");
  const words = activity.choices.slice(4, 8);
  await page.getByRole("listbox").waitFor();
  for (const word of words) {
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
  }
  await expect.poll(async () => (await lastAsked(display))?.request).toMatchObject({ words });
});

test("a refused bag number is read again where it is written", async ({ display }) => {
  const { page } = display;
  const { view } = recordingOf("around/recess-differs");
  const seals = view.ceremony?.recess?.seals ?? [];
  const [{ object, seal }] = seals as [(typeof seals)[number]];
  await display.open("around/recess-differs", {
    recess: { fault: asData(ceremonyFault("E-RECESS-DIFFER", {}, [object])) },
  });
  await keys.mark(page, "Another number", bagWas(object, seal));
  await keys.write(page, bagLine(object), "9999");
  for (const one of seals.slice(1))
    await keys.mark(page, "This number", bagWas(one.object, one.seal));
  await keys.press(page, say("running.recess.end"));
  await page.getByText("E-RECESS-DIFFER", { exact: true }).waitFor();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toBeInViewport();
  await expect(page.getByText(say("running.recess.differs"))).toHaveCount(1);
  expect((await lastAsked(display))?.request).toMatchObject({ on: false });
  await keys.press(page, bagLine(object));
  await expect(page.getByRole("textbox", { name: bagLine(object) })).toBeFocused();
});

test("a short pause asks for no bag", async ({ display }) => {
  const { page } = display;
  await display.open("around/repeated");
  await keys.press(page, say("frame.recess"));
  await keys.press(page, say("running.recess.short"));
  await page.getByText(say("running.recess.shortIntro")).waitFor();
  expect(await display.look("sheets/short-pause")).toEqual([]);
  await keys.press(page, say("running.recess.shortEnd"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await display.asked()).map(({ method }) => method)).not.toContain("recess");
});

test("an officer who is not ready is no refusal in red", async ({ display }) => {
  await display.open("around/make-key/refused-e-turn-not-yet");
  await display.page.getByText(say("refusal.notYet"), { exact: true }).waitFor();
  await expect(display.page.getByRole("alert")).toHaveAttribute("data-calm", "true");
  await expect(display.page.getByText(say("refusal.recorded"))).toHaveCount(0);
});

test("the triangle stays until it is confirmed, with the time of each pair", async ({
  display,
}) => {
  const { view } = recordingOf("activation/prove-quorum/confirm");
  expect(view.quorum.proven).toHaveLength(3);
  await display.open("activation/prove-quorum/confirm");
  const triangle = display.page.getByRole("img", { name: /3 of 3$/ });
  for (const { at } of view.quorum.proven)
    await expect(triangle.getByText(at.slice(11, 19)).first()).toBeVisible();
  await expect(
    display.page.getByRole("button", { name: say("running.confirm.button", { role: "Witness" }) }),
  ).toBeVisible();
});

test("the words compared at a take-over are those written at the hand-over", async ({
  display,
}) => {
  const { page } = display;
  const shown = () => page.locator("main [data-words] li").allInnerTexts();
  await display.open("activation/at-connected");
  await page.getByText(say("running.confirm.write")).waitFor();
  const written = await shown();
  expect(written).toEqual(recordingOf("activation/at-connected").view.ceremony?.words);
  await display.open("activation/at-connected/confirm");
  await page.getByText(say("running.confirm.arrived")).waitFor();
  expect(await shown()).toEqual(written);
});

test("names are read back before they stay in the record for good", async ({ display }) => {
  const { page } = display;
  const { view } = recordingOf("opening/three-of-five");
  await display.open("opening/three-of-five");
  await keys.press(page, "Open the ceremony");
  expect((await display.asked()).map(({ method }) => method)).not.toContain("perform");
  for (const { name } of peopleOf(view))
    await page.locator("main dd").getByText(name, { exact: true }).waitFor();
  expect(await display.look("activation/read-back")).toEqual([]);
  await keys.press(page, say("opening.change"));
  await keys.press(page, "Open the ceremony");
  await keys.press(page, say("opening.correct"));
  expect((await lastAsked(display))?.method).toBe("perform");
});

test("the numbers of officers are taken from a plan, which stays on the screen", async ({
  display,
}) => {
  const { page } = display;
  await display.open("opening/three-of-five");
  await keys.press(page, say("opening.countsFromPlan"));
  expect(await lastAsked(display)).toEqual({ method: "planned", request: {} });
  await display.open("made/numbers-planned");
  await page.getByText("These are the numbers in the plan of Contoso-HSM.").waitFor();
  expect(await page.getByRole("button", { name: say("opening.countsTake") }).count()).toBe(0);
  expect(await display.look("opening/numbers-planned")).toEqual([]);
  await display.open("made/numbers-planned-other");
  expect(await display.look("opening/numbers-planned-other")).toEqual([]);
  await keys.press(page, say("opening.countsTake"));
  const request = { officers: 7, quorum: 3 };
  expect(await lastAsked(display)).toEqual({ method: "counts", request });
});

for (const [name, rule] of [
  ["four-of-four", "spare"],
  ["two-of-three", "quorum"],
] as const)
  test(`what ${name} means is accepted by two people, and read back`, async ({ display }) => {
    const { page } = display;
    await display.open(`opening/${name}`);
    await keys.press(page, "Open the ceremony");
    await page.getByRole("heading", { name: say("objects.accept.title") }).waitFor();
    expect(await display.look(`opening/${name}-accept`)).toEqual([]);
    const reason = "There is nobody else.";
    await keys.write(page, say(`objects.accept.reason.${rule}`), reason);
    const people = peopleOf(recordingOf(`opening/${name}`).view).slice(0, 2);
    for (const one of people) await keys.tick(page, one.name);
    await keys.press(page, "Open the ceremony");
    await page.locator("main dd").getByText(reason).waitFor();
    expect(await display.look(`opening/${name}-read-back`)).toEqual([]);
    await keys.press(page, say("opening.correct"));
    expect((await lastAsked(display))?.request).toMatchObject({
      input: { deviations: [{ rule, reason, decidedBy: people.map(({ role }) => role) }] },
    });
  });

for (const [name, button] of [
  ["activation/download-domain", "Activate the HSM"],
  ["recovery/upload-blob", "Upload the restore blob"],
] as const)
  test(`${name} names the HSM, and waits for two people`, async ({ display }) => {
    const { page } = display;
    const hsm = recordingOf(name).view.ceremony?.hsm ?? "";
    await display.open(name);
    await page.locator("main dd").getByText(hsm, { exact: true }).waitFor();
    await page.getByText(say("step-frame.step.decideFirst")).waitFor();
    await keys.tick(page, say("step-frame.step.decide"));
    await keys.press(page, button);
    expect((await lastAsked(display))?.method).toBe("perform");
  });

test("the end is left once its words were read aloud", async ({ display }) => {
  const { page } = display;
  await display.open("activation/end");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: say("home.end.back") }).click({ force: true });
  expect((await display.asked()).map(({ method }) => method)).not.toContain("leave");
  await keys.tick(page, say("home.end.wasRead"));
  await keys.press(page, say("home.end.back"));
  expect((await lastAsked(display))?.method).toBe("leave");
});

test("evidence is saved later, from Home", async ({ display }) => {
  const folder = "activation-snapline-souvenir";
  const replies = { evidence: { ok: { folder } } };
  await display.open("home/after-activation", replies);
  const { page } = display;
  await keys.press(page, say("evidence.takeAway"));
  await page.getByRole("status").getByText(say("evidence.taken", { folder })).waitFor();
  expect(await lastAsked(display)).toEqual({ method: "evidence", request: { of: "newest" } });
  expect(await display.look("home/evidence-taken")).toEqual([]);
});

test("the sheet of an exception has room for all of itself", async ({ display }) => {
  for (const name of ["activation/make-key", "replacement/make-key"]) {
    await display.open(name);
    await keys.press(display.page, say("running.exception.title"));
    await display.page.getByRole("dialog").waitFor();
    expect((await scrolling(display.page)).filter((what) => what.includes("overlay"))).toEqual([]);
    await expect(
      display.page.getByRole("button", { name: say("running.exception.cancel") }),
    ).toBeInViewport({ ratio: 1 });
  }
});

test("the built-in HSM explains itself before a file is asked for", async ({ display }) => {
  const { page } = display;
  await display.open("home/new");
  await keys.press(page, say("sign-in.site.choose.REHEARSAL"));
  await page.getByText(say("sign-in.site.intro.REHEARSAL")).waitFor();
  expect((await display.asked()).map(({ method }) => method)).not.toContain("site");
  expect(await display.look("home/site-sheet")).toEqual([]);
  await keys.press(page, say("sign-in.site.file"));
  expect((await lastAsked(display))?.method).toBe("site");
});

test("the theme is chosen anywhere, and kept", async ({ display }) => {
  const { page } = display;
  for (const name of ["home/new", "activation/make-key"]) {
    await display.open(name);
    await keys.press(page, say("home.dark"));
    expect(await lastAsked(display)).toEqual({ method: "theme", request: { theme: "dark" } });
    await keys.press(page, say("home.light"));
  }
});

test("another language is chosen anywhere, and what is written stays", async ({ display }) => {
  const { page } = display;
  const [german] = otherLanguages("en");
  const choose = async (): Promise<void> => {
    await keys.press(page, german!.name);
    expect(await lastAsked(display)).toEqual({ method: "language", request: { language: "de" } });
    display.speak("de");
  };
  for (const name of ["home/new", "activation/make-key"]) {
    await display.open(name);
    await choose();
  }
  await display.open("activation/open");
  await page.getByRole("textbox", { name: say("frame.role.administrator") }).fill("Asha");
  await choose();
  await display.show("activation/open");
  const field = page.getByRole("textbox", { name: inGerman("frame.role.administrator") });
  await expect(field).toHaveValue("Asha");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("what was answered before is in the language that is chosen, and what is written stays", async ({
  display,
}) => {
  const { page } = display;
  await display.open("audit/whole");
  await keys.press(page, say("home.audit"));
  await keys.press(page, /^Verify: /);
  await page.getByText(say("audit.compareTitle")).waitFor();
  await keys.write(page, say("audit.readAloud"), "the words");
  await display.showIn("de", "audit/whole");
  await page.getByText(inGerman("audit.compareTitle")).waitFor();
  await expect(page.getByLabel(inGerman("audit.readAloud"))).toHaveValue("the words");
  // It came with the answer.
  const { audit } = recordingOf("audit/whole").replies as { audit: { ok: AuditView } };
  const { expectation } = audit.ok.compliance[0]!;
  await page.getByText(saidIn("de", expectation), { exact: true }).first().waitFor();
  await expect(page.getByText(saidIn("en", expectation), { exact: true })).toHaveCount(0);
});

test("what is said about a row that is pointed at is in the language that is chosen", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/new");
  await page.getByRole("button", { name: say("home.trainer"), exact: true }).focus();
  await page.getByText(say("home.trainerLine")).waitFor();
  await display.showIn("de", "home/new");
  await page.getByText(inGerman("home.trainerLine")).waitFor();
  await expect(page.getByText(say("home.trainerLine"))).toHaveCount(0);
});

test("who hands off one thing and receives another says both at once", async ({ display }) => {
  const { page } = display;
  const { view } = recordingOf("hand-off/hand-off");
  const [one] = view.handOffWanted;
  const handOffWanted = [
    { ...one!, custodian: "Asha Iyer" },
    { ...one!, object: "officer-2 backup medium", custodian: "Bala Menon" },
  ];
  await display.open("hand-off/hand-off");
  await display.send({ ...view, handOffWanted });
  const custodians = page.getByRole("textbox", { name: new RegExp(`^${say("hand-off.to")}`) });
  await custodians.first().fill("Bala Menon");
  await custodians.last().fill("Asha Iyer");
  await page.getByRole("checkbox", { name: "Asha Iyer hands off and receives" }).waitFor();
  expect(await display.look("hand-off/both")).toEqual([]);
});

test("a scanned label leads to the number of its bag", async ({ display }) => {
  const { page } = display;
  const seals: WindowView = recordingOf("attestation-part/check-seals").view;
  const second = seals.sealsWanted[1]!.object;
  await display.open("attestation-part/check-seals");
  const fields = page.getByRole("textbox", { name: /^Number on the bag/ });
  await fields.first().focus();
  await page.keyboard.type(second);
  await page.keyboard.press("Enter");
  await expect(fields.nth(1)).toBeFocused();
  await expect(fields.first()).toHaveValue("");
  await page.keyboard.type("T100002");
  await page.keyboard.press("Enter");
  await expect(fields.nth(1)).toHaveValue("T100002");
});

test("Enter after a bag's number leads to its seal's state, and replaces nothing", async ({
  display,
}) => {
  const { page } = display;
  await display.open("attestation-part/check-seals");
  const numbers = page.getByRole("textbox", { name: /^Number on the bag/ });
  const places = page.getByRole("textbox", { name: /^Place/ });
  const states = page.getByRole("radiogroup").first().getByRole("radio");
  const place = await places.first().inputValue();
  expect(place).not.toBe("");
  await numbers.first().focus();
  await page.keyboard.type("T100001");
  await page.keyboard.press("Enter");
  await expect(states.first()).toBeFocused();
  // Until a state is chosen it goes no further, and a number that is typed here goes nowhere.
  await page.keyboard.type("T100002");
  await page.keyboard.press("Enter");
  await expect(states.first()).toBeFocused();
  await expect(states.first()).not.toBeChecked();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(numbers.nth(1)).toBeFocused();
  await expect(places.first()).toHaveValue(place);
});

test("Enter in the opening leads to who is here, and chooses nobody", async ({ display }) => {
  const { page } = display;
  await display.open("attestation-part/open");
  const officers = page.getByRole("radiogroup", { name: say("opening.which") }).getByRole("radio");
  await page.getByRole("textbox", { name: say("opening.hsm") }).focus();
  for (let press = 1; press <= 2; press++) {
    await page.keyboard.press("Enter");
    await expect(officers.first()).toBeFocused();
  }
  expect(await officers.evaluateAll((all) => all.filter((one) => one.matches(":checked")))).toEqual(
    [],
  );
});

test("Enter in an empty place takes over the one above, and continues", async ({ display }) => {
  const { page } = display;
  await display.open("activation/record-custody");
  const places = page.locator('td[data-field="place"] input');
  await places.first().fill("Cologne, safe 3");
  await places.nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(places.nth(1)).toHaveValue("Cologne, safe 3");
  // Who keeps it is proposed: next is the next bag.
  await expect(page.locator('td[data-field="seal"] input').nth(2)).toBeFocused();
});

/** Presses what is not ready yet, as people in a hurry do. */
async function pressEarly({ page }: Screen, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).focus();
  await page.keyboard.press("Enter");
}

test("a button that is not ready names what is missing, and leads there", async ({ display }) => {
  const { page } = display;
  const fields = page.getByRole("main").getByRole("textbox");
  await display.open("activation/record-custody");
  await pressEarly(display, "Compare with the rules");
  await expect(fields.first()).toBeFocused();
  await expect(page.getByRole("status").getByText(/^Still empty: Seal/)).toBeVisible();
  expect(await display.look("desk/missing-field")).toEqual([]);
  await display.open("attestation-part/check-seals");
  for (const field of await fields.all()) await field.fill("T100001");
  await pressEarly(display, "Compare the seals");
  await page.getByText(/^Still to choose: The seal is/).waitFor();
  await expect(page.getByRole("radio", { name: "intact" }).first()).toBeFocused();
  await display.open("activation/end");
  await pressEarly(display, say("home.end.back"));
  await expect(page.getByRole("checkbox", { name: say("home.end.wasRead") })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: say("home.end.back") })).not.toHaveAttribute(
    "aria-disabled",
  );
});

test("a sheet that is not ready names its own first field", async ({ display }) => {
  const { page } = display;
  await display.open("activation/make-key");
  await keys.press(page, say("running.exception.title"));
  await pressEarly(display, say("running.exception.note"));
  await expect(
    page.getByRole("textbox", { name: say("running.exception.expected") }),
  ).toBeFocused();
  await page.getByText(`Still empty: ${say("running.exception.expected")}`).waitFor();
});

test("a view that main sends draws again only what changed in it", async ({ display }) => {
  const name = "activation/make-key";
  await display.open(name);
  const { view } = recordingOf(name);
  const { ceremony, media } = view;
  const again = (change: Partial<WindowView>) => drawnAgain(display, { ...view, ...change });
  const other = await again({ media: media.map((one) => ({ ...one, state: "wrong" as const })) });
  expect(other.main).toBeGreaterThan(0);
  expect([other.nav, other.lines]).toEqual([0, 0]);
  const last = ceremony!.ledger.at(-1)!;
  const ledger = [...ceremony!.ledger, { ...last, seq: last.seq + 1 }];
  const more = await again({ ceremony: { ...ceremony!, ledger } });
  expect(more.nav).toBeGreaterThan(0);
  expect(more.lines).toBe(0);
});

/** How many elements React draws again after a view: of the step, the timetable, the record's lines. */
async function drawnAgain(display: Screen, view: WindowView) {
  await display.page.evaluate(noteDrawn);
  await display.send(view);
  return display.page.evaluate(() => drawn());
}

declare const drawn: () => Record<"main" | "nav" | "lines", number>;

/** In the page: an element that is drawn again has new properties for React, changed or not. */
function noteDrawn(): void {
  const propsOf = (element: Element): unknown =>
    Object.entries(element).find(([key]) => key.startsWith("__reactProps$"))?.[1];
  const all = [...document.querySelectorAll("main *, nav *, aside li *")];
  const before = all.map((element) => [element, propsOf(element)] as const);
  const drawn = () => {
    const again = before.filter(([element, props]) => propsOf(element) !== props);
    const within = (place: string) => again.filter(([element]) => element.closest(place) !== null);
    return {
      main: within("main").length,
      nav: within("nav").length,
      lines: within("aside li").length,
    };
  };
  Object.assign(globalThis, { drawn });
}
