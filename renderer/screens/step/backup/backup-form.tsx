// The newest full backup, written from its report.
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { dropDrafts, useDraft } from "../../../stores/draft.ts";
import { NEWEST_BACKUP } from "../../../text/custody-check.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The form. */
export function BackupForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id, kind } } = scene;
  const [container, setContainer] = useDraft(`backup.${id}.container`);
  const [folder, setFolder] = useDraft(`backup.${id}.folder`);
  const [takenAt, setTakenAt] = useDraft(`backup.${id}.taken-at`);
  const isWrong = takenAt !== "" && !DAY.test(takenAt.trim());
  const ready = container.trim() !== "" && folder.trim() !== "" && DAY.test(takenAt.trim());
  const name = async () => {
    const texts = {
      container: container.trim(), folder: folder.trim(), takenAt: takenAt.trim(),
    };
    if (await ask("backup", { step: id, ...texts })) dropDrafts(`backup.${id}.`);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        <div onKeyDown={goToNextField}>
          <Field
            label={NEWEST_BACKUP.container} value={container} onChange={setContainer} mono
            maxLength={200} autoFocus
          />
          <Field
            label={NEWEST_BACKUP.folder} value={folder} onChange={setFolder} mono maxLength={200}
          />
          <Field
            label={NEWEST_BACKUP.takenAt} hint={NEWEST_BACKUP.takenAtHint} value={takenAt}
            onChange={setTakenAt} mono maxLength={10}
            error={isWrong ? NEWEST_BACKUP.takenAtWrong : undefined}
          />
        </div>
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button} ready={ready} why={NEWEST_BACKUP.missing}
        onPress={() => { void name(); }}
      />
    </>
  );
}
