// How earlier versions of the app worded sentences that records have: a record keeps its bytes, and each
// language still finds what they say.
import type { Id } from "./sentence.ts";

/** The former English of rows whose holes are the same. */
export const EARLIER: Readonly<Partial<Record<Id, string>>> = {
  "crypto-faults.pssKey": "an RSA key for PSS alone",
  "crypto-faults.p12.mac": "its MAC is of an unknown method",
  "crypto-faults.engines.derived": "what a passphrase derives to",
  "crypto-faults.E-KEY-P12": "The PKCS#12 file of the key is not of a supported form: {what}.",
  "disk-faults.E-DISK.next":
    "See whether it is full, read-only or damaged, then do this again. What was recorded before is safe.",
  "hsm-faults.brokenAnswer": "its answer came broken",
  "hsm-faults.E-HSM-LIST": "The list is longer than any of ours: it was stopped at page {pages}.",
  "hsm-faults.E-HSM-LIST.next":
    "Have whoever runs the network see what answers there. A list of the HSM never is that long.",
  "hsm-faults.E-HSM-READING": "Reading all of this has taken {minutes} minutes; no more is asked.",
  "media-faults.E-MEDIA-ARCHIVE.next":
    "Remove it from the medium. What must travel is put there as plain files.",
  "media-faults.E-DRIVES-TOOL.next":
    "Wait a moment and look again. If that does not help, restart the computer.",
  "preflight-points.active.next":
    "Keep both media. Check its state in Azure before the bags are closed.",
  "preflight-points.domain.next":
    "Keep both media. The offline station refuses it: decide there how to continue.",
  "usecases-faults.E-BACKUP-CHANGED":
    "The backup medium of officer {n} no longer holds the files that were made.",
  "usecases-faults.E-DOMAIN-SEVERAL.next":
    "Leave only the newest one, on one medium or on both, and look again.",
  "usecases-faults.E-ANSWER-KEPT":
    "The HSM's answer is whole on {whole}, but not on {failed}, and the HSM may be active now.",
  "usecases-faults.E-ANSWER-KEPT.next":
    "Nothing is lost, and nothing is asked for again: keep what is whole, repair or exchange the rest, and do this again; the answer is copied to it.",
  "usecases-faults.E-SIGNER-EXPIRED.next":
    "Check the clock. If it is right, two people note an exception, and the step is performed again: the verdict will say so. Replace the officer’s keys soon.",
};
