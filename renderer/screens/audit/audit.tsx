// The audit: closed records on a timeline, each verified from its bytes alone.
import { useEffect, useRef, useState } from "react";
import type { AuditView, TimelineRow } from "../../../electron/bridge/audit-views.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { Told, useOutcome, type Outcome } from "../../parts/told.tsx";
import { answer, answerQuietly, besides, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { goTo } from "../../stores/route.ts";
import type { Refusal } from "../../../electron/text/text.ts";
import { addedLine, closedLine, comparedLine } from "../../text/audit.ts";
import { say } from "../../text/say.ts";
import { dayBeside } from "../../text/times.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import { Beside } from "./beside.tsx";
import { Anchors, isOfForm, NOTHING_ENTERED, type Entered } from "./anchors.tsx";
import shared from "../../design/shared.module.css";
import styles from "./audit.module.css";
import { Timeline } from "./timeline.tsx";
import { Verdict } from "./verdict.tsx";

export function Audit({ view }: { readonly view: WindowView }) {
  const audit = useAudit();
  const { pending } = useAction();
  const now = useNow(60_000);
  const { found, refused, entered, compared, added } = audit;
  const scroller = useRef<HTMLDivElement | null>(null);
  // Another record's result is at the top; what came of a comparison is beside its button.
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [audit.verified]);
  return (
    <Screen view={view} sub={dayBeside(now)}>
      <div className={styles["audit"]}>
        <main className={styles["list"]}>
          <h1 className={shared["title"]}>{say("audit.title")}</h1>
          <p className={styles["lead"]}>{say("audit.lead")}</p>
          <Timeline
            rows={audit.rows}
            shown={found?.head ?? ""}
            isBusy={pending !== null}
            onVerify={audit.verify}
          />
          <div className={styles["file"]}>
            <p className={shared["quiet"]}>{say("audit.chooseLine")}</p>
            <Button
              kind="second"
              isBusy={pending !== null}
              autoFocus={audit.rows.length === 0}
              onPress={() => audit.verify("")}>
              {say("audit.choose")}
            </Button>
          </div>
        </main>
        <section className={styles["verdict"]} aria-live="polite">
          <Scroller label={say("audit.found")} className={styles["scroll"]} scroller={scroller}>
            {refused !== null ? (
              <Refused refused={refused} />
            ) : found === null ? (
              <Waiting />
            ) : (
              <Verdict found={found} isRefused={isContradicted(compared.outcome)}>
                <Anchors
                  entered={entered}
                  onEnter={audit.enter}
                  onCompare={audit.compare}
                  isBusy={pending !== null}
                  outcome={compared.outcome}>
                  <Beside onChoose={audit.addBeside} isBusy={pending !== null} />
                  <Told outcome={added.outcome} />
                </Anchors>
              </Verdict>
            )}
          </Scroller>
        </section>
      </div>
      <FootBar
        main={
          <Button kind="main" onPress={() => goTo("home")}>
            {say("audit.back")}
          </Button>
        }
      />
    </Screen>
  );
}

/** What was entered is no misspelled text, and yet the record does not have it. */
const isContradicted = (outcome: Outcome | null): boolean =>
  outcome?.fault != null && !isOfForm(outcome.fault.code);

/** A record that was refused, by the name of its file or of its ceremony. */
interface RefusedRecord {
  readonly name: string;
  readonly fault: Refusing;
}

/** What is known of the records, which one is shown, and what was entered to compare it with. */
function useAudit() {
  const [rows, setRows] = useState<readonly TimelineRow[]>([]);
  const [found, setFound] = useState<AuditView | null>(null);
  const [refused, setRefused] = useState<RefusedRecord | null>(null);
  const [verified, setVerified] = useState(0);
  const [entered, enter] = useState<Entered>(NOTHING_ENTERED);
  const [compared, added] = [useOutcome(), useOutcome()];
  useEffect(() => {
    let isHere = true;
    void answerQuietly("timeline", {}).then((known) => {
      if (isHere) setRows(known ?? []);
    });
    return () => {
      isHere = false;
    };
  }, [found]);
  const compare = () => {
    const cards = entered.cards.split("\n").filter((line) => line.trim() !== "");
    compared.run(async () => {
      const view = await answer("compare", { head: entered.head.trim(), cards });
      if (view === null) return "";
      setFound(view);
      return comparedLine(view);
    });
  };
  const addBeside = (from: "files" | "folders") =>
    added.run(async () => {
      const view = await answer("beside", { from });
      if (view === null) return "";
      setFound(view);
      return addedLine(view);
    });
  const show = (view: AuditView | null, one: RefusedRecord | null) => {
    setFound(view);
    setRefused(one);
    setVerified((times) => times + 1);
    enter(NOTHING_ENTERED);
    for (const outcome of [compared, added]) outcome.forget();
  };
  const verify = (of: string) => {
    const row = rows.find(({ head }) => head === of);
    const take = (fault: Refusing): boolean => {
      show(null, { name: row === undefined ? "" : closedLine(row), fault });
      return true;
    };
    void besides(take, () => answer("audit", { of })).then((view) => {
      // Nobody chose a file: the previous result stays.
      if (view === null) return;
      if ("refused" in view) show(null, { name: view.file, fault: view.refused });
      else show(view, null);
    });
  };
  return {
    rows,
    found,
    refused,
    verified,
    entered,
    enter,
    compared,
    added,
    compare,
    addBeside,
    verify,
  };
}

/** Before the first verdict: the questions it answers, hollow like everything ahead. */
function Waiting() {
  return (
    <div className={styles["waiting"]}>
      <h2>{say("audit.waiting")}</h2>
      <ul>
        {([0, 1, 2, 3] as const)
          .map((n) => say(`audit.asked.${n}`))
          .map((question) => (
            <li key={question}>
              <Icon name="ring" />
              {question}
            </li>
          ))}
      </ul>
    </div>
  );
}

interface Refusing extends Refusal {
  readonly code: string;
}

function Refused({ refused: { name, fault } }: { readonly refused: RefusedRecord }) {
  return (
    <>
      <Sign refusal={fault} />
      <div className={styles["next"]}>
        {name === "" ? null : <p className={styles["which"]}>{name}</p>}
        <NextLines next={fault.next} />
      </div>
    </>
  );
}
