// The terms, in the words of the scripts: first those of the current step.
import { useEffect, useState } from "react";
import type { ReplyOf } from "../../../electron/bridge/contract.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { list, type Value } from "../../../electron/text/text.ts";
import { Button } from "../../parts/button.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { answerQuietly } from "../../stores/action.ts";
import { setSheet } from "../../stores/sheet.ts";
import { typeset } from "../../text/frame.ts";
import { planTerms } from "../../text/plan-terms.ts";
import { said, say } from "../../text/say.ts";
import { Sheet } from "../ceremony/sheet.tsx";
import sheet from "../ceremony/sheet.module.css";
import styles from "./terms-sheet.module.css";

type Entries = ReplyOf<"glossary">;

interface TermsSheetProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** The sheet, opened by F1 or a button. */
export function TermsSheet({ view, onClose }: TermsSheetProps) {
  const [entries, setEntries] = useState<Entries>([]);
  useEffect(() => {
    void answerQuietly("glossary", {}).then((found) => setEntries(found ?? []));
  }, []);
  const spoken = list(view.ceremony?.step?.say ?? [], " ");
  const here = entries.filter(({ term }) => isIn(said(spoken), said(term)));
  const others = entries.filter((entry) => !here.includes(entry));
  return (
    <Sheet title={say("crew.terms.title")} intro="" onClose={onClose}>
      <Scroller label={say("crew.terms.title")} className={styles["terms"]}>
        {here.length === 0 ? null : <Terms title={say("crew.terms.here")} entries={here} />}
        <Terms title={say("crew.terms.all")} entries={others} />
        {view.ceremony !== null || view.stationRole.role === "offline" ? null : (
          <>
            <Terms title={say("crew.terms.plan")} entries={planTerms()} />
            <p>{say("plan-terms.siAndCi")}</p>
          </>
        )}
      </Scroller>
      <div className={sheet["buttons"]}>
        {view.ceremony === null ? (
          <span />
        ) : (
          <Button kind="second" onPress={() => setSheet("tour")}>
            {say("crew.tour.open")}
          </Button>
        )}
        <Button kind="main" autoFocus onPress={onClose}>
          {say("crew.terms.close")}
        </Button>
      </div>
    </Sheet>
  );
}

/** Whether a term occurs in a text, in any inflection. */
const isIn = (text: string, term: string): boolean =>
  text.toLowerCase().includes(term.toLowerCase());

interface TermsProps {
  readonly title: string;
  readonly entries: readonly { readonly term: Value; readonly text: Value }[];
}

function Terms({ title, entries }: TermsProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <dl>
        {entries.map(({ term, text }) => (
          <div key={said(term)}>
            <dt>{said(term)}</dt>
            <dd>{typeset(said(text))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
