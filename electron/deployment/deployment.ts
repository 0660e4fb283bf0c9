// The only public file of the deployment; its own bundle, which neither the offline station nor any
// other command loads.
export { planTooLarge, readPlan } from "./plan/read-plan.ts";
export { planSchema } from "./plan/plan.ts";
export type { Plan } from "./plan/plan.ts";
export type { ReadPlan } from "./plan/read-plan.ts";
export { stopsOf } from "./findings/findings.ts";
export type { LocatedFinding } from "./findings/findings-text.ts";
export { findingsText, locatedFindings } from "./findings/findings-text.ts";
export { costData, costText, recoveryText } from "./cost/cost-text.ts";
export { ANSWER_MAX } from "./answers/answer.ts";
export { CHECK_NAMES, CHECKS, isCheck } from "./proofs/checks.ts";
export type { CheckName } from "./proofs/checks.ts";
export { verdictOf } from "./proofs/verdict.ts";
export type { Verdict } from "./proofs/verdict.ts";
export { stateOf } from "./proofs/state.ts";
export { filesOf } from "./runbooks/files.ts";
export { openFor } from "./runbooks/blocked.ts";
export { runbookMarkdown } from "./runbooks/markdown.ts";
export type { Open } from "./runbooks/blocked.ts";
export { stepData } from "./runbooks/step-data.ts";
export type { Lines, ProofData, StepData } from "./runbooks/step-data.ts";
export type { RunbookName } from "./runbook-names.ts";
export type { Checked, CheckState } from "./proofs/state.ts";
export { SOURCES, type Source } from "./sources.ts";
export { money } from "./cost/cost-text.ts";
export { isRunbook, RUNBOOKS } from "./runbooks/runbooks.ts";
export { questionOf } from "./reading/question.ts";
export { hostOf, idIn, idOf } from "./proofs/ids.ts";
export {
  addressesOf,
  askedTypes,
  kindOfType,
  pathBy,
  pathOf,
  typeIn,
  typeOf,
  versionOf,
  type ResourceKind,
} from "./azure-resources.ts";
export type { Question } from "./reading/question.ts";
export { hsmHosts, readsOf } from "./reading/questions.ts";
export type { Read, Reads } from "./reading/questions.ts";
export type { CommandLine } from "./commands/command-line.ts";
export { messagesOf } from "./runbooks/messages.ts";
export type { Step } from "./runbooks/runbook.ts";
export { SERVICE_ROLES } from "./runbooks/parts.ts";
