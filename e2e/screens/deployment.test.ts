// The deployment's screens, by keyboard: a real deployment in this process, and its view at each moment.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeploymentView, PlanQuestionView } from "../../electron/bridge/deployment-views.ts";
import {
  rightFiles,
  Team,
  withoutProtection,
} from "../../electron/deployment-record/deployment.fixture.ts";
import { sentence } from "../../electron/text/text.ts";
import { granterLine } from "../../renderer/text/custody.ts";
import { answeredLine, workLine } from "../../renderer/text/deployment.ts";
import { say } from "../../renderer/text/say.ts";
import { keys } from "../window/hands.fixture.ts";
import { inGerman } from "../said.fixture.ts";
import { englishIn, overrun } from "./german.fixture.ts";
import { RECORDED_AT, recordingOf } from "./recordings.fixture.ts";
import { expect, test, type Screen } from "./screen.fixture.ts";
import { SAMPLE_PLAN } from "../../ceremony-scripts/plans/sample.ts";
import { withAnswers } from "../../electron/deployment/drafts/answered.ts";
import { fault as deskFault } from "../../electron/desk/faults.ts";
import { fault as deploymentFault } from "../../electron/deployment/plan/faults.ts";
import { asData } from "../../electron/pipe/pipe.ts";

// Each look is then one in a language that no one speaks, too.
if (process.env["LONG"] === "1") test.use({ hasPseudo: true });

