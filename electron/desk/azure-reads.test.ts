// A deployment's proofs read by the station itself, and runbooks carried out by simulated people: with the
// connected station's own reader, and a rehearsal's subscription that it reads by TLS.
import { expect, it, onTestFinished, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, utf8, utf8Text } from "../../crypto/index.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";
import type { AzureAnswer, Reader, WaitNews } from "../hsm/remote-reader.ts";
import { siteOf } from "../hsm/site.ts";
import { ASHA, desk, stepIn, type Given } from "./azure-reads.fixture.ts";
import type { Deployments } from "./deployments.ts";

const BALA = "Bala Menon";

const SITE = siteOf({
  hsm: "https://contoso-prod-hsm.managedhsm.azure.net",
  resource:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/G/providers/Microsoft.KeyVault/managedHSMs/contoso-prod-hsm",
  tenant: "b3dd084c-4bfe-4bc0-ac20-8444e1909279",
  signIn: "device-code",
});

/** A reader that answers as it is told, and is asked nothing else. */
const scripted = (answer: () => Promise<AzureAnswer>): Reader => ({
  connect: async () => null,
  signIn: async () => ({ way: "browser", tenant: "", id: "0a", name: "asha@contoso.example" }),
  read: answer,
  stamp: async () => new Uint8Array(),
  waitNews: () => new Promise<never>(() => undefined),
  signInNews: () => new Promise<never>(() => undefined),
  cancelSignIn: async () => null,
  isGone: () => false,
  end: async () => undefined,
});

/** The step of a runbook that proves this check. */
const proving = (view: DeploymentView | null, runbook: string, check: string): number =>
  (view?.runbooks
    .find(({ name }) => name === runbook)
    ?.steps.findIndex(({ proofs }) => proofs.some((one) => one.check === check)) ?? -1) + 1;

/** The current step's proof, for whom nothing is missing but it. */
async function readyToProve(
  deployments: Deployments,
): Promise<{ readonly runbook: "provision"; readonly step: number; readonly check: string }> {
  const runbook = "provision";
  const view = await deployments.act({ act: "look" });
  const blocks = view?.runbooks.find(({ name }) => name === runbook)?.blocks ?? [];
  const open = blocks.flatMap(({ id, decided }) => (decided === null ? [id] : []));
  const by: [string, string] = [ASHA, BALA];
  await deployments.act({ act: "decide", runbook, blocks: open, by, reason: "A test." });
  return { runbook, step: 1, check: stepIn(view, runbook, 1).proofs[0]?.check ?? "" };
}

it("reads what a rehearsal's subscription is after the steps that people recorded", async () => {
  const { deployments, record, make } = await desk();
  const target = { runbook: "provision", step: 2 };
  const first = await deployments.act({ act: "play", ...target });
  const step = proving(first, "provision", "hsm-created");
  const rest = step > 3 ? ({ act: "play", runbook: "provision", step: step - 1 } as const) : null;
  const before = rest === null ? first : await deployments.act(rest);
  const at = { runbook: "provision", step };
  const prove = { act: "prove", ...at, check: "hsm-created", by: BALA, azure: true } as const;
  const two: [string, string] = [ASHA, BALA];
  expect(stepIn(before, "provision", step).state).toBe("now");
  await deployments.act({ act: "acknowledge", ...at, by: two });
  // Nothing was ordered yet: that is read, and proves nothing.
  const early = await deployments.act(prove);
  expect(stepIn(early, "provision", step).proofs[0]?.verdict).toMatchObject({
    proven: false,
    answers: [],
    read: { from: "rehearsal", unread: [{ why: "E-HSM-NONE" }] },
  });
  await deployments.act({ act: "run", ...at, by: BALA, shell: "bash" });
  const proven = await deployments.act(prove);
  expect(stepIn(proven, "provision", step).proofs[0]?.verdict).toMatchObject({
    proven: true,
    by: [BALA],
    read: { from: "rehearsal", unread: [] },
  });
  expect(record().at(-1)).toMatchObject({
    type: "proof-judged",
    data: { read: { from: "rehearsal", unread: [] } },
  });
  // The app is opened again: the subscription is what the record makes of it.
  await deployments.end();
  const again = make();
  const later = await again.act(prove);
  expect(stepIn(later, "provision", step).proofs[0]?.verdict?.proven).toBe(true);
});

it("lets simulated people go up to a step, in simulated time, and says so", async () => {
  const { deployments, record, make } = await desk();
  const plan = await deployments.act({ act: "look" });
  const steps = plan?.runbooks.find(({ name }) => name === "keys")?.steps.length ?? 0;
  const view = await deployments.act({ act: "play", runbook: "keys", step: steps });
  const states = new Map(view?.runbooks.map(({ name, state }) => [name, state]));
  for (const name of ["provision", "activate", "roles", "diagnostics", "extend", "keys"])
    expect([name, states.get(name)]).toEqual([name, "done"]);
  const entries = record();
  const names = new Set(entries.slice(2).map(({ by }) => by));
  expect([...names].toSorted()).toEqual(["Simulated person 1", "Simulated person 2"]);
  const finished = entries.filter(({ type }) => type === "step-finished").length;
  expect(entries.filter(({ type }) => type === "step-simulated")).toHaveLength(finished);
  expect(entries.some(({ type }) => type === "time-passed")).toBe(true);
  expect(stepIn(view, "activate", 1)).toMatchObject({
    state: "done",
    simulated: { by: names.size === 2 ? [...names] : [] },
  });
  // Time has passed in the record: the rehearsal continues from there.
  await deployments.end();
  const after = await make().act({ act: "play", runbook: "rotation-policies", step: 1 });
  expect(stepIn(after, "rotation-policies", 1).state).toBe("done");
});

