// The newest full backup, written from its report.
import { TextForm } from "../screens/step/text-form.tsx";
import { NEWEST_BACKUP } from "../text/custody-check.ts";
import type { StepRow } from "./step-row.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

export const nameBackup: StepRow = {
  short: "Newest full backup",
  long: "Name the newest full backup",
  Form: ({ step }) => (
    <TextForm
      step={step}
      missing={NEWEST_BACKUP.missing}
      fields={[
        { name: "container", label: NEWEST_BACKUP.container, mono: true, max: 200 },
        { name: "folder", label: NEWEST_BACKUP.folder, mono: true, max: 200 },
        {
          name: "takenAt",
          label: NEWEST_BACKUP.takenAt,
          hint: NEWEST_BACKUP.takenAtHint,
          mono: true,
          max: 10,
          form: { pattern: DAY, wrong: NEWEST_BACKUP.takenAtWrong },
        },
      ]}
    />
  ),
  words: {
    verb: "Read the report",
    detail: "of the newest full backup",
    happens:
      "Write where the newest full backup is stored, and the day it was taken. "
      + "It contains the keys themselves, encrypted.",
    button: "Record the backup",
    recorded: "container, folder, day",
    never: "how the storage is opened",
    power: "write it again. Nothing was changed.",
  },
};
