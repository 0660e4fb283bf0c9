// The one name of a step: on every screen, in the timetable, in the ledger and on paper.
import { known } from "../electron/text/english.ts";
import { sentence, type Sentence } from "../electron/text/sentence.ts";
import type { Step } from "./steps.ts";

/** Such as "Make the key of officer 2". */
export const titleOf = (step: Step): Sentence =>
  decisionOf(step) ?? sentence(`steps.${step.action.kind}.title`, detailsOf(step));

/** A choice is named by what is decided, where the step is one of our scripts. */
function decisionOf({ id, seat, action }: Step): Sentence | null {
  if (action.kind !== "choose") return null;
  return seat === undefined
    ? known(`minutes-steps.called.${id}`)
    : known(`minutes-steps.called.${id.replace(/-\d+$/, "")}`, { n: seat });
}

/** What the sentences about a step may name. */
export const detailsOf = ({ seat, station, action }: Step) => ({
  officer: seat ?? "",
  station,
  to: action.to ?? "",
  what: action.what ?? "",
  copy: action.copy ?? "",
});
