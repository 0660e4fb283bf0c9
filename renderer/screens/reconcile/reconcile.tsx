// Azure's log against our records: an alarm in plain words, or that everything is explained.
import { useEffect, useState } from "react";
import type { RequestOf } from "../../../electron/bridge/contract.ts";
import type {
  ChosenLogView,
  OperationView,
  ReconcileView,
} from "../../../electron/bridge/reconcile-view.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { useKeptFocus } from "../../parts/kept-focus.ts";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { answer, answerQuietly, lastFault, useAction } from "../../stores/action.ts";
import { goTo } from "../../stores/route.ts";
import {
  alarmOf,
  deedsOf,
  findingOf,
  operationLine,
  readLine,
  undecidedLine,
  chosenLine,
} from "../../text/reconcile.ts";
import { said, say } from "../../text/say.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import shared from "../../design/shared.module.css";
import styles from "./reconcile.module.css";

/** As it was typed, one a line. */
interface Entered {
  readonly heads: string;
  readonly cards: string;
}
const NOTHING_ENTERED: Entered = { heads: "", cards: "" };

export function Reconcile({ view }: { readonly view: WindowView }) {
  const [found, setFound] = useState<ReconcileView | null>(null);
  const { pending, fault } = useAction();
  const [entered, enter] = useState(NOTHING_ENTERED);
  const [logs, setLogs] = useState<readonly ChosenLogView[]>([]);
  // Files chosen before this screen was left must not be compared unseen.
  useEffect(() => void answerQuietly("logs", { change: "none", number: 0 }), []);
  const change = (request: RequestOf<"logs">) => {
    void answer("logs", request).then((chosen) => {
      if (chosen === null || chosen.length === logs.length) return;
      setLogs(chosen);
      // The result belongs to other files.
      setFound(null);
    });
  };
  const compare = () => {
    const [heads, cards] = [linesOf(entered.heads), linesOf(entered.cards)];
    void answer("reconcile", { heads, cards }).then((view) => {
      if (view !== null || lastFault() !== null) setFound(view);
    });
  };
  return (
    <Screen view={view} title={say("reconcile.title")}>
      <main className={shared["main"]}>
        <Scroller label={say("reconcile.title")} className={styles["scroll"]}>
          <h1>{say("reconcile.title")}</h1>
          <p className={shared["lead"]}>{say("reconcile.lead")}</p>
          <p className={shared["lead"]}>{say("reconcile.how")}</p>
          <p className={shared["lead"]}>{say("reconcile.vouching")}</p>
          <Chosen logs={logs} isBusy={pending !== null} onChange={change} />
          <Vouching entered={entered} onEnter={enter} />
          <div className={styles["choose"]}>
            {logs.length === 0 ? (
              <WaitingButton reason={say("reconcile.needed")}>
                {say("reconcile.compare")}
              </WaitingButton>
            ) : (
              <Button kind="main" isBusy={pending !== null} onPress={compare}>
                {say("reconcile.compare")}
              </Button>
            )}
          </div>
          <section aria-live="polite">
            {fault === null ? null : (
              <>
                <Sign refusal={fault} />
                <div className={styles["next"]}>
                  <NextLines next={fault.next} />
                </div>
              </>
            )}
            {fault !== null || found === null ? null : <Found found={found} />}
          </section>
        </Scroller>
      </main>
      <FootBar
        main={
          <Button kind="second" onPress={() => goTo("custody")}>
            {say("reconcile.back")}
          </Button>
        }
      />
    </Screen>
  );
}

interface ChosenProps {
  readonly logs: readonly ChosenLogView[];
  readonly isBusy: boolean;
  readonly onChange: (request: RequestOf<"logs">) => void;
}

