// What people entered for a plan's assumptions and questions and the plan does not say yet.
import type { AskedView, PlanView } from "../../../electron/bridge/deployment-views.ts";
import type { RequestOf } from "../../../electron/bridge/contract.ts";
import { useDraft, type Draft } from "../../stores/draft.ts";

type Answer = Extract<RequestOf<"deployment">, { readonly act: "answer" }>["answers"][number];

/** The form of a plan's answers: kept if the same plan is chosen again. */
export const useAnswers = ({ name }: PlanView): Draft => useDraft(`deployment-plan-${name}`);

/** The names of an item's fields in the form. */
const fieldOf = ({ list, id }: AskedView): string => `${list} ${id}`;
const holdsOf = (item: AskedView): string => `${fieldOf(item)} holds`;

/** What is in an item's fields: first what the plan says. */
export const textIn = (draft: Draft, item: AskedView): string =>
  draft.text(fieldOf(item), item.answer?.text.trim() ?? "");
export const holdsIn = (draft: Draft, item: AskedView): string =>
  draft.text(holdsOf(item), item.holds === null ? "" : String(item.holds));
export const writeText = (draft: Draft, item: AskedView, text: string): void =>
  draft.write(fieldOf(item), text);
export const writeHolds = (draft: Draft, item: AskedView, holds: string): void =>
  draft.write(holdsOf(item), holds);

/** What is to be written. An assumption's answer also says whether it holds: `incomplete` lacks that. */
export interface Entered {
  readonly answers: readonly Answer[];
  readonly incomplete: readonly AskedView[];
}

/** Only what differs from the plan. */
export function enteredIn(draft: Draft, { asked }: Pick<PlanView, "asked">): Entered {
  const changed = asked.filter((item) => {
    const text = textIn(draft, item).trim();
    const isOther = text !== (item.answer?.text.trim() ?? "");
    return text !== "" && (isOther || holdsIn(draft, item) !== String(item.holds ?? ""));
  });
  const incomplete = changed.filter(
    (item) => item.list === "assumptions" && holdsIn(draft, item) === "",
  );
  const answers = changed
    .filter((item) => !incomplete.includes(item))
    .map((item) => ({
      ...{ list: item.list, at: item.at, answer: textIn(draft, item).trim() },
      ...(item.list === "assumptions" ? { holds: holdsIn(draft, item) === "true" } : {}),
    }));
  return { answers, incomplete };
}
