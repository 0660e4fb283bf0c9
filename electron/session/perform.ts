// The table of use cases: what performs a step of each kind, in a rehearsal and in the window.
import { kindOf, type InputOf, type KindName, type Step } from "../../ceremony-scripts/index.ts";
import {
  rolesIn,
  signingSeats,
  type Anchor,
  type CeremonyView,
  type EventData,
  type Participant,
} from "../ceremony/ceremony.ts";
import { acknowledge } from "../usecases/acknowledge.ts";
import { attestCustody } from "../usecases/attest-custody.ts";
import { backupEmpty } from "../usecases/backup-empty.ts";
import { checkKey } from "../usecases/check-key.ts";
import { checkSeals } from "../usecases/check-seals.ts";
import { choose } from "../usecases/choose.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { compareExchangeKey } from "../usecases/compare-exchange-key.ts";
import { compareKeys } from "../usecases/compare-keys.ts";
import { confirmThumbprint } from "../usecases/confirm-thumbprint.ts";
import type { Deps } from "../usecases/deps.ts";
import { destroyOld } from "../usecases/destroy-old.ts";
import { downloadDomain } from "../usecases/download-domain.ts";
import { dryRun } from "../usecases/dry-run.ts";
import { exportCertificates } from "../usecases/export-certificates.ts";
import { fetchExchangeKey } from "../usecases/fetch-exchange-key.ts";
import { findDomain } from "../usecases/find-domain.ts";
import { handOff } from "../usecases/hand-off.ts";
import { handOver } from "../usecases/hand-over.ts";
import { knowBackup, type KnowBackupRequest } from "../usecases/know-backup.ts";
import { makeOfficerKey } from "../usecases/make-officer-key.ts";
import { makeRestoreBlob } from "../usecases/make-restore-blob.ts";
import { matchDomain } from "../usecases/match-domain.ts";
import { nameBackup } from "../usecases/name-backup.ts";
import { openBag } from "../usecases/open-bag.ts";
import { openCeremony } from "../usecases/open-ceremony.ts";
import { proveQuorum } from "../usecases/prove-quorum.ts";
import { readActivation } from "../usecases/read-activation.ts";
import { readAloud } from "../usecases/read-aloud.ts";
import { recordCustody } from "../usecases/record-custody.ts";
import { rehashCopy } from "../usecases/rehash-copy.ts";
import { reportTrouble } from "../usecases/report-trouble.ts";
import { restoreBackup } from "../usecases/restore-backup.ts";
import { retireDomain } from "../usecases/retire-domain.ts";
import { signAct } from "../usecases/sign-act.ts";
import { takeOver } from "../usecases/take-over.ts";
import { takePart } from "../usecases/take-part.ts";
import { stateOf } from "../usecases/turn.ts";
import { uploadBlob } from "../usecases/upload-blob.ts";

/** What a step needs besides what people enter. */
export interface AtHand {
  /** Size of the officers' keys, in bits. */
  readonly bits: 2048 | 3072 | 4096;
  /** The words that were read aloud and heard in this step, all 32. */
  readonly heard: string;
  /** Intel's files on the exchange key's hardware, which people brought in this step. */
  readonly collateral: readonly Uint8Array[];
  /** The closed record that the ceremony continues, or null. */
  readonly earlier: Uint8Array | null;
  /** How certain it is that this is the record that people closed. */
  readonly anchor: Anchor;
  /** The timestamps that are beside it. */
  readonly stamps: NonNullable<EventData["opened"]["stamps"]>;
  /** The newest full backup, and the keys expected in it. */
  readonly backup: KnowBackupRequest;
  /** The closed record of this officer's own part of an attestation. */
  readonly part: Uint8Array;
  /** Answers in which the HSM attests keys, which people brought in this step. */
  readonly attestations: readonly Uint8Array[];
  /** The file with the storage's SAS token; undefined if the HSM uses its identity. */
  readonly sasFile: string | undefined;
}

/** For a step without any of it. */
export const NOTHING_AT_HAND: AtHand = {
  bits: 4096,
  heard: "",
  collateral: [],
  earlier: null,
  anchor: "none",
  stamps: [],
  backup: { container: "", folder: "", keys: [] },
  part: new Uint8Array(),
  attestations: [],
  sasFile: undefined,
};

type UseCase<Name extends KindName> = (
  deps: Deps,
  input: InputOf<Name>,
  atHand: AtHand,
  step: Step,
) => CeremonyView | Promise<CeremonyView>;

const seatOf = ({ seat = 0 }: Step): number => seat;

