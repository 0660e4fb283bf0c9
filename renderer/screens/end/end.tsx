// The end of a ceremony: the head to read aloud, what was done, who signed, and where the objects are.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { QrCode } from "../../parts/qr-code.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { nameOf, presentSeats } from "../../stores/people.ts";
import { ceremonyTitle, titleInText } from "../../text/frame.ts";
import { doneLines } from "../../text/home.ts";
import { seatOf } from "../../text/objects.ts";
import { said, say } from "../../text/say.ts";
import type { Ceremony } from "../../stores/timetable.ts";
import { Remains } from "../ceremony/remains.tsx";
import { RecordPapers } from "../papers/record-papers.tsx";
import { CustodyTable } from "../custody/custody-table.tsx";
import styles from "./end.module.css";
import { Otherwise } from "./otherwise.tsx";
import { Stamps } from "./stamps.tsx";
import { TrialScore } from "./trial-score.tsx";

interface EndProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
}

/** A closed ceremony. */
export function End({ view, ceremony }: EndProps) {
  const { pending } = useAction();
  const [isRead, setRead] = useState(false);
  const onPaper = ceremony.onPaper !== null;
  const title = view.open === null ? said(ceremony.title) : ceremonyTitle(view.open);
  const inText = view.open === null ? ceremony.title : titleInText(view.open);
  return (
    <Screen view={view} station={ceremony.station} title={title} sub={ceremony.hsm} columns>
      <main className={styles["end"]}>
        <section className={styles["head"]}>
          <h1>
            {ceremony.aborted === null
              ? say("home.end.title", { ceremony: inText })
              : say("running.abort.closedTitle", { ceremony: inText })}
          </h1>
          <p className={styles["read"]}>
            {onPaper ? say("home.end.readPaper") : say("home.end.read")}
          </p>
          <HeadWords words={ceremony.words} large />
          <Check isSelected={isRead} onChange={setRead}>
            {onPaper ? say("home.end.wasSigned") : say("home.end.wasRead")}
          </Check>
          <div className={styles["code"]}>
            <QrCode text={ceremony.head} label={say("home.end.code")} />
            <p className={styles["later"]}>
              {say("home.end.later")} {say("home.end.codeLine")}
            </p>
          </div>
        </section>
        <Scroller label={say("home.end.done")} className={styles["scroll"]}>
          <div>
            {view.trial?.score == null ? null : <TrialScore score={view.trial.score} />}
            {ceremony.aborted === null ? (
              <Done ceremony={ceremony} />
            ) : (
              <>
                <h2>{say("running.abort.remains")}</h2>
                <Remains view={view} remains={ceremony.aborted.remains} />
              </>
            )}
            <Otherwise ceremony={ceremony} />
            {view.open === "attestation-part" ? (
              <p className={styles["next"]}>
                {seatsHad(view).size < ceremony.officers
                  ? say("home.end.partNext")
                  : say("home.end.partsDone")}
              </p>
            ) : null}
            <Signed view={view} ceremony={ceremony} />
            {view.site?.hasTimestamps === true ? <Stamps key={ceremony.head} /> : null}
            {ceremony.custody.length === 0 ? null : (
              <>
                <h2>{say("home.end.where")}</h2>
                <CustodyTable objects={ceremony.custody} />
              </>
            )}
          </div>
        </Scroller>
      </main>
      <FootBar
        main={
          isRead ? (
            <Button kind="main" isBusy={pending !== null} onPress={() => void ask("leave", {})}>
              {say("home.end.back")}
            </Button>
          ) : (
            <WaitingButton reason={onPaper ? say("home.end.signFirst") : say("home.end.readFirst")}>
              {say("home.end.back")}
            </WaitingButton>
          )
        }>
        <RecordPapers key={ceremony.head} />
      </FootBar>
    </Screen>
  );
}

/** Seats that have attested: Home's data predates the close of this part. */
const seatsHad = (view: WindowView): ReadonlySet<number> =>
  new Set([...view.home.partsWaiting, ...presentSeats(view)]);

function Done({ ceremony }: { readonly ceremony: Ceremony }) {
  const pairs = ceremony.proof?.subsets.length ?? 0;
  return (
    <>
      <h2>{say("home.end.done")}</h2>
      <ul className={styles["done"]}>
        {doneLines(ceremony.ledger, pairs).map((line) => (
          <li key={line}>
            <Icon name="check" />
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}

function Signed({ view, ceremony }: EndProps) {
  return (
    <>
      <h2>{ceremony.onPaper === null ? say("home.end.signed") : say("home.end.onPaper")}</h2>
      {ceremony.onPaper === null ? null : <p>{say("home.end.onPaperLine")}</p>}
      <ul className={styles["signed"]}>
        {(ceremony.onPaper ?? ceremony.signed).map((officer) => {
          const seat = seatOf(officer);
          return (
            <li key={officer}>
              {seat === null ? null : <OfficerMark seat={seat} />}
              {nameOf(view, officer)}
            </li>
          );
        })}
        {ceremony.onPaper === null
          ? null
          : receiversIn(ceremony).map((name) => (
              <li key={name}>{say("home.end.receiver", { name })}</li>
            ))}
      </ul>
    </>
  );
}

/** Who received something in a hand-off signs the paper too, whatever their role. */
const receiversIn = ({ ledger }: Ceremony): readonly string[] => [
  ...new Set(ledger.flatMap((line) => (line.type === "object-handed-off" ? [line.facts.to] : []))),
];
