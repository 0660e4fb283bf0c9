// The empty HSM is backed up.
import type { StepRow } from "./step-row.ts";

export const backupEmpty: StepRow = {
  short: "Back up empty HSM",
  long: "Back up the empty HSM",
  words: {
    verb: "Start the backup",
    detail: "of the HSM while it is empty",
    happens: "Azure restores only an HSM that has a backup of its own. This makes one.",
    button: "Back up the empty HSM",
    recorded: "how the storage is reached, the job, the folder, the time",
    never: "any secret of the storage",
    power: "start it again. The HSM is asked about this backup before another one is started.",
  },
};
