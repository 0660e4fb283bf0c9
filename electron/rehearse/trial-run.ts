// A rehearsal's trials while it runs: which is on now, and its effect on the people, the network,
// and the media. Changes of the plan are written to disk before they take effect.
import { join } from "node:path";
import { kindOf, type Step } from "../../ceremony-scripts/index.ts";
import { copyObject, officerOf, sealedObjects, type State } from "../ceremony/ceremony.ts";
import { readNetwork, type NetworkReading } from "../network/network.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import { record, stateOf } from "../usecases/turn.ts";
import type { Deps } from "../usecases/deps.ts";
import { handedOn } from "./answers.ts";
import { fault } from "./faults.ts";
import type { RehearsedStep } from "./rehearsed-step.ts";
import type { SessionHooks, HsmPlace } from "../session/session.ts";
import { altered, applyTrial, putBack, type TrialMedia } from "./trial-actions.ts";
import { begunOf, keepPlan, toldOf, type PlannedTrial, type TrialPlan } from "./trial-plan.ts";
import { withWrongShare } from "./wrong-share.ts";

/** The name of the simulated cable's interface. */
const CABLE = "trial-cable";

export class TrialRun {
  readonly #folder: string;
  readonly #media: TrialMedia;
  #plan: TrialPlan;
  #on: PlannedTrial | null = null;

  /** @param folder the ceremony's; @param media where its media are as folders */
  constructor(folder: string, media: string, plan: TrialPlan) {
    this.#folder = folder;
    this.#media = { media, aside: join(folder, "aside") };
    this.#plan = plan;
  }

  /** Trials that are still to be set in this step. */
  in({ id }: Step): readonly PlannedTrial[] {
    const { strikes, set } = this.#plan;
    return strikes.filter(({ step, trial }) => step === id && !set.includes(trial));
  }

  /** Whether people do not look, in this trial. */
  isCareless({ trial }: PlannedTrial): boolean {
    return this.#plan.careless === trial;
  }

  /**
   * Sets a trial: from here on it is on. After an interruption it is set again, unless it was met;
   * only a power cut counts at once, because it stops everything itself.
   */
  async set(planned: PlannedTrial, { deps, step, people }: RehearsedStep): Promise<void> {
    applyTrial(this.#media, planned, step, stateOf(deps));
    const object = planned.trial === "torn-bag" ? bagTorn(step, stateOf(deps)) : null;
    if (object !== null) await people.tear({ object });
    if (planned.trial === "wrong-passphrase") await people.slip({ seat: planned.seat });
    this.#on = planned;
    if (planned.trial === "power-cut") this.#keep(planned);
  }

  /** The current trial was met, well or not: people put right what was wrong. */
  mend(): void {
    putBack(this.#media);
    if (this.#on !== null) this.#keep(this.#on);
    this.#on = null;
  }

  /** The current trial is off until its step comes again: people prepare themselves for it. */
  rest(): void {
    this.#on = null;
  }

  #keep({ trial }: PlannedTrial): void {
    this.#plan = { ...this.#plan, set: [...new Set([...this.#plan.set, trial])] };
    keepPlan(this.#folder, this.#plan);
  }

  /** That there are trials: once the record is open. Which they were: before it is closed. */
  note(deps: Deps, step: Step): void {
    if (deps.record.open === null) return;
    const { opened, trial } = stateOf(deps);
    if (opened === null) return;
    if (trial === "none")
      record(deps, { type: "trial-begun", by: "app", data: begunOf(this.#plan) });
    if (kindOf(step.action.kind).ends && trial !== "told" && stateOf(deps).closing === null)
      record(deps, { type: "trial-told", by: "app", data: toldOf(this.#plan) });
  }

  /** The same hooks, with the trials' effects. @param kill simulates a power cut */
  hooks(hooks: SessionHooks, kill: () => void): SessionHooks {
    const isPlanned = (name: PlannedTrial["trial"]): boolean =>
      this.#plan.strikes.some(({ trial }) => trial === name);
    return {
      ...hooks,
      ...(isPlanned("cable") ? { network: () => this.#network() } : {}),
      startHsm: (place: HsmPlace) =>
        hooks.startHsm(isPlanned("strange-signer") ? { ...place, quote: "unknown" } : place),
      call: (call) => {
        if (this.#on?.trial !== "officer-absent" || this.#on.seat !== call.seat)
          return hooks.call(call);
        // Someone else sits down for them, without saying so.
        if (this.isCareless(this.#on)) return hooks.call(call);
        throw fault("E-REHEARSE-ABSENT", { n: call.seat });
      },
      invite: (invitation) => {
        this.pull(kill);
        return hooks.invite(invitation);
      },
    };
  }

  /** Simulates a power cut if that trial is on. */
  pull(kill: () => void): void {
    if (this.#on?.trial === "power-cut") kill();
  }

  /** The step with its people, while a trial is on. */
  during(rehearsed: RehearsedStep): RehearsedStep {
    const on = this.#on;
    const { deps, people, plan } = rehearsed;
    if (on?.trial === "altered-word") return { ...rehearsed, people: misreading(people) };
    if (on?.trial === "torn-bag" && this.isCareless(on))
      return {
        ...rehearsed,
        people: { ...people, look: ({ objects }) => fromList(rehearsed, objects) },
      };
    if (on?.trial === "wrong-share")
      return {
        ...rehearsed,
        deps: { ...deps, vaults: withWrongShare(deps.vaults, () => on.seat) },
      };
    if (on?.trial === "strange-signer" && !this.isCareless(on))
      return { ...rehearsed, decided: null };
    if (on?.trial !== "altered-part") return rehearsed;
    const parts = [...plan.parts].map(([seat, bytes]) => [seat, altered(bytes)] as const);
    return { ...rehearsed, plan: { ...plan, parts: new Map(parts) } };
  }

  /** A quiet machine, except for the cable while it is plugged in. */
  #network(): NetworkReading {
    const isIn = this.#on?.trial === "cable";
    return { ...readNetwork(), up: isIn ? [CABLE] : [], wasOnline: isIn, red: isIn };
  }
}

/** The first of the bags that this step compares, or null if it compares none. */
function bagTorn({ action, seat }: Step, state: State): string | null {
  const { readsSeals, compares } = kindOf(action.kind);
  if (readsSeals === "present") return handedOn(state);
  const of = !compares
    ? null
    : readsSeals === "officer"
      ? officerOf(seat ?? 0)
      : readsSeals === "copy"
        ? copyObject(action.copy ?? "transfer")
        : null;
  return of === null ? null : (sealedObjects(state, of)[0]?.object ?? null);
}

/** One word is read aloud in place of another. */
function misreading(people: PeopleMethods): PeopleMethods {
  return {
    ...people,
    read: async (note) => {
      const words = (await people.read(note)).split(" ");
      const other = words.findIndex((word, i) => i % 2 === 0 && word !== words[0]);
      return [words[other], ...words.slice(1)].join(" ");
    },
  };
}

/** What should be on the bags, read from the list instead. */
async function fromList({ deps }: RehearsedStep, objects: readonly string[]) {
  return stateOf(deps)
    .standing.objects.filter(({ object }) => objects.includes(object))
    .map(({ object, seal, place, custodian }) => ({ object, seal, place, custodian }));
}
