// What people write around the steps, on sheets over the window, and what main answers to it.
import { sentence, type Value } from "../../electron/text/text.ts";
import { inGerman } from "../said.fixture.ts";
import { TOUR_STOPS } from "../../renderer/text/crew.ts";
import { said, say } from "../../renderer/text/say.ts";
import { keys } from "../window/hands.fixture.ts";
import { recordingOf } from "./recordings.fixture.ts";
import { expect, test, type Screen } from "./screen.fixture.ts";

// Each look is then one in a language that no one speaks, too.
if (process.env["LONG"] === "1") test.use({ hasPseudo: true });

const RULE = {
  rule: "quorum",
  sentence: sentence("custody-rules.quorum.broken", { required: 2, officers: 3 }),
  next: sentence("custody-rules.quorum.next"),
  what: [],
} as const;

test("an exception is noted by two people, with each decision", async ({ display }) => {
  const { page } = display;
  await display.open("activation/make-key");
  await keys.press(page, say("running.exception.title"));
  expect(await display.look("sheets/exception")).toEqual([]);
  await keys.write(page, say("running.exception.expected"), "The bag is intact.");
  await keys.write(page, say("running.exception.happened"), "The bag has a torn corner.");
  await keys.write(page, say("running.exception.decided"), "The bag is replaced.");
  for (const decision of ["continue", "repeat", "abort"] as const) {
    await keys.mark(
      page,
      say(`running.exception.decisions.${decision}`),
      say("running.exception.how"),
    );
    expect(await display.look(`sheets/exception-${decision}`)).toEqual([]);
  }
  for (const role of [/Administrator/, /Witness/]) await keys.tick(page, role);
  await keys.press(page, say("running.exception.note"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await display.asked()).at(-1)).toMatchObject({
    method: "except",
    request: { happened: "The bag has a torn corner.", decision: "abort" },
  });
});

test("an exception may correct an entry of the record that the ceremony continues", async ({
  display,
}) => {
  const { page } = display;
  await display.open("replacement/make-key");
  await keys.press(page, say("running.exception.title"));
  await keys.write(
    page,
    say("running.exception.expected"),
    "The seal of the transfer medium is A0041.",
  );
  await keys.write(page, say("running.exception.happened"), "It is A0014.");
  await keys.write(page, say("running.exception.decided"), "A0014 counts.");
  await keys.write(page, say("running.exception.corrects"), "41st");
  expect(await display.look("sheets/correction")).toEqual([]);
  await keys.write(page, say("running.exception.corrects"), "41");
  for (const role of [/Administrator/, /Witness/]) await keys.tick(page, role);
  await keys.press(page, say("running.exception.note"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await display.asked()).at(-1)).toMatchObject({
    method: "except",
    request: { happened: "It is A0014.", corrects: 41 },
  });
});

test("photographs of seals are shown beside those of last time, and are recorded", async ({
  display,
}) => {
  const { page } = display;
  await display.open("made/photographs");
  await keys.press(page, say("photographs.open"));
  await expect(page.getByRole("img", { name: /bag R864001$/ })).toHaveCount(2);
  // Each was loaded under the page's policy.
  const all = page.getByRole("img", { name: /bag R/ });
  await expect
    .poll(() =>
      all.evaluateAll((each) => each.map((one) => (one as HTMLImageElement).naturalWidth)),
    )
    .toEqual([480, 480, 480]);
  expect(await display.look("sheets/photographs")).toEqual([]);
  await keys.press(page, say("photographs.choose"));
  await keys.press(page, say("photographs.record", { count: 1 }));
  expect((await display.asked()).slice(-2)).toEqual([
    { method: "bringPhotographs", request: {} },
    { method: "recordPhotographs", request: { shown: ["5".repeat(64)] } },
  ]);
  // The sheet stays where it is, in the other language.
  await display.showIn("de", "made/photographs");
  await page.getByRole("dialog").getByText(inGerman("photographs.intro")).waitFor();
  expect(await display.look("german/photographs")).toEqual([]);
});