it("saves the plan of what exists, as this station reads it, and records nothing", async () => {
  const { deployments, saved, record } = await desk();
  const before = await deployments.act({ act: "play", runbook: "provision", step: 3 });
  const entries = record().length;
  const { subscription = "" } = before?.plan ?? {};
  const read = { act: "read-existing", name: "seen", hsm: "Contoso-PROD-HSM" } as const;
  const view = await deployments.act({ ...read, subscription });
  // Nobody has activated it: the HSM itself says nothing yet.
  expect(view?.notRead).toContainEqual({ file: "contoso-prod-hsm/keys", why: "E-HSM-AUTH" });
  expect(record()).toHaveLength(entries);
  const text = utf8Text(saved.at(-1)?.bytes ?? utf8(""));
  expect(saved.at(-1)?.name).toBe("seen.yaml");
  expect(text).toMatch(/^hsm:\n {2}name: Contoso-PROD-HSM\n {2}region: southindia$/m);
});

it("stops when a person stops it, and keeps what was done", async () => {
  const { deployments } = await desk();
  const playing = deployments.act({ act: "play", runbook: "endpoints", step: 1 });
  await expect
    .poll(async () => (await deployments.act({ act: "look" }))?.work?.done ?? 0)
    .toBeGreaterThan(0);
  expect(await codeOf(deployments.act({ act: "again", by: ASHA }))).toBe("E-DESK-BUSY");
  await deployments.act({ act: "stop" });
  const view = await playing;
  expect(view?.work).toBeNull();
  expect(view?.runbooks[0]?.steps[0]?.state).toBe("done");
  expect(stepIn(view, "endpoints", 1).state).toBe("now");
});

it("shows work in what was asked for while it was on, also if that comes after its end", async () => {
  let release = (): void => undefined;
  const act = { act: "look" } as const;
  const until = new Promise<void>((resolve) => (release = resolve));
  const { deployments } = await desk({ held: { act, until } });
  const playing = deployments.act({ act: "play", runbook: "provision", step: 1 });
  const asked = deployments.act(act);
  expect((await playing)?.work).toBeNull();
  release();
  expect((await asked)?.work?.kind).toBe("play");
  expect((await deployments.act({ act: "look" }))?.work).toBeNull();
});

it("names what of a subscription was not read, and asks whose tenant the site says", async () => {
  const reader = scripted(async () => ({ answer: null, why: "E-HSM-AUTH" }));
  const { deployments, saved, record } = await desk({ at: "connected", site: SITE, reader });
  const entries = record().length;
  const existing = {
    act: "read-existing",
    name: "seen",
    hsm: "Contoso-PROD-HSM",
    subscription: "ac02246c-d697-4a2d-a65c-6a66b10d1b92",
  } as const;
  // Without the HSM itself there is no plan of what exists.
  expect(await codeOf(deployments.act(existing))).toBe("E-ANSWER-HSM");
  const view = await deployments.act({ act: "look" });
  expect(new Set(view?.notRead.map(({ why }) => why))).toEqual(new Set(["E-HSM-AUTH"]));
  expect(view?.notRead.map(({ file }) => file)).toContain(
    `/subscriptions/${existing.subscription}/providers/Microsoft.KeyVault/managedHSMs`,
  );
  expect(saved).toEqual([]);
  expect(record()).toHaveLength(entries);
});

it("has no simulated people in earnest, and reads nothing if no site is chosen", async () => {
  const { deployments, started } = await desk({ at: "connected" });
  const at = await readyToProve(deployments);
  expect(await codeOf(deployments.act({ act: "play", runbook: "provision", step: 1 }))).toBe(
    "E-DESK-SIMULATED",
  );
  expect(await codeOf(deployments.act({ act: "prove", ...at, by: ASHA, azure: true }))).toBe(
    "E-DESK-SITE",
  );
  expect(await codeOf(deployments.act({ act: "again", by: ASHA, azure: true }))).toBe(
    "E-DESK-SITE",
  );
  expect(started).toEqual([]);
});

it("starts nothing at the offline station", async () => {
  const { deployments, started } = await desk({ at: "offline", site: SITE });
  expect(await codeOf(deployments.act({ act: "again", by: ASHA, azure: true }))).toBe(
    "E-DESK-DEPLOYMENT",
  );
  expect(started).toEqual([]);
});

it("reads only the tenant that the plan names", async () => {
  const other = { ...SITE, tenant: "00000000-0000-0000-0000-000000000001" };
  const { deployments, started } = await desk({ at: "connected", site: other });
  expect(await codeOf(deployments.act({ act: "again", by: ASHA, azure: true }))).toBe(
    "E-DESK-TENANT",
  );
  expect(started).toEqual([]);
});

