// Photographs of seals: of which objects there may be one now, and which are refused.
import type { Fault } from "../../crypto/errors.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { Seal } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import type { Photographed } from "./entries/seal.ts";
import { mayWrite } from "./exceptions.ts";
import { fault } from "./entries/faults.ts";
import { isOver } from "./rules.ts";
import type { Photograph } from "./entries/standing.ts";
import type { State } from "./state.ts";

/** How many photographs may be brought and recorded together. */
export const PHOTOGRAPHS_MAX = 40;

/**
 * The objects whose bag numbers were read in this ceremony, with the last number. An earlier
 * photograph shows its number, so none is shown before people have read theirs.
 */
export function numbersRead({ custody, seals }: State): readonly Seal[] {
  const recorded = custody?.objects ?? [];
  const found = Object.values(seals ?? {}).filter(
    ({ object, condition }) =>
      condition !== "missing" && !recorded.some((one) => one.object === object),
  );
  return [
    ...found.map(({ object, found: seal }) => ({ object, seal })),
    ...recorded.map(({ object, seal }) => ({ object, seal })),
  ];
}

/** The photographs in the record that this one continues. */
export const photographsBefore = ({ opened }: State): readonly Photograph[] =>
  opened?.earlier[0]?.photographs ?? [];

/**
 * Each is of an object whose number was read, under that number, once, and not recorded before;
 * beside it nothing was shown, or a photograph of the same object in the earlier record.
 */
export function mayPhotograph(state: State, photographs: readonly Photographed[]): Fault | null {
  const stopped = mayWrite(state);
  if (stopped !== null) return stopped;
  if (isOver(state)) return fault("E-STATE-ABORTED");
  if (state.closing !== null) return fault("E-STATE");
  const read = numbersRead(state);
  const before = photographsBefore(state);
  const known = [...before, ...(state.standing.photographs ?? [])].map(({ sha256 }) => sha256);
  const files = photographs.map(({ sha256 }) => sha256);
  const isRight =
    files.length > 0
    && files.length <= PHOTOGRAPHS_MAX
    && new Set(files).size === files.length
    && photographs.every(
      ({ object, seal, sha256, before: last }) =>
        !known.includes(sha256)
        && read.some((one) => one.object === object && one.seal === seal)
        && (last === "" || before.some((one) => one.object === object && one.sha256 === last)),
    );
  return isRight ? null : fault("E-PHOTO-FORM");
}

/** The numbers of entries with a photograph that is also in one of these other records. */
export function photographedBefore(
  entries: readonly RecordEntry[],
  others: readonly (readonly RecordEntry[])[],
): readonly number[] {
  const known = new Set(others.flat().flatMap(digestsIn));
  return entries.flatMap((one) =>
    digestsIn(one).some((sha256) => known.has(sha256)) ? one.seq : [],
  );
}

const digestsIn = ({ type, data }: RecordEntry): readonly string[] =>
  type === "seals-photographed"
    ? (data as EventData["seals-photographed"]).photographs.map(({ sha256 }) => sha256)
    : [];
