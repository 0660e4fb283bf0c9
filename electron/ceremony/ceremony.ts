// The only public file of the ceremony: entries, state, rules, view.
export type { Mode } from "../record/forms.ts";
export type { RecordEntry } from "../record/kind.ts";
export { alike, asKnown, folded, isPlain } from "../record/plain.ts";
export type { KeyListNamed, StorageWay } from "./entries/backup.ts";
export type { Consent } from "./entries/consent.ts";
export { countsOf, type NamedScript } from "./entries/opening.ts";
export type { Difference } from "./entries/difference.ts";
export type { EvaluatedCollateral } from "./entries/exchange-key.ts";
export type { Writer, Written } from "./entries/entry.ts";
export type { Decision } from "./entries/exception.ts";
export { officerOf } from "./entries/forms.ts";
export type {
  AttestationVerdict,
  ExpectedKey,
  ExpectedRole,
  FileOnMedium,
  NetworkSummary,
  Participant,
  Seal,
} from "./entries/forms.ts";
export { ENTRIES } from "./entries/index.ts";
export type { EntryType, EventData, EventType, LedgerLine, NewEvent } from "./entries/index.ts";
export { counted, pairOf, stepOf, timeOf } from "./entries/phrases.ts";
export {
  andNone,
  bagsIn,
  firstRole,
  grouped,
  groupsIn,
  networkIn,
  namedInText,
  objectNamed,
  roleIn,
  rolesIn as peopleIn,
  stepNamed,
} from "./entries/holes.ts";
export type { PointFound } from "./entries/preflight.ts";
export type { Photographed, SealFound } from "./entries/seal.ts";
export { sealedText, type TrialSet } from "./entries/trial.ts";
export type {
  CustodyObject,
  Earlier,
  HandOff,
  ObjectStanding,
  OfficerStanding,
  Software,
  Standing,
  Trouble,
} from "./entries/standing.ts";
export { fold, INITIAL, isOfForm, mayStandNext, standingOf, type State } from "./state.ts";
export { CLOCKS_DIFFER_MS, goesBack } from "./clock-back.ts";
export { sentenceOf } from "./ledger.ts";
export {
  anchoringOf,
  changedByPart,
  checkContinuation,
  continuationOf,
  earlierHeadOf,
  leftBy,
  PART_SCRIPT,
  partHeadsOf,
  whatDiffers,
} from "./earlier.ts";
export type { Anchor, Anchoring, Continuation } from "./earlier.ts";
export { imageIn, systemWithImage } from "./entries/live-image.ts";
export { differencesOf, openingDifferences } from "./differences.ts";
export { comparedHoldings, keysSeenIn, type Holdings, type KeysSeen } from "./hsm-keys.ts";
export { consentOf } from "./consent.ts";
export { fault } from "./entries/faults.ts";
export {
  domainNameAfter,
  domainNameOf,
  keptKeyOf,
  keyNamesOf,
  knownOf,
  thumbprintOf,
} from "./known.ts";
export type { Known, KnownOfficer } from "./known.ts";
export {
  ANY_PRESENT,
  checkCustody,
  copyObject,
  custodyObjects,
  oldObjects,
  sealedObjects,
} from "./custody.ts";
export {
  handOffsOf,
  handOffUnkept,
  isAmong,
  checkHandOff,
  inTheRoom,
  partiesOf,
} from "./hand-off.ts";
export type { HandOffRead, HandOffRequest } from "./hand-off.ts";
export { decidedOn, validateSeals, sealsThatDiffer, type Decided } from "./seals.ts";
export {
  mayPhotograph,
  numbersRead,
  photographedBefore,
  PHOTOGRAPHS_MAX,
  photographsBefore,
} from "./photographs.ts";
export { custodyAnswers, type CustodyAnswers } from "./custody-all.ts";
export { custodyHealth, type CustodyHealth } from "./custody-health.ts";
export type { Finding } from "./custody-answers.ts";
export { whoOf } from "./geometry-said.ts";
export { requestIdOf } from "./own-operations.ts";
export type { DomainOperation, OwnOperation } from "./own-operations.ts";
export { reconcile } from "./reconcile.ts";
export type { LoggedOperation, NotExplaining, Unexplained } from "./reconcile.ts";
export { acceptedPoints, mayActivate, preflightView } from "./preflight.ts";
export type { PointAccepted, PointView } from "./preflight.ts";
export { pointRecorded, pointSaid, type PointSaid } from "./recorded-points.ts";
export { recordedGaps } from "./recorded-gaps.ts";
export type { Gap } from "./custody-gaps.ts";
export { isDeviable, type RuleView, type UnkeptRule } from "./custody-rules.ts";
export { complianceOf, type ComplianceRow } from "./compliance.ts";
export { calendarOf, tasksCalendar } from "./calendar.ts";
export { dueAfter } from "./days.ts";
export { checkDeviations, deviationsWanted, openingWanted, type Deviation } from "./deviations.ts";
export {
  actSeats,
  comingOf,
  knowsLeaving,
  mayComeAndGo,
  routeOf,
  isOver,
  checkDecidedBy,
  checkDecision,
  checkKeys,
  checkPeople,
  checkRenewed,
  mayCloseOnPaper,
  mayConfirm,
  mayDownload,
  mayRun,
  mayUpload,
  mayUseExchangeKey,
  nextStep,
  presentSeats,
  rolesIn,
  seatsOf,
  signingSeats,
} from "./rules.ts";
export { checkException, mayAbort, mayExcept, type Exception } from "./exceptions.ts";
export { mayBeginRecess, mayEndRecess, openObjects } from "./recess.ts";
export { otherwiseOf, type Otherwise } from "./otherwise.ts";
export { remainsOf } from "./remains.ts";
export { resumptionOf, type Resumption } from "./resumption.ts";
export { peopleAfter } from "./entries/seat.ts";
export { freeSeats, mayChangeSeat, type SeatChange } from "./seat-change.ts";
export { timetableStepOf, view } from "./view.ts";
export type { CeremonyView, TimetableStep } from "./view.ts";
