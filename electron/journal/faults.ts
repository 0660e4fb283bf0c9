// Everything that the record can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

const otherCopy = "Bring the other station's copy of this record, or the medium's; compare heads.";
const stop = "Stop. Keep this file as it is and compare it with the other copies of the record.";
const paper = "Go on by hand: write what happens on paper. Do no secret step.";
const ours = "This is a mistake of the app: note it as an exception and report it.";

/** Makes a fault of this room. Entries are numbered from 0, as `seq` does. */
export const fault = faultTable({
  "E-LOG-EMPTY": ["The record is empty.", otherCopy],
  "E-LOG-SIZE": ["The record is larger than 64 MiB; no record is.", otherCopy],
  "E-LOG-TORN": ["The record ends in the middle of entry {n}.", otherCopy],
  "E-LOG-CORRUPT": ["Entry {n} of the record is torn or unreadable.", stop],
  "E-LOG-CANON": ["Entry {n} of the record is not written in the one way it may be.", stop],
  "E-LOG-FORM": ["Entry {n} of the record does not have the form it must have.", stop],
  "E-LOG-HASH": ["Entry {n} of the record was altered.", stop],
  "E-LOG-CHAIN": ["Entry {n} of the record does not follow the one before it: "
    + "something was dropped, doubled, moved or inserted.", stop],
  "E-LOG-SIGNATURE": ["The signature in entry {n} does not hold: {what}.", stop],
  "E-LOG-SIGNER": ["Entry {n} of the record may not stand there: {what}.", stop],
  "E-LOG-VERSION": ["This record was made by format version {found}; this app knows {known}.",
    "Use the newer app. With this one the record may be kept, but not read or continued."],
  "E-LOG-HEAD": ["The record ends at entry {last}, and the head given {where}.",
    "Check that the head was copied rightly; if it was, this is not the whole record."],
  "E-LOG-PREVIOUS": ["This record does not continue the ceremony that it should.",
    "Bring the record of this ceremony."],
  "E-HEAD-FORM": ["This is no head: it is 64 hex digits, or at least the first ten words.",
    "Copy it again from the printed or spoken head."],
  "E-SIGNER-FORM": ["This names no signing certificate: it is at least 20 hex digits or ten words.",
    "Copy it again from the officer's card."],
  "E-LOG-FORK": ["The record that arrived and this station's own copy go different ways "
    + "from entry {n} on.", "Stop. This is an incident: keep both records and call the witness."],
  "E-LOG-STALE": ["The record that arrived is older than this station's own copy: "
    + "it ends before entry {n}.", "Bring the medium that was written last."],
  "E-LOG-LOCK": ["The record is already open in another window, of process {pid}.",
    "Go on in that window, or close it."],
  "E-LOG-DATA": ["An entry may hold only texts, whole numbers, yes or no, lists and named members.",
    ours],
  "E-LOG-SPACE": ["The disk is full; the last entry was not accepted.",
    `Free some space, then open the ceremony again. ${paper}`],
  "E-LOG-READONLY": ["The disk does not let the record be written.",
    `Make the disk writable, then open the ceremony again. ${paper}`],
  "E-LOG-IO": ["The disk failed while the record was read or written.",
    `Open the ceremony again; if it fails again use the other station's copy. ${paper}`],
  "E-LOG-GONE": ["The record's file was taken away while it was open.",
    `Write the record to the transfer medium now, then open the ceremony again. ${paper}`],
  "E-LOG-DEAD": ["An earlier entry could not be written, so no further one is accepted.",
    `Open the ceremony again. ${paper}`],
  "E-LOG-CLOSED": ["The record is no longer open.", ours],
});
