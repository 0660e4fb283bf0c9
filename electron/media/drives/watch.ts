// Notices inserted and removed drives, by polling.
import { isFault, type Fault } from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import type { Drive } from "./drive.ts";

/** What has changed since the last successful listing. */
export type DriveNews =
  | {
      readonly state: "known";
      readonly drives: readonly Drive[];
      readonly inserted: readonly Drive[];
      readonly removed: readonly Drive[];
      /** Present before and now, but mounted, unmounted or write-protected since. */
      readonly changed: readonly Drive[];
    }
  | { readonly state: "unknown"; readonly fault: Fault };

/** Runs work once, after so many milliseconds; the result cancels it. */
export type Timer = (ms: number, work: () => void) => () => void;

export interface Watching {
  readonly list: () => Promise<readonly Drive[]>;
  readonly everyMs: number;
  readonly timer?: Timer;
  readonly onChange: (news: DriveNews) => void;
}

const systemTimer: Timer = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Asks at once and then `everyMs` after each answer, so that no two questions overlap. It reports
 * the first answer, every change, and once each time the drives can no longer be listed.
 */
export function watchDrives({ list, everyMs, timer = systemTimer, onChange }: Watching): {
  readonly stop: () => void;
} {
  let stopped = false;
  let callOff = (): void => undefined;
  let last: readonly Drive[] | null = null;
  let unknown = false;

  const know = (drives: readonly Drive[]): void => {
    const news = compare(last ?? [], drives);
    const isNews =
      last === null
      || unknown
      || news.inserted.length > 0
      || news.removed.length > 0
      || news.changed.length > 0;
    last = drives;
    unknown = false;
    if (isNews) onChange({ state: "known", drives, ...news });
  };
  const look = async (): Promise<void> => {
    const answer = await answerOf(list);
    // Stopped during the question: the answer is ignored.
    if (stopped) return;
    callOff = timer(everyMs, () => void look());
    if (!isFault(answer)) {
      know(answer);
      return;
    }
    const isNews = !unknown;
    unknown = true;
    if (isNews) onChange({ state: "unknown", fault: answer });
  };
  void look();
  return {
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}

/** The drives, or why they cannot be listed. */
async function answerOf(list: Watching["list"]): Promise<readonly Drive[] | Fault> {
  try {
    return await list();
  } catch (error) {
    return isFault(error) ? error : fault("E-DRIVES-TOOL");
  }
}

function compare(
  before: readonly Drive[],
  now: readonly Drive[],
): Record<"inserted" | "removed" | "changed", readonly Drive[]> {
  const old = new Map(before.map((drive) => [keyOf(drive), drive]));
  const young = new Set(now.map(keyOf));
  return {
    inserted: now.filter((drive) => !old.has(keyOf(drive))),
    removed: before.filter((drive) => !young.has(keyOf(drive))),
    changed: now.filter((drive) => {
      const was = old.get(keyOf(drive));
      return was !== undefined && (was.mount !== drive.mount || was.readOnly !== drive.readOnly);
    }),
  };
}

/** A stick and its bit-for-bit copy have the same volume id; both may be inserted. */
const keyOf = ({ volume, device }: Drive): string => JSON.stringify([volume, device]);
