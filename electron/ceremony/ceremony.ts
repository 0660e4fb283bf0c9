// The only door to the ceremony: events, state, rules, view.
export { officerOf } from "./events.ts";
export type {
  AttestationVerdict, Consent, CustodyObject, Earlier, EventData, EventType, ExpectedKey,
  FileOnMedium, Mode, NetworkSummary, NewEvent, Participant, RecordEntry, SealFound,
} from "./events.ts";
export { keysSeenIn } from "./keys-seen.ts";
export type { KeysSeen } from "./keys-seen.ts";
export { comparedHoldings } from "./recovered.ts";
export type { Holdings } from "./recovered.ts";
export type { ExpectedRole, KeyListNamed, StorageWay } from "./recovery-events.ts";
export type { Decision, Remain, Seal, TrialSet } from "./running-events.ts";
export { consentOf } from "./consent.ts";
export { fault } from "./faults.ts";
export { standingOf } from "./standing.ts";
export type {
  HandOff, ObjectStanding, OfficerStanding, Standing, Trouble,
} from "./standing.ts";
export {
  domainNameAfter, domainNameOf, isRenewed, keptKeyOf, keyNamesOf, knownOf, thumbprintOf,
} from "./known.ts";
export type { Known, KnownOfficer } from "./known.ts";
export { fold, INITIAL, mayStandNext } from "./state.ts";
export type { State } from "./state.ts";
export {
  copyObject, custodyObjects, judgeCustody, ON_THE_TABLE, sealedObjects,
} from "./custody.ts";
export { handOffsOf, isAmong, judgeHandOff, onTheTable, partiesOf } from "./hand-off.ts";
export type { HandOffRead, HandOffRequest } from "./hand-off.ts";
export { judgeSeals, sealsThatDiffer } from "./seals.ts";
export { custodyAnswers } from "./custody-all.ts";
export type { CustodyAnswers } from "./custody-all.ts";
export { custodyHealth } from "./custody-health.ts";
export type { CustodyHealth, OfficerHealth } from "./custody-health.ts";
export type { Finding, LeaverAnswer, MediumAnswer, SiteAnswer } from "./custody-answers.ts";
export { reconcile } from "./reconcile.ts";
export type {
  DomainOperation, LoggedOperation, OwnOperation, Reconciled,
} from "./reconcile.ts";
export {
  acceptedPoints, decide, good, mayActivate, preflightView, recordedPoints, wrong,
} from "./preflight.ts";
export type { PointAccepted, PointView } from "./preflight.ts";
export type { PointFound } from "./station-events.ts";
export { recordedGaps } from "./recorded-gaps.ts";
export type { Gap } from "./custody-gaps.ts";
export type { RuleView, UnkeptRule } from "./custody-rules.ts";
export { differencesOf, openingDifferences } from "./differences.ts";
export type { Difference, Software } from "./differences.ts";
export { complianceOf } from "./compliance.ts";
export type { ComplianceRow, ComplianceVerdict, Framework } from "./compliance.ts";
export { calendarOf } from "./calendar.ts";
export { deviationsWanted, judgeDeviations } from "./deviations.ts";
export type { Deviation } from "./deviations.ts";
export type { Due } from "./days.ts";
export {
  actSeats, comingOf, courseOf, isOver, judgeDecision, judgeKeys, judgePeople, judgeRenewed,
  mayCloseOnPaper, mayConfirm, mayDownload, mayRun, mayUpload, mayUseExchangeKey, nextStep,
  presentSeats, rolesIn, seatsOf, signingSeats,
} from "./rules.ts";
export { judgeException, mayAbort, mayExcept, mayWrite } from "./exceptions.ts";
export type { Exception } from "./exceptions.ts";
export { mayBeginRecess, mayEndRecess, openObjects } from "./recess.ts";
export { remainsOf } from "./remains.ts";
export { resumptionOf } from "./resumption.ts";
export type { Resumption } from "./resumption.ts";
export { mayChangeSeat } from "./seat-change.ts";
export type { SeatChange } from "./seat-change.ts";
export { alike, isPlain } from "./plain.ts";
export { timetableStepOf, view } from "./view.ts";
export type {
  AbortedView, ActView, CeremonyView, ProofView, RecessView, TimetableStep,
} from "./view.ts";
export type { LedgerLine } from "./ledger.ts";