/** The files, and a button to add more. */
function Chosen({ logs, isBusy, onChange }: ChosenProps) {
  const { ref, onFocus } = useKeptFocus();
  return (
    <section
      ref={ref}
      onFocus={onFocus}
      tabIndex={-1}
      aria-label={say("reconcile.chosen")}
      className={styles["chosen"]}>
      <h2 className={shared["heading"]}>{say("reconcile.chosen")}</h2>
      <ul className={styles["logs"]}>
        {logs.length === 0 ? <li>{say("reconcile.none")}</li> : null}
        {logs.map((log, number) => (
          <li key={`${log.kind} ${log.name} ${String(number)}`}>
            <span className={styles["line"]}>{chosenLine(log)}</span>
            <Button
              kind="second"
              small
              isBusy={isBusy}
              label={say("reconcile.removeNamed", { name: log.name })}
              onPress={() => onChange({ change: "remove", number })}>
              {say("reconcile.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles["add"]}>
        <Button
          kind="second"
          small
          autoFocus
          isBusy={isBusy}
          onPress={() => onChange({ change: "files", number: 0 })}>
          {say("reconcile.files")}
        </Button>
        <Button
          kind="second"
          small
          isBusy={isBusy}
          onPress={() => onChange({ change: "folders", number: 0 })}>
          {say("reconcile.folders")}
        </Button>
      </div>
    </section>
  );
}

interface VouchingProps {
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
}

/** What vouches for records, each with its error below. */
function Vouching({ entered, onEnter }: VouchingProps) {
  const { fault } = useAction();
  const errorOf = (...codes: readonly string[]) =>
    fault !== null && codes.includes(fault.code) ? said(fault.message) : undefined;
  const given = { lines: 2, maxLength: 4000, optional: true };
  return (
    <div className={styles["vouching"]}>
      <Field
        {...given}
        label={say("reconcile.heads")}
        hint={say("reconcile.headsHint")}
        value={entered.heads}
        error={errorOf("E-HEAD-FORM", "E-HEAD-SHORT", "E-HEAD-OTHER", "E-LOG-HEAD")}
        onChange={(heads) => onEnter({ ...entered, heads })}
      />
      <Field
        {...given}
        label={say("reconcile.cards")}
        hint={say("reconcile.cardsHint")}
        value={entered.cards}
        error={errorOf("E-SIGNER-FORM", "E-SIGNER-CARD")}
        onChange={(cards) => onEnter({ ...entered, cards })}
      />
    </div>
  );
}

/** The non-empty lines. */
const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function Found({ found }: { readonly found: ReconcileView }) {
  const { operations, rehearsal, undecided } = found;
  const isAlarm = operations.some(({ verdict }) => verdict === "alarm");
  return (
    <>
      {isAlarm ? (
        <Alarm operations={operations} />
      ) : (
        <h2 className={shared["heading"]}>{findingOf(found)}</h2>
      )}
      <p className={styles["read"]}>
        {readLine(found)} {rehearsal ? say("reconcile.rehearsal") : ""}
      </p>
      {operations.length === 0 ? null : (
        <h2 className={shared["heading"]}>{say("reconcile.found")}</h2>
      )}
      <ul className={styles["operations"]}>
        {operations.map((one, i) => (
          <li key={`${i} ${one.at}`}>
            <span className={`${shared["verdict"]} ${styles[one.verdict] ?? ""}`}>
              {say(`reconcile.verdicts.${one.verdict}`)}
            </span>
            <span className={styles["line"]}>{operationLine(one)}</span>
          </li>
        ))}
      </ul>
      {undecided.length === 0 ? null : (
        <>
          <h2 className={shared["heading"]}>{say("reconcile.undecided")}</h2>
          <ul className={styles["undecided"]}>
            {undecided.map((record, i) => (
              <li key={`${i} ${record.openedAt}`}>{undecidedLine(record)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Alarm({ operations }: { readonly operations: readonly OperationView[] }) {
  return (
    <>
      <Sign
        refusal={{ code: say("reconcile.alarmCode"), message: alarmOf(operations) }}
        word={say("reconcile.alarmWord")}
      />
      <h2 className={shared["heading"]}>{say("reconcile.now")}</h2>
      <div className={styles["next"]}>
        <NextLines next={deedsOf(operations)} />
      </div>
    </>
  );
}
