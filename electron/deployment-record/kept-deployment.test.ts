// A deployment as people carry it out: what is recorded, what is refused, and what a restart keeps.
import { english } from "../text/english.ts";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { openJournal, type Entry } from "../journal/journal.ts";
import { verifyHead, verifyRecord } from "../journal/verify.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { RUNBOOK_NAMES } from "./blocks.ts";
import { answeredPlan, rightFiles, Team, withoutProtection } from "./deployment.fixture.ts";
import { fold } from "./fold.ts";
import { contoso, NOW, rightFor } from "../deployment/proofs/right.fixture.ts";
import { attestation } from "../deployment/proofs/right-hsm.fixture.ts";
import { meaningIn } from "./meaning.ts";
import { minutesOf } from "./minutes.ts";
import { NEWEST } from "./rules.ts";
import { NOT_BEGUN } from "./state.ts";
import { viewOf } from "./view.ts";

const AT = { runbook: "provision", step: 1 };
const TWO: [string, string] = ["Asha Iyer", "Bala Menon"];

function newTeam(): Team {
  const root = mkdtempSync(join(tmpdir(), "deployments-"));
  const team = new Team(root);
  onTestFinished(() => {
    team.end();
    rmSync(root, { recursive: true, force: true });
  });
  return team;
}

it("checks a plan before anything is recorded, and records it when a person adopts it", () => {
  const team = newTeam();
  const checked = team.act({ act: "check", from: "sample" });
  expect(checked.draft?.name).toBe("contoso");
  expect(checked.draft?.findings.length).toBeGreaterThan(10);
  expect(checked.record).toBeNull();
  const adopted = team.act({ act: "adopt", by: "Asha Iyer" });
  expect(adopted.draft).toBeNull();
  expect(adopted.plan?.sha256).toBe(checked.draft?.sha256);
  expect(adopted.record?.entries).toBe(2);
  expect(adopted.runbooks.map(({ name }) => name)).toEqual(RUNBOOK_NAMES);
});

it("blocks what an open question or an earlier runbook blocks, until two people decide", () => {
  const team = newTeam();
  team.act({ act: "check", from: "sample" });
  team.act({ act: "adopt", by: "Asha Iyer" });
  const { state, blocks } = team.runbook("extend");
  expect(state).toBe("blocked");
  expect(blocks.some(({ kind }) => kind === "question")).toBe(true);
  expect(blocks).toContainEqual(expect.objectContaining({ kind: "runbook", id: "provision" }));
  team.decide("extend");
  expect(team.runbook("extend").state).toBe("ready");
});

it("shows no command of a step that the check forbids, until two people decide", () => {
  const team = newTeam();
  team.adopt(answeredPlan({ "hsm.retentionDays": 91 }));
  const create = () =>
    team.runbook("provision").steps.find(({ title }) => english(title) === "Create the HSM");
  expect(create()).toMatchObject({ commands: [], equal: [], forbidden: ["P-HSM-RETENTION"] });
  team.decide("provision");
  expect(create()?.commands).toHaveLength(1);
  expect(create()?.forbidden).toEqual([]);
});

it("keeps an answer under its SHA-256, names what differs, and never keeps a secret", () => {
  const team = newTeam();
  team.adopt();
  team.decide("provision");
  const prove = (pasted: string) =>
    team.act({ ...AT, act: "prove", check: "preflight", by: "Bala Menon", pasted });
  const answers = () => readdirSync(join(team.root, "001", "answers"));
  expect(codeOf(() => prove("no JSON"))).toBe("E-ANSWER-JSON");
  const token = `{"token":"eyJ${"a".repeat(40)}.${"b".repeat(40)}"}`;
  expect(codeOf(() => prove(token))).toBe("E-ANSWER-SECRET");
  expect(existsSync(join(team.root, "001", "answers"))).toBe(false);
  prove("{}");
  const verdict = team.step("provision").proofs[0]?.verdict;
  expect(verdict?.proven).toBe(false);
  expect(verdict?.differs[0]?.found).toBe("nothing");
  expect(answers()).toEqual([`${verdict?.answers[0] ?? ""}.json`]);
  team.act({ ...AT, act: "prove", check: "preflight", by: "Bala Menon" }, rightFiles("preflight"));
  expect(team.step("provision").proofs[0]?.verdict?.proven).toBe(true);
  expect(answers()).toHaveLength(1 + rightFiles("preflight").length);
});