/** What a deployment shows once these things were done in it. */
function viewAfter(work: (team: Team) => void): DeploymentView {
  const root = mkdtempSync(join(tmpdir(), "deployment-screens-"));
  const team = new Team(root);
  try {
    work(team);
    return team.look();
  } finally {
    team.end();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Answers by which no disk encryption set is in order. */
const failedSets = () =>
  rightFiles("disk-sets").map((bytes) =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('"Succeeded"', '"Failed"')),
  );

/** Opens the deployment from Home, as it is in this view. */
async function open(display: Screen, view: DeploymentView): Promise<void> {
  await display.open("home/new", { deployment: { ok: view } });
  await keys.press(display.page, say("home.deployment"));
  const title = say("deployment.plan.title");
  await display.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
}

const acted = async (display: Screen) =>
  (await display.asked()).flatMap(({ method, request }) =>
    method === "deployment" ? [request] : [],
  );

test("a plan is checked on the screen, and adopted by name", async ({ display }) => {
  const { page } = display;
  await open(
    display,
    viewAfter(() => undefined),
  );
  expect(await display.look("deployment/nothing")).toEqual([]);
  const draft = viewAfter((team) => team.act({ act: "check", from: "sample" }));
  await display.show("home/new", { deployment: { ok: draft } });
  await keys.press(page, say("deployment.plan.sample"));
  await page.getByText(say("deployment.plan.draft")).waitFor();
  // Once for each runbook that it stops first.
  expect(await page.getByText("P-QUESTION-OPEN").count()).toBeGreaterThan(1);
  expect(await display.look("deployment/checked")).toEqual([]);
  await keys.write(page, say("deployment.step.yourName"), "Asha Iyer");
  await keys.press(page, say("deployment.plan.adopt"));
  await expect.poll(() => acted(display)).toContainEqual({ act: "adopt", by: "Asha Iyer" });
});

test("a plan is compared with an older one, and made of what exists, by keyboard", async ({
  display,
}) => {
  const { page } = display;
  const draft = viewAfter((team) => team.act({ act: "check", from: "sample" }));
  await open(display, draft);
  await keys.press(page, say("deployment.plan.compare"));
  await expect.poll(() => acted(display)).toContainEqual({ act: "compare" });
  expect(await display.look("deployment/compare")).toEqual([]);
  await keys.press(page, say("deployment.plan.others"));
  await keys.press(page, say("deployment.plan.existingOpen"));
  await keys.write(page, say("deployment.plan.existingName"), "seen");
  await keys.write(page, say("deployment.plan.existingHsm"), "Contoso-HSM");
  await keys.press(page, say("deployment.plan.existingPress"));
  await expect
    .poll(() => acted(display))
    .toContainEqual({ act: "existing", name: "seen", hsm: "Contoso-HSM" });
  const subscription = "ac02246c-d697-4a2d-a65c-6a66b10d1b92";
  await keys.write(page, say("deployment.plan.existingSubscription"), subscription);
  await keys.press(page, say("deployment.plan.existingReadPress"));
  await expect
    .poll(() => acted(display))
    .toContainEqual({ act: "read-existing", name: "seen", hsm: "Contoso-HSM", subscription });
});

test("a first plan is made of answers, by keyboard, and says what is still open", async ({
  display,
}) => {
  const { page } = display;
  await open(
    display,
    viewAfter(() => undefined),
  );
  await keys.press(page, say("plan-new.open"));
  const label = (name: PlanQuestionView["name"]) => say(`deployment-faults.asked.${name}`);
  await page.getByRole("textbox", { name: label("name"), exact: true }).waitFor();
  expect(await display.look("deployment/new")).toEqual([]);
  const id = "5d000000-0000-4000-9000-000000000001";
  const written = { name: "fjord", tenant: id, subscription: id, regions: "northeurope" };
  for (const name of ["name", "tenant", "subscription", "regions"] as const)
    await keys.write(page, label(name), written[name]);
  // Enter passes over no question that needs an answer, also one of several lines.
  for (const name of ["hsm", "administrators"] as const) {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: label(name), exact: true })).toBeFocused();
  }
  await keys.tick(page, say("plan-new.services.sql"));
  await keys.write(page, label("administrators"), `Anna Berg=${id}`);
  await keys.mark(page, "EUR", label("currency"));
  const fault = asData(
    deploymentFault(
      "E-PLAN-ANSWER",
      {
        question: sentence("deployment-faults.asked.administrators"),
        why: sentence("deployment-faults.needs.people"),
      },
      ["administrators"],
    ),
  );
  await display.show("home/new", { deployment: { fault } });
  await keys.press(page, say("plan-new.save"));
  await page.getByText(fault.code, { exact: true }).waitFor();
  expect(await page.locator("[data-invalid] textarea").count()).toBe(1);
  expect(await display.look("deployment/new-refused")).toEqual([]);
  const draft = viewAfter((team) => team.act({ act: "check", from: "sample" }));
  await display.show("home/new", { deployment: { ok: draft } });
  await keys.press(page, say("plan-new.save"));
  await page.getByRole("heading", { name: say("plan-new.asked") }).waitFor();
  const others = { title: "", hsm: "", "crypto-officers": "", "crypto-users": "" };
  await expect
    .poll(() => acted(display))
    .toContainEqual({
      act: "new",
      entered: {
        ...{ ...written, ...others, officers: "", quorum: "", network: "", currency: "EUR" },
        ...{ services: "storage sql", administrators: `Anna Berg=${id}` },
      },
    });
});