test("who confirms cannot press before what was recorded was seen", async ({ display }) => {
  const { page } = display;
  const { view } = recordingOf("activation/make-key/confirm");
  const button = page.getByRole("button", {
    name: say("running.confirm.button", { role: "Witness" }),
  });
  const asked = async () => (await display.asked()).map(({ method }) => method);
  await display.open("home/new");
  await display.send({ ...view, confirmMs: 3_600_000 });
  await page.getByText(say("running.confirm.readFirst")).waitFor();
  await button.click({ force: true });
  expect(await asked()).toEqual([]);
  await display.send({ ...view, confirmMs: 0 });
  await page.getByText(say("running.confirm.readFirst")).waitFor({ state: "detached" });
  await button.click();
  expect(await asked()).toEqual(["confirm"]);
});

test("a witness who says no notes why, and the step is done again", async ({ display }) => {
  const { page } = display;
  await display.open("activation/make-key/confirm");
  await keys.press(page, "No: note an exception");
  await page.getByRole("dialog").waitFor();
  expect(await display.look("sheets/said-no")).toEqual([]);
});

test("a recess begins with a number for each bag", async ({ display }) => {
  const { page } = display;
  await display.open("around/repeated");
  await keys.press(page, "Recess");
  await page
    .getByRole("textbox", { name: /: bag number$/ })
    .first()
    .waitFor();
  expect(await display.look("sheets/recess")).toEqual([]);
});

test("someone leaves for good, and who may not come is refused", async ({ display }) => {
  const { page } = display;
  await display.open("around/change-refused");
  await keys.press(page, "Someone leaves");
  expect(await display.look("sheets/change-seat")).toEqual([]);
  await keys.mark(page, "Walter Brandt, Witness", "Who leaves");
  await keys.write(page, "Name of the person who comes", "Asha Rao");
  await keys.write(page, "Why", "Taken ill");
  for (const role of [/Administrator/, /Officer 1/]) await keys.tick(page, role);
  await keys.press(page, "Add it to the record");
  await page.getByRole("alert").waitFor();
  expect(await display.look("sheets/change-seat-refused")).toEqual([]);
});

test("where a quorum is enough an officer comes late, or leaves while enough stay", async ({
  display,
}) => {
  const { page } = display;
  const decide = async (why: string) => {
    await keys.write(page, say("running.seat.reason"), why);
    for (const role of [/Administrator/, /Witness/]) await keys.tick(page, role);
  };
  const write = async () => {
    await keys.press(page, say("running.seat.note"));
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return (await display.asked()).at(-1);
  };
  await display.open("around/may-come");
  await keys.press(page, "Come or leave");
  await keys.mark(page, say("running.seat.comes"), say("running.seat.who"));
  await keys.mark(page, "Officer 3", say("running.seat.seat"));
  await keys.write(page, say("running.seat.to"), "Chidi Mensah");
  await decide("The road was closed.");
  expect(await display.look("sheets/officer-comes")).toEqual([]);
  const two = { role: "officer-3", toRole: "officer-3" };
  expect(await write()).toMatchObject({
    method: "change",
    request: { ...two, to: "Chidi Mensah" },
  });
  await display.open("around/may-go");
  await keys.press(page, "Someone leaves");
  await keys.mark(page, /, Officer 2$/, say("running.seat.who"));
  await keys.mark(page, say("running.seat.nobody"), say("running.seat.seat"));
  await decide("Taken ill.");
  expect(await display.look("sheets/officer-leaves")).toEqual([]);
  const one = { role: "officer-2", toRole: "officer-2", to: "" };
  expect(await write()).toMatchObject({ method: "change", request: one });
  await display.open("around/left");
  expect(await display.look("sheets/officer-left")).toEqual([]);
  await display.showIn("de", "around/may-come");
  await keys.press(page, inGerman("frame.change", { comes: true }));
  await page.getByText(inGerman("running.seat.title", { comes: true })).waitFor();
  expect(await display.look("german/officer-comes")).toEqual([]);
});

