// The closed table of what a use case itself refuses, beyond the rules and the rooms it uses.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-KEY-STANDS": [
    "A medium of officer {n} already contains a key file.",
    "Insert a fresh medium; keys are never overwritten.",
  ],
  "E-MEDIA-PARTITION": [
    "The stick of this medium has another partition, which was not searched for private keys.",
    "Use a stick with one partition, or copy the medium's files to one.",
  ],
  "E-MEDIA-OFFICER": [
    "An officer's own medium is in this connected computer.",
    "Take it out and leave it out; the key on it counts as seen, and two people decide what happens.",
  ],
  "E-KEY-FILE-CHANGED": [
    "{file} on the own medium of officer {n} is not the file on record.",
    "Their backup medium has the same files: copy {file} from there, on a computer without a network; "
      + "the live image copies none. What has changed is not sealed.",
  ],
  "E-BACKUP-CHANGED": [
    "The backup medium of officer {n} no longer holds the files that were made.",
    "Insert the medium as it was after the key was made; what is changed is not sealed.",
  ],
  "E-DOMAIN-NONE": [
    "There is no security domain on the transfer medium or on the medium for its copy.",
    "Copy the unchanged file to one of them, with a name without spaces that ends with .json.",
  ],
  "E-DOMAIN-SEVERAL": [
    "The media contain security domains that differ.",
    "Leave only the newest one, on one medium or on both, and look again.",
  ],
  "E-KEY-NONE": [
    "The medium of officer {n} has no key that matches the security domain.",
    "Insert the medium with the key and its certificate, named alike: name.key and name.cer; or in one file: name.pfx, name.p12 or name.pem.",
  ],
  "E-KEY-CERTIFICATE": [
    "The key of officer {n} is in one file with its certificate, under a passphrase that is not asked for yet.",
    "Write the certificate beside it: openssl pkcs12 -in NAME.pfx -clcerts -nokeys | openssl x509 -out NAME.cer.",
  ],
  "E-KEY-TWICE": [
    "Two officers have brought the same key.",
    "Each officer must bring their own key.",
  ],
  "E-DOMAIN-MISSING": [
    "The security domain is on neither medium.",
    "Insert the transfer medium or the copy.",
  ],
  "E-CARRY-INCOMPLETE": [
    "Files that the record names are not on this transfer medium.",
    "Insert the medium that has them, or copy them to this one, and write the record to it again.",
  ],
  "E-SCRIPT-CARRIED": [
    "The script on the transfer medium is not the one that the record names.",
    "Have the other station write the medium again, and have this one examined.",
  ],
  "E-ANSWER": [
    "The HSM's answer was saved to both media but could not be understood.",
    "Keep both media and read the saved file; only if it is not the HSM's (a proxy's page, for example) two people decide to download again, and it is set aside.",
  ],
  "E-ANSWER-CUT": [
    "The HSM's answer ended early; what arrived was set aside.",
    "Ask the HSM for its state; nothing is repeated blindly.",
  ],
  "E-ANSWER-SPOOL": [
    "This station's own disk does not keep the HSM's answer.",
    "Free space on it, or let this user write there, and try again.",
  ],
  "E-ANSWER-KEPT": [
    "The HSM's answer is whole on {whole}, but not on {failed}, and the HSM may be active now.",
    "Nothing is lost, and nothing is asked for again: keep what is whole, repair or exchange the rest, and do this again; the answer is copied to it.",
  ],
  "E-ANSWER-NOWHERE": [
    "The HSM's answer came, but could not be kept on {failed}, and the HSM may be active now.",
    "Set these media aside as they are, free the disk or insert other media, and do this again: the HSM is asked for its state, and two people decide whether to download again.",
  ],
  "E-UPLOAD-FAILED": [
    "The HSM did not accept the restore blob; it is still waiting.",
    "Do it once more: the same blob is sent again. If it is refused again, make a new one: in a ceremony, note an exception, abort, and hold the recovery again.",
  ],
  "E-XK-STALE": [
    "The HSM did not accept the blob: its exchange key is no longer the one the blob was made for.",
    "Fetch the new exchange key, and make a blob for it: in a ceremony, note an exception, abort, and hold the recovery again.",
  ],
  "E-ACCEPT-NEVER": [
    "This refusal cannot be accepted here.",
    "In a recovery only these can be accepted: {codes}.",
  ],
  "E-CLOSE-NOBODY": [
    "No officer here has a signing key, so nobody can sign the record.",
    "Close the record on paper.",
  ],
  "E-CHOICE": ["The step has no such choice.", "Choose one of those on the screen."],
  "E-CERT-OTHER": [
    "The certificate of officer {n} on this medium is not the one in the last record.",
    "Use the officer's own medium; otherwise report the key as lost.",
  ],
  "E-PART-KIND": [
    "This is not a completed part of a custody attestation.",
    "Choose the file of the officer's part.",
  ],
  "E-PART-OTHER": [
    "This part belongs to another officer, or continues another record.",
    "Choose the part that this officer did since the last record.",
  ],
  "E-SIGNER-OTHER": [
    "The signing certificate of officer {n} is not the one in the earlier record.",
    "Use the officer's own medium; otherwise replace the officer first.",
  ],
});
