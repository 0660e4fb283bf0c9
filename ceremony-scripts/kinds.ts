// Every kind of step, by its name in a script. A kind is declared in `kinds/NAME.ts`, and nowhere
// else; CONTRIBUTING.md says how to add one.
import type * as z from "zod/mini";
import type { Kind } from "./language/kind.ts";
import { acknowledge } from "./kinds/acknowledge.ts";
import { attestCustody } from "./kinds/attest-custody.ts";
import { backupEmpty } from "./kinds/backup-empty.ts";
import { checkCopySeal } from "./kinds/check-copy-seal.ts";
import { checkKey } from "./kinds/check-key.ts";
import { checkObjects } from "./kinds/check-objects.ts";
import { checkSeals } from "./kinds/check-seals.ts";
import { choose } from "./kinds/choose.ts";
import { close } from "./kinds/close.ts";
import { closeOnPaper } from "./kinds/close-on-paper.ts";
import { compareExchangeKey } from "./kinds/compare-exchange-key.ts";
import { compareKeys } from "./kinds/compare-keys.ts";
import { confirmThumbprint } from "./kinds/confirm-thumbprint.ts";
import { destroyOld } from "./kinds/destroy-old.ts";
import { downloadAgain } from "./kinds/download-again.ts";
import { downloadDomain } from "./kinds/download-domain.ts";
import { dryRun } from "./kinds/dry-run.ts";
import { exportCertificates } from "./kinds/export-certificates.ts";
import { fetchExchangeKey } from "./kinds/fetch-exchange-key.ts";
import { findDomain } from "./kinds/find-domain.ts";
import { handOff } from "./kinds/hand-off.ts";
import { handOver } from "./kinds/hand-over.ts";
import { knowBackup } from "./kinds/know-backup.ts";
import { makeKey } from "./kinds/make-key.ts";
import { makeRestoreBlob } from "./kinds/make-restore-blob.ts";
import { matchDomain } from "./kinds/match-domain.ts";
import { nameBackup } from "./kinds/name-backup.ts";
import { open } from "./kinds/open.ts";
import { openBag } from "./kinds/open-bag.ts";
import { proveQuorum } from "./kinds/prove-quorum.ts";
import { readActivation } from "./kinds/read-activation.ts";
import { readActive } from "./kinds/read-active.ts";
import { readAloud } from "./kinds/read-aloud.ts";
import { recordCustody } from "./kinds/record-custody.ts";
import { rehashCopy } from "./kinds/rehash-copy.ts";
import { reportTrouble } from "./kinds/report-trouble.ts";
import { restoreBackup } from "./kinds/restore-backup.ts";
import { retireDomain } from "./kinds/retire-domain.ts";
import { signAct } from "./kinds/sign-act.ts";
import { takeIntoCustody } from "./kinds/take-into-custody.ts";
import { takeOver } from "./kinds/take-over.ts";
import { takePart } from "./kinds/take-part.ts";
import { uploadBlob } from "./kinds/upload-blob.ts";

export const KINDS = {
  open,
  "make-key": makeKey,
  "confirm-thumbprint": confirmThumbprint,
  "export-certificates": exportCertificates,
  "hand-over": handOver,
  "take-over": takeOver,
  "read-activation": readActivation,
  "download-domain": downloadDomain,
  "read-aloud": readAloud,
  "match-domain": matchDomain,
  "prove-quorum": proveQuorum,
  "record-custody": recordCustody,
  "know-backup": knowBackup,
  "fetch-exchange-key": fetchExchangeKey,
  "compare-exchange-key": compareExchangeKey,
  "make-restore-blob": makeRestoreBlob,
  "upload-blob": uploadBlob,
  "backup-empty": backupEmpty,
  "restore-backup": restoreBackup,
  "compare-keys": compareKeys,
  "check-seals": checkSeals,
  "open-bag": openBag,
  "check-key": checkKey,
  "report-trouble": reportTrouble,
  "check-copy-seal": checkCopySeal,
  "rehash-copy": rehashCopy,
  "take-part": takePart,
  "name-backup": nameBackup,
  "attest-custody": attestCustody,
  "dry-run": dryRun,
  "check-objects": checkObjects,
  "hand-off": handOff,
  "find-domain": findDomain,
  "take-into-custody": takeIntoCustody,
  "read-active": readActive,
  "download-again": downloadAgain,
  "retire-domain": retireDomain,
  "destroy-old": destroyOld,
  acknowledge,
  choose,
  "sign-act": signAct,
  close,
  "close-on-paper": closeOnPaper,
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

/** What people enter in a step of this kind. */
export type InputOf<Name extends KindName> = z.infer<(typeof KINDS)[Name]["input"]>;

/** A kind's declaration, by the shape that all of them have. */
export const kindOf = (name: KindName): Kind => KINDS[name];

/** True for the name of a kind. */
export const isKind = (name: string): name is KindName => Object.hasOwn(KINDS, name);