const closeByPaper = (deps: Deps): CeremonyView =>
  closeOnPaper(deps, { present: rolesIn(stateOf(deps)) });

const USE_CASES: { readonly [Name in KindName]: UseCase<Name> } = {
  open: (deps, { hsm, people, renewed = [], deviations = [] }, { earlier, anchor, stamps }) =>
    openCeremony(deps, {
      // The form has already checked each role.
      hsm,
      participants: people as readonly Participant[],
      renewed,
      deviations,
      ...(earlier === null ? {} : { earlier, anchor, stamps }),
    }),
  "make-key": (deps, _, { bits }, step) => makeOfficerKey(deps, { seat: seatOf(step), bits }),
  "confirm-thumbprint": (deps, _, { heard }, step) =>
    confirmThumbprint(deps, { seat: seatOf(step), heard }),
  "export-certificates": exportCertificates,
  "hand-over": handOver,
  "take-over": takeOver,
  "read-activation": (deps) => readActivation(deps),
  "read-active": (deps) => readActivation(deps, "read-active"),
  "download-domain": (deps, { againDecidedBy = [] }) => downloadDomain(deps, { againDecidedBy }),
  "download-again": (deps) => downloadDomain(deps, {}, "download-again"),
  "read-aloud": (deps, _, { heard }) => readAloud(deps, { heard }),
  "match-domain": (deps, _, { heard }) => matchDomain(deps, { heard }),
  "prove-quorum": proveQuorum,
  "record-custody": (deps, input) => recordCustody(deps, input),
  "take-into-custody": (deps, input) => recordCustody(deps, input, "take-into-custody"),
  "know-backup": (deps, _, { backup }) => knowBackup(deps, backup),
  "fetch-exchange-key": fetchExchangeKey,
  "compare-exchange-key": (deps, { decidedBy = [] }, { heard, collateral }) =>
    compareExchangeKey(deps, { heard, acceptedBy: decidedBy, collateral }),
  "make-restore-blob": makeRestoreBlob,
  "dry-run": dryRun,
  "upload-blob": uploadBlob,
  "backup-empty": (deps, _, { sasFile }) => backupEmpty(deps, sasFile),
  "restore-backup": (deps, _, { sasFile }) => restoreBackup(deps, sasFile),
  "compare-keys": compareKeys,
  "check-seals": (deps, input, _, step) =>
    checkSeals(deps, step.action.kind, { ...input, seat: seatOf(step) }),
  "check-copy-seal": (deps, input, _, step) => checkSeals(deps, step.action.kind, input),
  "check-objects": (deps, input, _, step) => checkSeals(deps, step.action.kind, input),
  "open-bag": (deps, _, __, step) => openBag(deps, { seat: seatOf(step) }),
  "check-key": (deps, _, __, step) => checkKey(deps, { seat: seatOf(step) }),
  "report-trouble": (deps, input, _, step) => reportTrouble(deps, { ...input, seat: seatOf(step) }),
  "rehash-copy": rehashCopy,
  "take-part": (deps, { heard }, { part }, step) =>
    takePart(deps, { seat: seatOf(step), bytes: part, heard }),
  "name-backup": nameBackup,
  "attest-custody": (deps, _, { attestations }) => attestCustody(deps, { attestations }),
  "hand-off": handOff,
  "find-domain": findDomain,
  "retire-domain": retireDomain,
  "destroy-old": (deps, input, _, step) => destroyOld(deps, { ...input, seat: seatOf(step) }),
  acknowledge,
  choose: (deps, { goTo }, _, { seat }) =>
    choose(deps, { goTo, ...(seat === undefined ? {} : { seat }) }),
  "sign-act": signAct,
  close: (deps) =>
    signingSeats(stateOf(deps), deps.script).length > 0 ? closeCeremony(deps) : closeByPaper(deps),
  "close-on-paper": closeByPaper,
};

/**
 * Performs a step with what people entered, as parsed by its kind's form.
 * @throws Fault those of the kind's use case
 */
export const perform = (
  deps: Deps,
  step: Step,
  input: unknown,
  atHand: AtHand,
): CeremonyView | Promise<CeremonyView> =>
  // The input was parsed by the form of this kind.
  (USE_CASES[step.action.kind] as UseCase<KindName>)(deps, input as never, atHand, step);

/** What people entered, parsed by the form of the step's kind; null if it has another form. */
export function inputOf(step: Step, entered: unknown): object | null {
  const read = kindOf(step.action.kind).input.safeParse(entered);
  return read.success ? (read.data as object) : null;
}