test("questions are answered in the window, what changes in the file is shown, and then it is written", async ({
  display,
}) => {
  const { page } = display;
  const draft = viewAfter((team) => team.act({ act: "check", from: "sample" }));
  const answers = [
    { list: "assumptions" as const, at: 0, answer: "Confirmed by the board.", holds: true },
    { list: "questions" as const, at: 0, answer: "Primary and recovery." },
  ];
  const sha256 = draft.draft!.sha256;
  const changed = viewAfter((team) => {
    team.act({ act: "check", from: "sample" });
    team.act({ act: "answer", plan: sha256, answers });
  });
  const change = { ...changed.change!, file: "contoso.yaml" };
  await open(display, draft);
  await page.getByText(answeredLine(draft.draft!.asked), { exact: true }).waitFor();
  expect(answeredLine(draft.draft!.asked)).toMatch(/^0 of \d\d answered$/);
  // The one thing to do at the bottom right is what comes next.
  const foot = page.locator("footer");
  const next = (name: string) => foot.getByRole("button", { name, exact: true });
  await next(say("deployment.plan.adopt")).waitFor();
  const field = (id: string) =>
    page.getByRole("textbox", { name: new RegExp(`^${say("plan-new.answer")}.*\\b${id}$`) });
  await field("A1").fill(answers[0]!.answer);
  const review = (n: number) => next(say("plan-new.review", { n }));
  // An assumption is confirmed, or it is wrong: the button leads there.
  await review(1).press("Enter");
  await expect(page.getByRole("radio", { name: say("plan-new.holdsIs.true") })).toBeFocused();
  await page.keyboard.press("Space");
  await field("Q1").fill(answers[1]!.answer);
  expect(await display.look("deployment/answering")).toEqual([]);
  await display.show("home/new", { deployment: { ok: { ...changed, change } } });
  await review(2).press("Enter");
  await page.getByRole("heading", { name: say("plan-new.change") }).waitFor();
  await expect.poll(() => acted(display)).toContainEqual({ act: "answer", plan: sha256, answers });
  expect(await page.locator("[data-kind=added]").count()).toBe(5);
  expect(await page.locator("[data-kind=removed]").count()).toBe(0);
  expect(await display.look("deployment/change")).toEqual([]);
  const fault = asData(deskFault("E-DESK-PLAN-CHANGED"));
  await display.show("home/new", { deployment: { fault } });
  await next(say("plan-new.write")).press("Enter");
  await page.getByText(fault.code, { exact: true }).waitFor();
  expect(await display.look("deployment/change-refused")).toEqual([]);
  // The answers are still there.
  await keys.press(page, say("plan-new.back"));
  await expect(field("Q1")).toHaveValue(answers[1]!.answer);
  await display.show("home/new", { deployment: { ok: { ...changed, change } } });
  await review(2).press("Enter");
  const after = viewAfter((team) =>
    team.act({ act: "check", from: "file" }, [
      new TextEncoder().encode(withAnswers(SAMPLE_PLAN, answers, "2026-11-27").text),
    ]),
  );
  await next(say("plan-new.write")).waitFor();
  await display.show("home/new", { deployment: { ok: after } });
  await next(say("plan-new.write")).press("Enter");
  await page.getByText(say("plan-new.written", { file: change.file })).waitFor();
  await expect.poll(() => acted(display)).toContainEqual({ act: "write", file: change.sha256 });
  await page.getByText(answeredLine(after.draft!.asked), { exact: true }).waitFor();
  expect(answeredLine(after.draft!.asked)).toMatch(/^2 of/);
  await next(say("deployment.plan.adopt")).waitFor();
});

test("a finding's place is a link: to its question, or to the lines of the file", async ({
  display,
}) => {
  const { page } = display;
  await open(
    display,
    viewAfter((team) => team.act({ act: "check", from: "sample" })),
  );
  const findings = page.getByRole("listitem").filter({ hasText: "P-QUESTION-OPEN" });
  await findings.first().getByRole("button", { name: "Q1", exact: true }).press("Enter");
  await expect(page.locator("#asked-questions-0 textarea")).toBeFocused();
  const key = page
    .getByRole("listitem")
    .filter({ hasText: "P-KEY-2048" })
    .getByRole("button", { name: /: size$/ })
    .first();
  await key.press("Enter");
  await expect(page.locator("mark")).toHaveText(/size: 2048/);
  expect(await page.getByText(/\[0\]|\bline \d/).count()).toBe(0);
  expect(await display.look("deployment/place")).toEqual([]);
  await key.press("Enter");
  await expect(page.locator("mark")).toHaveCount(0);
});

test("the runbooks are in their order, and each says what blocks it", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.carryOut("provision");
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await page.getByRole("button", { name: "Provision the HSM", exact: true }).waitFor();
  expect(await page.getByRole("row").count()).toBe(1 + view.runbooks.length);
  expect(await display.look("deployment/runbooks")).toEqual([]);
});

