// Under a refusal that is not about cryptography: who decides to go on in spite of it.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { areEnough, Deciders } from "../../parts/deciders.tsx";
import { Section } from "../../parts/section.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { peopleOf } from "../../stores/people.ts";
import { REFUSAL } from "../../text/refusal.ts";
import styles from "./refusal.module.css";

/** Two or more people are ticked, then the step can be tried again without this refusal. */
export function Overrule({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const [decidedBy, setDecidedBy] = useState<readonly string[]>([]);
  const accept = () => void ask("accept", { decidedBy: [...decidedBy] });
  return (
    <Section label={REFUSAL.overrule}>
      <p className={styles["record"]}>{REFUSAL.overruleSay}</p>
      <Deciders people={peopleOf(view)} decidedBy={decidedBy} onChange={setDecidedBy} />
      <div className={styles["answer"]}>
        {areEnough(decidedBy) ? (
          <Button kind="second" isBusy={pending !== null} onPress={accept}>
            {REFUSAL.overruleNow}
          </Button>
        ) : (
          <WaitingButton reason={REFUSAL.overruleNeeds}>{REFUSAL.overruleNow}</WaitingButton>
        )}
      </div>
    </Section>
  );
}
