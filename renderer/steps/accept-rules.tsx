// Rules that bags, or the numbers of officers, do not meet: two people accept each, and say why.
import { useState } from "react";
import type { RequestOf } from "../../electron/bridge/contract.ts";
import { Field } from "../parts/field.tsx";
import { acceptedIn, reasonOf, type Unkept } from "./accepted.ts";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { answer } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import type { Person } from "../stores/people.ts";
import { typeset } from "../text/frame.ts";
import { said, say } from "../text/say.ts";
import { StepDeciders } from "./step-deciders.tsx";
import styles from "./accept-rules.module.css";

const REASON_MAX = 200;

type Objects = RequestOf<"weigh">["objects"];

/** The rules that these objects do not meet, once main was asked; null again after a change. */
export function useWeighed(step: string, objects: Objects) {
  const [weighed, setWeighed] = useState<{ of: string; rules: Unkept } | null>(null);
  const of = JSON.stringify(objects);
  const weigh = async (): Promise<Unkept | null> => {
    const rules = await answer("weigh", { step, objects });
    if (rules !== null) setWeighed({ of, rules });
    return rules;
  };
  return { rules: weighed?.of === of ? weighed.rules : null, weigh };
}

/** What people accept: each rule with its reason, and who decided; and whether it is complete. */
export const useAccepted = (step: CurrentStep, rules: Unkept) =>
  acceptedIn(useDraft(step.id), rules);

interface AcceptProps extends StepProps {
  readonly rules: Unkept;
  /** Said of bags unless it is given. */
  readonly intro?: string;
  /** Those of the ceremony unless they are given. */
  readonly people?: readonly Person[];
}

/** The rules with their reasons, and the people to tick. */
export function AcceptRules({ step, rules, intro, people }: AcceptProps) {
  const draft = useDraft(step.id);
  return (
    <div className={styles["accept"]}>
      <h3>{say("objects.accept.title")}</h3>
      <p className={styles["intro"]}>{intro ?? say("objects.accept.intro")}</p>
      {rules.map(({ rule, sentence, next, what }, at) => (
        <div key={rule} className={styles["rule"]}>
          <p>{typeset(said(sentence))}</p>
          {what.map(said).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className={styles["intro"]}>{typeset(said(next))}</p>
          <Field
            label={say(`objects.accept.reason.${rule}`)}
            value={draft.text(reasonOf(rule))}
            onChange={(text) => draft.write(reasonOf(rule), text)}
            maxLength={REASON_MAX}
            autoFocus={at === 0}
          />
        </div>
      ))}
      <StepDeciders step={step} legend={say("objects.accept.by")} people={people} />
    </div>
  );
}
