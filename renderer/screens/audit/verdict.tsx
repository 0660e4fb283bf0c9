// What the audit found of one record.
import type { AuditView } from "../../../electron/bridge/room.ts";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { roleTitle } from "../../text/frame.ts";
import { AUDIT } from "../../text/home.ts";
import { seatOf } from "../../text/objects.ts";
import { HeadWords } from "../ceremony/ledger.tsx";
import { RecordPapers } from "../papers/record-papers.tsx";
import { CustodyToday, Differences, Expectations } from "./evidence-parts.tsx";
import styles from "./verdict.module.css";

const TITLES = { signatures: AUDIT.whole, paper: AUDIT.onPaper, open: AUDIT.open } as const;

function signedLine({ closedBy, signers }: AuditView): string {
  if (closedBy === "paper") return AUDIT.nobodyOnPaper;
  return signers.length === 0 ? AUDIT.nobody : AUDIT.signedLine;
}

/** A record that is whole, and what a person must still compare. */
export function Verdict({ found }: { readonly found: AuditView }) {
  const facts: readonly (readonly [string, string])[] = [
    [AUDIT.hsm, found.hsm],
    [AUDIT.mode, found.mode],
    [AUDIT.entries, `${found.entries}, ${AUDIT.chain}`],
    ...(found.files === null ? [] : [[AUDIT.bundle, AUDIT.bundleLine(found.files)] as const]),
    [AUDIT.exceptions, String(found.exceptions)],
    ...(found.aborted === null ? [] : [[AUDIT.aborted, found.aborted] as const]),
  ];
  return (
    <div className={styles["verdict"]}>
      <h2>{TITLES[found.closedBy ?? "open"]}</h2>
      <p className={styles["title"]}>{found.title}</p>
      <dl className={styles["facts"]}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{AUDIT.head}</h3>
      <p className={styles["hint"]}>{AUDIT.headLine}</p>
      <HeadWords words={found.words} large />
      <h3>{AUDIT.signed}</h3>
      <p className={styles["hint"]}>
        {signedLine(found)}
      </p>
      <ul className={styles["signers"]}>
        {found.signers.map((signer) => <Signer key={signer.officer} signer={signer} />)}
      </ul>
      <div className={styles["papers"]}><RecordPapers key={found.head} /></div>
      <Differences differences={found.differences} acknowledged={found.acknowledged} />
      <CustodyToday custody={found.custody} />
      <Expectations compliance={found.compliance} />
    </div>
  );
}

function Signer({ signer: { officer, words } }: {
  readonly signer: AuditView["signers"][number];
}) {
  const seat = seatOf(officer);
  return (
    <li>
      <p className={styles["signer"]}>
        {seat === null ? null : <OfficerMark seat={seat} silent />}
        {roleTitle(officer)}
      </p>
      <p className={styles["words"]}>{words.join(" ")}</p>
    </li>
  );
}