test("two people decide to start what an open question blocks", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.act({ act: "check", from: "sample" });
    team.act({ act: "adopt", by: "Asha Iyer" });
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Provision the HSM");
  await page.getByText(say("deployment.blocks.decideTitle")).waitFor();
  expect(await display.look("deployment/blocked")).toEqual([]);
  await keys.write(page, say("deployment.blocks.reason"), "The pilot needs it.");
  await keys.write(page, say("deployment.blocks.one"), "Asha Iyer");
  await keys.write(page, say("deployment.blocks.other"), "Bala Menon");
  await keys.press(page, say("deployment.blocks.decide"));
  await expect
    .poll(() => acted(display))
    .toContainEqual(
      expect.objectContaining({
        act: "decide",
        runbook: "provision",
        by: ["Asha Iyer", "Bala Menon"],
      }),
    );
});

test("a step shows its commands, and two people acknowledge it first", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.decide("provision");
    while (team.step("provision").twoPeople === null) {
      team.perform("provision");
      team.prove("provision");
      team.finish("provision");
    }
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Provision the HSM");
  await page.getByText(say("deployment.step.acknowledgeLead")).waitFor();
  expect(await page.getByRole("button", { name: say("deployment.step.ran") }).count()).toBe(0);
  expect(await display.look("deployment/step")).toEqual([]);
  await keys.mark(page, say("deployment.step.shells.powershell"), say("deployment.step.shell"));
  await keys.press(page, new RegExp(`^${say("deployment.step.copy")}: az keyvault create`));
  await expect
    .poll(() => acted(display))
    .toContainEqual(expect.objectContaining({ act: "copy", check: "", shell: "powershell" }));
});

test("answers are pasted, and what differs is named member by member", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.decide("public-access");
    const at = { runbook: "public-access", step: 1 };
    const pasted = '{"reach":"contoso-prod-hsm.managedhsm.azure.net","from":"elsewhere"}';
    team.act({ act: "prove", ...at, check: "jump-boxes", by: "Bala Menon", pasted });
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Turn public access off");
  await page.getByText(`${say("deployment.proof.notProven")}: 1 answer`).waitFor();
  expect(await display.look("deployment/not-proven")).toEqual([]);
  await keys.write(page, say("deployment.proof.pasted"), "[]");
  await keys.write(page, say("deployment.step.yourName"), "Bala Menon");
  await keys.press(page, say("deployment.proof.judge"));
  await expect
    .poll(() => acted(display))
    .toContainEqual(expect.objectContaining({ act: "prove", check: "jump-boxes", pasted: "[]" }));
});

test("a wait shows how much of it has passed, and cannot be ended early", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.decide("keys");
    team.perform("keys");
    team.prove("keys");
    team.finish("keys");
    const { n: step, twoPeople } = team.step("keys");
    const at = { runbook: "keys", step };
    if (twoPeople !== null)
      team.act({ act: "acknowledge", ...at, by: ["Asha Iyer", "Bala Menon"] });
    team.now = new Date(RECORDED_AT + 3_600_000);
    team.act({ act: "run", ...at, by: "Bala Menon", shell: "bash" });
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Create the keys");
  await page.getByRole("progressbar", { name: say("deployment.step.wait") }).waitFor();
  expect(
    await page.getByRole("button", { name: say("deployment.step.waitOver") }).isDisabled(),
  ).toBe(true);
  expect(await display.look("deployment/waiting")).toEqual([]);
});

test("the state is four pictures of the plan, and each box opens its proofs", async ({
  display,
}) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    for (const runbook of ["provision", "diagnostics", "endpoints"]) team.carryOut(runbook);
    const empty = new TextEncoder().encode("");
    const files = [...withoutProtection(), ...failedSets(), empty];
    const names = files.map((one) => (one === empty ? "empty.json" : "answer.json"));
    team.deployment.act({ act: { act: "again", by: "Dev Kulkarni" }, files, names });
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.state"));
  await page.getByRole("group", { name: say("deployment.pictures.flow") }).waitFor();
  // What no step has created yet is apart, and the file that is no answer is named.
  const later = page.getByRole("region", { name: say("deployment.state.notReached") });
  await later.getByText("disk-sets", { exact: true }).waitFor();
  expect(await later.getByText("purge-protection", { exact: true }).count()).toBe(0);
  await page.getByText("empty.json (E-ANSWER-EMPTY)").waitFor();
  expect(await display.look("deployment/flow")).toEqual([]);
  for (const name of ["resources", "hsm", "network"] as const) {
    await keys.mark(page, say(`deployment.pictures.${name}`), say("deployment.state.pictures"));
    await page
      .getByRole("group", { name: say(`deployment.pictures.${name}`), exact: true })
      .waitFor();
    expect(await display.look(`deployment/${name}`)).toEqual([]);
  }
  await keys.mark(page, say("deployment.pictures.resources"), say("deployment.state.pictures"));
  await keys.press(page, /^Contoso-PROD-HSM, Managed HSM, drifted/);
  await page.getByRole("button", { name: say("deployment.state.opens") }).waitFor();
  expect(await display.look("deployment/box")).toEqual([]);
});

