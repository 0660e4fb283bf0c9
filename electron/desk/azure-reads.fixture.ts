// For tests: a desk's deployments with the connected station's own reader, and a rehearsal's subscription
// that it reads by TLS.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { DeploymentView, StepView } from "../bridge/deployment-views.ts";
import type { RequestOf } from "../bridge/contract.ts";
import { answeredPlan } from "../deployment-record/deployment.fixture.ts";
import { keeperMethods } from "../deployment-record/keeper-methods.ts";
import { readerMethods } from "../hsm/azure/served-reader.ts";
import type { Reader } from "../hsm/remote-reader.ts";
import type { Site } from "../hsm/site.ts";
import { subscriptionMethods } from "../rehearsal-arm/subscription-methods.ts";
import { Deployments } from "./deployments.ts";
import type { NewFile } from "./options.ts";

export const ASHA = "Asha Iyer";

export interface Given {
  readonly at?: "offline" | "connected" | null;
  readonly site?: Site | null;
  readonly reader?: Reader;
  readonly files?: readonly Uint8Array[] | null;
  /** The plan that is chosen, in place of Contoso's. */
  readonly plan?: Uint8Array;
  /** An act whose answer nobody hears before this. */
  readonly held?: { readonly act: RequestOf<"deployment">; readonly until: Promise<void> };
}

/** A desk's deployments of a plan. */
export async function desk(given: Given = {}) {
  const { at = null, site = null, reader, files = null, held } = given;
  const root = mkdtempSync(join(tmpdir(), "desk-reads-"));
  const started: string[] = [];
  const saved: NewFile[] = [];
  const make = () => {
    const deployments = new Deployments(
      {
        roots: { rehearsals: join(root, "rehearsals"), production: join(root, "production") },
        startDeployment: async ({ root: folder, mode }) => {
          const { methods, end } = keeperMethods({ root: folder, mode, clock: () => new Date() });
          const act: typeof methods.act = async (order) => {
            const view = await methods.act(order);
            if (order.act === held?.act) await held.until;
            return view;
          };
          return { ...methods, act, isGone: () => false, end: async () => end() };
        },
        startReader: async () => {
          started.push("reader");
          return reader ?? { ...readerMethods(), isGone: () => false, end: async () => undefined };
        },
        startSubscription: async () => {
          started.push("subscription");
          const { methods, end } = subscriptionMethods();
          return { ...methods, isGone: () => false, end };
        },
        choosePlan: async () => ({ path: "plan.yaml", bytes: given.plan ?? answeredPlan() }),
        chooseAnswers: async () => files?.map((bytes) => ({ name: "answer.json", bytes })) ?? null,
        chooseRecord: async () => null,
        chooseFolder: async () => null,
        save: async (file) => {
          saved.push(file);
          return file.name;
        },
        copy: async () => undefined,
      },
      { at, mode: at === null ? "REHEARSAL" : "PRODUCTION" },
      () => site,
    );
    onTestFinished(() => deployments.end());
    return deployments;
  };
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const deployments = make();
  if (at !== "offline") {
    await deployments.act({ act: "check", from: "file" });
    await deployments.act({ act: "adopt", by: ASHA });
  }
  const record = () => {
    const folder = join(root, at === null ? "rehearsals" : "production", "deployments", "001");
    return readFileSync(join(folder, "record.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string; by: string; data: { read?: unknown } });
  };
  return { deployments, started, saved, record, make };
}

/** A step by its number. @throws if there is none */
export const stepIn = (view: DeploymentView | null, runbook: string, n: number): StepView => {
  const step = view?.runbooks.find(({ name }) => name === runbook)?.steps[n - 1];
  if (step === undefined) throw new Error(`There is no step ${String(n)} of ${runbook}.`);
  return step;
};
