// The closed table of what the command line itself refuses.
import { faultTable } from "../../crypto/index.ts";

const help = "See: sd help.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-USAGE": ["{what}", help],
  "E-PAPER": [
    "What makes PDFs does not lie beside this program.",
    "Copy paper.cjs beside it; a script can be printed as Markdown, without --pdf.",
  ],
  "E-AUDIT-ALARM": [
    "{n} operations on a security domain have no ceremony in these records.",
    "Find out today who did them. Until it is shown otherwise, the domain counts as known to them.",
  ],
  "E-SIGN-IN": [
    "What signs in to Azure does not lie beside this program.",
    "On the connected machine, copy sign-in.cjs beside it. An offline machine needs none.",
  ],
  "E-FILE-MISSING": ["The file given for {flag} does not exist.", "Check the path."],
  "E-FILE-KIND": ["What was given for {flag} is not a file.", "Give the path of a file."],
  "E-FILE-READ": [
    "The file given for {flag} cannot be read.",
    "Check permissions and the medium.",
  ],
  "E-FILE-SIZE": [
    "The file given for {flag} is too large.",
    "Check that the right file was chosen.",
  ],
  "E-FILE-EMPTY": [
    "The file given for {flag} is empty.",
    "Copy it again from the original medium.",
  ],
  "E-FILE-ZEROS": [
    "The file given for {flag} holds only zero bytes: it was not written completely.",
    "Copy it again from the original medium.",
  ],
  "E-REQUEST-FORM": [
    "The download request is not of the known form.",
    "Check that the right file was chosen, and copy it again from its medium.",
  ],
  "E-DIGEST-FORM": [
    "Hex digits come in pairs, and at most 64 bytes of them are taken.",
    "Check that no digit was left out or doubled.",
  ],
  "E-DIR-MISSING": [
    "What was given for {flag} is not a folder that is there.",
    "Insert the medium, or make the folder.",
  ],
  "E-FILE-EXISTS": [
    "The file to be written exists already; nothing is ever overwritten.",
    "Give another name for {flag}.",
  ],
  "E-FILE-WRITE": [
    "The file for {flag} cannot be written.",
    "Check folder, permissions and free space.",
  ],
  "E-PASS-TERMINAL": [
    "Key {n} needs a passphrase, and there is no terminal to ask at.",
    "Give --passphrase-file, with one passphrase a line.",
  ],
  "E-PASS-STOPPED": ["The passphrase was not given.", "Run the command again."],
  "E-HSM-AFTER": [
    "Something is not as it should be after an activation.",
    "Put right what is marked as wrong, and ask again; keep both copies of the domain.",
  ],
  "E-HSM-CHECK": [
    "The HSM must not be activated as it is.",
    "Put right what is marked as wrong, and check again.",
  ],
  "E-HSM-AGAIN": [
    "The HSM is becoming active, and its answer lies in neither folder.",
    "If two people decide it, give --again: Azure then gives the same domain anew.",
  ],
  "E-LOG-OPEN": [
    "The record is consistent, but it is not closed: signatures are missing.",
    "A ceremony that goes on is finished first; a finished one lost its end: use another copy.",
  ],
  "E-LOG-MISSING": [
    "There is no record at this place.",
    "Give a record, or the folder that holds record.jsonl.",
  ],
  "E-BUG": [
    "This app met a fault of its own; nothing was written.",
    "Report it with what you did.",
  ],
});
