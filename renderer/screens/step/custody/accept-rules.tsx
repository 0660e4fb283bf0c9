// Rules of Microsoft's that the bags do not keep: two people accept each of them, and say why.
import type { ReplyOf } from "../../../../electron/bridge/contract.ts";
import { Check } from "../../../parts/check.tsx";
import { Field } from "../../../parts/field.tsx";
import { setDraft, useDrafts } from "../../../stores/draft.ts";
import { peopleOf } from "../../../stores/people.ts";
import { roleTitle, typeset } from "../../../text/frame.ts";
import { ACCEPT } from "../../../text/objects.ts";
import type { Scene } from "../scene.ts";
import styles from "./accept-rules.module.css";

/** Rules that are not kept, as main found them. */
export type Unkept = ReplyOf<"weigh">;

const REASON_MAX = 200;

/** What is written so far: a reason for each rule, and who decided, for all of them. */
export interface Accepted {
  readonly reasons: Readonly<Record<string, string>>;
  readonly decidedBy: readonly string[];
}

const reasonOf = (step: string, rule: string): string => `custody.${step}.reason.${rule}`;
const byOf = (step: string): string => `custody.${step}.decided-by`;

/** What is written so far of this step. */
export function useAccepted(step: string, rules: Unkept): Accepted {
  const drafts = useDrafts();
  return {
    reasons: Object.fromEntries(
      rules.map(({ rule }) => [rule, (drafts[reasonOf(step, rule)] ?? "").trim()])),
    decidedBy: (drafts[byOf(step)] ?? "").split(" ").filter(Boolean),
  };
}

/** Whether every rule has its reason, and two people decided. */
export const isAccepted = ({ reasons, decidedBy }: Accepted): boolean =>
  decidedBy.length >= 2 && Object.values(reasons).every((reason) => reason !== "");

interface AcceptProps {
  readonly scene: Scene;
  readonly rules: Unkept;
}

/** The rules with their reasons, and the people to tick. */
export function AcceptRules({ scene: { room, stop: { id } }, rules }: AcceptProps) {
  const drafts = useDrafts();
  const { decidedBy } = useAccepted(id, rules);
  const tick = (role: string, isSelected: boolean) => {
    const others = decidedBy.filter((one) => one !== role);
    setDraft(byOf(id), [...others, ...(isSelected ? [role] : [])].join(" "));
  };
  return (
    <div className={styles["accept"]}>
      <h3>{ACCEPT.title}</h3>
      <p className={styles["intro"]}>{ACCEPT.intro}</p>
      {rules.map(({ rule, sentence, next }, at) => (
        <div key={rule} className={styles["rule"]}>
          <p>{typeset(sentence)}</p>
          <p className={styles["intro"]}>{typeset(next)}</p>
          <Field
            label={ACCEPT.reason[rule]} value={drafts[reasonOf(id, rule)] ?? ""}
            onChange={(text) => { setDraft(reasonOf(id, rule), text); }}
            maxLength={REASON_MAX} autoFocus={at === 0}
          />
        </div>
      ))}
      <fieldset className={styles["by"]}>
        <legend>{ACCEPT.by}</legend>
        {peopleOf(room).map(({ role, name }) => (
          <Check
            key={role} isSelected={decidedBy.includes(role)}
            onChange={(isSelected) => { tick(role, isSelected); }}
          >
            {`${name}, ${roleTitle(role)}`}
          </Check>
        ))}
      </fieldset>
    </div>
  );
}
