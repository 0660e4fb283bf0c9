// The trainer at the window: trials chosen before the people come, what the app does of them, what
// the trainer ticks, and the score at the end.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { random } from "../../crypto/index.ts";
import { pathOf, type Script, type Step } from "../../ceremony-scripts/index.ts";
import type { TrainerView, TrialChoice, TrialScoreView } from "../bridge/trial-views.ts";
import {
  routeOf,
  presentSeats,
  rolesIn,
  timetableStepOf,
  type RecordEntry,
  type State,
} from "../ceremony/ceremony.ts";
import { fault } from "../rehearse/faults.ts";
import { makeFolder } from "../session/folders.ts";
import type { SessionHooks } from "../session/session.ts";
import { applyTrial, putBack, type TrialMedia } from "../rehearse/trial-actions.ts";
import {
  begunOf,
  drawPlan,
  keepPlan,
  planIn,
  toldOf,
  trialsIn,
  type TrialPlan,
} from "../rehearse/trial-plan.ts";
import { verdictSentence } from "../rehearse/trial-report.ts";
import { scoreOf } from "../rehearse/trial-score.ts";
import { isTrial, type TrialName } from "../rehearse/trial-names.ts";
import { trialOf } from "../rehearse/trials.ts";
import { withWrongShare } from "../rehearse/wrong-share.ts";
import type { Deps } from "../usecases/deps.ts";
import { record } from "../usecases/turn.ts";

/** Trials in which the app changes media that are folders. */
const ON_FOLDERS: readonly TrialName[] = ["swapped-certificate", "wrong-stick", "changed-domain"];

/** A part is chosen by hand in the window: nothing can be done to it on the way. */
const offered = (steps: readonly Step[]): readonly TrialName[] =>
  trialsIn(steps).filter((name) => name !== "altered-part");

/** The trials that a trainer may choose for a ceremony. */
export const trialChoices = ({ steps }: Script): readonly TrialChoice[] =>
  offered(steps).map((name) => {
    const { title, sentence, instruction } = trialOf(name);
    return {
      name,
      title,
      sentence,
      byHand: instruction !== null,
      needsFolders: ON_FOLDERS.includes(name),
    };
  });

export class Trainer {
  readonly #folder: string;
  readonly #media: TrialMedia;
  #plan: TrialPlan;
  /** Whose share is wrong now; 0 for nobody's. */
  #wrong = 0;

  private constructor(folder: string, media: string, plan: TrialPlan) {
    this.#folder = folder;
    this.#media = { media, aside: join(folder, "aside") };
    this.#plan = plan;
  }

  /**
   * The trials of the ceremony in this folder: existing ones, else those wanted now.
   * @returns null if there are none
   * @throws Fault E-REHEARSE-TRIAL, E-REHEARSE-BEGUN, E-REHEARSE-FOLDER
   */
  static prepare(
    {
      folder,
      media,
      isOnDrives,
      script,
    }: {
      readonly folder: string;
      readonly media: string;
      readonly isOnDrives: boolean;
      readonly script: Script;
    },
    wanted: readonly string[],
  ): Trainer | null {
    const kept = planIn(folder);
    if (kept !== null) return new Trainer(folder, media, kept);
    const names = offered(script.steps).filter((name) => wanted.includes(name));
    if (wanted.length === 0) return null;
    const hasFolders = !isOnDrives || names.every((name) => !ON_FOLDERS.includes(name));
    if (!hasFolders || !wanted.every((name) => isTrial(name) && names.includes(name)))
      throw fault("E-REHEARSE-TRIAL");
    if (existsSync(join(folder, "offline")) || existsSync(join(folder, "connected")))
      throw fault("E-REHEARSE-BEGUN");
    makeFolder(folder);
    // Where they are set is picked when it is known who has come.
    const strikes = names.map((trial) => ({ trial, step: "", seat: 0 }));
    const plan = { seed: "", nonce: "", strikes, careless: null, set: [] };
    keepPlan(folder, plan);
    return new Trainer(folder, media, plan);
  }

