// The deployment as the desk has it: where it is shown, what is chosen for it, what is copied and saved.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { isFault, sha256Hex, utf8, utf8Text } from "../../crypto/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";
import { answeredPlan } from "../deployment-record/deployment.fixture.ts";
import { CONTOSO } from "../deployment/plan/plan.fixture.ts";
import { rightFor } from "../deployment/proofs/right.fixture.ts";
import { keeperMethods } from "../deployment-record/keeper-methods.ts";
import { Deployments } from "./deployments.ts";
import type { NewFile } from "./options.ts";

type At = "offline" | "connected" | null;

/** A desk's deployments, with what people choose and what came of it. */
function desk(at: At = null) {
  const root = mkdtempSync(join(tmpdir(), "desk-deployments-"));
  const told = {
    copied: "",
    noClipboard: false,
    saved: null as NewFile | null,
    started: [] as string[],
    answers: null as readonly Uint8Array[] | null,
    plan: answeredPlan() as Uint8Array | null,
    folder: null as string | null,
  };
  const deployments = new Deployments(
    {
      roots: { rehearsals: join(root, "rehearsals"), production: join(root, "production") },
      startDeployment: async ({ root: folder, mode }) => {
        told.started.push(mode);
        const { methods, end } = keeperMethods({ root: folder, mode, clock: () => new Date() });
        return { ...methods, isGone: () => false, end: async () => end() };
      },
      startReader: () => Promise.reject(new Error("azure-reads.test.ts reads Azure")),
      startSubscription: () => Promise.reject(new Error("azure-reads.test.ts reads Azure")),
      choosePlan: async () =>
        told.plan === null ? null : { path: join(root, "chosen.yaml"), bytes: told.plan },
      chooseAnswers: async () =>
        told.answers?.map((bytes, at) => ({ name: `${String(at + 1)}.json`, bytes })) ?? null,
      chooseRecord: async () => null,
      chooseFolder: async () => told.folder,
      save: async (file) => {
        told.saved = file;
        const path = join(root, file.name);
        writeFileSync(path, file.bytes);
        return path;
      },
      copy: async (text) => {
        if (told.noClipboard) throw new Error("There is no clipboard.");
        told.copied = text;
      },
    },
    { at, mode: at === null ? "REHEARSAL" : "PRODUCTION" },
  );
  onTestFinished(async () => {
    await deployments.end();
    rmSync(root, { recursive: true, force: true });
  });
  const adopt = async () => {
    await deployments.act({ act: "check", from: "file" });
    return deployments.act({ act: "adopt", by: "Asha Iyer" });
  };
  return { root, told, deployments, adopt };
}

it("starts no process at the offline station, and refuses", async () => {
  const { deployments, told } = desk("offline");
  expect(await codeOf(deployments.act({ act: "look" }))).toBe("E-DESK-DEPLOYMENT");
  expect(told.started).toEqual([]);
});

it.each([
  [null, "REHEARSAL"],
  ["connected", "PRODUCTION"],
] as const)("keeps the deployment of %s apart, and says which it is", async (at, mode) => {
  const { deployments, told, root, adopt } = desk(at);
  expect((await deployments.act({ act: "look" }))?.mode).toBe(mode);
  await adopt();
  expect(told.started).toEqual([mode]);
  const folder = at === null ? "rehearsals" : "production";
  expect(readdirSync(join(root, folder, "deployments", "001"))).toContain("record.jsonl");
});

it("does nothing if nobody chose a file", async () => {
  const { deployments, told } = desk();
  told.plan = null;
  expect(await deployments.act({ act: "check", from: "file" })).toBeNull();
  expect((await deployments.act({ act: "look" }))?.draft).toBeNull();
});

it("saves what a plan changes against an older one, and records nothing of it", async () => {
  const { deployments, told, adopt } = desk();
  expect(await codeOf(deployments.act({ act: "compare" }))).toBe("E-DEPLOY-BEGIN");
  const before = await adopt();
  told.plan = utf8(
    utf8Text(answeredPlan())?.replace("retentionDays: 90", "retentionDays: 30") ?? "",
  );
  const after = await deployments.act({ act: "compare" });
  expect(told.saved?.name).toBe("changes-contoso.txt");
  expect(utf8Text(told.saved?.bytes ?? utf8(""))).toContain("hsm.retentionDays: 30 -> 90");
  expect(after?.record).toEqual(before?.record);
  told.plan = null;
  expect(await deployments.act({ act: "compare" })).toBeNull();
});

