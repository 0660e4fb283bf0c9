// How simulated people go through a step in which trials are set: they note what was refused or
// seen, put it right, and repeat the step; careless ones notice nothing.
import { isFault, type Fault } from "../../crypto/index.ts";
import { kindOf } from "../../ceremony-scripts/index.ts";
import {
  freeSeats,
  mayChangeSeat,
  nextStep,
  officerOf,
  openObjects,
  rolesIn,
  type CeremonyView,
  type Seal,
  type SeatChange,
} from "../ceremony/ceremony.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import { changeSeat } from "../usecases/change-seat.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { beginRecess, endRecess } from "../usecases/recess.ts";
import { currentView, record, stateOf } from "../usecases/turn.ts";
import { actAndConfirm, performAs } from "./act-and-confirm.ts";
import { TWO } from "./hands.ts";
import type { RehearsedStep } from "./rehearsed-step.ts";
import type { PlannedTrial } from "./trial-plan.ts";
import type { TrialRun } from "./trial-run.ts";

/** Each trial of the step in turn, then the step itself. @param kill simulates a power cut */
export async function actInTrial(
  rehearsed: RehearsedStep,
  trials: TrialRun,
  kill: () => void,
): Promise<CeremonyView> {
  trials.note(rehearsed.deps, rehearsed.step);
  let now = rehearsed;
  for (const planned of trials.in(rehearsed.step)) {
    if (stateOf(rehearsed.deps).performed !== null || !isCurrent(rehearsed)) break;
    const inRecess = planned.trial === "torn-bag" && isInRecess(rehearsed);
    if (inRecess && !canRecess(rehearsed)) continue;
    await trials.set(planned, now);
    if (inRecess) {
      tearInRecess(rehearsed, trials.isCareless(planned));
      trials.mend();
    } else {
      now = await meet(now, planned, trials, kill);
    }
  }
  // Who came late has their steps first.
  if (!isCurrent(rehearsed)) return currentView(rehearsed.deps);
  // Another bag number stays: people decide, again after an interruption.
  return actAndConfirm({ ...now, onSeals: (refusal) => refused(now.deps, refusal) });
}

const isCurrent = ({ deps, step }: RehearsedStep): boolean =>
  deps.record.open === null || nextStep(stateOf(deps), deps.script)?.id === step.id;

/** Performs the step while the trial is on. @returns how the next attempt begins */
async function meet(
  rehearsed: RehearsedStep,
  planned: PlannedTrial,
  trials: TrialRun,
  kill: () => void,
): Promise<RehearsedStep> {
  const { deps } = rehearsed;
  try {
    await performAs(trials.during(rehearsed));
  } catch (error) {
    if (!isFault(error)) throw error;
    if (planned.trial === "wrong-share" && callsOneMore(rehearsed, error)) {
      trials.rest();
      if (!isCurrent(rehearsed)) return rehearsed;
      await trials.set(planned, rehearsed);
      return meet(rehearsed, planned, trials, kill);
    }
    trials.mend();
    return answer(rehearsed, planned, error);
  }
  trials.pull(kill);
  const isSeen = planned.trial === "cable" && !trials.isCareless(planned);
  trials.mend();
  if (isSeen)
    except(
      deps,
      "repeat",
      "The station's network came up in this step.",
      "Unplugged; the step is done again.",
    );
  return rehearsed;
}

/** What people do about a refusal, or about a missing person. */
function answer(
  rehearsed: RehearsedStep,
  { trial, seat }: PlannedTrial,
  refusal: Fault,
): RehearsedStep {
  const { deps } = rehearsed;
  if (trial === "officer-absent") {
    except(deps, "repeat", refusal.message, "The step waits until somebody can take the seat.");
    substitute(rehearsed, seat);
    return rehearsed;
  }
  refused(deps, refusal);
  if (trial === "torn-bag") return { ...rehearsed, decided: TWO, differing: refusal.fields };
  if (trial === "strange-signer") {
    except(
      deps,
      "continue",
      refusal.message,
      "The thumbprint is asked for by telephone; then two officers decide.",
    );
    return { ...rehearsed, decided: officersIn(deps).slice(0, 2) };
  }
  except(deps, "repeat", refusal.message, "It was put right, and the step is done again.");
  if (trial === "wrong-share") leaves(rehearsed, seat);
  return rehearsed;
}

/**
 * A quorum alone cannot say whose share is wrong: another officer comes, if one may.
 * @returns whether one came
 */
