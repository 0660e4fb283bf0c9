// What the window does at each kind of step that needs nothing but to be done.
import type { KindName, Step } from "../../ceremony-scripts/index.ts";
import { actSeats, rolesIn, signingSeats, type CeremonyView } from "../ceremony/ceremony.ts";
import { attestCustody } from "../usecases/attest-custody.ts";
import { backupEmpty } from "../usecases/backup-empty.ts";
import { checkKey } from "../usecases/check-key.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { compareKeys } from "../usecases/compare-keys.ts";
import type { Deps } from "../usecases/deps.ts";
import { downloadDomain } from "../usecases/download-domain.ts";
import { exportCertificates } from "../usecases/export-certificates.ts";
import { fetchExchangeKey } from "../usecases/fetch-exchange-key.ts";
import { handOver } from "../usecases/hand-over.ts";
import { knowBackup, type KnowBackupRequest } from "../usecases/know-backup.ts";
import { makeOfficerKey } from "../usecases/make-officer-key.ts";
import { makeRestoreBlob } from "../usecases/make-restore-blob.ts";
import { openBag } from "../usecases/open-bag.ts";
import { proveQuorum } from "../usecases/prove-quorum.ts";
import { readActivation } from "../usecases/read-activation.ts";
import { rehashCopy } from "../usecases/rehash-copy.ts";
import { restoreBackup } from "../usecases/restore-backup.ts";
import { retireDomain } from "../usecases/retire-domain.ts";
import { takeOver } from "../usecases/take-over.ts";
import { signAct } from "../usecases/sign-act.ts";
import { stateOf } from "../usecases/turn.ts";
import { uploadBlob } from "../usecases/upload-blob.ts";

/** What an act has at hand. */
export interface Scene {
  readonly deps: Deps;
  readonly step: Step;
  readonly bits: 2048 | 3072 | 4096;
  readonly backup: KnowBackupRequest | null;
  /** Where the storage's SAS token lies; undefined where the HSM reaches it as itself. */
  readonly sasFile: string | undefined;
  readonly againDecidedBy: readonly string[];
}

type Act = (scene: Scene) => CeremonyView | Promise<CeremonyView>;

/** By kind; a kind that is not here needs more than a press, and has a method of its own. */
export const ACTS: Readonly<Partial<Record<KindName, Act>>> = {
  "make-key": ({ deps, step, bits }) => makeOfficerKey(deps, { seat: step.seat ?? 0, bits }),
  "export-certificates": ({ deps }) => exportCertificates(deps),
  "hand-over": ({ deps }) => handOver(deps),
  "take-over": ({ deps }) => takeOver(deps),
  "read-activation": ({ deps }) => readActivation(deps),
  "download-domain": ({ deps, againDecidedBy }) =>
    downloadDomain(deps, againDecidedBy.length === 0 ? {} : { againDecidedBy }),
  "read-active": ({ deps }) => readActivation(deps, "read-active"),
  "download-again": ({ deps }) => downloadDomain(deps, {}, "download-again"),
  "retire-domain": ({ deps }) => retireDomain(deps),
  "prove-quorum": ({ deps }) => proveQuorum(deps),
  "know-backup": ({ deps, backup }) =>
    knowBackup(deps, backup ?? { container: "", folder: "", keys: [] }),
  "fetch-exchange-key": ({ deps }) => fetchExchangeKey(deps),
  "make-restore-blob": ({ deps }) => makeRestoreBlob(deps),
  "upload-blob": ({ deps }) => uploadBlob(deps),
  "backup-empty": ({ deps, sasFile }) => backupEmpty(deps, sasFile),
  "restore-backup": ({ deps, sasFile }) => restoreBackup(deps, sasFile),
  "compare-keys": ({ deps }) => compareKeys(deps),
  "open-bag": ({ deps, step }) => openBag(deps, { seat: step.seat ?? 0 }),
  "check-key": ({ deps, step }) => checkKey(deps, { seat: step.seat ?? 0 }),
  "rehash-copy": ({ deps }) => rehashCopy(deps),
  "attest-custody": ({ deps }) => attestCustody(deps),
  "sign-act": ({ deps }) => signAct(deps),
  "close": ({ deps }) =>
    signingSeats(stateOf(deps), deps.script).length > 0 ? closeCeremony(deps) : onPaper(deps),
  "close-on-paper": ({ deps }) => onPaper(deps),
};

const onPaper = (deps: Deps): CeremonyView =>
  closeOnPaper(deps, { present: rolesIn(stateOf(deps)) });

/** Whether a secret is typed in a step of this kind: the witness looks round the room first. */
export const isSecret = (kind: KindName, deps: Deps): boolean => SECRET.includes(kind)
  && (kind !== "sign-act" || actSeats(stateOf(deps), deps.script).length > 0);

const SECRET: readonly KindName[] =
  ["make-key", "check-key", "prove-quorum", "make-restore-blob", "sign-act", "close"];
