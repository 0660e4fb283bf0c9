// The table of kinds: the words of each. A form of its own is in a file of the kind's name.
import { CustodyForm } from "../screens/step/custody/custody-form.tsx";
import { SealsForm } from "../screens/step/custody/seals-form.tsx";
import { differenceLines, SeenDifferences } from "../screens/step/differences.tsx";
import { FoundAfter, FoundBefore } from "../screens/step/preflight/found.tsx";
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
import type { KindName } from "./step-words.ts";

/** Every kind of step. */
export const STEPS: Readonly<Record<KindName, StepRow>> = {
  open: {
    Form: OpeningForm,
    Confirm: SeenDifferences,
    mustTick: differenceLines,
    words: {
      verb: "Open the ceremony",
      detail: "read each name aloud",
      happens: "Write who is in the room. These names stay in the record for good.",
      button: "Open the ceremony",
      recorded: "names and roles, HSM, time, script, what the network says",
      never: "anything about people who are not in the room",
      power: "start the computer and open the ceremony again; no key exists yet.",
    },
  },
  "make-key": {
    words: {
      verb: "Insert both media",
      detail: "your own and your backup",
      happens: "Your keys are made, written to both media, read back and opened again.",
      button: "Officer {officer}, make the key",
      recorded: "size of the key, certificates and their SHA-256, media, time, officer {officer}",
      never: "the private key, the passphrase",
      power:
        "run this step again. Unless the record says “key made”, a new key is made; "
        + "what the first attempt left behind is removed.",
    },
  },
  "confirm-thumbprint": {
    words: {
      verb: "Read aloud",
      detail: "from your card, line by line",
      happens: "Four words a line. A wrong word shows once its line is complete.",
      button: "The words are the same",
      recorded: "that the words of certificate {officer} were heard, where, and when",
      never: "anything about the private key",
      power: "the words are heard again from the first line. Nothing is lost.",
    },
  },
  "export-certificates": {
    words: {
      verb: "Insert the medium",
      detail: "the transfer medium",
      happens:
        "The certificates are copied to the transfer medium and read back. "
        + "Certificates are public.",
      button: "Copy the certificates",
      recorded: "the copied files with size and SHA-256, the medium, the time",
      never: "private keys: none is ever stored on this medium",
      power: "run this step again. A file that is there with the same bytes counts as written.",
    },
  },
  "hand-over": {
    Confirm: HandedOver,
    words: {
      verb: "Hand over",
      detail: "then this station only waits",
      happens:
        "The transfer medium is searched for secrets. "
        + "Then the whole record is written to it and read back.",
      button: "Hand the record over",
      recorded: "that this station handed over, to which station, and when",
      never: "any copy of a key",
      power: "run this step again: only the copy on the medium is written again.",
    },
  },
  "take-over": {
    Form: TakeOverForm,
    Confirm: TakenOver,
    words: {
      verb: "Insert the medium",
      detail: "the transfer medium",
      happens:
        "The whole record on the medium is verified: every entry, and that it continues "
        + "this station’s own copy.",
      button: "Take the record over",
      recorded: "that this station took over, from which station, and the head of the record",
      never: "a record that does not continue this station’s",
      power: "run this step again. Taking the same record over again changes nothing.",
    },
  },
  "read-activation": {
    preflight: true,
    Confirm: FoundBefore,
    words: {
      verb: "Ask the HSM",
      detail: "nothing is changed",
      happens:
        "The HSM says whether it is active: only one that never was can be activated here. "
        + "Then every requirement for the activation is checked.",
      button: "Ask the HSM",
      recorded: "who signed in, the state the HSM gave, every requirement, what was decided",
      never: "a token, a password or a code",
      power: "ask again. Nothing was changed.",
    },
  },
  "download-domain": {
    preflight: true,
    Form: DownloadDomainForm,
    Confirm: FoundAfter,
    words: {
      verb: "Decide, then press",
      detail: "together with the witness",
      happens: "This activates the HSM. It cannot be undone. Read it aloud first:",
      button: "Activate the HSM",
      recorded: "when the call began, the answer’s size and SHA-256, both media, the result",
      never: "what is inside the security domain",
      power:
        "start the computer and run this step again. It looks for the answer on both media first.",
    },
  },
  "read-aloud": {
    words: {
      verb: "Read aloud",
      detail: "from the paper, line by line",
      happens: "Write the words on paper first. Then they are read from the paper and heard.",
      button: "The words are the same",
      recorded: "that these words were heard, of which file, and when",
      never: "what is in the file",
      power: "the words are heard again from the first line. Nothing is lost.",
    },
  },
  "match-domain": {
    words: {
      verb: "Read aloud",
      detail: "from the paper, line by line",
      happens: "The file must be the same on both media, and name exactly our certificates.",
      button: "The words are the same",
      recorded: "that the file is the one read aloud, its officers and its quorum",
      never: "what is in the file",
      power: "the words are heard again from the first line. Nothing is lost.",
    },
  },
  "prove-quorum": {
    Confirm: Proven,
    words: {
      verb: "Call the officers",
      detail: "each opens one share, alone",
      happens:
        "Each officer types the passphrase once, which opens one share. One share alone "
        + "reveals nothing; two together open the security domain. Every pair does, from the media.",
      button: "Prove every pair",
      recorded: "each pair that opened the domain, the media, their SHA-256, the time",
      never: "the shares, the passphrases, what is in the domain",
      power:
        "nothing on the media has changed. The opened shares are lost: "
        + "every officer opens their share again.",
    },
  },
  "record-custody": {
    Form: CustodyForm,
    words: {
      verb: "Read each bag",
      detail: "number, place, who keeps it",
      happens: "One line per bag. Enter moves to the next field.",
      button: "Record the custody",
      recorded: "every object with seal number, place and custodian; accepted rules",
      never: "passphrases, keys",
      power: "what is not recorded yet must be typed again. The bags are still open.",
    },
  },
  "know-backup": {
    Form: KnowBackupForm,
    words: {
      verb: "Compare the sheet",
      detail: "with what the screen shows",
      happens:
        "Compare each line with the backup sheet. "
        + "The security domain alone brings no key back.",
      button: "It is the newest full backup",
      recorded: "container, folder, and every key we expect to find",
      never: "any secret of the storage",
      power: "compare again. Nothing was changed.",
    },
  },
  "fetch-exchange-key": {
    words: {
      verb: "Insert the medium",
      detail: "the transfer medium",
      happens:
        "The new HSM returns its exchange key. It is written to the transfer medium "
        + "and read back.",
      button: "Fetch the exchange key",
      recorded: "its certificate and thumbprint, the file, the time",
      never: "anything secret: this key is public",
      power: "ask again. The same key counts as written; a different one stops this step.",
    },
  },
  "compare-exchange-key": {
    words: {
      verb: "Read aloud",
      detail: "from the paper, line by line",
      happens: "The words must be those of the exchange key on the medium.",
      button: "Go on with this key",
      recorded: "that the words are the same, what was checked, and who decided, if needed",
      never: "anything secret: this key is public",
      power: "the words are heard again from the first line. Nothing is lost.",
    },
  },
  "make-restore-blob": {
    words: {
      verb: "Call the officers",
      detail: "each opens one share, alone",
      happens:
        "Each officer opens one share; two together open the security domain. It is "
        + "encrypted again, for the new HSM alone.",
      button: "Make the restore blob",
      recorded: "the blob’s size and SHA-256, for which key, which officers opened",
      never: "the shares, the passphrases, what is in the domain",
      power:
        "no medium is damaged. The opened shares are lost: "
        + "both officers open theirs again, and a new blob is made.",
    },
  },
  "dry-run": {
    words: {
      verb: "Call the officers",
      detail: "each opens one share, alone",
      happens:
        "Each officer opens one share; together they open the security domain. The app makes an "
        + "exchange key, the restore blob for it, and opens it again, all in memory.",
      button: "Try the recovery",
      recorded: "which officers opened, how many entries came out, SHA-256 of files, the time",
      never: "the exchange key, the restore blob, shares, passphrases, what is in the domain",
      power:
        "nothing on the media has changed. Exchange key and blob are gone: "
        + "the officers open their shares again.",
    },
  },
  "upload-blob": {
    Form: UploadBlobForm,
    words: {
      verb: "Upload once",
      detail: "the exchange key works once",
      happens: "The HSM is asked for its state first. Then the blob is uploaded, once.",
      button: "Upload the restore blob",
      recorded: "the blob’s SHA-256, when it was sent, what the HSM answered",
      never: "what is inside the blob",
      power:
        "start the computer and run this step again. "
        + "It asks the HSM first and never sends the blob twice.",
    },
  },
  "backup-empty": {
    words: {
      verb: "Start the backup",
      detail: "of the HSM while it is empty",
      happens: "Azure restores only an HSM that has a backup of its own. This makes one.",
      button: "Back up the empty HSM",
      recorded: "how the storage is reached, the job, the folder, the time",
      never: "any secret of the storage",
      power: "start it again. The HSM is asked about this backup before another one is started.",
    },
  },
  "restore-backup": {
    words: {
      verb: "Start the restore",
      detail: "of the newest full backup",
      happens:
        "Azure restores no earlier than half an hour after the empty HSM was backed up: the "
        + "app waits. Then the backup named at the beginning is restored.",
      button: "Restore the backup",
      recorded: "how long the app waited, the job, the folder, when it began and ended",
      never: "any secret of the storage",
      power:
        "start it again. The HSM is asked about this restore before another one is started: a "
        + "restore replaces everything.",
    },
  },
  "compare-keys": {
    words: {
      verb: "Find the keys",
      detail: "every one, in the same version",
      happens:
        "Each expected key must be there, in the same version, with the same public half. "
        + "Whoever signed in gets the role Crypto Auditor for this list alone: an administrator sees "
        + "no keys.",
      button: "Look for every key",
      recorded:
        "who listed the keys, by which role, and when it was removed; every key, every "
        + "role assignment, and what is missing",
      never: "private halves: they never leave the HSM",
      power: "ask again. A role that may still be assigned is removed then.",
    },
  },
  "read-active": {
    words: {
      verb: "Ask the HSM",
      detail: "nothing is changed",
      happens: "The HSM says whether it is active. Only an active one returns its security domain.",
      button: "Ask the HSM",
      recorded: "the state the HSM gave, and the time",
      never: "how this station signs in",
      power: "ask again. Nothing was changed.",
    },
  },
  "download-again": {
    words: {
      verb: "Insert both media",
      detail: "for the new set of officers",
      happens:
        "The HSM encrypts the same security domain again, for the current certificates. The "
        + "HSM itself is not changed. The new file is stored beside the old one, under another name.",
      button: "Download the domain again",
      recorded: "when it was asked, the answer’s size and SHA-256, both media",
      never: "what is inside the security domain",
      power:
        "run this step again. It looks for the answer on both media first; an HSM in use may be "
        + "asked again.",
    },
  },
  "retire-domain": {
    words: {
      verb: "Insert both media",
      detail: "the old file is removed",
      happens:
        "The old security domain, the answer it came in, and the certificates of the old keys "
        + "are removed from both media. The new file stays.",
      button: "Retire the old domain",
      recorded: "the old file’s name and SHA-256, and that it is no longer in force",
      never: "what is in the file",
      power: "run this step again. What is already removed stays removed.",
    },
  },
  "destroy-old": {
    Form: DestroyOldForm,
    words: {
      verb: "Read, then destroy",
      detail: "in front of the witness",
      happens: "Read the number of each bag aloud, then destroy the object. Say how it was done.",
      button: "All of it is destroyed",
      recorded: "each object with its number, and how it was destroyed; what is missing",
      never: "what was on it",
      power: "write it again. What is destroyed stays destroyed.",
    },
  },
  "find-domain": {
    Form: FindDomainForm,
    words: {
      verb: "Insert all media",
      detail: "and say where they come from",
      happens:
        "The app looks for the security domain on its two media, and on each officer’s "
        + "medium for the key that it names. If the domain is on one medium only, it is copied to "
        + "the other. If a key’s certificate is in the key’s own file, it is written beside it.",
      button: "Look for domain and keys",
      recorded: "the domain’s SHA-256, the keys it names, its origin, what could not be verified",
      never: "private keys: only their officers’ own processes read them",
      power: "run this step again. Nothing on the media was changed except these copies.",
    },
  },
  "take-into-custody": {
    Form: CustodyForm,
    words: {
      verb: "Read each bag",
      detail: "number, place, who keeps it",
      happens: "One line per bag. Enter moves to the next field.",
      button: "Record the custody",
      recorded: "every medium with seal number, place and custodian; accepted rules",
      never: "passphrases, keys",
      power: "what is not recorded yet must be typed again. The bags are still open.",
    },
  },
  "check-seals": {
    Form: SealsForm,
    words: {
      verb: "Read each bag",
      detail: "number, place, who keeps it",
      happens:
        "The numbers of the last record are not shown. Type what is on the bag; "
        + "the app compares.",
      button: "Compare the seals",
      recorded: "each number as it was found, its state, place and custodian, and what differs",
      never: "what is inside the bags",
      power: "what is not recorded yet must be typed again. Nothing was opened.",
    },
  },
  "open-bag": {
    words: {
      verb: "Open the bag",
      detail: "in front of the witness",
      happens: "Cut open the bag with your own medium. The bag of the backup medium stays closed.",
      button: "The bag is open",
      recorded: "that this bag was opened, and its number",
      never: "what is on the medium",
      power: "press again. The bag is open already.",
    },
  },
  "check-key": {
    words: {
      verb: "Insert your medium",
      detail: "your own, from the open bag",
      happens: "A random value is encrypted for your certificate. Your key must open it.",
      button: "Officer {officer}, open it",
      recorded: "that the key opened it, which medium, the time",
      never: "the private key, the passphrase",
      power: "run this step again. Nothing on the medium is changed.",
    },
  },
  "report-trouble": {
    Form: ReportTroubleForm,
    words: {
      verb: "Say what is wrong",
      detail: "nobody is blamed for it",
      happens:
        "One sentence, and the two people who confirm it. "
        + "It counts until the officer is replaced.",
      button: "Record it",
      recorded: "what is wrong with which key, and who decided it",
      never: "the passphrase, even if it is remembered",
      power: "write it again. What is recorded stays.",
    },
  },
  "check-copy-seal": {
    Form: SealsForm,
    words: {
      verb: "Read the bag",
      detail: "number, place, who keeps it",
      happens:
        "The number of the last record is not shown. Type what is on the bag; "
        + "then open it in front of the witness.",
      button: "Compare, and open the bag",
      recorded:
        "the number as it was found, its state, place and custodian, and that it was opened",
      never: "what is inside the bag",
      power: "what is not recorded yet must be typed again.",
    },
  },
  "rehash-copy": {
    words: {
      verb: "Insert the medium",
      detail: "from the open bag",
      happens:
        "The whole file is read. It must be the security domain of the last record, the same "
        + "to the byte.",
      button: "Compare the file",
      recorded: "the file’s size and SHA-256, the medium, the time",
      never: "what is in the file",
      power: "run this step again. Nothing on the medium is changed.",
    },
  },
  "take-part": {
    Form: TakePartForm,
    words: {
      verb: "Take it over",
      detail: "this officer’s part",
      happens:
        "The whole file is verified: every entry, its signature, and that it continues the "
        + "same record as this one.",
      button: "Choose the file of the part",
      recorded: "the head of the part, how it was closed, what it found",
      never: "the file’s place on this computer",
      power: "choose the file again. Nothing was changed.",
    },
  },
  "name-backup": {
    Form: NameBackupForm,
    words: {
      verb: "Read the report",
      detail: "of the newest full backup",
      happens:
        "Write where the newest full backup is stored, and the day it was taken. "
        + "It contains the keys themselves, encrypted.",
      button: "Record the backup",
      recorded: "container, folder, day",
      never: "how the storage is opened",
      power: "write it again. Nothing was changed.",
    },
  },
  "check-objects": {
    Form: SealsForm,
    words: {
      verb: "Read each bag",
      detail: "of everything that is here",
      happens:
        "The numbers of the last record are not shown. Tick what is here, and type what is on "
        + "its bag; the app compares.",
      button: "Compare the seals",
      recorded: "each number as it was found, its state, place and custodian, and what differs",
      never: "what is inside the bags",
      power: "what is not recorded yet must be typed again. Nothing was opened.",
    },
  },
  "hand-off": {
    Form: HandOffForm,
    words: {
      verb: "Hand off",
      detail: "closed, with the witness",
      happens: "Write who keeps each object from now on, and where. Both sides say so aloud.",
      button: "Record the hand-off",
      recorded: "each object with its seal, from whom, to whom, where it is kept, and who said so",
      never: "what is inside the bags",
      power: "what is not recorded yet must be typed again. No bag was opened.",
    },
  },
  "attest-custody": {
    words: {
      verb: "Let the app count",
      detail: "then say it aloud",
      happens:
        "The app counts the keys that are here, those in trouble and those that nobody "
        + "has seen. A recovery needs as many healthy keys as the quorum.",
      button: "Assess the custody",
      recorded: "the health of the custody, and each officer by number",
      never: "anything secret: nothing secret is in this room",
      power: "press again. Nothing was changed.",
    },
  },
  acknowledge: {
    words: {
      verb: "Read aloud",
      detail: "then ask each person",
      happens: "Everybody present says that they have understood. Nothing is changed.",
      button: "Everybody has understood",
      recorded: "that the step was performed, by whom, and who confirmed it",
      never: "what anybody asked or said",
      power: "ask again. Nothing was changed.",
    },
  },
  choose: {
    Form: ChooseForm,
    Confirm: Chosen,
    words: {
      verb: "Decide",
      detail: "say it aloud first",
      happens: "Mark what applies. The ceremony continues from there, and does not come back.",
      button: "Choose",
      recorded: "what was chosen, by whom, and who confirmed it",
      never: "anything else",
      power: "choose again. Nothing was changed.",
    },
  },
  "sign-act": {
    Form: SignActForm,
    Confirm: WordsOnPaper,
    words: {
      verb: "Call the officers",
      detail: "each signs, alone",
      happens: "Each officer signs everything done so far, before it leaves this station.",
      button: "Sign this act",
      recorded: "what everyone consents to, each officer’s signature over it and all before it",
      never: "the signing keys, the passphrases",
      power: "start the computer and run this step again. Whoever has not signed yet signs.",
    },
  },
  close: {
    words: {
      verb: "Call the officers",
      detail: "each signs, alone",
      happens: "Each officer signs. Then the medium goes into its bag in front of the witness.",
      button: "Sign the record",
      recorded: "each officer’s signature over the whole record",
      never: "the signing keys, the passphrases",
      power: "start the computer and run this step again. Whoever has not signed yet signs.",
    },
  },
  "close-on-paper": {
    words: {
      verb: "Sign the paper",
      detail: "everyone present",
      happens:
        "The record ends with this press. Its last words are written on paper, and everyone "
        + "signs it in ink.",
      button: "Close the record on paper",
      recorded: "who was present, what everyone consents to, the time",
      never: "a signature: who signed, only the paper shows",
      power: "start the computer and run this step again. Nothing was closed yet.",
    },
  },
};
