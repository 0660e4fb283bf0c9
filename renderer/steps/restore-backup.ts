// The newest full backup is restored.
import type { StepRow } from "./step-row.ts";

export const restoreBackup: StepRow = {
  short: "Restore the backup",
  long: "Restore the newest backup",
  words: {
    verb: "Start the restore",
    detail: "of the newest full backup",
    happens:
      "Azure restores no earlier than half an hour after the empty HSM was backed up: the "
      + "app waits. Then the backup named at the beginning is restored.",
    button: "Restore the backup",
    recorded: "how long the app waited, the job, the folder, when it began and ended",
    never: "any secret of the storage",
    power:
      "start it again. The HSM is asked about this restore before another one is started: a "
      + "restore replaces everything.",
  },
};
