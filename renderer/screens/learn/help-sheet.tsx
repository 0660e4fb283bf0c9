// Help about the shown screen: what it is for, what to do on it; then the terms, in the words of the
// scripts, first those of the current step.
import { useEffect, useState } from "react";
import type { ReplyOf } from "../../../electron/bridge/contract.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { list, type Value } from "../../../electron/text/text.ts";
import { Button } from "../../parts/button.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { answerQuietly } from "../../stores/action.ts";
import { currentStep } from "../../steps/step.tsx";
import type { ScreenName } from "../../stores/shown-screen.ts";
import { setSheet } from "../../stores/sheet.ts";
import { typeset } from "../../text/frame.ts";
import { planTerms } from "../../text/plan-terms.ts";
import { said, say } from "../../text/say.ts";
import { Sheet } from "../ceremony/sheet.tsx";
import sheet from "../ceremony/sheet.module.css";
import styles from "./help-sheet.module.css";

type Entries = ReplyOf<"glossary">;

interface HelpSheetProps {
  readonly view: WindowView;
  readonly screen: ScreenName;
  readonly onClose: () => void;
}

/** The sheet, opened by F1 or a button. */
export function HelpSheet({ view, screen, onClose }: HelpSheetProps) {
  const [entries, setEntries] = useState<Entries>([]);
  useEffect(() => {
    void answerQuietly("glossary", {}).then((found) => setEntries(found ?? []));
  }, []);
  const spoken = list(view.ceremony?.step?.say ?? [], " ");
  const here = entries.filter(({ term }) => isIn(said(spoken), said(term)));
  const others = entries.filter((entry) => !here.includes(entry));
  // Nothing but the call may be readable beside an officer who is called.
  const isCall = screen === "call";
  return (
    <Sheet title={say(`help.${screen}.title`)} intro={say(`help.${screen}.for`)} onClose={onClose}>
      <Scroller label={say("crew.terms.title")} className={styles["terms"]}>
        <section aria-label={say("help.what")}>
          <h2>{say("help.what")}</h2>
          <p>{say(`help.${screen}.do`)}</p>
        </section>
        {screen === "step" ? <ThisStep view={view} /> : null}
        {here.length === 0 || isCall ? null : (
          <Terms title={say("crew.terms.here")} entries={here} />
        )}
        {isCall ? null : <Terms title={say("crew.terms.all")} entries={others} />}
        {isCall || view.ceremony !== null || view.stationRole.role === "offline" ? null : (
          <>
            <Terms title={say("crew.terms.plan")} entries={planTerms()} />
            <p>{say("plan-terms.siAndCi")}</p>
          </>
        )}
      </Scroller>
      <div className={sheet["buttons"]}>
        {screen !== "step" ? (
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

/** What happens in the current step, and what a power cut would mean now. */
function ThisStep({ view }: { readonly view: WindowView }) {
  const step = currentStep(view);
  if (step === null) return null;
  const { number, title, words } = step;
  const heading = say("help.thisStep", { step: list([number, title], " ") });
  return (
    <section aria-label={heading}>
      <h2>{typeset(heading)}</h2>
      <p>{words.happens}</p>
      <p>{say("help.power", { power: words.power })}</p>
    </section>
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
