// Everything that the record can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

const otherCopy =
  "Use the other station's copy of this record, or the one on the medium; compare heads.";
const stop = "Stop. Keep this file as it is and compare it with the other copies of the record.";
const paper = "Continue on paper: write down what happens. Do no step that needs a passphrase.";
const ours = "This is an error in the app: note it as an exception and report it.";

/** Makes a fault of this room. Entries are numbered from 0, as `seq` does. */
export const fault = faultTable({
  "E-LOG-EMPTY": ["The record is empty.", otherCopy],
  "E-LOG-SIZE": ["The file is larger than 64 MiB: too large for a record.", otherCopy],
  "E-LOG-ENTRY": [
    "Entry {n} of the record is larger than 8 MiB: no ceremony writes such an entry.",
    stop,
  ],
  "E-LOG-TORN": ["The record ends in the middle of entry {n}.", otherCopy],
  "E-LOG-CORRUPT": ["Entry {n} of the record is incomplete or unreadable.", stop],
  "E-LOG-CANON": ["Entry {n} of the record is not in canonical form.", stop],
  "E-LOG-FORM": ["Entry {n} of the record has an invalid format.", stop],
  "E-LOG-HASH": ["Entry {n} of the record was altered.", stop],
  "E-LOG-CHAIN": [
    "Entry {n} of the record does not follow the one before it: "
      + "something was dropped, doubled, moved or inserted.",
    stop,
  ],
  "E-LOG-SIGNATURE": ["The signature in entry {n} is not valid: {what}.", stop],
  "E-LOG-SIGNER": ["Entry {n} of the record is not allowed there: {what}.", stop],
  "E-LOG-VERSION": [
    "This record has format version {found}; this app knows {known}.",
    "Use the newer app. This one can keep the record, but cannot read or continue it.",
  ],
  "E-LOG-HEAD": [
    "The record ends at entry {last}, and the head given {where}.",
    "Check that the head was copied correctly. If it was, this is not the whole record.",
  ],
  "E-LOG-PREVIOUS": [
    "This record does not continue the ceremony that it should.",
    "Bring the record of this ceremony.",
  ],
  "E-HEAD-FORM": [
    "This is not a head: a head is 64 hex digits, or at least the first ten words.",
    "Copy it again from the printed or spoken head.",
  ],
  "E-HEAD-SHORT": [
    "These words are those of the head, but the paper of this record has sixteen.",
    "Enter all sixteen words from the paper.",
  ],
  "E-SIGNER-FORM": [
    "This names no signing certificate: give at least 20 hex digits or ten words.",
    "Copy it again from the officer's card.",
  ],
  "E-SIGNER-CARD": [
    "A card that was given is not that of {who}: no such certificate signed here.",
    "Compare it with the officer's own card. If it is the right card, somebody else signed this record.",
  ],
  "E-LOG-FORK": [
    "The record that arrived and this station's own copy differ " + "from entry {n} on.",
    "Stop. This is an incident: keep both records and call the witness.",
  ],
  "E-LOG-STALE": [
    "The record that arrived is older than this station's own copy: " + "it ends before entry {n}.",
    "Bring the medium that was written last.",
  ],
  "E-LOG-LOCK": [
    "The record is already open in another window, process {pid}.",
    "Continue in that window, or close it.",
  ],
  "E-LOG-LOCK-AWAY": [
    "The record is open in another container of this computer, or was when that ended.",
    "Close it there; only if nothing runs there any more, delete the files in the folder lock beside the record.",
  ],
  "E-LOG-DATA": [
    "An entry may contain only text, whole numbers, yes or no, lists, named fields.",
    ours,
  ],
  "E-LOG-SPACE": [
    "The disk is full; the last entry was not accepted.",
    `Free some space, then open the ceremony again. ${paper}`,
  ],
  "E-LOG-READONLY": [
    "The disk does not allow the record to be written.",
    `Make the disk writable, then open the ceremony again. ${paper}`,
  ],
  "E-LOG-IO": [
    "The disk failed while the record was being read or written.",
    `Open the ceremony again. If it fails again, use the other station's copy. ${paper}`,
  ],
  "E-LOG-NOTES": [
    "The file of what waits to be recorded is damaged: notes.json or waiting.json.",
    "Two people read it, note what it says as an exception, and put the file elsewhere. Then do this again.",
  ],
  "E-LOG-GONE": [
    "The record's file disappeared while it was open.",
    `Write the record to the transfer medium now, then open the ceremony again. ${paper}`,
  ],
  "E-LOG-DEAD": [
    "An earlier entry could not be written, so no more entries are accepted.",
    `Open the ceremony again. ${paper}`,
  ],
  "E-LOG-CLOSED": ["The record is no longer open.", ours],
});