it("saves the plan of what exists by chosen answers, and refuses those about another HSM", async () => {
  const { deployments, told } = desk();
  told.answers = Object.values(rightFor("hsm-created")).map((value) => utf8(JSON.stringify(value)));
  const act = { act: "existing", name: "seen", hsm: "Contoso-PROD-HSM" } as const;
  expect((await deployments.act(act))?.record).toBeNull();
  expect(told.saved?.name).toBe("seen.yaml");
  expect(utf8Text(told.saved?.bytes ?? utf8(""))).toMatch(
    /^# What existed on .*\n[^]*\nplan: seen\n/,
  );
  expect(await codeOf(deployments.act({ ...act, hsm: "Other-HSM" }))).toBe("E-ANSWER-HSM");
  told.answers = null;
  expect(await deployments.act(act)).toBeNull();
});

it("saves a first plan of what was entered, and checks it; an answer is refused by its question", async () => {
  const { deployments, told } = desk();
  const [anna, bo] = ["1", "2"].map((n) => `5d000000-0000-4000-9000-00000000000${n}`);
  const entered = {
    name: "fjord",
    tenant: "b3dd084c-4bfe-4bc0-ac20-8444e1909279",
    subscription: "ac02246c-d697-4a2d-a65c-6a66b10d1b92",
    administrators: `Anna Berg=${anna ?? ""}\nBo Dahl=${bo ?? ""}\n`,
    services: "sql storage",
  };
  const refused = async (more: Readonly<Record<string, string>>) => {
    const error: unknown = await deployments
      .act({ act: "new", entered: { ...entered, ...more } })
      .then(
        () => null,
        (one: unknown) => one,
      );
    return isFault(error) ? [error.code, ...error.fields] : null;
  };
  expect(await refused({ tenant: "" })).toEqual(["E-PLAN-ANSWER", "tenant"]);
  expect(await refused({ tenant: "somebody" })).toEqual(["E-PLAN-ANSWER", "tenant"]);
  expect(await refused({ regions: "a b c" })).toEqual(["E-PLAN-ANSWER", "regions"]);
  expect(await refused({ quorum: "99" })).toEqual(["E-PLAN-ANSWER", "quorum"]);
  expect(told.saved).toBeNull();
  expect((await deployments.act({ act: "look" }))?.draft).toBeNull();

  const view = await deployments.act({ act: "new", entered });
  const bytes = told.saved?.bytes ?? utf8("");
  expect(told.saved?.name).toBe("fjord.yaml");
  expect(view).toMatchObject({
    record: null,
    draft: { name: "fjord", title: "Managed HSM of fjord", sha256: sha256Hex(bytes) },
  });
  expect(openIn(view).map(({ id }) => id)).toContain("Q1");
  expect(openIn(view).length).toBe(
    view?.draft?.findings.flatMap(({ code, members }) =>
      /^P-(?:ASSUMPTION|QUESTION)-OPEN$/.test(code) ? members : [],
    ).length,
  );
});

const openIn = (view: DeploymentView | null) =>
  view?.draft?.asked.filter(({ isOpen }) => isOpen) ?? [];

/** An answer to the plan on the screen. */
const answer = (view: DeploymentView | null, text = "Yes."): DeploymentAct => ({
  act: "answer",
  plan: view?.draft?.sha256 ?? "",
  answers: [{ list: "questions", at: 0, answer: text }],
});
const write = (view: DeploymentView | null): DeploymentAct => ({
  act: "write",
  file: view?.change?.sha256 ?? "",
});

it("writes an answer over the plan's file once it was shown, and checks it", async () => {
  const { deployments, told, root } = desk();
  const path = join(root, "chosen.yaml");
  const text = () => readFileSync(path, "utf8");
  told.plan = utf8(CONTOSO);
  writeFileSync(path, CONTOSO);
  const first = await deployments.act({ act: "check", from: "file" });
  const shown = await deployments.act(answer(first));
  expect(shown?.change).toMatchObject({ file: "chosen.yaml", places: [expect.any(Array)] });
  expect(shown?.draft).toEqual(first?.draft);
  expect(text()).toBe(CONTOSO);
  const after = await deployments.act(write(shown));
  expect(told.saved).toBeNull();
  expect(sha256Hex(utf8(text()))).toBe(shown?.change?.sha256);
  expect(after).toMatchObject({ change: null, draft: { sha256: shown?.change?.sha256 } });
  expect(after?.draft?.asked.find(({ id }) => id === "Q1")?.answer?.text).toBe("Yes.");
  expect(openIn(after)).toHaveLength(openIn(first).length - 1);
  // The file is known as it is now, and a change of what is no longer there is not written.
  const next = await deployments.act(answer(after, "No."));
  expect(next?.change?.file).toBe("chosen.yaml");
  expect(await codeOf(deployments.act(write(shown)))).toBe("E-DEPLOY-STALE");
  expect(await codeOf(deployments.act(answer(first)))).toBe("E-DEPLOY-STALE");
});

