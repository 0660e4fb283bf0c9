// The table of kinds: one row each, and each in a file of its own.
import { acknowledge } from "./acknowledge.ts";
import { attestCustody } from "./attest-custody.ts";
import { backupEmpty } from "./backup-empty.ts";
import { checkCopySeal } from "./check-copy-seal.ts";
import { checkKey } from "./check-key.ts";
import { checkObjects } from "./check-objects.ts";
import { checkSeals } from "./check-seals.ts";
import { choose } from "./choose.tsx";
import { close } from "./close.ts";
import { closeOnPaper } from "./close-on-paper.ts";
import { compareExchangeKey } from "./compare-exchange-key.ts";
import { compareKeys } from "./compare-keys.ts";
import { confirmThumbprint } from "./confirm-thumbprint.ts";
import { destroyOld } from "./destroy-old.tsx";
import { downloadAgain } from "./download-again.ts";
import { downloadDomain } from "./download-domain.tsx";
import { exportCertificates } from "./export-certificates.ts";
import { fetchExchangeKey } from "./fetch-exchange-key.ts";
import { findDomain } from "./find-domain.tsx";
import { handOff } from "./hand-off.tsx";
import { handOver } from "./hand-over.tsx";
import { knowBackup } from "./know-backup.tsx";
import { makeKey } from "./make-key.ts";
import { makeRestoreBlob } from "./make-restore-blob.ts";
import { matchDomain } from "./match-domain.ts";
import { nameBackup } from "./name-backup.tsx";
import { open } from "./open.tsx";
import { openBag } from "./open-bag.ts";
import { proveQuorum } from "./prove-quorum.ts";
import { readActivation } from "./read-activation.ts";
import { readActive } from "./read-active.ts";
import { readAloud } from "./read-aloud.ts";
import { recordCustody } from "./record-custody.ts";
import { rehashCopy } from "./rehash-copy.ts";
import { reportTrouble } from "./report-trouble.tsx";
import { restoreBackup } from "./restore-backup.ts";
import { retireDomain } from "./retire-domain.ts";
import { signAct } from "./sign-act.tsx";
import { takeIntoCustody } from "./take-into-custody.ts";
import { takeOver } from "./take-over.tsx";
import { takePart } from "./take-part.tsx";
import { uploadBlob } from "./upload-blob.ts";
import type { StepRow } from "./step-row.ts";
import { fill, type KindName, type TimetableStep, type Title } from "./step-words.ts";

/** Every kind of step. */
export const STEPS: Readonly<Record<KindName, StepRow>> = {
  open: open,
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
  "read-active": readActive,
  "download-again": downloadAgain,
  "retire-domain": retireDomain,
  "destroy-old": destroyOld,
  "find-domain": findDomain,
  "take-into-custody": takeIntoCustody,
  "check-seals": checkSeals,
  "open-bag": openBag,
  "check-key": checkKey,
  "report-trouble": reportTrouble,
  "check-copy-seal": checkCopySeal,
  "rehash-copy": rehashCopy,
  "take-part": takePart,
  "name-backup": nameBackup,
  "check-objects": checkObjects,
  "hand-off": handOff,
  "attest-custody": attestCustody,
  acknowledge: acknowledge,
  choose: choose,
  "sign-act": signAct,
  close: close,
  "close-on-paper": closeOnPaper,
};

const titleOf = (title: Title, step: TimetableStep): string =>
  fill(typeof title === "string" ? title : title(step), step);

/** The title of a step in the timetable: 22 letters or fewer. */
export const stepTitle = (step: TimetableStep): string => titleOf(STEPS[step.kind].short, step);

/** The heading above a step. */
export const stepHeading = (step: TimetableStep): string => titleOf(STEPS[step.kind].long, step);
