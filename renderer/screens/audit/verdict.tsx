// What the audit found of one record.
import { HeadWords } from "../../parts/head-words.tsx";
import type { ReactNode } from "react";
import type { AuditView } from "../../../electron/bridge/audit-views.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import {
  actLine,
  markedLines,
  scriptTitle,
  verdictTitle,
  modeWord,
  type Mark,
} from "../../text/audit.ts";
import { roleTitle } from "../../text/frame.ts";
import { seatOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import { RecordPapers } from "../papers/record-papers.tsx";
import { CustodyToday, Differences } from "./evidence-parts.tsx";
import { Expectations } from "./expectations.tsx";
import styles from "./verdict.module.css";

interface VerdictProps {
  readonly found: AuditView;
  /** What was entered to compare it with is not what it has. */
  readonly isRefused: boolean;
  /** Where it is compared with its anchors. */
  readonly children: ReactNode;
}

const ICONS: Readonly<Record<Mark, IconName>> = { pass: "check", open: "ring", wrong: "octagon" };

/** A consistent record, and what a person must still compare. */
export function Verdict({ found, isRefused, children }: VerdictProps) {
  return (
    <div className={styles["verdict"]}>
      <h2>{isRefused ? say("audit.verdict.refused") : verdictTitle(found)}</h2>
      <p className={styles["title"]}>{scriptTitle(found.title)}</p>
      <ul className={styles["lines"]}>
        {markedLines(found).map(({ mark, line }) => (
          <li key={line} data-mark={mark}>
            <Icon name={ICONS[mark]} label={say(`audit.mark.${mark}`)} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <Facts found={found} />
      <h3>{say("audit.head")}</h3>
      <HeadWords words={found.words} large />
      <Signers found={found} />
      <Acts acts={found.acts} />
      {children}
      <div className={styles["papers"]}>
        <RecordPapers key={found.head} />
      </div>
      <Differences found={found} />
      <CustodyToday found={found} />
      <Expectations key={`expected ${found.head}`} compliance={found.compliance} />
    </div>
  );
}

function Facts({ found }: { readonly found: AuditView }) {
  const facts: readonly (readonly [string, string])[] = [
    [say("audit.hsm"), found.hsm],
    [say("audit.mode"), modeWord(found.mode)],
    [say("audit.entries"), say("audit.chain", { entries: found.entries })],
    [say("audit.exceptions"), String(found.exceptions)],
    ...(found.aborted === null ? [] : [[say("audit.aborted"), found.aborted] as const]),
  ];
  return (
    <dl className={styles["facts"]}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Signers({ found: { closedBy, signers } }: { readonly found: AuditView }) {
  return (
    <>
      <h3>{say("audit.signed")}</h3>
      {closedBy === "signatures" ? null : (
        <p className={styles["hint"]}>
          {closedBy === "paper" ? say("audit.nobodyOnPaper") : say("audit.notYet")}
        </p>
      )}
      <ul className={styles["signers"]}>
        {signers.map((signer) => (
          <Signer key={signer.officer} signer={signer} />
        ))}
      </ul>
    </>
  );
}

function Acts({ acts }: Pick<AuditView, "acts">) {
  if (acts.length === 0) return null;
  return (
    <>
      <h3>{say("audit.acts")}</h3>
      <ul className={styles["lines"]}>
        {acts.map(actLine).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Signer({ signer: { officer, words } }: { readonly signer: AuditView["signers"][number] }) {
  const seat = seatOf(officer);
  return (
    <li>
      <p className={styles["signer"]}>
        {seat === null ? null : <OfficerMark seat={seat} silent />}
        {roleTitle(officer)}
      </p>
      <p className={styles["words"]} lang="en">
        {words.join(" ")}
      </p>
    </li>
  );
}