test("custody names who can download the domain again, as the deployment of its HSM last read it", async ({
  display,
}) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.carryOut("roles", 2);
  });
  const { granting } = view;
  const hsm = recordingOf("home/whole").view.home.custody?.hsm ?? "";
  const own = { ...view, granting: granting === null ? null : { ...granting, hsm } };
  await display.open("home/whole", { deployment: { ok: own } });
  await keys.press(page, say("home.seeCustody"));
  const [first] = granting?.who ?? [];
  if (first === undefined) throw new Error("nobody has a role");
  const line = page.getByRole("listitem").filter({ hasText: granterLine(first) });
  await expect(line).toHaveCount(1);
  await line.scrollIntoViewIfNeeded();
  expect(await display.look("custody/granting")).toEqual([]);
  await display.showIn("de", "home/whole", { deployment: { ok: own } });
  await page.getByText(inGerman("custody.grantingOthers")).waitFor();
  await line.scrollIntoViewIfNeeded();
  expect(await page.evaluate(overrun)).toEqual([]);
  // The roles of another HSM say nothing of this one.
  await display.open("home/whole", { deployment: { ok: view } });
  await keys.press(page, say("home.seeCustody"));
  await page.getByText(say("custody.grantingUnknown")).waitFor();
});

test("the record has its head in sixteen words, and is closed by two", async ({ display }) => {
  const { page } = display;
  await open(
    display,
    viewAfter((team) => team.adopt()),
  );
  await keys.press(page, say("deployment.parts.record"));
  await page.getByText(say("deployment.record.head")).waitFor();
  expect(await page.locator("[data-words] li").count()).toBe(16);
  expect(await display.look("deployment/record")).toEqual([]);
  await keys.write(page, say("deployment.blocks.one"), "Asha Iyer");
  await keys.write(page, say("deployment.blocks.other"), "Bala Menon");
  await keys.press(page, say("deployment.record.close"));
  await expect
    .poll(() => acted(display))
    .toContainEqual({ act: "close", by: ["Asha Iyer", "Bala Menon"] });
});

test("a refusal is shown above what it is about", async ({ display }) => {
  const { page } = display;
  const fault = asData(deploymentFault("E-ANSWER-SECRET", { n: 1, path: "accessToken" }));
  await open(
    display,
    viewAfter((team) => team.adopt()),
  );
  await display.show("home/new", { deployment: { fault } });
  await keys.press(page, say("deployment.plan.choose"));
  await page.getByText(fault.code, { exact: true }).waitFor();
  expect(await display.look("deployment/refused")).toEqual([]);
});

test("the offline station shows nothing of it, and the connected one does", async ({ display }) => {
  const { page } = display;
  const button = page.getByRole("button", { name: say("home.deployment"), exact: true });
  await display.open("made/home-connected-waiting");
  await button.waitFor();
  const glossary = {
    glossary: { ok: [{ term: sentence("terms.quorum"), text: "Any two of three." }] },
  };
  const terms = page.getByRole("region", { name: say("crew.terms.plan"), exact: true });
  await display.open("made/home-connected-waiting", glossary);
  await page.keyboard.press("F1");
  await terms.getByText("Central India, CI", { exact: true }).waitFor();
  expect(await display.look("deployment/terms")).toEqual([]);
  await display.open("home/offline", glossary);
  await page.getByText("OFFLINE", { exact: true }).waitFor();
  expect(await button.count()).toBe(0);
  await page.keyboard.press("F1");
  await page.getByText("quorum", { exact: true }).waitFor();
  expect(await terms.count()).toBe(0);
});

