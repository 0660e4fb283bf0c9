// The record as a ledger on the right: newest last, with the head as ten words; foldable.
import { memo, useLayoutEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { WindowView } from "../../../electron/bridge/view.ts";
import type { Value } from "../../../electron/text/text.ts";
import { HeadWords } from "../../parts/head-words.tsx";
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { entryCount, waitingLine } from "../../text/frame.ts";
import { useLanguage } from "../../text/language.ts";
import { ledgerSentence, type LedgerLine } from "../../text/ledger.ts";
import { say } from "../../text/say.ts";
import { clockTime } from "../../text/times.ts";
import shared from "../../design/shared.module.css";
import styles from "./ledger.module.css";
import { titleIn, type Ceremony } from "../../stores/timetable.ts";

interface LedgerProps {
  readonly view: WindowView;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

/** The record beside the step. */
export function Ledger({ view, folded, onFold }: LedgerProps) {
  const { ceremony } = view;
  const entries = ceremony?.ledger.length ?? 0;
  return (
    <aside
      className={`${styles["ledger"]} ${folded ? styles["folded"] : ""}`}
      aria-label={say("frame.record")}>
      <header className={styles["header"]}>
        <h2>{say("frame.record")}</h2>
        <p className={shared["note"]}>{folded ? entries : entryCount(entries)}</p>
        <Button
          className={styles["fold"] ?? ""}
          aria-label={folded ? say("frame.unfold") : say("frame.fold")}
          onPress={() => onFold(!folded)}>
          <Icon name={folded ? "left" : "right"} />
        </Button>
      </header>
      {folded || ceremony === null ? null : <Entries ceremony={ceremony} />}
      <p className={styles["waiting"]} role="status">
        {waitingLine(view.waiting)}
      </p>
      {entries === 0 ? null : (
        <footer className={styles["head"]}>
          <h3>{say("frame.head")}</h3>
          <HeadWords words={ceremony?.words ?? []} />
        </footer>
      )}
    </aside>
  );
}

/** Drawn again when something of the ceremony changes, or the language. */
const Entries = memo(function Entries({ ceremony }: { readonly ceremony: Ceremony }) {
  useLanguage();
  const scroller = useRef<HTMLDivElement | null>(null);
  const count = ceremony.ledger.length;
  useLayoutEffect(() => {
    // People look for the newest entry.
    scroller.current?.scrollTo(0, scroller.current.scrollHeight);
  }, [count]);
  const titleOf = (id: string): Value => titleIn(ceremony, id);
  return (
    <Scroller
      label={say("frame.record")}
      className={`${shared["rest"]} ${styles["list"]}`}
      scroller={scroller}>
      {count === 0 ? (
        <p className={styles["empty"]}>{say("frame.emptyRecord")}</p>
      ) : (
        <ol>
          {ceremony.ledger.map((line) => (
            <Entry key={line.seq} line={line} titleOf={titleOf} />
          ))}
        </ol>
      )}
    </Scroller>
  );
});

interface EntryProps {
  readonly line: LedgerLine;
  readonly titleOf: (id: string) => Value;
}

/** A line never changes, and neither do the titles of steps that it names. */
const Entry = memo(
  function Entry({ line, titleOf }: EntryProps) {
    useLanguage();
    return (
      <li className={styles["entry"]}>
        <span className={styles["number"]}>{line.seq}</span>
        <p>
          <time dateTime={line.at}>{clockTime(line.at)}</time>{" "}
          {line.seat === null ? null : <OfficerMark seat={line.seat} size="s" silent />}
          {ledgerSentence(line, titleOf)}
        </p>
      </li>
    );
  },
  (before, next) => before.line === next.line,
);