function callsOneMore({ deps, step }: RehearsedStep, refusal: Fault): boolean {
  const [seat] = freeSeats(stateOf(deps), deps.script).mayCome;
  if (refusal.code !== "E-SHARE-MISMATCH" || seat === undefined) return false;
  refused(deps, refusal, step.id);
  except(deps, "repeat", refusal.message, "One officer more is called: then the share is named.");
  const role = officerOf(seat);
  const known = stateOf(deps).opened?.earlier[0]?.officers;
  const to =
    [
      ...(known ?? []).map(({ officer, name }) => ({ role: officer, name })),
      ...REHEARSAL_PEOPLE,
    ].find((one) => one.role === role)?.name ?? "";
  const why = { reason: "One share more shows which one is wrong.", decidedBy: TWO };
  changeSeat(deps, { role, from: "", toRole: role, to, ...why });
  return true;
}

/** The officer whose share is wrong leaves, if enough others are here. */
function leaves({ deps }: RehearsedStep, seat: number): void {
  const role = officerOf(seat);
  const from = nameIn(deps, role);
  const why = { reason: "The share is not that of the security domain.", decidedBy: TWO };
  const goes: SeatChange = { role, from, toRole: role, to: "", ...why };
  if (mayChangeSeat(stateOf(deps), deps.script, goes) === null) changeSeat(deps, goes);
}

const nameIn = (deps: Deps, role: string): string =>
  stateOf(deps).opened?.participants.find((person) => person.role === role)?.name ?? "";

const officersIn = (deps: Deps): readonly string[] =>
  rolesIn(stateOf(deps)).filter((role) => role.startsWith("officer-"));

/** Recorded as by the window; and said, as the window shows it. */
function refused(deps: Deps, { code, message }: Fault, step = stateOf(deps).began ?? ""): void {
  deps.notice({ kind: "warned", code, message });
  record(deps, { type: "refused", by: "app", data: { step, code } });
}

function except(
  deps: Deps,
  decision: "continue" | "repeat",
  happened: string,
  decided: string,
): void {
  const canRepeat = stateOf(deps).began !== null;
  noteException(deps, {
    expected: "The step goes as the script says.",
    happened,
    decided,
    decidedBy: TWO,
    decision: canRepeat ? decision : "continue",
  });
}

/**
 * The others do without them if enough are there. Else another person takes the seat if the rules
 * allow it: a new officer before their key is begun, or another officer of the earlier record. Else
 * people wait for the officer.
 */
function substitute({ deps, step }: RehearsedStep, seat: number): void {
  const { opened } = stateOf(deps);
  const role = officerOf(seat);
  const from = nameIn(deps, role);
  const other = opened?.earlier[0]?.officers.find(
    ({ officer }) => !opened.participants.some((person) => person.role === officer),
  );
  // A turn that the script has given to one officer belongs to nobody else.
  if (other !== undefined && step.seat !== undefined) return;
  const reason = "The officer did not come.";
  const takes: SeatChange = {
    role,
    from,
    toRole: (other?.officer ?? role) as SeatChange["toRole"],
    to: other?.name ?? "Noor Haddad",
    ...{ reason, decidedBy: TWO },
  };
  const goes: SeatChange = { ...takes, toRole: takes.role, to: "" };
  const may = [goes, takes].find(
    (change) => mayChangeSeat(stateOf(deps), deps.script, change) === null,
  );
  if (may !== undefined) changeSeat(deps, may);
}

/** If a step compares no seals, a recess does. */
function isInRecess({ step }: RehearsedStep): boolean {
  const { readsSeals, compares } = kindOf(step.action.kind);
  return readsSeals === null || !compares;
}

/** The bags of a recess: those of the current one, or new ones for everything that is open. */
function bagsOf({ deps }: RehearsedStep): readonly Seal[] {
  const { recess } = stateOf(deps);
  return (
    recess?.seals
    ?? openObjects(stateOf(deps), deps.script).map((object, i) => ({
      object,
      seal: `N${String(i + 501)}`,
    }))
  );
}

/** A recess needs something open. */
const canRecess = (rehearsed: RehearsedStep): boolean => bagsOf(rehearsed).length > 0;

/** A recess before the step, in which one bag is changed. */
function tearInRecess(rehearsed: RehearsedStep, isCareless: boolean): void {
  const { deps } = rehearsed;
  const before = bagsOf(rehearsed);
  if (stateOf(deps).recess === null) beginRecess(deps, before);
  const found = before.map((bag, i) => (i === 0 ? { ...bag, seal: "N900" } : bag));
  try {
    // A person who reads the list instead of the bags finds what was written.
    endRecess(deps, isCareless ? before : found);
  } catch (error) {
    if (!isFault(error)) throw error;
    refused(deps, error, rehearsed.step.id);
    except(
      deps,
      "continue",
      error.message,
      "Read again: it differs. What was in the bag is intact.",
    );
    endRecess(deps, found);
  }
}