test("the trainer reads the drills when everyone has turned away", async ({ display }) => {
  const { page } = display;
  await display.open("trainer/sheet");
  await keys.press(page, say("trainer.sheet.open"));
  await page.getByText(say("trainer.sheet.cover")).waitFor();
  expect(await display.look("sheets/trainer-cover")).toEqual([]);
  await keys.press(page, say("trainer.sheet.show"));
  await page
    .getByText(/^In the step: /)
    .first()
    .waitFor();
  expect(await display.look("sheets/trainer")).toEqual([]);
});

const lastAsked = async (display: Screen) => (await display.asked()).at(-1);

test("seals that differ are for two people to decide", async ({ display }) => {
  const { page } = display;
  await display.open("trainer/check-seals/e-seals-changed");
  for (const field of await page.getByRole("textbox").all()) await field.fill("T100001");
  for (const mark of await page.locator("label").filter({ hasText: "intact" }).all())
    await mark.click();
  await keys.press(page, "Compare the seals");
  await page.getByText("E-SEALS-CHANGED", { exact: true }).waitFor();
  await page.getByText("What you read does not match the last record").waitFor();
  expect(await display.look("refused/seals-to-decide")).toEqual([]);
  // The torn bag alone is marked, by its object and not by a number, and the way leads to it.
  const marks = page.getByText(say("custody-check.seals.differs"));
  await expect(marks).toHaveCount(1);
  await keys.press(page, "Own medium of officer 1");
  const number = page.locator("fieldset").filter({ has: marks }).getByRole("textbox").first();
  await expect(number).toBeFocused();
  // It is compared again as often as people like: nothing is decided then.
  await keys.press(page, say("custody-check.seals.again"));
  expect(await lastAsked(display)).toMatchObject({
    request: { input: { decidedBy: [], accepted: [] } },
  });
  // Two people alone do not decide: each difference is named, and ticked.
  const decided = "Continue with this difference";
  for (const role of ["Administrator", "Witness"]) await keys.tick(page, new RegExp(`, ${role}$`));
  await page.getByText(say("custody-check.seals.undecided")).waitFor();
  await keys.tick(page, "Own medium of officer 1: it counts as it was found");
  await keys.press(page, decided);
  expect(await lastAsked(display)).toMatchObject({
    request: { input: { decidedBy: ["administrator", "witness"], accepted: ["officer-1 medium"] } },
  });
  // What is entered otherwise was not compared: nobody decides about it.
  for (const role of ["Administrator", "Witness"]) await keys.tick(page, new RegExp(`, ${role}$`));
  await number.fill("T100002");
  await expect(page.getByText(say("custody-check.seals.stillDiffers"))).toHaveCount(0);
  await page.getByRole("button", { name: say("custody-check.seals.again") }).waitFor();
});

test("a hand-off that makes one holder too much is accepted by two people", async ({ display }) => {
  const { page } = display;
  const who = { who: "Walter Brandt" };
  const rule = {
    rule: "sites",
    sentence: sentence("custody-rules.sites.broken"),
    next: sentence("custody-rules.sites.next"),
    what: [sentence("geometry.unmetDomain", who)],
  } as const;
  await display.open("hand-off/hand-off", { weigh: { ok: [rule] } });
  await page
    .getByRole("textbox", { name: new RegExp(`^${say("hand-off.to")}.*`) })
    .first()
    .fill(who.who);
  for (const label of await page
    .locator("label")
    .filter({ hasText: /hands off|receives/ })
    .all())
    await label.click();
  await keys.press(page, "Record the hand-off");
  await page.getByText(say("geometry.unmetDomain", who)).waitFor();
  await page.getByRole("textbox", { name: say("objects.accept.reason.sites") }).fill("One night.");
  expect(await display.look("hand-off/accepted")).toEqual([]);
});

test("custody that deviates from a rule is explained by two people", async ({ display }) => {
  const { page } = display;
  await display.open("activation/record-custody", { weigh: { ok: [RULE] } });
  for (const [at, field] of (await page.getByRole("textbox").all()).entries())
    await field.fill(`0048 ${at}`);
  expect(await display.look("custody/filled")).toEqual([]);
  await keys.press(page, "Compare with the rules");
  await page.getByRole("textbox", { name: /quorum/ }).waitFor();
  expect(await display.look("custody/deviations")).toEqual([]);
});