it("waits six minutes after a write, and a restart changes nothing of it", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("keys", 2);
  const { n: step } = team.step("keys");
  const at = { runbook: "keys", step };
  team.act({ ...at, act: "acknowledge", by: TWO });
  team.act({ ...at, act: "run", by: "Bala Menon", shell: "powershell" });
  team.restart();
  expect(team.step("keys").wait?.until).toBe(new Date(team.now.getTime() + 360_000).toISOString());
  team.now = new Date(team.now.getTime() + 359_000);
  expect(codeOf(() => team.act({ ...at, act: "wait", by: "Bala Menon" }))).toBe("E-DEPLOY-WAIT");
  team.now = new Date(team.now.getTime() + 1_000);
  team.act({ ...at, act: "wait", by: "Bala Menon" });
  expect(team.step("keys").wait?.over).not.toBeNull();
});

it("knows after a restart exactly what it knew before", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("provision");
  const before = team.look();
  team.restart();
  expect(team.look()).toEqual(before);
  expect(team.runbook("provision").state).toBe("done");
});

it("asks for no command of a step whose proof shows that everything is there already", () => {
  const team = newTeam();
  team.adopt();
  team.decide("foundation");
  expect(codeOf(() => team.finish("foundation"))).toBe("E-DEPLOY-MISSING");
  team.prove("foundation");
  team.finish("foundation");
  expect(team.step("foundation").n).toBe(2);
  // What must be run in any case is asked for, whatever is proven.
  team.carryOut("provision", 3);
  team.act({ act: "acknowledge", runbook: "provision", step: 3, by: TWO });
  team.prove("provision");
  expect(codeOf(() => team.finish("provision"))).toBe("E-DEPLOY-MISSING");
});

it("shows drift when all is checked again and an answer contradicts what was proven", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("provision");
  expect(withoutProtection()).not.toEqual(rightFiles("purge-protection"));
  team.act({ act: "again", by: "Dev Kulkarni" }, withoutProtection());
  expect(team.runbook("provision").state).toBe("drifted");
  const boxes = team.look().pictures.flatMap(({ areas }) => areas.flatMap((area) => area.boxes));
  expect(
    boxes.filter(({ state }) => state === "drifted").map(({ title }) => english(title)),
  ).toContain("Contoso-PROD-HSM");
  team.act({ act: "again", by: "Dev Kulkarni" }, rightFiles("purge-protection"));
  expect(team.runbook("provision").state).toBe("done");
});

it("shows what was not reached yet neither as drift nor as done, and names a file that is no answer", () => {
  const team = newTeam();
  team.adopt();
  const state = (name: string) => team.look().checks.find(({ check }) => check === name);
  const again = { act: "again", by: "Dev Kulkarni" } as const;
  const files = [...withoutProtection(), utf8("")];
  const names = files.map((_, at) => `${String(at)}.json`);
  const look = () => team.deployment.act({ act: again, files, names });
  expect(look().unread).toEqual([{ file: names.at(-1), why: "E-ANSWER-EMPTY" }]);
  expect(state("purge-protection")).toMatchObject({
    state: "not-reached",
    last: { proven: false, differs: [{ expected: "true", found: "false" }] },
  });
  expect(state("disk-sets")?.state).toBe("not-reached");
  const boxes = () =>
    team.look().pictures.flatMap(({ areas }) => areas.flatMap((one) => one.boxes));
  expect(boxes().filter((one) => one.state === "drifted")).toEqual([]);
  team.carryOut("provision");
  look();
  expect(state("purge-protection")?.state).toBe("drifted");
  expect(state("disk-sets")?.state).toBe("not-reached");
  expect(team.look().unread).toHaveLength(1);
  expect(team.act({ act: "check", from: "sample" }).unread).toEqual([]);
  expect(codeOf(() => team.act(again, [utf8("")]))).toBe("E-ANSWER-EMPTY");
});

