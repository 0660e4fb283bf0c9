// The audit: closed records on a timeline, each verified from its bytes alone.
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { AuditView, TimelineRow } from "../../../electron/bridge/audit-views.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { answer, answerQuietly, lastCode, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { goTo } from "../../stores/route.ts";
import type { Refusal } from "../../../electron/text/text.ts";
import { said, say } from "../../text/say.ts";
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
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const { found, entered } = audit;
  const anchors =
    found === null ? null : (
      <Anchors
        entered={entered}
        onEnter={audit.enter}
        onCompare={audit.compare}
        isBusy={pending !== null}
        code={fault?.code ?? null}
        message={fault === null ? "" : said(fault.message)}>
        <Beside onChoose={audit.addBeside} isBusy={pending !== null} />
      </Anchors>
    );
  const refused = fault === null || isOfForm(fault.code) ? null : fault;
  const scroller = useRef<HTMLDivElement | null>(null);
  // The newest result is at the top, wherever it was requested.
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [found, refused]);
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
            {refused === null ? null : <Refused fault={refused}>{anchors}</Refused>}
            {refused === null && found !== null ? <Verdict found={found}>{anchors}</Verdict> : null}
            {refused === null && found === null ? <Waiting /> : null}
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

/** What is known of the records, which one is shown, and what was entered to compare it with. */
function useAudit() {
  const [rows, setRows] = useState<readonly TimelineRow[]>([]);
  const [found, setFound] = useState<AuditView | null>(null);
  const [entered, enter] = useState<Entered>(NOTHING_ENTERED);
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
    void answer("compare", { head: entered.head.trim(), cards }).then((view) => {
      if (view !== null) setFound(view);
    });
  };
  const addBeside = (from: "files" | "folders") => {
    void answer("beside", { from }).then((view) => {
      if (view !== null) setFound(view);
    });
  };
  const verify = (of: string) => {
    void answer("audit", { of }).then((view) => {
      // Nobody chose a file: the previous result stays.
      if (view === null && lastCode() === null) return;
      setFound(view);
      enter(NOTHING_ENTERED);
    });
  };
  return { rows, found, entered, enter, compare, addBeside, verify };
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

function Refused({ fault, children }: { readonly fault: Refusing; readonly children: ReactNode }) {
  return (
    <>
      <Sign refusal={fault} />
      <div className={styles["next"]}>
        <NextLines next={fault.next} />
      </div>
      <div className={styles["again"]}>{children}</div>
    </>
  );
}
