// The newest full backup of a lost HSM, written from its report, with the list of its keys.
import { useState } from "react";
import type { BackupWantedView, KeyListView } from "../../../../electron/bridge/backup-views.ts";
import { Button } from "../../../parts/button.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { dropDrafts, useDraft } from "../../../stores/draft.ts";
import { BACKUP_WANTED } from "../../../text/backup.ts";
import { DECIDERS } from "../../../text/deciders.ts";
import { BACKUP } from "../../../text/objects.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deciders, useDeciders } from "../deciders.tsx";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import styles from "./backup-sheet.module.css";
import { KeysListed, RolesListed } from "./listed.tsx";

const WAYS = ["file", "record", "nothing"] as const;

/** The form. */
export function BackupWanted({ scene, wanted }: {
  readonly scene: Scene; readonly wanted: BackupWantedView;
}) {
  const { id } = scene.stop;
  const [container, setContainer] = useDraft(`wanted.${id}.container`, wanted.container);
  const [folder, setFolder] = useDraft(`wanted.${id}.folder`, wanted.folder);
  const [reason, setReason] = useDraft(`wanted.${id}.reason`);
  const [chosen, setChosen] = useState("");
  const decidedBy = useDeciders(scene);
  const by = WAYS.find((way) => way === chosen);
  const list = wanted.lists.find(({ from }) => from === by);
  const isSaid = container.trim() !== "" && folder.trim() !== ""
    && (list !== undefined || (by === "nothing" && reason.trim() !== ""));
  const isDecided = by !== "nothing" || areEnough(decidedBy);
  const record = async () => {
    if (by === undefined) return;
    const done = await ask("knowBackup", {
      step: id, container: container.trim(), folder: folder.trim(), by,
      ...(by === "nothing" ? { reason: reason.trim(), decidedBy: [...decidedBy] }
        : { reason: "", decidedBy: [] }),
    });
    if (done) dropDrafts(`wanted.${id}.`);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[scene.stop.kind].happens}</p>
        <Field
          label={BACKUP_WANTED.container} hint={BACKUP_WANTED.containerHint} value={container}
          onChange={setContainer} mono maxLength={300} autoFocus
        />
        <Field
          label={BACKUP_WANTED.folder} value={folder} onChange={setFolder} mono maxLength={200}
        />
        <div className={shared["more"]}>
          <Bring wanted={wanted} step={id} onBrought={() => { setChosen("file"); }} />
          <Choice
            label={BACKUP_WANTED.by} value={chosen} onChange={setChosen} below
            options={[
              ...wanted.lists.map((one) => ({ value: one.from, label: BACKUP_WANTED.list(one) })),
              { value: "nothing", label: BACKUP_WANTED.nothing },
            ]}
          />
        </div>
        {list === undefined ? null : <Listed list={list} />}
        {by !== "nothing" ? null : (
          <div className={shared["more"]}>
            <Field
              label={BACKUP_WANTED.reason} value={reason} onChange={setReason} lines={2}
              maxLength={400}
            />
            <Deciders scene={scene} />
          </div>
        )}
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={BACKUP_WANTED.button} ready={isSaid && isDecided}
        why={isSaid ? DECIDERS.missing : BACKUP_WANTED.missing}
        onPress={() => { void record(); }}
      />
    </>
  );
}

/** The file is chosen in the system's own dialog; what it says stands below then. */
function Bring({ wanted, step, onBrought }: {
  readonly wanted: BackupWantedView; readonly step: string; readonly onBrought: () => void;
}) {
  const hasFile = wanted.lists.some(({ from }) => from === "file");
  const bring = async () => {
    if (await ask("keyList", { step })) onBrought();
  };
  return (
    <Button kind="second" small onPress={() => { void bring(); }}>
      {hasFile ? BACKUP_WANTED.bringOther : BACKUP_WANTED.bring}
    </Button>
  );
}

function Listed({ list: { from, sha256, keys, roles } }: { readonly list: KeyListView }) {
  return (
    <dl className={`${shared["facts"]} ${styles["sheet"]}`}>
      <dt>{from === "file" ? BACKUP_WANTED.sha256 : BACKUP_WANTED.head}</dt>
      <dd><code>{sha256}</code></dd>
      <dt>{BACKUP.keys}</dt>
      <dd><KeysListed keys={keys} /></dd>
      <dt>{BACKUP.roles}</dt>
      <dd>{roles === null ? BACKUP_WANTED.noRoles : <RolesListed roles={roles} />}</dd>
    </dl>
  );
}
