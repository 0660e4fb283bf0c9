// The only door to the ceremony: events, state, rules, view.
export { officerOf } from "./events.ts";
export type {
  AttestationVerdict, Consent, CustodyObject, Earlier, EventData, ExpectedKey, FileOnMedium, Mode,
  NetworkSummary, NewEvent, Participant, RecordEntry, SealFound,
} from "./events.ts";
export { consentOf } from "./consent.ts";
export { fault } from "./faults.ts";
export { standingOf } from "./standing.ts";
export type {
  HandOff, ObjectStanding, OfficerStanding, Standing, Trouble,
} from "./standing.ts";
export { fold } from "./state.ts";
export type { State } from "./state.ts";
export { custodyObjects, judgeCustody } from "./custody.ts";
export {
  courseOf, judgeDecision, judgeKeys, judgePeople, mayCloseOnPaper, mayDownload, mayRun, mayUpload,
  mayUseExchangeKey, nextStep, presentSeats, rolesIn, seatsOf,
} from "./rules.ts";
export { isPlain } from "./plain.ts";
export { view } from "./view.ts";
export type { ActView, CeremonyView, ProofView, StopView } from "./view.ts";
export type { LedgerLine } from "./ledger.ts";