/** In earnest, at the first proof of the provisioning. */
async function inEarnest(given: Omit<Given, "at" | "site">) {
  const made = await desk({ at: "connected", site: SITE, ...given });
  const at = await readyToProve(made.deployments);
  const prove = { act: "prove", ...at, by: ASHA, azure: true } as const;
  return { ...made, at, prove };
}

it("keeps who was signed in, what was read, and what people brought for the rest", async () => {
  const version = utf8('{"azure-cli":"2.74.0"}');
  const reader = scripted(async () => ({ answer: null, why: "E-HSM-AUTH" }));
  const { deployments, record, at, prove } = await inEarnest({ reader, files: [version] });
  const view = await deployments.act(prove);
  const { verdict } = stepIn(view, at.runbook, at.step).proofs[0] ?? {};
  expect(verdict).toMatchObject({
    proven: false,
    read: { from: "management.azure.com", as: "asha@contoso.example 0a" },
  });
  expect(verdict?.answers).toEqual([sha256Hex(version)]);
  expect(new Set(verdict?.read?.unread.map(({ why }) => why))).toEqual(new Set(["E-HSM-AUTH"]));
  expect(record().at(-1)?.data.read).toEqual(verdict?.read);
});

it("keeps which authority of the site's own vouched for what was read", async () => {
  const ca = "ab".repeat(32);
  const asked = scripted(async () => ({ answer: null, why: "E-HSM-AUTH" }));
  const reader = { ...asked, signIn: async () => ({ ...(await asked.signIn(null)), ca }) };
  const { deployments, record, prove } = await inEarnest({ reader, files: [utf8("{}")] });
  await deployments.act(prove);
  expect(record().at(-1)?.data.read).toMatchObject({ from: "management.azure.com", ca });
});

it("records nothing if nobody chose what only people can bring", async () => {
  const reader = scripted(async () => ({ answer: {} }));
  const { deployments, started, record, prove } = await inEarnest({ reader });
  const before = record().length;
  expect(await deployments.act(prove)).toBeNull();
  expect(started).toEqual([]);
  expect(record()).toHaveLength(before);
});

it("records nothing where Azure cannot be reached, and says why", async () => {
  const reader = scripted(async () => ({ answer: null, why: "E-HSM-NET" }));
  const { deployments, record, prove } = await inEarnest({ reader });
  const before = record().length;
  expect(await codeOf(deployments.act({ ...prove, pasted: "{}" }))).toBe("E-DESK-AZURE");
  expect(record()).toHaveLength(before);
});

it("refuses an answer with a secret in it, and keeps nothing", async () => {
  const answer = {
    properties: { token: `eyJ${"a".repeat(40)}.eyJ${"b".repeat(40)}.${"c".repeat(40)}` },
  };
  const reader = scripted(async () => ({ answer }));
  const { deployments, record, prove } = await inEarnest({ reader });
  const before = record().length;
  expect(await codeOf(deployments.act({ ...prove, pasted: "{}" }))).toBe("E-ANSWER-SECRET");
  expect(record()).toHaveLength(before);
});

it("shows what Azure asks to wait, and how long it has not answered", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const waits: ((news: WaitNews) => void)[] = [];
  const reader = {
    ...scripted(() => new Promise<never>(() => undefined)),
    waitNews: () => new Promise<WaitNews>((resolve) => waits.push(resolve)),
  };
  const { deployments, prove } = await inEarnest({ reader });
  const reading = deployments.act({ ...prove, pasted: "{}" });
  const quiet = async () => (await deployments.act({ act: "look" }))?.work?.quiet;
  await expect.poll(() => waits.length).toBe(1);
  await expect.poll(async () => (await deployments.act({ act: "look" }))?.work?.all).not.toBe(0);
  expect(await quiet()).toBeUndefined();
  vi.advanceTimersByTime(31_000);
  expect(await quiet()).toEqual({ why: "unanswered", seconds: 30 });
  waits[0]?.({ revision: 1, seconds: 60 });
  await expect.poll(quiet).toEqual({ why: "put-off", seconds: 60 });
  vi.advanceTimersByTime(46_000);
  expect(await quiet()).toEqual({ why: "put-off", seconds: 15 });
  waits[1]?.({ revision: 2, seconds: null });
  await expect.poll(quiet).toBeUndefined();
  await deployments.act({ act: "stop" });
  await reading;
});

it("can be stopped while an answer is waited for", async () => {
  const reader = scripted(() => new Promise<never>(() => undefined));
  const { deployments, record, prove } = await inEarnest({ reader });
  const before = record().length;
  const reading = deployments.act({ ...prove, pasted: "{}" });
  await expect
    .poll(async () => (await deployments.act({ act: "look" }))?.work)
    .toMatchObject({ kind: "read", of: prove.check });
  const view = await deployments.act({ act: "stop" });
  expect(view?.runbooks.length).toBeGreaterThan(0);
  expect(await reading).toBeNull();
  expect(record()).toHaveLength(before);
});
