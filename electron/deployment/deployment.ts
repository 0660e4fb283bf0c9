// The only public file of the deployment; its own bundle, which neither the offline station nor any
// other command loads.
export { planTooLarge, readPlan, readPlanFile, type ReadPlan } from "./plan/read-plan.ts";
export { familyOf } from "./plan/azure-facts.ts";
export {
  CRITICAL,
  grantersOf,
  powersOf,
  powersText,
  selfAdministrators,
  type Granter,
} from "./plan/powers.ts";
export { planSchema, type Plan } from "./plan/plan.ts";
export { stopsOf } from "./findings/findings.ts";
export { datesAhead, datesText, factsAge, factsText } from "./findings/facts-age.ts";
export { TEMPLATE_FILES, versionsIn, type TemplateVersion } from "./findings/templates.ts";
export {
  findingsText,
  locatedFindings,
  placesOf,
  type LocatedFinding,
} from "./findings/findings-text.ts";
export { changesText, planChanges } from "./changes/changes-text.ts";
export { withAnswers } from "./drafts/answered.ts";
export { completed, enteredPlan, firstPlan, partsOf, PLAN_QUESTIONS } from "./drafts/asked.ts";
export { aroundHsm } from "./existing/around.ts";
export { existingFile } from "./existing/existing-file.ts";
export { existingReads } from "./existing/reads.ts";
export { planPaper } from "./papers/plan-paper.ts";
export { costData, costText, recoveryText, money } from "./cost/cost-text.ts";
export { ANSWER_MAX, answersAmong, readAnswers, type NamedFile } from "./answers/answer.ts";
export { namespacesOf } from "./proofs/providers.ts";
export { AZURE_DNS, dnsServersOf, FORWARDED, forwarderFile } from "./proofs/dns-forwarders.ts";
export { isWithin } from "./proofs/addresses.ts";
export { RECEIVERS_QUERY } from "./proofs/action-group.ts";
export { administratorsIn } from "./proofs/administrators.ts";
export { SOAK_NOTES } from "./proofs/soak.ts";
export { CHECK_NAMES, CHECKS, isCheck, shownBy, type CheckName } from "./proofs/checks.ts";
export type { Known, Pools } from "./proofs/proof.ts";
export { caseOf, readsIn, verdictOf, type Verdict } from "./proofs/verdict.ts";
export { stateOf, type Checked, type CheckState, type Until } from "./proofs/state.ts";
export { filesOf } from "./runbooks/files.ts";
export { openFor, openIn, type Open } from "./runbooks/blocked.ts";
export { runbookPaper } from "./runbooks/runbook-paper.ts";
export {
  LACKING,
  stepData,
  stepsOf,
  type Lines,
  type ProofData,
  type StepData,
} from "./runbooks/step-data.ts";
export { isWhenDue, TIMINGS, type RunbookName } from "./plan/runbook-names.ts";
export { SOURCES, type Source } from "./plan/sources.ts";
export { isRunbook, RUNBOOKS } from "./runbooks/runbooks.ts";
export { questionOf, type Question } from "./reading/question.ts";
export { groupId, hostOf, idIn, idOf } from "./proofs/ids.ts";
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
} from "./plan/azure-resources.ts";
export { hostIn, hsmHosts, readsOf, type Read, type Reads } from "./reading/questions.ts";
export { listOfIn, type CommandLine } from "./commands/command-line.ts";
export { messagesOf } from "./runbooks/messages.ts";
export type { Step } from "./runbooks/runbook.ts";
export { untilOf } from "./runbooks/until.ts";
export { SERVICE_ROLES } from "./runbooks/parts.ts";
