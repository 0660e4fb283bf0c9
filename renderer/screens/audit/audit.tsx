// The audit: closed records of this computer or of a file, each judged from its bytes alone.
import { useState } from "react";
import type { AuditView, KnownCeremony, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Edged } from "../../parts/station.tsx";
import { askAudit, forget, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { ceremonyTitle, FRAME } from "../../text/frame.ts";
import { AUDIT, closedLine } from "../../text/home.ts";
import { day } from "../../text/times.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import styles from "./audit.module.css";
import { Verdict } from "./verdict.tsx";

interface AuditProps {
  readonly room: RoomView;
  readonly onBack: () => void;
}

/** The audit screen. */
export function Audit({ room, onBack }: AuditProps) {
  const [verdict, setVerdict] = useState<AuditView | null>(null);
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const closed = room.home.ceremonies.filter(({ progress }) => progress !== "unfinished");
  const verify = (number: number) => {
    void askAudit(number).then((found) => { setVerdict(found); });
  };
  const back = () => {
    forget();
    onBack();
  };
  return (
    <Edged station={null} mode={room.mode}>
      <Bar room={room} station={null} title={FRAME.app} sub={day(now)} />
      <div className={styles["audit"]}>
        <main className={styles["list"]}>
          <h1>{AUDIT.title}</h1>
          <p className={styles["lead"]}>{AUDIT.lead}</p>
          <Closed ceremonies={closed} isBusy={pending !== null} onVerify={verify} />
          <div className={styles["file"]}>
            <p>{AUDIT.chooseLine}</p>
            <Button kind="second" isBusy={pending !== null} onPress={() => { verify(0); }}>
              {AUDIT.choose}
            </Button>
          </div>
        </main>
        <section className={styles["verdict"]} aria-live="polite">
          <Scroller label={AUDIT.head} className={styles["scroll"]}>
            {fault !== null ? <Refused fault={fault} /> : null}
            {fault === null && verdict !== null ? <Verdict found={verdict} /> : null}
            {fault === null && verdict === null ? (
              <Waiting />
            ) : null}
          </Scroller>
        </section>
      </div>
      <FootBar main={<Button kind="main" onPress={back}>{AUDIT.back}</Button>} />
    </Edged>
  );
}

/** Before the first verdict: the questions it answers, hollow as all that is ahead. */
function Waiting() {
  return (
    <div className={styles["waiting"]}>
      <h2>{AUDIT.waiting}</h2>
      <ul>
        {AUDIT.asked.map((question) => (
          <li key={question}>
            <Icon name="ring" />
            {question}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ClosedProps {
  readonly ceremonies: readonly KnownCeremony[];
  readonly isBusy: boolean;
  readonly onVerify: (number: number) => void;
}

/** As a timeline: year by year, in the order in which they were closed. */
function Closed({ ceremonies, isBusy, onVerify }: ClosedProps) {
  const years = [...new Set(ceremonies.map(yearOf))];
  return (
    <section>
      <h2>{AUDIT.here}</h2>
      {ceremonies.length === 0 ? <p className={styles["none"]}>{AUDIT.none}</p> : null}
      {years.map((year) => (
        <section key={year} className={styles["year"]} aria-label={year}>
          <p aria-hidden="true">{year}</p>
          <ul className={styles["records"]}>
            {ceremonies.filter((one) => yearOf(one) === year).map((ceremony) => (
              <Record
                key={ceremony.number} ceremony={ceremony} isBusy={isBusy} onVerify={onVerify}
                isFirst={ceremony === ceremonies[0]}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

const yearOf = ({ closedAt }: KnownCeremony): string => closedAt?.slice(0, 4) ?? "";

interface RecordProps extends Omit<ClosedProps, "ceremonies"> {
  readonly ceremony: KnownCeremony;
  readonly isFirst: boolean;
}

function Record({ ceremony, isBusy, isFirst, onVerify }: RecordProps) {
  const { number, name, hsm, closedAt, progress } = ceremony;
  return (
    <li>
      <div>
        <h3>{ceremonyTitle(name)}{progress === "aborted" ? `, ${AUDIT.abortedTag}` : ""}</h3>
        <p>{closedLine(hsm, closedAt)}</p>
      </div>
      <Button
        kind="second" small isBusy={isBusy} autoFocus={isFirst}
        label={`${AUDIT.verify}: ${ceremonyTitle(name)}, ${closedLine(hsm, closedAt)}`}
        onPress={() => { onVerify(number); }}
      >
        {AUDIT.verify}
      </Button>
    </li>
  );
}

interface Refusing {
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

function Refused({ fault }: { readonly fault: Refusing }) {
  return (
    <>
      <Sign refusal={fault} />
      <div className={styles["next"]}><NextLines next={fault.next} /></div>
    </>
  );
}