test("what a server answered is in a separate block, and in no sentence of ours", async ({
  display,
}) => {
  const { page } = display;
  await display.open("made/refused-said");
  const words = recordingOf("made/refused-said").view.refusal?.said?.words ?? "";
  expect(words).toContain("already active");
  const block = page.getByRole("figure");
  await block.getByText(say("said.saidBy.server")).waitFor();
  expect(await block.locator("blockquote").textContent()).toBe(words);
  const around = await page.locator("main").evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    copy.querySelector("figure")?.remove();
    return copy.textContent;
  });
  expect(around).toContain("HTTP status 418");
  expect(around).not.toContain("already active");
  expect(await display.look("refused/said")).toEqual([]);
});

test("a refusal that people may overrule asks for two of them", async ({ display }) => {
  const { page } = display;
  await display.open("made/refused-overrule");
  await keys.tick(page, /Administrator/);
  await page.getByText(say("refusal.overruleNeeds")).waitFor();
  expect(await display.look("refused/overrule-one")).toEqual([]);
  await keys.tick(page, /Witness/);
  await page.getByText(say("refusal.overruleNeeds")).waitFor({ state: "detached" });
  await keys.press(page, say("refusal.overruleNow"));
  expect((await display.asked()).at(-1)).toEqual({
    method: "accept",
    request: { decidedBy: ["administrator", "witness"] },
  });
});

test("a refusal of a step is read, and shown as read", async ({ display }) => {
  const { page } = display;
  await display.open("around/make-key/refused-e-turn-not-yet");
  await keys.press(page, say("refusal.understood"));
  expect((await display.asked()).at(-1)).toEqual({ method: "understood", request: {} });
});

