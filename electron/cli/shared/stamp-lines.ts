// What timestamps show of a record, in words and as data, for `sd timestamp` and `sd verify`.
import type { Authority, JsonObject } from "../../../crypto/index.ts";
import { timesOf, type Stamp } from "../../evidence/stamps.ts";
import { dayOf } from "./day.ts";
import { shown } from "./shown.ts";
import { spoken } from "./spoken.ts";

/** Timestamps of a record, as checked. `pinned` is empty if no authority was given. */
export interface StampsFound {
  readonly stamps: readonly Stamp[];
  readonly pinned: readonly Authority[];
  /** How many entries the record has, and how many files its folder of timestamps. */
  readonly entries: number;
  readonly files: number;
}

/** The exit code where an authority that was given shows no time. */
export const NO_TIME_CODE = 3;

/** To the second, because accuracy was added: rounded up. */
const momentOf = (at: Date): string =>
  `${new Date(Math.ceil(at.getTime() / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/** Whether each pinned authority shows a time of the whole record. */
export const isStamped = ({ stamps, pinned, entries }: StampsFound): boolean =>
  pinned.length > 0 && timesOf(stamps, entries).length === pinned.length;

/** What is shown, never more; and, where it is nothing, that. */
export function stampLines(found: StampsFound): readonly string[] {
  const { stamps, pinned, entries, files } = found;
  const times = timesOf(stamps, entries).map(
    ({ stamp, witnessed }) =>
      `It existed at the latest on ${momentOf(witnessed.latest)}, by ${shown(witnessed.authority)}`
      + ` (${stamp.file}).`,
  );
  const parts = stamps.flatMap(({ file, entries: first, witnessed }) =>
    witnessed === null || first === entries
      ? []
      : [
          `Its first ${String(first)} entries existed at the latest on ${momentOf(witnessed.latest)},`
            + ` by ${shown(witnessed.authority)} (${file}).`,
        ],
  );
  const refused = stamps.flatMap(({ file, refusal }) =>
    refusal === null ? [] : [`${file} shows no time: ${refusal.code}: ${refusal.message}`],
  );
  return [
    ...(times.length === 0 ? [noneLine(pinned.length, files)] : times),
    ...parts,
    ...(pinned.length === 0 ? [] : refused),
  ];
}

const noneLine = (pinned: number, files: number): string =>
  pinned > 0 || files === 0
    ? "No time from outside: nothing but the record itself says when it was made."
    : `No time from outside: its ${files === 1 ? "timestamp was" : `${String(files)} timestamps were`}`
      + " not checked, because no --authority was given.";

/** The same as data. */
export function stampData({ stamps, pinned, entries, files }: StampsFound): JsonObject {
  return {
    authorities: pinned.length,
    files,
    witnessed: stamps.flatMap(({ file, entries: first, witnessed }) =>
      witnessed === null
        ? []
        : [
            {
              file,
              entries: first,
              whole: first === entries,
              latest: momentOf(witnessed.latest),
              authority: witnessed.authority,
              certificate: spoken(witnessed.authoritySha256),
              until: dayOf(witnessed.until),
            },
          ],
    ),
    refused: stamps.flatMap(({ file, refusal }) =>
      refusal === null ? [] : [{ file, code: refusal.code, message: refusal.message }],
    ),
  };
}
