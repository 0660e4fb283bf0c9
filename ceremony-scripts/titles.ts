// The one name of a step: on every screen, in the timetable, in the ledger and on paper.
import { sentence, type Sentence } from "../electron/text/sentence.ts";
import type { Step } from "./steps.ts";

/** Such as "Make the key of officer 2". */
export const titleOf = (step: Step): Sentence =>
  sentence(`steps.${step.action.kind}.title`, detailsOf(step));

/** What the sentences about a step may name. */
export const detailsOf = ({ seat, station, action }: Step) => ({
  officer: seat ?? "",
  station,
  to: action.to ?? "",
  what: action.what ?? "",
  copy: action.copy ?? "",
});
