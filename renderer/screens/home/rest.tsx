// Under the verbs: what is done less often, in groups, and a line that says what each does.
import { useState, type ReactNode } from "react";
import type { CeremonyName, WindowView } from "../../../electron/bridge/view.ts";
import { Picker } from "../../parts/picker.tsx";
import { stationOf } from "../../parts/station.tsx";
import { isTrial, useBegin } from "../../stores/begin.ts";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyNames, ceremonyTitle } from "../../text/frame.ts";
import { HOME, needsFirst } from "../../text/home.ts";
import { PRINT, printedLine } from "../../text/print.ts";
import { Computer } from "./computer.tsx";
import { Group, Row } from "./group.tsx";
import styles from "./rest.module.css";

interface RestProps {
  readonly view: WindowView;
  readonly unfinished: boolean;
  readonly onAudit: () => void;
  readonly onDeployment: () => void;
  readonly onDrives: () => void;
  readonly onTrainer: () => void;
  readonly onStationRole: () => void;
}

/** Two columns of groups; the connected station begins no ceremony, and has one less. */
export function Rest({ view, unfinished, onAudit, ...others }: RestProps) {
  const { onDeployment, onDrives, onTrainer, onStationRole } = others;
  const [hint, setHint] = useState("");
  const { printed, print } = usePrinted();
  const isConnected = stationOf(view) === "connected";
  const media = (
    <Row title={HOME.media} line={HOME.mediaLine} onPress={onDrives} onHint={setHint} />
  );
  const deployment =
    view.stationRole.role === "offline" ? null : (
      <Row
        title={HOME.deployment}
        line={HOME.deploymentLine}
        onPress={onDeployment}
        onHint={setHint}
      />
    );
  const more = (
    <>
      {media}
      {deployment}
    </>
  );
  const computer = (
    <Computer
      view={view}
      unfinished={unfinished}
      onTrainer={onTrainer}
      onStationRole={onStationRole}
      onHint={setHint}
    />
  );
  return (
    <div className={styles["rest"]}>
      {isConnected ? null : (
        <Ceremonies view={view} unfinished={unfinished} more={more} onHint={setHint} />
      )}
      <div>
        <Group title={HOME.papers}>
          <Row title={HOME.audit} line={HOME.auditLine} onPress={onAudit} onHint={setHint} />
          {isConnected ? more : null}
          <Picker
            button={PRINT.pick}
            onPick={print}
            side="top start"
            isRow
            options={ceremonyNames().map((id) => ({ id, label: ceremonyTitle(id) }))}
          />
        </Group>
        {isConnected ? null : computer}
      </div>
      {isConnected ? computer : null}
      <div className={styles["foot"]}>
        <p aria-hidden="true">{printed === null ? hint : ""}</p>
        <p role="status">{printedLine(printed)}</p>
      </div>
    </div>
  );
}

interface CeremoniesProps {
  readonly view: WindowView;
  readonly unfinished: boolean;
  readonly more: ReactNode;
  readonly onHint: (line: string) => void;
}

/** What is begun from here, but for the three verbs. */
function Ceremonies({ view, unfinished, more, onHint }: CeremoniesProps) {
  const ceremony = useCeremony(view, unfinished, onHint);
  const { may } = view.home;
  const needs = needsFirst(view.home);
  const afterParts = may.attestation ? HOME.partWaits : needs;
  return (
    <div>
      <Group title={HOME.order}>
        {ceremony("attestation", HOME.gather, HOME.gatherLine, needs)}
        {ceremony("dry-run", HOME.dryRun, HOME.dryRunLine, afterParts)}
        {ceremony("hand-off", HOME.handOff, HOME.handOffLine, afterParts)}
        {ceremony("replacement", HOME.replace, HOME.replaceLine, needs)}
        {more}
      </Group>
      <Group title={HOME.noRecord}>
        {ceremony("recovery-alone", HOME.recoverAlone, HOME.recoverAloneLine, needs)}
        {ceremony("adoption", HOME.adopt, HOME.adoptLine, "")}
      </Group>
    </div>
  );
}

/** A row for a ceremony. @param onHint told what is pointed at */
function useCeremony(view: WindowView, unfinished: boolean, onHint: (line: string) => void) {
  const begin = useBegin(view);
  return (ceremony: CeremonyName, title: string, line: string, why: string) => (
    <Row
      title={title}
      line={line}
      onHint={onHint}
      whyNot={unfinished ? "" : view.home.may[ceremony] || isTrial(view, ceremony) ? null : why}
      onPress={() => begin(ceremony)}
    />
  );
}
