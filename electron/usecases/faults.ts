// The closed table of what a use case itself refuses, beyond the rules and the rooms it uses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-KEY-STANDS": [
    "A medium of officer {n} already holds a key file.",
    "Put a fresh medium in; keys are never overwritten.",
  ],
  "E-DOMAIN-NONE": [
    "There is no security domain on the transfer medium, and none on the medium for its copy.",
    "Copy the file, as Azure gave it, to one of both; its name has no spaces and ends with .json.",
  ],
  "E-DOMAIN-SEVERAL": [
    "The media hold security domains that differ.",
    "Leave only the newest one there, on one medium or on both, and look again.",
  ],
  "E-KEY-NONE": [
    "On the medium of officer {n} lies no key that the security domain names.",
    "Put in the medium with the key and its certificate, named alike: name.key and name.cer.",
  ],
  "E-KEY-TWICE": [
    "Two officers have brought one and the same key.", "Let each officer bring a key of his own.",
  ],
  "E-DOMAIN-MISSING": [
    "The security domain is on neither medium.",
    "Put the transfer medium or the copy in.",
  ],
  "E-ANSWER": [
    "The HSM's answer was kept on both media but could not be understood.",
    "Do not close the ceremony. Keep both media and ask for help; the bytes are safe.",
  ],
  "E-ANSWER-CUT": [
    "The HSM's answer ended early; what came was set aside.",
    "Ask the HSM for its state; nothing is repeated blindly.",
  ],
  "E-UPLOAD-FAILED": [
    "The HSM did not take the restore blob; it still waits.",
    "Make the blob again with two officers, for the same exchange key.",
  ],
  "E-XK-STALE": [
    "The HSM did not take the blob, and gives another exchange key now than it was made for.",
    "Fetch the exchange key again; a quorum of officers makes the blob anew for it.",
  ],
  "E-ACCEPT-NEVER": [
    "This refusal cannot be accepted here.",
    "In a recovery these can be, and no others: {codes}.",
  ],
  "E-CLOSE-NOBODY": [
    "No officer here has a signing key: nobody could sign the record.",
    "Close the record on paper.",
  ],
  "E-CHOICE": ["The step has no such choice.", "Choose one of those on the screen."],
  "E-CERT-OTHER": [
    "The certificate of officer {n} on this medium is not the one of the last record.",
    "Use the officer's own medium; otherwise report the key as lost.",
  ],
  "E-PART-KIND": [
    "This is no closed part of a custody attestation.", "Choose the file of the officer's part.",
  ],
  "E-PART-OTHER": [
    "This part is of another officer, or continues another record.",
    "Choose the part that this officer held since the last record.",
  ],
  "E-SIGNER-OTHER": [
    "The signing certificate of officer {n} is not the one of the earlier record.",
    "Use the officer's own medium; otherwise replace the officer first.",
  ],
});
