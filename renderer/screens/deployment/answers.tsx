// A plan's assumptions and questions as a worksheet: each with its owner, what depends on it, and its answer.
import type { AskedView, PlanView } from "../../../electron/bridge/deployment-views.ts";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Folded } from "../../parts/folded.tsx";
import type { Draft } from "../../stores/draft.ts";
import { answeredLine, runbooksLine } from "../../text/deployment.ts";
import { say } from "../../text/say.ts";
import { holdsIn, textIn, writeHolds, writeText } from "./entered-answers.ts";
import shared from "./deployment.module.css";
import styles from "./plan.module.css";

const ANSWER_MAX = 1000;

/** The id of an item's row, to which its findings lead. */
export const askedId = ({ list, at }: Pick<AskedView, "list" | "at">): string =>
  `asked-${list}-${at}`;

interface AnswersProps {
  readonly plan: PlanView;
  readonly draft: Draft;
}

/** The open ones first; the answered ones are folded, and may be answered otherwise. */
export function Answers({ plan, draft }: AnswersProps) {
  const { asked } = plan;
  if (asked.length === 0) return null;
  const items = (isOpen: boolean) =>
    asked
      .filter((item) => item.isOpen === isOpen)
      .map((item) => <Item key={askedId(item)} item={item} draft={draft} />);
  const answered = items(false);
  return (
    <section aria-label={say("plan-new.asked")}>
      <h2 className={styles["heading"]}>{say("plan-new.asked")}</h2>
      <p>
        <strong>{answeredLine(asked)}</strong>
      </p>
      <p className={shared["quiet-lead"]}>{say("plan-new.askedLead")}</p>
      <ol className={styles["asked"]}>{items(true)}</ol>
      {answered.length === 0 ? null : (
        <Folded title={say("plan-new.answered", { n: answered.length })}>
          <ol className={styles["asked"]}>{answered}</ol>
        </Folded>
      )}
    </section>
  );
}

function Item({ item, draft }: { readonly item: AskedView; readonly draft: Draft }) {
  const { id, text, impact, owner, blocks, answer } = item;
  const entered = textIn(draft, item);
  return (
    <li id={askedId(item)}>
      <h3>
        <code>{id}</code> <span lang="en">{text}</span>
      </h3>
      <dl className={styles["facts"]}>
        <dt>{say("plan-new.impact")}</dt>
        <dd lang="en">{impact}</dd>
        <dt>{say("deployment.blocks.owner")}</dt>
        <dd lang="en">{owner}</dd>
        <dt>{say("plan-new.waits")}</dt>
        <dd>{runbooksLine(blocks)}</dd>
      </dl>
      <Field
        label={say("plan-new.answer")}
        of={id}
        value={entered}
        onChange={(value) => writeText(draft, item, value)}
        hint={answer === null || answer.date === "" ? undefined : answer.date}
        maxLength={ANSWER_MAX}
        lines={2}
        optional
      />
      {item.list === "questions" || entered.trim() === "" ? null : (
        <Choice
          label={say("plan-new.holds")}
          of={id}
          value={holdsIn(draft, item)}
          onChange={(value) => writeHolds(draft, item, value)}
          options={(["true", "false"] as const).map((value) => ({
            value,
            label: say(`plan-new.holdsIs.${value}`),
          }))}
        />
      )}
    </li>
  );
}
