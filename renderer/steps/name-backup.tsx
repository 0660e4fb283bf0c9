// The newest full backup, entered from its report.
import { TextForm } from "./text-form.tsx";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

export function NameBackupForm({ step }: StepProps) {
  return (
    <TextForm
      step={step}
      missing={say("custody-check.newestBackup.missing")}
      fields={[
        {
          name: "container",
          label: say("custody-check.newestBackup.container"),
          mono: true,
          max: 200,
        },
        { name: "folder", label: say("custody-check.newestBackup.folder"), mono: true, max: 200 },
        {
          name: "takenAt",
          label: say("custody-check.newestBackup.takenAt"),
          hint: say("custody-check.newestBackup.takenAtHint"),
          mono: true,
          max: 10,
          form: { pattern: DAY, wrong: say("custody-check.newestBackup.takenAtWrong") },
        },
      ]}
    />
  );
}
