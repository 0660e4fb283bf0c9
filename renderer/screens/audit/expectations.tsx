// Auditors' expectations, as one record meets them.
import { useEffect, useState } from "react";
import type { AuditView } from "../../../electron/bridge/audit-views.ts";
import { answerQuietly } from "../../stores/action.ts";
import { complianceSum, shownBy, verdictWord } from "../../text/evidence.ts";
import { said, say } from "../../text/say.ts";
import styles from "./evidence-parts.module.css";

/** Each expectation: its entries, their pages in the minutes, and what is missing. */
export function Expectations({ compliance }: Pick<AuditView, "compliance">) {
  const pages = usePages();
  const frameworks = [...new Set(compliance.map(({ framework }) => framework))];
  return (
    <>
      <h3>{say("evidence.compliance")}</h3>
      <p className={styles["hint"]}>{say("evidence.complianceLine")}</p>
      <p className={styles["sum"]}>{complianceSum(compliance)}</p>
      {frameworks.map((framework) => (
        <section key={framework} aria-label={framework}>
          <h4 className={styles["framework"]}>{framework}</h4>
          <ul className={styles["list"]}>
            {compliance
              .filter((row) => row.framework === framework)
              .map((row) => (
                <Expectation key={said(row.number)} row={row} pages={pages} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The pages come after the verdict, because the minutes must first be laid out. */
function usePages(): ReadonlyMap<number, number> {
  const [pages, setPages] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    let isHere = true;
    void answerQuietly("pages", {}).then((known) => {
      if (isHere) setPages(new Map(known));
    });
    return () => {
      isHere = false;
    };
  }, []);
  return pages;
}

interface ExpectationProps {
  readonly row: AuditView["compliance"][number];
  /** By entry number. */
  readonly pages: ReadonlyMap<number, number>;
}

function Expectation({ row, pages }: ExpectationProps) {
  const { number, expectation, entries, missing, verdict } = row;
  return (
    <li data-verdict={verdict}>
      <p className={styles["row"]}>
        <b>{said(number)}</b>
        <span>{said(expectation)}</span>
        <b className={styles["verdict"]}>{verdictWord(row)}</b>
      </p>
      {entries.length === 0 ? null : <p>{shownBy(entries, pages)}</p>}
      {missing.map((sentence) => (
        <p key={said(sentence)}>
          <b>{say("evidence.missing")}:</b> {said(sentence)}
        </p>
      ))}
    </li>
  );
}
