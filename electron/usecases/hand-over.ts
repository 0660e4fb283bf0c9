// Hands the record to the other station: this station's right to append ends with the last entry.
import type { Step } from "../../ceremony-scripts/index.ts";
import { isFault } from "../../crypto/index.ts";
import {
  fault,
  fold,
  mayConfirm,
  nextStep,
  view,
  type CeremonyView,
  type FileOnMedium,
  type State,
} from "../ceremony/ceremony.ts";
import {
  checkManifest,
  readManifest,
  replaceFile,
  writeManifest,
  type Manifest,
  type Medium,
  type Written,
} from "../media/media.ts";
import { readRecord } from "../journal/journal.ts";
import { carryScript } from "./carried-script.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault as refusal } from "./faults.ts";
import { checkClean } from "./incident.ts";
import { putBack } from "./put-back.ts";
import { headWords } from "../journal/verify.ts";
import { begin, finish, letGo, medium, record, refuse, stateOf } from "./turn.ts";

/**
 * Prepares the hand-over: the transfer medium is inserted and has no secret. The record stays here
 * until the other person confirms.
 * @throws Fault E-STATE*, E-MEDIA-*, E-MEDIA-SECRET
 */
export async function handOver(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "hand-over");
  await checkClean(deps, medium(deps, MEDIA.transfer), turn.step.id);
  return finish(deps, turn);
}

/**
 * The other person confirms the hand-over, which gives the record away: appends `handed-over`,
 * closes this station's record, and writes a copy to the transfer medium, which is searched again.
 * @throws Fault E-STATE*, E-MEDIA-*, E-MEDIA-SECRET
 */
export async function giveAway(deps: Deps, id: string): Promise<CeremonyView> {
  stepToConfirm(deps, id);
  await checkClean(deps, medium(deps, MEDIA.transfer), id);
  // A search takes time: the step may have been confirmed meanwhile.
  const {
    action: { to = "connected" },
    confirm,
  } = stepToConfirm(deps, id);
  record(deps, { type: "handed-over", by: confirm, data: { step: id, to } });
  letGo(deps.record);
  return carryRecord(deps);
}

/** @throws Fault E-STATE* */
function stepToConfirm(deps: Deps, id: string): Step {
  const state = stateOf(deps);
  refuse(mayConfirm(state, deps.station, id));
  const step = nextStep(state, deps.script);
  if (step?.id !== id || step.action.kind !== "hand-over") throw fault("E-STATE");
  return step;
}

/**
 * Writes this station's copy of a handed-over record to the transfer medium, again if needed: a
 * crash after the last entry loses nothing. Missing certificates are written from the record. The
 * script goes with it, so that the other station may be of another version.
 * @throws Fault E-STATE if the record was not handed over from here; E-MEDIA-*; E-CARRY-INCOMPLETE
 * if the other station could not take the medium over
 */
export function carryRecord(deps: Deps): CeremonyView {
  const copy = readRecord(deps.record.folder);
  const state = copy === null ? null : fold(copy.entries);
  if (copy === null || state?.opened == null || state.handedTo === null) throw fault("E-STATE");
  // With another medium than the record's, the other station could take no step.
  const to = medium(deps, MEDIA.transfer, state.media[MEDIA.transfer]);
  putBack(to, state);
  const { script } = deps;
  const scripts = script.sha256 === state.opened.scriptSha256 ? [carryScript(to, script)] : [];
  const carried = replaceFile(to, FILES.record, copy.bytes);
  const files = new Map(
    [...namedBefore(to), ...recorded(state), ...scripts, carried].map(({ name, size, sha256 }) => [
      name,
      { name, size, sha256 },
    ]),
  );
  const { ceremony, hsm } = state.opened;
  const { mode } = deps;
  const manifest = { ceremony, hsm, head: copy.head, mode, files: [...files.values()] };
  checkWhole(to, manifest);
  writeManifest(to, manifest);
  return view(state, deps.script, copy.entries, copy.head, headWords);
}

/** What could not be taken over is refused here, where the medium can still be exchanged. */
function checkWhole(to: Medium, manifest: Manifest): void {
  try {
    checkManifest(to, manifest);
  } catch (error) {
    if (isFault(error) && error.code === "E-MEDIA-INCOMPLETE") throw refusal("E-CARRY-INCOMPLETE");
    throw error;
  }
}

/** The files on the transfer medium according to this record. */
function recorded(state: State): readonly FileOnMedium[] {
  const all = [
    ...state.exported,
    ...(state.answer?.files ?? []),
    ...(state.domain?.files ?? []),
    ...(state.found?.files ?? []),
    ...(state.exchange?.files ?? []),
    ...(state.blob?.files ?? []),
  ];
  return all.filter(({ label }) => label === MEDIA.transfer);
}

/** What the medium's manifest named before, of this ceremony or an earlier one; may be empty. */
function namedBefore(on: Medium): readonly Written[] {
  try {
    return readManifest(on).files;
  } catch (error) {
    if (isFault(error)) return [];
    throw error;
  }
}
