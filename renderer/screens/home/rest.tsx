// Under the verbs: what is done less often, in four groups, and a line that says what each does.
import { useState } from "react";
import type { CeremonyName, RoomView } from "../../../electron/bridge/room.ts";
import { Picker } from "../../parts/picker.tsx";
import { ask } from "../../stores/action.ts";
import { useMediaPlace } from "../../stores/media-place.ts";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyNames, ceremonyTitle } from "../../text/frame.ts";
import { HOME } from "../../text/home.ts";
import { PRINT, printedLine } from "../../text/print.ts";
import { Group, Row } from "./group.tsx";
import { MediaChoice } from "./media-choice.tsx";
import styles from "./rest.module.css";
import { SiteChoice } from "./site-choice.tsx";

interface RestProps {
  readonly room: RoomView;
  readonly unfinished: boolean;
  readonly onAudit: () => void;
  readonly onDrives: () => void;
  readonly onTrainer: () => void;
}

/** The four groups. */
export function Rest({ room, unfinished, onAudit, onDrives, onTrainer }: RestProps) {
  const [hint, setHint] = useState("");
  const { pages, print } = usePrinted();
  const ceremony = useCeremony(room, unfinished, setHint);
  return (
    <div className={styles["rest"]}>
      <Group title={HOME.order}>
        {ceremony("attestation", HOME.gather, HOME.gatherLine, HOME.needsActivation)}
        {ceremony("hand-off", HOME.handOff, HOME.handOffLine,
          room.home.may.attestation ? HOME.partWaits : HOME.needsActivation)}
        {ceremony("replacement", HOME.replace, HOME.replaceLine, HOME.needsActivation)}
      </Group>
      <Group title={HOME.papers}>
        <Row title={HOME.audit} line={HOME.auditLine} onPress={onAudit} onHint={setHint} />
        <Row title={HOME.media} line={HOME.mediaLine} onPress={onDrives} onHint={setHint} />
        {room.mode === "REHEARSAL" ? <SiteChoice room={room} onHint={setHint} /> : null}
        <Picker
          label={PRINT.pick} button={PRINT.pick} onPick={print} side="top start" isRow
          options={ceremonyNames().map((id) => ({ id, label: ceremonyTitle(id) }))}
        />
      </Group>
      <Group title={HOME.noRecord}>
        {ceremony("recovery-alone", HOME.recoverAlone, HOME.recoverAloneLine, HOME.needsActivation)}
        {ceremony("adoption", HOME.adopt, HOME.adoptLine, "")}
      </Group>
      <Group title={HOME.practise}>
        {room.mode === "REHEARSAL" ? (
          <>
            <Row
              title={HOME.trainer} line={HOME.trainerLine} onPress={onTrainer} onHint={setHint}
            />
            <MediaChoice />
          </>
        ) : <p>{HOME.rehearseElsewhere}</p>}
      </Group>
      <div className={styles["foot"]}>
        <p aria-hidden="true">{pages === null ? hint : ""}</p>
        <p role="status">{pages === null ? "" : printedLine(pages)}</p>
      </div>
    </div>
  );
}

/** A row for a ceremony. @param onHint told what is pointed at */
function useCeremony(
  { home }: RoomView, unfinished: boolean, onHint: (line: string) => void,
) {
  const on = useMediaPlace();
  return (ceremony: CeremonyName, title: string, line: string, why: string) => (
    <Row
      title={title} line={line} onHint={onHint}
      whyNot={unfinished ? "" : home.may[ceremony] ? null : why}
      onPress={() => { void ask("begin", { ceremony, on }); }}
    />
  );
}
