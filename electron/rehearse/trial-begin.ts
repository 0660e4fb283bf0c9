// The trials of a rehearsal with simulated people: picked once, before it opens, for the way that
// these people will take through the script.
import { random, toHex } from "../../crypto/index.ts";
import { pathOf, type Route, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { presentSeats, standingOf } from "../ceremony/ceremony.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { choiceOf } from "./answers.ts";
import { peopleFor, whoComes } from "./rehearsal-people.ts";
import { fault } from "./faults.ts";
import {
  ceremoniesIn,
  latestIn,
  partsIn,
  STATIONS,
  stationFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import type { Tell } from "./narrate.ts";
import { drawPlan, keepPlan, planIn, type Wanted } from "./trial-plan.ts";
import { TrialRun } from "./trial-run.ts";
import type { TrialName } from "./trial-names.ts";

/** The request of `sd rehearse --trial`. */
export interface TrialWish {
  readonly wanted: Wanted;
  /** The seed of the trials; null for a random one. */
  readonly seed: string | null;
  readonly careless: TrialName | null;
}

/** What decides the way that these people take through the script, and its trials. */
export interface WayRequest {
  readonly script: Script;
  readonly media: string;
  /** Ids of the steps to choose, else the first ones. */
  readonly choices: readonly string[];
  /** Who comes if not all do, or who get new keys; none for the next ones. */
  readonly officer: readonly number[];
  /** The trials to set, and in which of them people are careless; null for a plain rehearsal. */
  readonly trial: TrialWish | null;
}

/**
 * The trials of this rehearsal: those picked when it began, whatever is asked now; else new ones.
 * They are not revealed.
 * @returns null for a plain rehearsal
 * @throws Fault E-REHEARSE-TRIAL, E-REHEARSE-BEGUN, E-REHEARSE-FOLDER
 */
export function trialsOf(
  request: WayRequest,
  ceremony: CeremonyFolder,
  tell: Tell,
): TrialRun | null {
  const { media, trial } = request;
  const { folder } = ceremony;
  const kept = planIn(folder);
  if (kept !== null) return new TrialRun(folder, media, kept);
  if (trial === null) return null;
  if (STATIONS.some((station) => readRecord(stationFolder(ceremony, station)) !== null))
    throw fault("E-REHEARSE-BEGUN");
  const seed = trial.seed ?? String(Number.parseInt(toHex(random(3)), 16));
  const { steps, seats } = likelyWay(request);
  const plan = { ...drawPlan(trial.wanted, steps, seats, seed, random), careless: trial.careless };
  keepPlan(folder, plan);
  const drills = plan.strikes.length === 1 ? "a drill" : "drills";
  tell(`This rehearsal has ${drills}, revealed at the end. Seed: ${seed}`);
  return new TrialRun(folder, media, plan);
}

/** The steps on these people's way, and the officers who come. */
function likelyWay({ script, media, choices, officer }: WayRequest): {
  readonly steps: readonly Step[];
  readonly seats: readonly number[];
} {
  const all = ceremoniesIn(media);
  const earlier = script.continues ? latestIn(all) : null;
  const read = earlier === null ? null : verifyRecord(earlier);
  const parts = read === null ? new Map<number, Uint8Array>() : partsIn(all, read.head);
  const come = whoComes(script, { earlier, parts }, officer);
  const { renewed } = come;
  const roles = peopleFor(script, { ...come, earlier }).map(({ role }) => role);
  const seats = presentSeats(script, roles);
  const before = standingOf(read?.entries ?? []).officers.length;
  return { steps: follow({ seats, renewed, before, chosen: {} }), seats };

  function follow(route: Route): readonly Step[] {
    const path = pathOf(script, route);
    const last = path.at(-1);
    if (last?.action.choices === undefined || route.chosen[last.id] !== undefined) return path;
    const goTo = choiceOf(last, { choices, parts });
    return follow({ ...route, chosen: { ...route.chosen, [last.id]: goTo } });
  }
}
