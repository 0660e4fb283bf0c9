// The table of kinds. A kind's own form is in a file of its name.
import { AttestCustodyForm } from "./attest-custody.tsx";
import { CustodyForm } from "./custody-form.tsx";
import { SealsForm } from "./seals-form.tsx";
import { differenceLines, SeenDifferences } from "./differences.tsx";
import { FoundAfter, FoundBefore } from "./preflight-found.tsx";
import { ChooseForm, Chosen } from "./choose.tsx";
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
import type { KindName } from "../text/step-words.ts";

/** The kinds that ask for more than their media and one press, or show more than what was recorded. */
export const STEPS: Readonly<Partial<Record<KindName, StepRow>>> = {
  open: { Form: OpeningForm, Confirm: SeenDifferences, mustTick: differenceLines },
  "hand-over": { Confirm: HandedOver },
  "take-over": { Form: TakeOverForm, Confirm: TakenOver },
  "read-activation": { preflight: true, Confirm: FoundBefore },
  "download-domain": { preflight: true, Form: DownloadDomainForm, Confirm: FoundAfter },
  "prove-quorum": { Confirm: Proven },
  "record-custody": { Form: CustodyForm },
  "know-backup": { Form: KnowBackupForm },
  "upload-blob": { Form: UploadBlobForm },
  "destroy-old": { Form: DestroyOldForm },
  "find-domain": { Form: FindDomainForm },
  "take-into-custody": { Form: CustodyForm },
  "check-seals": { Form: SealsForm },
  "report-trouble": { Form: ReportTroubleForm },
  "check-copy-seal": { Form: SealsForm },
  "take-part": { Form: TakePartForm },
  "name-backup": { Form: NameBackupForm },
  "attest-custody": { Form: AttestCustodyForm },
  "check-objects": { Form: SealsForm },
  "hand-off": { Form: HandOffForm },
  choose: { Form: ChooseForm, Confirm: Chosen },
  "sign-act": { Form: SignActForm, Confirm: WordsOnPaper },
};