it("evaluates again what runbooks of phase 1 made, without what only phase 2 makes", () => {
  const team = newTeam();
  team.adopt();
  const early = rightFiles("disk-sets").filter(
    (bytes) => !new TextDecoder().decode(bytes).includes("Contoso-VM-DES"),
  );
  const again = { act: "again", by: "Dev Kulkarni" } as const;
  const state = () => team.look().checks.find(({ check }) => check === "disk-sets")?.state;
  team.act(again, early);
  expect(state()).toBe("not-reached");
  team.carryOut("ad-disks", 2);
  team.act(again, early);
  expect(state()).toBe("done");
});

it("records an HSM's root when it first sees it, and calls another HSM's keys drifted", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("keys");
  const said = team
    .look()
    .record!.lines.map(({ line }) => line)
    .join("\n");
  const root = /The root of contoso-prod-hsm was seen first: ([0-9a-f]{64})\./.exec(said)?.[1];
  expect(root).toBeDefined();

  team.restart();
  const same = team.act({ act: "again", by: "Asha Iyer" }, rightFiles("key-attestation"));
  expect(same.checks.find(({ check }) => check === "key-attestation")?.state).toBe("done");
  expect(same.record!.lines.at(-1)!.line).not.toContain("seen first");

  // An HSM of the same name, on a card of the same maker, whose owner is another.
  const named = rightFor("key-attestation");
  for (const key of contoso.keys)
    named[`attestation ${key.name}`] = attestation(contoso.hsm.name, key, { pair: "pool" });
  const others = Object.values(named).map((one) => utf8(JSON.stringify(one)));
  const drifted = team.act({ act: "again", by: "Asha Iyer" }, others);
  const { state, last } = drifted.checks.find(({ check }) => check === "key-attestation")!;
  expect(state).toBe("drifted");
  expect(last?.differs[0]).toMatchObject({
    member: expect.stringContaining("attributes.attestation (pool-root)") as string,
    expected: `the root ${root}, as before`,
  });
  expect(team.runbook("keys").state).toBe("drifted");
  // A recovery's HSM has one of its own, which counts until that HSM is gone.
  const pools = (check: string) =>
    team.act({ act: "again", by: "Asha Iyer" }, rightFiles(check)).record!.pools;
  const both = pools("recovery-hsm").map(({ hsm, like }) => [hsm, like]);
  expect(both).toEqual([
    ["contoso-prod-hsm", ""],
    ["contoso-recovery-hsm", ""],
  ]);
  expect(team.deployment.papers().minutes).toContain("Roots of the HSMs");
  expect(pools("recovery-hsm-gone").map(({ hsm }) => hsm)).toEqual(["contoso-prod-hsm"]);

  const [folder] = readdirSync(team.root);
  const entries = verifyRecord(readFileSync(join(team.root, folder!, "record.jsonl"))).entries;
  expect(meaningIn(join(team.root, folder!), entries)).toMatchObject({ otherwise: [] });
  const lie = entries.map(
    (one) => JSON.parse(JSON.stringify(one).replaceAll(root!, "0".repeat(64))) as Entry,
  );
  expect(codeOf(() => meaningIn(join(team.root, folder!), lie))).toBe("E-DEPLOY-MEANING");
});

it("names two HSMs with one root: whether a recovered HSM has the lost one's is not known", () => {
  const seen = { at: NOW.toISOString(), by: ["Asha Iyer"], root: "0".repeat(64) };
  const pools = new Map(["contoso-prod-hsm", "contoso-recovery-hsm"].map((hsm) => [hsm, seen]));
  const begun = { deploymentFormat: 1, mode: "REHEARSAL", rules: NEWEST };
  const entry = { type: "deployment-begun", by: "Asha Iyer", data: begun, at: seen.at, seq: 0 };
  const chained = { ...entry, station: "connected", prev: seen.root, hash: seen.root } as const;
  const view = viewOf({
    granting: null,
    change: null,
    ...{
      mode: "REHEARSAL",
      draft: null,
      plan: null,
      now: seen.at,
      unread: { unread: [], notRead: [] },
    },
    ...{ entries: [chained], state: { ...NOT_BEGUN, pools } },
  });
  expect(view.record!.pools.map(({ hsm, like }) => [hsm, like])).toEqual([
    ["contoso-prod-hsm", "contoso-recovery-hsm"],
    ["contoso-recovery-hsm", "contoso-prod-hsm"],
  ]);
  expect(JSON.stringify(minutesOf(view))).toContain("the same as that of ");
});

