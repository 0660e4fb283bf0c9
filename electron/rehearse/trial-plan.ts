// Which trials are set, and where: picked at random or chosen, stored beside the ceremony's
// records, and bound by a digest in the record so that they cannot be chosen afterwards.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHex, sha256Hex, toHex, utf8 } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { replace } from "../disk/disk.ts";
import { fault as sessionFault } from "../session/faults.ts";
import { fault } from "./faults.ts";
import { sealOf } from "./trial-score.ts";
import { TRIAL_NAMES, type TrialName } from "./trial-names.ts";
import { trialOf } from "./trials.ts";

/** A trial and the step in which it is set; the seat it is about, or 0. */
export interface PlannedTrial {
  readonly trial: TrialName;
  readonly step: string;
  readonly seat: number;
}

export interface TrialPlan {
  readonly seed: string;
  /** 32 random bytes in hex, so that the list cannot be guessed from its digest. */
  readonly nonce: string;
  /** The name of the member in trial.json. */
  readonly strikes: readonly PlannedTrial[];
  /** The trial in which simulated people are careless; null for none. */
  readonly careless: TrialName | null;
  /** Those that were set, in their order. */
  readonly set: readonly TrialName[];
}

/** The request: one trial, a random one, all possible ones, or a trainer's choice. */
export type Wanted = TrialName | "random" | "all" | readonly TrialName[];

const FILE = "trial.json";

/** The trials that can be set in a ceremony of these steps, in the list's order. */
export const trialsIn = (steps: readonly Step[]): readonly TrialName[] =>
  TRIAL_NAMES.filter((name) => steps.some((step) => fits(name, step)));

const fits = (name: TrialName, { action }: Step): boolean =>
  trialOf(name).kinds.includes(action.kind);

/**
 * Picks where each wanted trial is set. The same seed and way give the same trials.
 * @param steps the way that the ceremony will take
 * @param seats the officers who come
 * @param others steps for a trial that fits none on that way
 * @throws Fault E-REHEARSE-TRIAL if one of them fits no step
 */
export function drawPlan(
  wanted: Wanted,
  steps: readonly Step[],
  seats: readonly number[],
  seed: string,
  random: (length: number) => Uint8Array,
  others: readonly Step[] = [],
): TrialPlan {
  const chance = chanceOf(seed);
  const possible = trialsIn([...steps, ...others]);
  const picked = possible[chance(possible.length)];
  const names =
    wanted === "all"
      ? possible
      : wanted === "random"
        ? possible.filter((name) => name === picked)
        : typeof wanted === "string"
          ? [wanted]
          : TRIAL_NAMES.filter((name) => wanted.includes(name));
  if (names.length === 0 || names.some((name) => !possible.includes(name)))
    throw fault("E-REHEARSE-TRIAL");
  const strikes = names.reduce<readonly PlannedTrial[]>((sofar, trial) => {
    const likely = steps.filter((step) => fits(trial, step));
    const all = likely.length > 0 ? likely : others.filter((step) => fits(trial, step));
    // If possible, no step has two.
    const free = all.filter(({ id }) => sofar.every(({ step }) => step !== id));
    const from = free.length > 0 ? free : all;
    const step = from[chance(from.length)];
    if (step === undefined) return sofar;
    const seat = step.seat ?? (isAboutOfficer(trial, step) ? seatOf(trial, seats, chance) : 0);
    return [...sofar, { trial, step: step.id, seat }];
  }, []);
  return { seed, nonce: toHex(random(32)), strikes, careless: null, set: [] };
}

/** Whether one officer is meant, if the step involves several. */
const isAboutOfficer = (trial: TrialName, { action }: Step): boolean =>
  ["officer-absent", "wrong-passphrase", "wrong-share"].includes(trial)
  || (["swapped-certificate", "wrong-stick"].includes(trial)
    && trialOf("swapped-certificate").kinds.includes(action.kind));

/** The officer who stays away must have no other trial: it is always the last of several. */
function seatOf(trial: TrialName, seats: readonly number[], chance: (n: number) => number): number {
  const others = seats.length > 1 ? seats.slice(0, -1) : seats;
  return (trial === "officer-absent" ? seats.at(-1) : others[chance(others.length)]) ?? 0;
}

/** Numbers from 0 to below `n`, the same for the same seed. */
function chanceOf(seed: string): (n: number) => number {
  let turn = 0;
  return (n) => {
    turn += 1;
    const bytes = fromHex(sha256Hex(utf8(`${seed} ${String(turn)}`))) ?? new Uint8Array();
    // From 48 bits: with a handful of choices the bias is negligible.
    const number = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
    return n === 0 ? 0 : number % n;
  };
}

/** The plan of a ceremony in its folder, or null if no trials were set. */
export function planIn(folder: string): TrialPlan | null {
  const file = join(folder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as TrialPlan) : null;
}

/** Keeps the plan, durably. @throws Fault E-REHEARSE-FOLDER */
export function keepPlan(folder: string, plan: TrialPlan): void {
  try {
    replace(folder, FILE, utf8(JSON.stringify(plan)));
  } catch {
    throw sessionFault("E-REHEARSE-FOLDER");
  }
}

/** What the record says at the beginning: that there are trials, but not which. */
export const begunOf = ({ seed, nonce, strikes }: TrialPlan): EventData["trial-begun"] => ({
  sealed: sealOf(seed, nonce, strikes),
});

/** What the record says before it is closed. */
export const toldOf = ({ seed, nonce, strikes, set }: TrialPlan): EventData["trial-told"] => ({
  seed,
  nonce,
  trials: strikes.map((planned) => ({ ...planned, set: set.includes(planned.trial) })),
});
