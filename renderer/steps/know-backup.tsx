// The newest full backup. A rehearsal knows its own and compares it with the sheet. A lost HSM's is
// entered from its report, with the list of its keys.
import { useState } from "react";
import type {
  BackupSheetView,
  BackupWantedView,
  KeyListView,
} from "../../electron/bridge/backup-views.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { areEnough } from "../parts/deciders.tsx";
import { Field } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { Press } from "./press-form.tsx";
import { StepDeciders, useDecidedBy } from "./step-deciders.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { ask, perform } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { keyListLine } from "../text/backup.ts";
import { say } from "../text/say.ts";
import styles from "./know-backup.module.css";
import type { StepProps } from "./step-row.ts";

export function KnowBackupForm({ step }: StepProps) {
  const { backupWanted } = step.view;
  return backupWanted === null ? (
    <KnownBackup step={step} />
  ) : (
    <WantedBackup step={step} wanted={backupWanted} />
  );
}

/** A rehearsal's own: container, folder, keys and roles. */
function KnownBackup({ step }: StepProps) {
  const { backup, media } = step.view;
  const trouble = backup === null ? say("objects.backup.none") : mediaTrouble(media);
  return (
    <StepFrame step={step} press={<Press step={step} trouble={trouble} />}>
      <Lead step={step} />
      {backup === null ? (
        <p>{say("objects.backup.none")}</p>
      ) : (
        <dl className={`${shared["facts"]} ${styles["sheet"]}`}>
          <dt>{say("objects.backup.container")}</dt>
          <dd>
            <code>{backup.container}</code>
          </dd>
          <dt>{say("objects.backup.folder")}</dt>
          <dd>
            <code>{backup.folder}</code>
          </dd>
          <dt>{say("objects.backup.keys")}</dt>
          <dd>
            <KeysListed keys={backup.keys} />
          </dd>
          <dt>{say("objects.backup.roles")}</dt>
          <dd>
            <RolesListed roles={backup.roles} />
          </dd>
        </dl>
      )}
      <NeededMedia view={step.view} />
    </StepFrame>
  );
}

const WAYS = ["file", "record", "nothing"] as const;

interface WantedProps extends StepProps {
  readonly wanted: BackupWantedView;
}

/** As people enter it, with the list by which the keys are compared. */
function WantedBackup({ step, wanted }: WantedProps) {
  const draft = useDraft(step.id);
  const [container, folder, reason] = [
    draft.text("container", wanted.container),
    draft.text("folder", wanted.folder),
    draft.text("reason"),
  ];
  const [chosen, setChosen] = useState("");
  const decidedBy = useDecidedBy(step);
  const by = WAYS.find((way) => way === chosen);
  const list = wanted.lists.find(({ from }) => from === by);
  const isSaid =
    container.trim() !== ""
    && folder.trim() !== ""
    && (list !== undefined || (by === "nothing" && reason.trim() !== ""));
  const record = async () => {
    if (by === undefined) return;
    const why =
      by === "nothing" ? { reason: reason.trim(), decidedBy } : { reason: "", decidedBy: [] };
    const input = { container: container.trim(), folder: folder.trim(), by, ...why };
    if (await perform<"know-backup">(step, input)) draft.drop();
  };
  const press = (
    <MainAction
      label={say("backup.backupWanted.button")}
      ready={isSaid && (by !== "nothing" || areEnough(decidedBy))}
      why={isSaid ? say("deciders.missing") : say("backup.backupWanted.missing")}
      onPress={() => void record()}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      <Field
        label={say("backup.backupWanted.container")}
        hint={say("backup.backupWanted.containerHint")}
        value={container}
        onChange={(text) => draft.write("container", text)}
        mono
        maxLength={300}
        autoFocus
      />
      <Field
        label={say("backup.backupWanted.folder")}
        value={folder}
        mono
        maxLength={200}
        onChange={(text) => draft.write("folder", text)}
      />
      <div className={shared["more"]}>
        <Bring wanted={wanted} step={step} onBrought={() => setChosen("file")} />
        <Choice
          label={say("backup.backupWanted.by")}
          value={chosen}
          onChange={setChosen}
          below
          options={[
            ...wanted.lists.map((one) => ({ value: one.from, label: keyListLine(one) })),
            { value: "nothing", label: say("backup.backupWanted.nothing") },
          ]}
        />
      </div>
      {list === undefined ? null : <Listed list={list} />}
      {by !== "nothing" ? null : (
        <div className={shared["more"]}>
          <Field
            label={say("backup.backupWanted.reason")}
            value={reason}
            lines={2}
            maxLength={400}
            onChange={(text) => draft.write("reason", text)}
          />
          <StepDeciders step={step} />
        </div>
      )}
    </StepFrame>
  );
}

/** The file is chosen in the system's own dialog; then its content is shown below. */
function Bring({ wanted, step, onBrought }: WantedProps & { readonly onBrought: () => void }) {
  const hasFile = wanted.lists.some(({ from }) => from === "file");
  const bring = async () => {
    if (await ask("keyList", { step: step.id })) onBrought();
  };
  return (
    <Button kind="second" small onPress={() => void bring()}>
      {hasFile ? say("backup.backupWanted.bringOther") : say("backup.backupWanted.bring")}
    </Button>
  );
}

function Listed({ list: { from, sha256, keys, roles } }: { readonly list: KeyListView }) {
  return (
    <dl className={`${shared["facts"]} ${styles["sheet"]}`}>
      <dt>
        {from === "file" ? say("backup.backupWanted.sha256") : say("backup.backupWanted.head")}
      </dt>
      <dd>
        <code>{sha256}</code>
      </dd>
      <dt>{say("objects.backup.keys")}</dt>
      <dd>
        <KeysListed keys={keys} />
      </dd>
      <dt>{say("objects.backup.roles")}</dt>
      <dd>{roles === null ? say("backup.backupWanted.noRoles") : <RolesListed roles={roles} />}</dd>
    </dl>
  );
}

/** The number of keys expected after a restore, and their names. */
function KeysListed({ keys }: Pick<BackupSheetView, "keys">) {
  return (
    <>
      <b>{say("objects.backup.count", { keys: keys.length })}</b>
      <ul className={styles["keys"]}>
        {keys.map(({ name, version }) => (
          <li key={`${name}/${version}`}>
            <span>{name}</span>
            <span>
              {say("objects.backup.version")} <code>{version}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The number of role assignments, and their names. */
function RolesListed({ roles }: Pick<BackupSheetView, "roles">) {
  return (
    <>
      <b>{say("objects.backup.roleCount", { roles: roles.length })}</b>
      <ul className={styles["keys"]}>
        {roles.map(({ roleName, scope }, i) => (
          <li key={`${i} ${scope}`}>
            <span>{roleName}</span>
            <code>{scope}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