it("continues with a plan that was changed: what was done stays, what was proven is proven again", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("provision");
  const before = team.look().checks.find(({ check }) => check === "hsm-created");
  team.adopt(answeredPlan({ "questions[0].answer": "By another letter." }));
  expect(team.runbook("provision").state).toBe("done");
  expect(before?.state).toBe("done");
  expect(team.look().checks.find(({ check }) => check === "hsm-created")?.state).toBe("open");
});

it("ends on paper, takes nothing more, and a new plan begins a record of its own", () => {
  const team = newTeam();
  team.adopt();
  const closed = team.act({ act: "close", by: TWO });
  expect(closed.record?.closed?.by).toEqual(TWO);
  expect(closed.record?.words).toHaveLength(16);
  expect(codeOf(() => team.act({ act: "close", by: TWO }))).toBe("E-DEPLOY-CLOSED");
  const bytes = new Uint8Array(readFileSync(join(team.root, "001", "record.jsonl")));
  const verdict = verifyRecord(bytes);
  expect(verdict.closedBy).toBe("paper");
  expect(verifyHead(verdict, closed.record?.words.join(" ") ?? "")).toBe(16);
  expect(codeOf(() => checkMeaning(verdict))).toBe("E-NOT-A-CEREMONY");
  team.restart();
  expect(team.look().record).toEqual(closed.record);
  team.adopt();
  expect(team.look().record?.closed).toBeNull();
  expect(readdirSync(team.root)).toEqual(["001", "002"]);
});

it("refuses to continue a record whose plan was changed on the disk", () => {
  const team = newTeam();
  const { plan } = team.adopt();
  appendFileSync(join(team.root, "001", "plans", `${plan?.sha256 ?? ""}.yaml`), "# changed");
  expect(codeOf(() => team.restart())).toBe("E-DEPLOY-FILE");
});

it("gives its evidence: record, plan, every answer, and minutes that name what was decided", () => {
  const team = newTeam();
  const { plan } = team.adopt();
  team.carryOut("provision");
  const { evidence, minutes, files } = team.deployment.papers();
  const paths = evidence.map(({ path }) => path);
  expect(paths).toContain("record.jsonl");
  expect(paths).toContain(`plans/${plan?.sha256 ?? ""}.yaml`);
  for (const { path, bytes } of evidence) {
    const [, sha256] = /([0-9a-f]{64})/.exec(path) ?? [];
    if (sha256 !== undefined) expect(sha256Hex(bytes)).toBe(sha256);
  }
  expect(minutes).toContain("Create the HSM");
  expect(minutes).toContain("Asha Iyer and Bala Menon");
  expect(files.map(({ path }) => path)).toContain("rotation-policy.json");
});

it("runs a finished runbook once more, when two people say why", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("provision");
  team.act({ act: "rerun", runbook: "provision", by: TWO, reason: "The year is over." });
  expect(team.runbook("provision")).toMatchObject({ state: "ready", finished: null });
  expect(team.step("provision").n).toBe(1);
  team.carryOut("provision");
  expect(team.runbook("provision").state).toBe("done");
});