  /** The same hooks: the HSM has an unknown signer, or a vault opens a wrong share, if that is a trial. */
  hooks(hooks: SessionHooks): SessionHooks {
    const isStrange = this.#plan.strikes.some(({ trial }) => trial === "strange-signer");
    return {
      ...hooks,
      vaults: withWrongShare(hooks.vaults, () => this.#wrong),
      ...(isStrange ? { startHsm: (place) => hooks.startHsm({ ...place, quote: "unknown" }) } : {}),
    };
  }

  /** Once the record is open it says that there are trials; then their steps are picked. */
  begin(deps: Deps, script: Script, state: State): void {
    if (state.opened === null || state.trial !== "none" || state.closing !== null) return;
    if (this.#plan.nonce === "") this.#draw(script, state);
    record(deps, { type: "trial-begun", by: "app", data: begunOf(this.#plan) });
  }

  /** Before the record is closed it says which they were. */
  tell(deps: Deps, state: State): void {
    this.mend();
    if (state.trial !== "begun" || state.closing !== null) return;
    record(deps, { type: "trial-told", by: "app", data: toldOf(this.#plan) });
  }

  /** Before a step is done: what the app sets in it. */
  before(step: Step, state: State): void {
    for (const planned of this.#plan.strikes) {
      const { trial } = planned;
      if (planned.step !== step.id || this.#plan.set.includes(trial)) continue;
      if (trialOf(trial).instruction !== null) continue;
      applyTrial(this.#media, planned, step, state);
      if (trial === "wrong-share") this.#wrong = planned.seat;
      this.#set(trial);
      // One at a time: the next one when this was found, and the step is repeated.
      return;
    }
  }

  /** The refusal was read: the right stick or file is restored. */
  mend(): void {
    this.#wrong = 0;
    putBack(this.#media);
  }

  /** What only the trainer reads. @param done what the trainer has done by hand, or "" */
  look(done: string, { steps }: Script): TrainerView {
    const { strikes } = this.#plan;
    const planned = strikes.find(({ trial }) => trial === done);
    if (planned !== undefined && trialOf(planned.trial).instruction !== null)
      this.#set(planned.trial);
    return {
      trials: strikes.map(({ trial, step, seat }) => {
        const { title, sentence, should, instruction } = trialOf(trial);
        const isSet = this.#plan.set.includes(trial);
        const at = steps.find(({ id }) => id === step);
        const shown = at === undefined ? null : timetableStepOf(at);
        return { name: trial, title, sentence, should, instruction, step: shown, seat, isSet };
      }),
    };
  }

  #set(name: TrialName): void {
    this.#plan = { ...this.#plan, set: [...new Set([...this.#plan.set, name])] };
    keepPlan(this.#folder, this.#plan);
  }

  /** In a step of the likely way if possible; else in one that comes if people choose so. */
  #draw(script: Script, state: State): void {
    const seats = presentSeats(script, rolesIn(state));
    const likely = pathOf(script, routeOf(state, script), true);
    const others = script.steps.filter(({ seat }) => seat === undefined || seats.includes(seat));
    const wanted = this.#plan.strikes.map(({ trial }) => trial);
    const seed = String(random(4).reduce((sum, byte) => sum * 256 + byte, 0));
    this.#plan = drawPlan(wanted, likely, seats, seed, random, others);
    keepPlan(this.#folder, this.#plan);
  }
}

/** The score as shown; null before the record is closed. */
export function scoreView(entries: readonly RecordEntry[]): TrialScoreView | null {
  const score = scoreOf(entries);
  if (score === null) return null;
  const { found, of, asSealed, verdicts } = score;
  return {
    found,
    of,
    asSealed,
    trials: verdicts.map((one) => ({
      name: one.trial,
      title: one.title,
      found: one.found,
      line: verdictSentence(one),
      should: one.should,
    })),
  };
}
