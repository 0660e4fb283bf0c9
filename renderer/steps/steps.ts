// The table of kinds: words, and what is shown beside them. A form of its own is in a file of the kind's name.
import { CustodyForm } from "../screens/step/custody/custody-form.tsx";
import { SealsForm } from "../screens/step/custody/seals-form.tsx";
import { differenceLines, SeenDifferences } from "../screens/step/differences.tsx";
import { FoundAfter, FoundBefore } from "../screens/step/preflight/found.tsx";
import { ChooseForm } from "./choose.tsx";
import { DestroyOldForm } from "./destroy-old.tsx";
import { DownloadDomainForm } from "./download-domain.tsx";
import { FindDomainForm } from "./find-domain.tsx";
import { HandOffForm } from "./hand-off.tsx";
import { HandedOver, TakenOver, TakeOverForm } from "./hand-over.tsx";
import { KnowBackupForm } from "./know-backup.tsx";
import { NameBackupForm } from "./name-backup.tsx";
import { OpeningForm } from "./open.tsx";
import { Proven } from "./prove-quorum.tsx";
import { ReportTroubleForm } from "./report-trouble.tsx";
import { SignActForm, WordsOnPaper } from "./sign-act.tsx";
import { TakePartForm } from "./take-part.tsx";
import { UploadBlobForm } from "./upload-blob.tsx";
import type { StepRow } from "./step-row.ts";
import type { KindName } from "./step-words.ts";
import { STEP_WORDS } from "../text/steps.ts";

/** Every kind of step. */
export const STEPS: Readonly<Record<KindName, StepRow>> = {
  open: {
    Form: OpeningForm,
    Confirm: SeenDifferences,
    mustTick: differenceLines,
    words: STEP_WORDS.open,
  },
  "make-key": { words: STEP_WORDS["make-key"] },
  "confirm-thumbprint": { words: STEP_WORDS["confirm-thumbprint"] },
  "export-certificates": { words: STEP_WORDS["export-certificates"] },
  "hand-over": { Confirm: HandedOver, words: STEP_WORDS["hand-over"] },
  "take-over": { Form: TakeOverForm, Confirm: TakenOver, words: STEP_WORDS["take-over"] },
  "read-activation": {
    preflight: true,
    Confirm: FoundBefore,
    words: STEP_WORDS["read-activation"],
  },
  "download-domain": {
    preflight: true,
    Form: DownloadDomainForm,
    Confirm: FoundAfter,
    words: STEP_WORDS["download-domain"],
  },
  "read-aloud": { words: STEP_WORDS["read-aloud"] },
  "match-domain": { words: STEP_WORDS["match-domain"] },
  "prove-quorum": { Confirm: Proven, words: STEP_WORDS["prove-quorum"] },
  "record-custody": { Form: CustodyForm, words: STEP_WORDS["record-custody"] },
  "know-backup": { Form: KnowBackupForm, words: STEP_WORDS["know-backup"] },
  "fetch-exchange-key": { words: STEP_WORDS["fetch-exchange-key"] },
  "compare-exchange-key": { words: STEP_WORDS["compare-exchange-key"] },
  "make-restore-blob": { words: STEP_WORDS["make-restore-blob"] },
  "dry-run": { words: STEP_WORDS["dry-run"] },
  "upload-blob": { Form: UploadBlobForm, words: STEP_WORDS["upload-blob"] },
  "backup-empty": { words: STEP_WORDS["backup-empty"] },
  "restore-backup": { words: STEP_WORDS["restore-backup"] },
  "compare-keys": { words: STEP_WORDS["compare-keys"] },
  "read-active": { words: STEP_WORDS["read-active"] },
  "download-again": { words: STEP_WORDS["download-again"] },
  "retire-domain": { words: STEP_WORDS["retire-domain"] },
  "destroy-old": { Form: DestroyOldForm, words: STEP_WORDS["destroy-old"] },
  "find-domain": { Form: FindDomainForm, words: STEP_WORDS["find-domain"] },
  "take-into-custody": { Form: CustodyForm, words: STEP_WORDS["take-into-custody"] },
  "check-seals": { Form: SealsForm, words: STEP_WORDS["check-seals"] },
  "open-bag": { words: STEP_WORDS["open-bag"] },
  "check-key": { words: STEP_WORDS["check-key"] },
  "report-trouble": { Form: ReportTroubleForm, words: STEP_WORDS["report-trouble"] },
  "check-copy-seal": { Form: SealsForm, words: STEP_WORDS["check-copy-seal"] },
  "rehash-copy": { words: STEP_WORDS["rehash-copy"] },
  "take-part": { Form: TakePartForm, words: STEP_WORDS["take-part"] },
  "name-backup": { Form: NameBackupForm, words: STEP_WORDS["name-backup"] },
  "check-objects": { Form: SealsForm, words: STEP_WORDS["check-objects"] },
  "hand-off": { Form: HandOffForm, words: STEP_WORDS["hand-off"] },
  "attest-custody": { words: STEP_WORDS["attest-custody"] },
  acknowledge: { words: STEP_WORDS.acknowledge },
  choose: { Form: ChooseForm, words: STEP_WORDS.choose },
  "sign-act": { Form: SignActForm, Confirm: WordsOnPaper, words: STEP_WORDS["sign-act"] },
  close: { words: STEP_WORDS.close },
  "close-on-paper": { words: STEP_WORDS["close-on-paper"] },
};
