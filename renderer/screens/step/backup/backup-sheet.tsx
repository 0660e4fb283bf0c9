// The newest full backup as it is known here, to be compared with the sheet on the table.
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { BACKUP } from "../../../text/objects.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { mediaTrouble, NeededMedia } from "../needed-media.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import styles from "./backup-sheet.module.css";
import { KeysListed, RolesListed } from "./listed.tsx";

/** Container, folder and keys. */
export function BackupSheet({ scene }: { readonly scene: Scene }) {
  const { room: { backup, media }, stop } = scene;
  const { happens, button } = STEPS[stop.kind];
  const trouble = backup === null ? BACKUP.none : mediaTrouble(media);
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{happens}</p>
        {backup === null ? <p>{BACKUP.none}</p> : (
          <dl className={`${shared["facts"]} ${styles["sheet"]}`}>
            <dt>{BACKUP.container}</dt>
            <dd><code>{backup.container}</code></dd>
            <dt>{BACKUP.folder}</dt>
            <dd><code>{backup.folder}</code></dd>
            <dt>{BACKUP.keys}</dt>
            <dd><KeysListed keys={backup.keys} /></dd>
            <dt>{BACKUP.roles}</dt>
            <dd><RolesListed roles={backup.roles} /></dd>
          </dl>
        )}
        <NeededMedia media={media} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={button} ready={trouble === null} why={trouble ?? undefined} autoFocus
        onPress={() => { void ask("act", { step: stop.id }); }}
      />
    </>
  );
}
