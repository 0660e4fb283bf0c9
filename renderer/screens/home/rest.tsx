// Below the verbs: less frequent actions in three groups, and a line that explains each.
import { useState } from "react";
import type { CeremonyName, WindowView } from "../../../electron/bridge/view.ts";
import { sentence, type Value } from "../../../electron/text/text.ts";
import { Picker } from "../../parts/picker.tsx";
import { stationOf } from "../../parts/station.tsx";
import { isTrial, useBegin } from "../../stores/begin.ts";
import { usePrinted } from "../../stores/printed.ts";
import { ceremonyNames, ceremonyTitle } from "../../text/frame.ts";
import { needsFirst } from "../../text/home.ts";
import { printedLine } from "../../text/print.ts";
import { said, say } from "../../text/say.ts";
import { tracesLine } from "../../text/station-role.ts";
import { Computer } from "./computer.tsx";
import { Group, Row } from "./group.tsx";
import { Routes } from "./routes.tsx";
import styles from "./rest.module.css";

interface RestProps {
  readonly view: WindowView;
  readonly unfinished: boolean;
}

/** Three groups, each a column; the connected station begins no ceremony, and has two. */
export function Rest({ view, unfinished }: RestProps) {
  const [hint, setHint] = useState<Value>("");
  const { printed, print } = usePrinted();
  const station = stationOf(view);
  const traces = tracesLine(view.traces);
  return (
    <div className={styles["rest"]}>
      {station === "connected" ? null : (
        <Ceremonies view={view} unfinished={unfinished} onHint={setHint} />
      )}
      <Group title={say("home.papers")}>
        <Routes view={view} group="papers" onHint={setHint} />
        <Picker
          button={say("print.pick")}
          onPick={print}
          side="top start"
          isRow
          options={ceremonyNames(view).map((id) => ({ id, label: ceremonyTitle(id) }))}
        />
      </Group>
      <Computer view={view} unfinished={unfinished} onHint={setHint} />
      {traces === null || station === "connected" ? null : (
        <p className={styles["traces"]}>{traces}</p>
      )}
      <div className={styles["foot"]}>
        <p aria-hidden="true">{printed === null ? said(hint) : ""}</p>
        <p role="status">{printedLine(printed)}</p>
      </div>
    </div>
  );
}

interface CeremoniesProps {
  readonly view: WindowView;
  readonly unfinished: boolean;
  readonly onHint: (line: Value) => void;
}

/** The ceremonies other than the three verbs. */
function Ceremonies({ view, unfinished, onHint }: CeremoniesProps) {
  const ceremony = useCeremony(view, unfinished, onHint);
  const { may } = view.home;
  const needs = needsFirst(view.home);
  const afterParts = may.attestation ? say("home.partWaits") : needs;
  return (
    <Group title={say("home.order")}>
      {ceremony("attestation", say("home.gather"), sentence("home.gatherLine"), needs)}
      {ceremony("dry-run", say("home.dryRun"), sentence("home.dryRunLine"), afterParts)}
      {ceremony("hand-off", say("home.handOff"), sentence("home.handOffLine"), afterParts)}
      {ceremony("replacement", say("home.replace"), sentence("home.replaceLine"), needs)}
      {ceremony(
        "recovery-alone",
        say("home.recoverAlone"),
        sentence("home.recoverAloneLine"),
        needs,
      )}
      {ceremony("adoption", say("home.adopt"), sentence("home.adoptLine"), "")}
    </Group>
  );
}

/** A row for a ceremony. @param onHint receives the hint under the pointer */
function useCeremony(view: WindowView, unfinished: boolean, onHint: (line: Value) => void) {
  const begin = useBegin(view);
  return (ceremony: CeremonyName, title: string, line: Value, why: string) => (
    <Row
      title={title}
      line={line}
      onHint={onHint}
      whyNot={unfinished ? "" : view.home.may[ceremony] || isTrial(view, ceremony) ? null : why}
      onPress={() => begin(ceremony)}
    />
  );
}
