// The photographs of seals that were brought to the open ceremony: which are shown, and which are
// recorded. Their bytes stay in their files.
import type { RequestOf } from "../bridge/contract.ts";
import type { PhotographsView } from "../bridge/photograph-views.ts";
import { numbersRead, photographsBefore, type State } from "../ceremony/ceremony.ts";
import { newPhotographs, type PhotographFile } from "../session/photographs.ts";
import { photographSeals } from "../usecases/photograph-seals.ts";
import { fault } from "./faults.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/** The photographs on the screen; null before the number of a bag was read in this ceremony. */
export function photographsView(
  state: State,
  files: readonly PhotographFile[],
): PhotographsView | null {
  const read = numbersRead(state);
  if (read.length === 0) return null;
  const before = photographsBefore(state);
  const known = (state.standing.photographs ?? []).filter(
    ({ sha256 }) => !before.some((one) => one.sha256 === sha256),
  );
  const fresh = newPhotographs(state, files);
  const isHere = (sha256: string): boolean => files.some((one) => one.sha256 === sha256);
  const all = [...before, ...known, ...fresh];
  return {
    objects: read.map(({ object, seal }) => ({
      object,
      seal,
      before: before
        .filter((one) => one.object === object)
        .map(({ sha256, seal: then, at }) => ({ sha256, seal: then, at, isHere: isHere(sha256) })),
      now: [
        ...known.map((one) => ({ ...one, isRecorded: true })),
        ...fresh.map((one) => ({ ...one, isRecorded: false })),
      ]
        .filter((one) => one.object === object)
        .map(({ sha256, isRecorded }) => ({ sha256, isRecorded, isHere: isHere(sha256) })),
    })),
    others: files.filter(({ sha256 }) => !all.some((one) => one.sha256 === sha256)).length,
  };
}

/** Brings more of them; the same file again is the same photograph. */
export function bringPhotographs(open: OpenCeremony, files: readonly PhotographFile[]): void {
  const others = open.photographs.filter(
    ({ sha256 }) => !files.some((one) => one.sha256 === sha256),
  );
  open.photographs = [...others, ...files];
}

/**
 * Records those that people saw beside their objects: all that can be recorded now.
 * @throws Fault E-DESK-STALE, E-STATE*, E-PHOTO-FORM
 */
export function recordPhotographs(
  open: OpenCeremony,
  { shown }: RequestOf<"recordPhotographs">,
): void {
  const fresh = newPhotographs(open.state, open.photographs);
  const isAsShown =
    fresh.length === shown.length && fresh.every(({ sha256 }) => shown.includes(sha256));
  if (!isAsShown) throw fault("E-DESK-STALE");
  photographSeals(open.writer, fresh);
}