it("tells what is due again, counted from when it was done, and puts it into a calendar", () => {
  const team = newTeam();
  team.adopt();
  expect(team.look().duties).toEqual([]);
  team.carryOut("full-backup");
  const due = Object.fromEntries(team.look().duties.map((one) => [one.id, one.due.slice(0, 10)]));
  const days = (n: number) => new Date(team.now.getTime() + n * 86_400_000).toISOString();
  expect(Object.keys(due).toSorted()).toEqual(["backup", "proofs"]);
  expect(due["proofs"]).toBe(days(90).slice(0, 10));
  expect(team.deployment.papers().calendar).toContain("SUMMARY:REHEARSAL: Full backup");
  team.now = new Date(team.now.getTime() + 400 * 86_400_000);
  expect(team.look().duties.every(({ overdueDays }) => overdueDays > 0)).toBe(true);
});

it.each([0, 1])(
  "continues after the power failed after the first %s of its first two entries",
  (n) => {
    const root = mkdtempSync(join(tmpdir(), "deployments-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const folder = join(root, "001");
    const journal = openJournal({ folder, station: "connected", clock: () => new Date() });
    const data = { deploymentFormat: 1, mode: "REHEARSAL" };
    if (n > 0) journal.append([{ type: "deployment-begun", by: "Asha Iyer", data }]);
    journal.close();
    const team = new Team(root);
    onTestFinished(() => team.end());
    expect(team.look()).toMatchObject({ plan: null, runbooks: [] });
    expect(team.adopt().record?.entries).toBe(2);
    expect(readdirSync(root)).toEqual(["001"]);
  },
);

it("ends a runbook after the power failed between its last step and its end", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("provision");
  team.end();
  const path = join(team.root, "001", "record.jsonl");
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  expect(lines.at(-1)).toContain('"runbook-finished"');
  writeFileSync(path, `${lines.slice(0, -1).join("\n")}\n`);
  team.restart();
  expect(team.look().record?.entries).toBe(lines.length);
  expect(team.runbook("provision").finished?.by).toEqual(["Asha Iyer"]);
  team.act({ act: "close", by: TWO });
  const { entries } = verifyRecord(new Uint8Array(readFileSync(path)));
  expect(meaningIn(join(team.root, "001"), entries).otherwise).toEqual([]);
});

it("asks that a plan is adopted again under another version's runbooks, and refuses a newer record", () => {
  const team = newTeam();
  team.adopt();
  team.end();
  const folder = join(team.root, "001");
  const rewritten = (change: (data: Record<string, unknown>) => object, n: number): void => {
    const { entries } = verifyRecord(new Uint8Array(readFileSync(join(folder, "record.jsonl"))));
    rmSync(join(folder, "record.jsonl"));
    const journal = openJournal({ folder, station: "connected", clock: () => team.now });
    const data = (at: number) => entries[at]?.data as Record<string, unknown>;
    journal.append(
      entries.map((one, at) => ({ ...one, data: at === n ? change(data(at)) : data(at) })),
    );
    journal.close();
  };
  const bytes = utf8("[]\n");
  writeFileSync(join(folder, "runbooks", `${sha256Hex(bytes)}.json`), bytes);
  rewritten((data) => ({ ...data, runbooks: sha256Hex(bytes) }), 1);
  team.restart();
  const step = { runbook: "provision", step: 1 } as const;
  const prove = { act: "prove", ...step, check: "preflight", by: "Bala Menon" } as const;
  expect(codeOf(() => team.act(prove, rightFiles("preflight")))).toBe("E-DEPLOY-RUNBOOKS");
  team.adopt();
  team.decide("provision");
  team.act(prove, rightFiles("preflight"));
  const { entries } = verifyRecord(new Uint8Array(readFileSync(join(folder, "record.jsonl"))));
  expect(meaningIn(folder, entries)).toMatchObject({ otherRunbooks: [1], otherwise: [] });
  team.end();
  rewritten((data) => ({ ...data, rules: NEWEST + 1 }), 0);
  expect(codeOf(() => team.restart())).toBe("E-RULES-NEWER");
});

it.each([
  ["an entry of a ceremony", { type: "opened", data: {} }],
  ["a member that no form has", { type: "runbook-finished", data: { runbook: "keys", more: 1 } }],
  ["one person twice", { type: "block-decided", data: decision(["A", "A"]) }],
])("refuses a record with %s", (_, wrong) => {
  const team = newTeam();
  team.adopt();
  team.end();
  const folder = join(team.root, "001");
  const journal = openJournal({ folder, station: "connected", clock: () => new Date() });
  journal.append([{ by: "Asha Iyer", ...wrong }]);
  journal.close();
  expect(codeOf(() => team.restart())).toBe("E-DEPLOY-RECORD");
});

function decision(people: readonly string[]) {
  return { runbook: "keys", blocks: ["Q1"], people, reason: "It is due." };
}

/** What Azure reads, as an act has it. */
const READ = {
  from: "management.azure.com",
  as: "asha@contoso.example 0a",
  unread: [{ file: "keys.json", why: "E-HSM-NONE" }],
};

it("names a site's own CA wherever its answers are shown or recorded", () => {
  const ca = "ab".repeat(32);
  const { team } = proven({ ...READ, ca });
  expect(team.step("provision").proofs[0]?.verdict?.read).toEqual({ ...READ, ca });
  const said = `what answered as management.azure.com, for which the site's own CA vouches alone (file of SHA-256 ${ca}),`;
  expect(team.look().record?.lines.at(-1)?.line).toContain(`read from ${said} as “asha@`);
  expect(team.deployment.papers().minutes).toContain("for which the site's own CA vouches alone");
});

it("records how answers were read that nobody gave, and says it in the minutes", () => {
  const { team } = proven(READ);
  expect(team.step("provision").proofs[0]?.verdict).toMatchObject({ proven: true, read: READ });
  expect(team.look().record?.lines.at(-1)?.line).toContain(
    "read from management.azure.com as “asha@contoso.example 0a”, 1 not read",
  );
  expect(team.deployment.papers().minutes).toContain("keys.json (E-HSM-NONE)");
});

/** The first proof of the provisioning, by answers that were read like this. */
function proven(
  read: NonNullable<Parameters<ReturnType<typeof newTeam>["deployment"]["act"]>[0]["read"]>,
) {
  const team = newTeam();
  team.adopt();
  team.decide("provision");
  team.perform("provision");
  const { n: step, proofs } = team.step("provision");
  const check = proofs[0]?.check ?? "";
  const act = {
    act: "prove",
    runbook: "provision",
    step,
    check,
    by: "Bala Menon",
    azure: true,
  } as const;
  team.deployment.act({ act, files: rightFiles(check), read });
  team.restart();
  return { team };
}

it("names what a check reads, and what only people can bring, once it may be proven", () => {
  const team = newTeam();
  team.adopt();
  const { n: step } = team.step("provision");
  const act = { act: "prove", runbook: "provision", step, check: "preflight", by: "A" } as const;
  const later = { ...act, step: step + 1 };
  expect(codeOf(() => team.deployment.wanted(later, ""))).toBe("E-DEPLOY-ORDER");
  team.decide("provision");
  const wanted = team.deployment.wanted(act, "managedhsm.azure.net");
  const { proofs } = team.step("provision");
  const reads = proofs.find(({ check }) => check === "preflight")?.reads ?? [];
  const byStation = reads.filter((read) => read.byStation).map(({ into }) => into);
  expect(wanted.reads.map(({ into }) => into)).toEqual(byStation);
  expect(wanted.byPeople.length).toBe(reads.length - byStation.length);
  expect(wanted.byPeople.length).toBeGreaterThan(0);
});

it("lets nobody simulate in earnest, whatever a record says", () => {
  const began = { deploymentFormat: 1, mode: "PRODUCTION" };
  const plan = { plan: "p", title: "P", sha256: "0".repeat(64), stops: 0, advice: 0, findings: [] };
  const step = { runbook: "provision", step: 1, title: "T" };
  const entries = (type: string, data: object) =>
    [
      ["deployment-begun", began],
      ["plan-adopted", plan],
      [type, data],
    ].map(([name, own], seq) => ({
      type: name,
      data: own,
      at: "",
      by: "A",
      seq,
    })) as unknown as Entry[];
  for (const [type, data] of [
    ["step-simulated", { ...step, people: ["A", "B"] }],
    ["time-passed", { ...step, minutes: 6 }],
  ] as const)
    expect(codeOf(() => fold(entries(type, data)))).toBe("E-DEPLOY-RECORD");
});

it("gives a box only what differs of its own resource", () => {
  const team = newTeam();
  team.adopt();
  team.carryOut("other-vms", 2);
  const wrong = rightFiles("disk-sets").map((bytes, n) =>
    n === 0 ? utf8(new TextDecoder().decode(bytes).replace('"Succeeded"', '"Failed"')) : bytes,
  );
  team.act({ act: "again", by: "Dev Kulkarni" }, wrong);
  const boxes = team
    .look()
    .pictures.find(({ name }) => name === "resources")
    ?.areas.flatMap((area) => area.boxes)
    .filter(({ detail }) => detail === "disk encryption set");
  const failed = boxes?.filter(({ state }) => state === "drifted") ?? [];
  expect(failed).toHaveLength(1);
  expect(failed[0]?.proofs[0]?.differs).toEqual([
    expect.objectContaining({ expected: "Succeeded", found: "Failed" }),
  ]);
  expect(boxes?.filter(({ state }) => state === "done")).toHaveLength((boxes?.length ?? 0) - 1);
});

it("shows no box of phase 2 as done by what a runbook of phase 1 proved of its own part", () => {
  const team = newTeam();
  team.adopt();
  const boxes = (picture: string) =>
    team
      .look()
      .pictures.find(({ name }) => name === picture)
      ?.areas.flatMap((area) => area.boxes) ?? [];
  const sets = () =>
    boxes("resources")
      .filter(({ detail }) => detail === "disk encryption set")
      .map(({ title, state }) => `${english(title)}: ${state}`);
  const services = () =>
    boxes("hsm")
      .filter(({ runbook }) => runbook === "service-roles")
      .filter(({ state }) => state === "done")
      .map(({ title }) => title);
  team.carryOut("service-roles");
  team.carryOut("ad-disks", 2);
  expect(sets()).toEqual([
    "Contoso-DES-SouthIndia: done",
    "Contoso-VM-DES-SouthIndia: blocked",
    "Contoso-DES-CentralIndia: done",
    "Contoso-VM-DES-CentralIndia: blocked",
  ]);
  expect(services()).toContain("contoso-sqlmi");
  expect(services()).not.toContain("Contoso-VM-DES-SouthIndia");
  // Evaluated again, it is still about the part that was begun.
  team.act({ act: "again", by: "Dev Kulkarni" }, rightFiles("disk-sets"));
  expect(sets().filter((one) => one.endsWith("done"))).toHaveLength(2);
  team.carryOut("other-vms", 2);
  expect(sets().filter((one) => one.endsWith("done"))).toHaveLength(4);
});

it("names who can make themselves Administrator by the last list of roles, also those whom the plan lacks", () => {
  const team = newTeam();
  team.adopt();
  expect(team.look().granting).toBeNull();
  team.carryOut("roles", 2);
  const { who = [], hsm } = team.look().granting ?? {};
  expect(hsm).toBe("Contoso-PROD-HSM");
  const [group] = contoso.groups;
  expect(who).toContainEqual({
    role: "Managed HSM Administrator",
    name: group?.name,
    members: group?.members,
  });
  const stranger = "99999999-0000-4000-8000-000000000009";
  const wrong = rightFiles("administrators").map((bytes) =>
    utf8(new TextDecoder().decode(bytes).replaceAll(group?.objectId ?? "", stranger)),
  );
  team.now = new Date(NOW.getTime() + 60_000);
  team.act({ act: "again", by: "Dev Kulkarni" }, wrong);
  expect(team.look().granting?.who).toContainEqual({
    role: "Managed HSM Administrator",
    name: stranger,
    members: [],
  });
  // What was not listed is not known: an answer about something else changes nothing.
  team.act({ act: "again", by: "Dev Kulkarni" }, rightFiles("purge-protection"));
  expect(team.look().granting?.who).toContainEqual(expect.objectContaining({ name: stranger }));
});