it("writes nothing over a plan's file that changed or went meanwhile (B154)", async () => {
  const { deployments, told, root } = desk();
  const path = join(root, "chosen.yaml");
  told.plan = utf8(CONTOSO);
  writeFileSync(path, `${CONTOSO}# Theirs.\n`);
  const shown = await deployments.act(
    answer(await deployments.act({ act: "check", from: "file" })),
  );
  expect(await codeOf(deployments.act(write(shown)))).toBe("E-DESK-PLAN-CHANGED");
  expect(readFileSync(path, "utf8")).toBe(`${CONTOSO}# Theirs.\n`);
  rmSync(path);
  expect(await codeOf(deployments.act(write(shown)))).toBe("E-DESK-PLAN-CHANGED");
  expect(readdirSync(root).filter((name) => !/^rehearsals$/.test(name))).toEqual([]);
});

it("saves the sample with an answer as a new file, which is the plan's from then on", async () => {
  const { deployments, told } = desk();
  const sample = await deployments.act({ act: "check", from: "sample" });
  const shown = await deployments.act(answer(sample));
  expect(shown?.change?.file).toBeNull();
  const after = await deployments.act(write(shown));
  expect(told.saved?.name).toBe("contoso.yaml");
  expect((await deployments.act(answer(after)))?.change?.file).toBe("contoso.yaml");
});

it("copies only what it has shown, by its place", async () => {
  const { deployments, told, adopt } = desk();
  const view = await adopt();
  const step = view?.runbooks.find(({ name }) => name === "provision")?.steps.at(-1);
  const at = { act: "copy", runbook: "provision", step: step?.n ?? 0, shell: "bash" } as const;
  await deployments.act({ ...at, check: "", command: 0 });
  expect(told.copied).toBe(step?.commands[0]?.bash);
  expect(told.copied).toContain("az keyvault create");
  told.noClipboard = true;
  expect(await codeOf(deployments.act({ ...at, check: "", command: 0 }))).toBe("E-DESK-COPY");
  told.noClipboard = false;
  expect(await codeOf(deployments.act({ ...at, check: "", command: 99 }))).toBe("E-DESK-STALE");
  await deployments.act({ ...at, check: "hsm-created", command: 0 });
  expect(told.copied).toBe(step?.proofs[0]?.reads[0]?.bash);
});

it("saves the evidence as a folder whose every file is in its list of digests", async () => {
  const { deployments, told, root, adopt } = desk();
  await adopt();
  told.folder = root;
  await deployments.act({ act: "save", what: "evidence" });
  const name = readdirSync(root).find((one) => one.startsWith("deployment-contoso-")) ?? "";
  const lines = readFileSync(join(root, name, "SHA256SUMS"), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => line.slice(66)).toSorted()).toEqual(
    readdirSync(join(root, name), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.\w+$/.test(path))
      .toSorted(),
  );
  for (const line of lines)
    expect(sha256Hex(new Uint8Array(readFileSync(join(root, name, line.slice(66)))))).toBe(
      line.slice(0, 64),
    );
});

it("saves minutes as PDF, and hands answers over unchanged", async () => {
  const { deployments, told, adopt } = desk();
  await adopt();
  await deployments.act({ act: "save", what: "minutes-pdf" });
  expect(told.saved?.name).toMatch(/^minutes-contoso-.*\.pdf$/);
  expect(new TextDecoder().decode(told.saved?.bytes.subarray(0, 5))).toBe("%PDF-");
  told.answers = [utf8("no JSON")];
  expect(await codeOf(deployments.act({ act: "again", by: "Asha Iyer" }))).toBe("E-ANSWER-JSON");
});