test("the station reads Azure itself, and says how far it is", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.decide("provision");
  });
  const work = {
    kind: "read",
    of: "preflight",
    done: 3,
    all: 8,
    signIn: { kind: "none" },
  } as const;
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Provision the HSM");
  await keys.write(page, say("deployment.step.yourName"), "Bala Menon");
  await display.show("home/new", { deployment: { ok: { ...view, work } } });
  await keys.press(page, say("deployment.proof.read"));
  await page.getByText(workLine(work)).waitFor();
  expect(await display.look("deployment/reading")).toEqual([]);
  expect(await acted(display)).toContainEqual(
    expect.objectContaining({ act: "prove", check: "preflight", azure: true, by: "Bala Menon" }),
  );
  const waits = { ...work, quiet: { why: "put-off", seconds: 45 } } as const;
  await display.show("home/new", { deployment: { ok: { ...view, work: waits } } });
  await page.getByText(workLine(waits)).waitFor();
  expect(await display.look("deployment/waiting")).toEqual([]);
  await keys.press(page, say("deployment.work.stop"));
  await expect.poll(() => acted(display)).toContainEqual({ act: "stop" });
});

test("a sign-in with a code is shown above the progress of the reading", async ({ display }) => {
  const { page } = display;
  const signIn = {
    kind: "asking",
    way: "device-code",
    tenant: "b3dd084c-4bfe-4bc0-ac20-8444e1909279",
    address: "https://microsoft.com/devicelogin",
    code: "H7QK2MXPD",
  } as const;
  const view = viewAfter((team) => team.adopt());
  const work = { kind: "read", of: "", done: 0, all: 90, signIn } as const;
  await open(display, { ...view, mode: "PRODUCTION", work });
  await page.getByText(signIn.code).waitFor();
  expect(await display.look("deployment/sign-in")).toEqual([]);
});

test("simulated people continue up to a step, and what they did is marked", async ({ display }) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    team.decide("provision");
    team.deployment.simulate({ what: "step", runbook: "provision", step: 1 });
    team.carryOut("provision", 2);
  });
  await open(display, view);
  await keys.press(page, say("deployment.parts.runbooks"));
  await keys.press(page, "Provision the HSM");
  await page.getByText("done, simulated").waitFor();
  expect(await display.look("deployment/simulate")).toEqual([]);
  await keys.press(page, say("deployment.simulate.step"));
  await expect
    .poll(() => acted(display))
    .toContainEqual({ act: "play", runbook: "provision", step: 2 });
});

test("in German everything is, but the words of Azure and what a record says", async ({
  display,
}) => {
  const { page } = display;
  const view = viewAfter((team) => {
    team.adopt();
    for (const runbook of ["provision", "diagnostics", "endpoints"]) team.carryOut(runbook);
    team.act({ act: "again", by: "Dev Kulkarni" }, withoutProtection());
  });
  await display.showIn("de", "home/new", { deployment: { ok: view } });
  await keys.press(page, inGerman("home.deployment"));
  const look = async (name: string): Promise<void> => {
    const findings = await display.look(`german/deployment-${name}`);
    expect([...findings, ...(await page.evaluate(overrun))]).toEqual([]);
    // The plan's author has named it.
    expect(await page.evaluate(englishIn, [view.plan!.title])).toEqual([]);
  };
  await page.getByText(inGerman("deployment.plan.findings")).waitFor();
  await look("plan");
  for (const part of ["state", "record", "runbooks"] as const) {
    await keys.press(page, inGerman(`deployment.parts.${part}`));
    await page
      .getByRole("heading", { level: 1, name: inGerman(`deployment.parts.${part}`) })
      .waitFor();
    await look(part);
  }
  await keys.press(page, inGerman("runbooks.provision.title"));
  await page.getByText(inGerman("deployment.step.know"), { exact: true }).waitFor();
  await look("step");
});
