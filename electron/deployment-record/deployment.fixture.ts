// For tests: a deployment of Contoso's plan with every question answered, and people who carry it out.
import { utf8 } from "../../crypto/index.ts";
import type { DeploymentAct } from "../bridge/deployment-acts.ts";
import type { DeploymentView, RunbookView, StepView } from "../bridge/deployment-views.ts";
import { CONTOSO, editedText, type Edits } from "../deployment/plan/plan.fixture.ts";
import { isCheck, readPlan } from "../deployment/deployment.ts";
import { NOW, rightFor } from "../deployment/proofs/right.fixture.ts";
import { KeptDeployment } from "./kept-deployment.ts";

const ASHA = "Asha Iyer";
const BALA = "Bala Menon";
const TWO: [string, string] = [ASHA, BALA];

/** Contoso's plan, every question answered; its soak is cut to one day, as the right answers are. */
export function answeredPlan(more: Edits = {}): Uint8Array {
  const { plan } = readPlan(CONTOSO);
  const answers = (["assumptions", "questions"] as const).flatMap((list) =>
    plan[list].flatMap((_, at) => [
      [`${list}[${String(at)}].answer`, "Yes."],
      [`${list}[${String(at)}].date`, "2026-11-27"],
      ...(list === "assumptions" ? [[`${list}[${String(at)}].holds`, true]] : []),
    ]),
  );
  const edits = Object.fromEntries(answers) as Edits;
  return utf8(editedText(CONTOSO, { ...edits, "soak.days": 1, ...more }));
}

/** The right answers of a check, as files. */
export const rightFiles = (check: string): readonly Uint8Array[] =>
  isCheck(check)
    ? Object.values(rightFor(check)).map((answer) => utf8(JSON.stringify(answer)))
    : [];

/** Answers of purge protection by which it is off. */
export const withoutProtection = (): readonly Uint8Array[] =>
  rightFiles("purge-protection").map((bytes) =>
    utf8(
      new TextDecoder()
        .decode(bytes)
        .replace('"enablePurgeProtection":true', '"enablePurgeProtection":false'),
    ),
  );

/** People at one window. */
export class Team {
  readonly root: string;
  now = NOW;
  deployment: KeptDeployment;

  /** @param root a folder that its maker removes; `end` comes first */
  constructor(root: string) {
    this.root = root;
    this.deployment = this.#opened();
  }

  end(): void {
    this.deployment.end();
  }

  /** The app is closed, and opened again. */
  restart(): void {
    this.deployment.end();
    this.deployment = this.#opened();
  }

  #opened(): KeptDeployment {
    return new KeptDeployment({ root: this.root, mode: "REHEARSAL", clock: () => this.now });
  }

  act(act: DeploymentAct, files: readonly Uint8Array[] = []): DeploymentView {
    return this.deployment.act({ act, files });
  }

  look(): DeploymentView {
    return this.act({ act: "look" });
  }

  /** Reads the plan, and adopts it. */
  adopt(plan = answeredPlan()): DeploymentView {
    this.act({ act: "check", from: "file" }, [plan]);
    return this.act({ act: "adopt", by: ASHA });
  }

  runbook(name: string): RunbookView {
    const found = this.look().runbooks.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no ${name}.`);
    return found;
  }

  step(runbook: string): StepView {
    const found = this.runbook(runbook).steps.find(({ state }) => state === "now");
    if (found === undefined) throw new Error(`Nothing is to be done in ${runbook}.`);
    return found;
  }

  /** Decides on everything that blocks a runbook. */
  decide(runbook: string): void {
    const blocks = this.runbook(runbook)
      .blocks.filter(({ decided }) => decided === null)
      .map(({ id }) => id);
    if (blocks.length === 0) return;
    this.act({ act: "decide", runbook, blocks, by: TWO, reason: "The pilot needs it." });
  }

  /** What comes before the proofs of the current step. */
  perform(runbook: string): void {
    const { n: step, twoPeople, commands, ceremony, wait } = this.step(runbook);
    const at = { runbook, step };
    if (twoPeople !== null) this.act({ act: "acknowledge", ...at, by: TWO });
    if (ceremony !== null) throw new Error("A ceremony is linked by its record.");
    if (commands.length > 0) {
      // Answers are of this moment: the commands ran before it.
      this.now = new Date(NOW.getTime() - 400_000);
      this.act({ act: "run", ...at, by: BALA, shell: "bash" });
      this.now = NOW;
    }
    if (wait !== null) this.act({ act: "wait", ...at, by: BALA });
  }

  /** Proves everything that the current step asks for, by right answers. */
  prove(runbook: string): void {
    const { n: step, proofs } = this.step(runbook);
    for (const { check } of proofs)
      this.act({ act: "prove", runbook, step, check, by: BALA }, rightFiles(check));
  }

  finish(runbook: string): DeploymentView {
    const { n: step } = this.step(runbook);
    return this.act({ act: "done", runbook, step, by: ASHA });
  }

  /** A whole runbook, or its steps before this one. */
  carryOut(runbook: string, before = Number.POSITIVE_INFINITY): void {
    this.decide(runbook);
    for (const { n } of this.runbook(runbook).steps) {
      if (n >= before) return;
      this.perform(runbook);
      this.prove(runbook);
      this.finish(runbook);
    }
  }
}