test("the simulated crew is given seats, or asked to act for everyone up to a step", async ({
  display,
}) => {
  const { page } = display;
  await display.open("activation/make-key");
  await keys.press(page, say("crew.open"));
  for (const role of [/, Administrator$/, /, Officer 3$/]) await keys.tick(page, role);
  expect(await display.look("sheets/crew")).toEqual([]);
  await keys.mark(page, say("crew.fast"), say("crew.pace"));
  await keys.press(page, say("crew.take"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const seats = ["administrator", "officer-3"];
  expect((await display.asked()).at(-1)).toMatchObject({
    method: "crew",
    request: { seats, to: "", pace: "fast" },
  });
  await keys.press(page, say("crew.open"));
  await keys.choose(
    page,
    new RegExp(`^${say("crew.upTo")}`),
    "3.1 Carry the record to the connected station",
  );
  expect((await display.asked()).at(-1)).toMatchObject({ request: { to: "to-connected" } });
});

test("the simulated crew opens a ceremony with what people entered, once it is complete", async ({
  display,
}) => {
  const { page } = display;
  await display.open("attestation-part/open");
  await keys.write(page, "Witness", "Nora Field");
  await keys.press(page, say("crew.open"));
  await page
    .getByText(say("crew.unopened", { trouble: say("opening.needOfficers", { least: 1 }) }))
    .waitFor();
  await page.getByText("Nora Field, Witness").waitFor();
  await keys.tick(page, /, Administrator$/);
  await expect(page.getByRole("button", { name: say("crew.take") })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  expect(await display.look("sheets/crew-unopened")).toEqual([]);
  await keys.press(page, say("crew.close"));
  await keys.mark(page, "Officer 2", say("opening.which"));
  await keys.press(page, say("crew.open"));
  await keys.tick(page, /, Administrator$/);
  await keys.press(page, say("crew.take"));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const { home } = recordingOf("attestation-part/open").view;
  const named = (role: string) => home.proposedPeople.find((one) => one.role === role)!;
  expect((await display.asked()).at(-1)).toMatchObject({
    method: "crew",
    request: {
      seats: ["administrator"],
      opening: {
        hsm: home.proposedHsm,
        people: [
          named("administrator"),
          { role: "witness", name: "Nora Field" },
          named("officer-2"),
        ],
      },
    },
  });
});

test("a step of the timetable is shown to be read, done or to come, and the crew may act up to there", async ({
  display,
}) => {
  const { page } = display;
  const { ceremony } = recordingOf("activation/make-key").view;
  const steps = ceremony!.acts.flatMap((act) => act.steps);
  const now = steps.findIndex(({ id }) => id === ceremony!.step!.id);
  const shown = (id: string) => ({
    step: { ok: { ...ceremony!.step!, id, say: ["What the script says there."] } },
  });
  const later = steps[now + 2]!;
  await display.open("activation/make-key", shown(later.id));
  const rows = page.getByRole("toolbar", { name: say("frame.look.rail") }).getByRole("button");
  // Tab comes to the first of them; the arrows continue.
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  // One Tab stop for all: the arrows lead to the others.
  const lookAt = async (title: Value) => {
    await rows.and(page.getByRole("button", { name: say("frame.look.open", { title }) })).focus();
    await page.keyboard.press("Enter");
  };
  await lookAt(later.title);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("What the script says there.").waitFor();
  await expect(dialog.getByRole("button", { name: say("frame.look.close") })).toBeFocused();
  expect(await display.look("sheets/step-ahead")).toEqual([]);
  await keys.press(page, say("crew.toHere"));
  await dialog.waitFor({ state: "detached" });
  expect((await display.asked()).at(-1)).toEqual({
    method: "crew",
    request: { seats: [], to: later.id, pace: "watch" },
  });
  // An act that is over shows its first step, with what the record has of it.
  const first = steps[0]!;
  await display.open("activation/make-key", shown(first.id));
  await lookAt(ceremony!.acts[0]!.title);
  await dialog.getByText(say("running.confirm.recorded")).waitFor();
  expect(await dialog.getByRole("button", { name: say("crew.toHere") }).count()).toBe(0);
  expect(await display.look("sheets/step-done")).toEqual([]);
  await keys.press(page, say("frame.look.after"));
  await dialog.getByRole("heading", { name: said(steps[1]!.title) }).waitFor();
});

test("a person who has not copied the 32 words is shown the way out: the crew reads them", async ({
  display,
}) => {
  const { page } = display;
  const name = "activation/confirm-thumbprint/pick";
  const { view } = recordingOf(name);
  const crew = { seats: ["witness"], to: "", pace: "fast", doing: null, fault: null } as const;
  // Without a crew nobody else has copied them.
  await display.open(name);
  await display.send({ ...view, crew: null });
  await page.getByRole("button", { name: say("hearing.showAgain") }).waitFor();
  await expect(page.getByRole("button", { name: say("crew.hearForMe") })).toHaveCount(0);
  await display.send({ ...view, crew });
  expect(await display.look("sheets/crew-hears-for-me")).toEqual([]);
  await keys.press(page, say("crew.hearForMe"));
  const step = view.ceremony!.step!.id;
  await expect
    .poll(async () => (await display.asked()).slice(-2))
    .toEqual([
      { method: "rehear", request: { step } },
      { method: "crew", request: { seats: ["witness"], to: "step", pace: "fast" } },
    ]);
});

test("a simulated officer presses what is theirs once the witness, a person, has ticked", async ({
  display,
}) => {
  const { page } = display;
  const { view } = recordingOf("activation/make-key");
  await display.open("home/new");
  await display.send({
    ...view,
    crew: { seats: [view.ceremony!.step!.by], to: "", pace: "watch", doing: null, fault: null },
  });
  await page.getByText(/^Waiting for you, witness: both ticks/).waitFor();
  expect(await display.look("sheets/crew-awaits-witness")).toEqual([]);
  const presses = async () =>
    (await display.asked())
      .filter(({ method }) => method === "perform")
      .map(({ request }) => request);
  await keys.tick(page, say("step-frame.step.projector"));
  expect(await presses()).toEqual([]);
  await keys.tick(page, say("step-frame.step.camera"));
  await expect
    .poll(presses)
    .toEqual([
      { step: view.ceremony!.step!.id, input: {}, witnessed: { projector: true, camera: true } },
    ]);
});

test("what is typed behind the passphrase window is lost, and the window says so", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/new");
  const { view } = recordingOf("activation/make-key");
  await display.send({ ...view, activity: { kind: "typing", seat: 1, purpose: "new" } });
  await page.getByText(say("frame.officerCall.findWindow")).waitFor();
  expect(await page.getByText(say("frame.officerCall.lost")).count()).toBe(0);
  await page.keyboard.type("correct");
  await page.getByRole("alert").getByText(say("frame.officerCall.lost")).waitFor();
  expect(await display.look("sheets/keys-lost")).toEqual([]);
});

test("F1 explains the step, then the terms, those of the step first, and leads to a tour", async ({
  display,
}) => {
  const { page } = display;
  const glossary = [
    {
      term: sentence("terms.medium"),
      text: "A medium is a USB stick that is used for nothing else.",
    },
    { term: sentence("terms.quorum"), text: "Any two of the three can open it together." },
  ];
  await display.open("activation/make-key", { glossary: { ok: glossary } });
  await page.keyboard.press("F1");
  await page.getByRole("heading", { level: 1, name: say("help.step.title") }).waitFor();
  await page.getByText(say("help.step.do")).waitFor();
  await page.getByText(say("steps.make-key.happens")).last().waitFor();
  const here = page.getByRole("region", { name: say("crew.terms.here") });
  await here.getByText("medium", { exact: true }).waitFor();
  expect(await display.look("sheets/terms")).toEqual([]);
  await keys.press(page, say("crew.tour.open"));
  for (const [at, stop] of TOUR_STOPS.entries()) {
    await page
      .getByRole("heading", { name: say(`crew.tour.stops.${stop}.title`), exact: true })
      .waitFor();
    expect(await display.look(`tour/${at + 1}`)).toEqual([]);
    if (at + 1 < TOUR_STOPS.length) await keys.press(page, say("crew.tour.next"));
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

for (const [screen, name] of [
  ["home", "home/whole"],
  ["recess", "around/make-key/recess"],
  ["end", "activation/end"],
  ["aborted", "around/aborted-to-sign"],
  ["call", "activation/make-key/calling-new"],
] as const)
  test(`F1 says first what the screen is for, and what to do: ${screen}`, async ({ display }) => {
    const { page } = display;
    await display.open(name);
    await page.keyboard.press("F1");
    await page.getByRole("heading", { level: 1, name: say(`help.${screen}.title`) }).waitFor();
    for (const what of ["for", "do"] as const)
      await page.getByText(say(`help.${screen}.${what}`)).waitFor();
    expect(await display.look(`help/${screen}`)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

test("Show me has a caption for each moment, and is turned by buttons and keys", async ({
  display,
}) => {
  const { page } = display;
  await display.open("home/new");
  await keys.press(page, say("crew.learn.activation"));
  const pictures = [
    ["open", "activation/open"],
    ["call", "activation/make-key/calling-new"],
    ["made", "activation/make-key/confirm"],
    ["wait", "activation/download-domain/waiting-activation"],
    ["prove", "activation/prove-quorum/confirm"],
  ] as const;
  // Each is kept as it comes, however soon the next one does.
  for (const [, name] of pictures) await display.show(name);
  const bar = page.getByRole("main", { name: say("show.title") });
  await keys.press(page, say("show.pause"));
  for (const [at, [moment]] of pictures.entries()) {
    for (const part of ["what", "why"] as const)
      await bar.getByText(say(`show.${moment}.${part}`)).waitFor();
    expect(await display.look(`show/${moment}`)).toEqual([]);
    if (at + 1 < pictures.length) await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("ArrowLeft");
  await bar.getByText(say("show.wait.what")).waitFor();
  await keys.press(page, say("show.faster"));
  await bar.getByText(say("show.keys", { speed: 1.5 })).waitFor();
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
});
