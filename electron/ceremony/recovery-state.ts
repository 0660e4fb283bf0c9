// What changes at the new HSM of a recovery: jobs that began, the waiting, and who lists the keys.
import type { RecoveryEvents } from "./recovery-events.ts";
import type { Change, State } from "./state.ts";

export interface RecoveryState {
  /** Names of jobs that began and were not seen to end; "" for none. */
  readonly backupJob: string;
  readonly restoreJob: string;
  /** When the backup of the empty HSM ended, RFC 3339; "" before. */
  readonly emptyBackupAt: string;
  readonly hasWaited: boolean;
  readonly isRestored: boolean;
  /** A temporary role assignment that may stand. */
  readonly reader: RecoveryEvents["key-reader-named"] | null;
}

export const NO_RECOVERY: RecoveryState = {
  backupJob: "", restoreJob: "", emptyBackupAt: "", hasWaited: false, isRestored: false,
  reader: null,
};

const of = ({ recovery }: State, change: Partial<RecoveryState>): Partial<State> =>
  ({ recovery: { ...recovery, ...change } });

type Changing = keyof RecoveryEvents | "backup-ended" | "restore-ended";

/** The changes by entry type, a part of the fold's. */
export const RECOVERY: { readonly [Type in Changing]?: Change<Type> } = {
  "backup-started": ({ job }, state) => of(state, { backupJob: job }),
  "backup-ended": (_, state, { at }) => of(state, { backupJob: "", emptyBackupAt: at }),
  "restore-waited": (_, state) => of(state, { hasWaited: true }),
  "restore-started": ({ job }, state) => of(state, { restoreJob: job }),
  "restore-ended": (_, state) => of(state, { restoreJob: "", isRestored: true }),
  "key-reader-named": (data, state) => of(state, { reader: data.temporary ? data : null }),
  "key-reader-removed": (_, state) => of(state, { reader: null }),
};
