// The newest full backup, written from its report.
import { TextForm } from "../screens/step/text-form.tsx";
import { NEWEST_BACKUP } from "../text/custody-check.ts";
import type { StepProps } from "./step-row.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

export function NameBackupForm({ step }: StepProps) {
  return (
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
  );
}
