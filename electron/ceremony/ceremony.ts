// The only door to the ceremony: events, state, rules, view.
export { officerOf } from "./events.ts";
export type {
  AttestationVerdict, Consent, CustodyObject, Decision, Earlier, EventData, ExpectedKey,
  FileOnMedium, Mode, NetworkSummary, NewEvent, Participant, RecordEntry, Remain, Seal,
} from "./events.ts";
export { consentOf } from "./consent.ts";
export { fault } from "./faults.ts";
export { fold, mayStandNext } from "./state.ts";
export type { State } from "./state.ts";
export { custodyObjects, judgeCustody } from "./custody.ts";
export {
  isOver, judgeDecision, judgeKeys, judgePeople, mayCloseOnPaper, mayConfirm, mayDownload, mayRun,
  mayUpload, mayUseExchangeKey, nextStep, presentSeats, rolesIn, seatsOf, signingSeats,
} from "./rules.ts";
export { mayAbort, mayExcept, mayWrite } from "./exceptions.ts";
export type { Exception } from "./exceptions.ts";
export { mayBeginRecess, mayEndRecess, openObjects } from "./recess.ts";
export { remainsOf } from "./remains.ts";
export { resumptionOf } from "./resumption.ts";
export type { Resumption } from "./resumption.ts";
export { mayChangeSeat } from "./seats.ts";
export type { SeatChange } from "./seats.ts";
export { isPlain } from "./plain.ts";
export { view } from "./view.ts";
export type {
  AbortedView, ActView, CeremonyView, ProofView, RecessView, StopView,
} from "./view.ts";
export type { LedgerLine } from "./ledger.ts";
