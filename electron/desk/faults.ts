// The closed table of what the desk itself refuses, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-DESK-STALE": ["The screen was not up to date.", "Look at the screen again, then press once."],
  "E-DESK-BUSY": ["A step is under way.", "Wait until it has ended."],
  "E-DESK-RECESS": ["The ceremony is in recess: nothing goes on.", "End the recess first."],
  "E-DESK-RESUME": [
    "The ceremony was stopped, and nobody has confirmed yet how it goes on.",
    "Let the witness read what is certain, and confirm.",
  ],
  "E-DESK-CLOSED": ["No ceremony is open in this window.", "Begin one on the first screen."],
  "E-DESK-FORM": [
    "What was entered has a form that is not understood.",
    "Correct the entries and press again.",
  ],
  "E-POST-PROGRAM": [
    "This program is for rehearsals alone.",
    "Install the app as a package that was made from Electron's own release.",
  ],
  "E-POST-KEPT": [
    "Ceremonies were held on this computer as the {kept} station: it stays that.",
    "Take another computer for the other station.",
  ],
  "E-POST-ARRIVAL": [
    "This ceremony did not come to this station.",
    "Put in the transfer medium that the offline station handed over.",
  ],
  "E-POST-BRING": [
    "This record is not brought here: it is not closed, is a rehearsal's, or is here already.",
    "Finish what is unfinished here, then choose record.jsonl of the newest closed ceremony.",
  ],
  "E-DESK-BUG": [
    "This app met a fault of its own.",
    "Nothing was lost: the record stands. Start the app again, and report it.",
  ],
  "E-TURN-NOT-YET": [
    "The officer was not ready to type.",
    "Begin the step again when the officer sits alone at the screen.",
  ],
  "E-ROOM-WITNESS": [
    "The witness has not confirmed that projector and cameras are covered.",
    "Cover them, and let the witness confirm both.",
  ],
  "E-WORDS-LINE": [
    "A line of words was not heard as this station has it.",
    "Read the line again. If it differs again, note an exception: it is not the same file.",
  ],
  "E-DRIVE-NOT-EMPTY": [
    "The stick is not empty; nothing on it was changed.",
    "Take an empty stick, or empty this one elsewhere first.",
  ],
  "E-SAVE-WRITE": [
    "The file was not saved: there is one of this name, or the place cannot be written.",
    "Choose another name or place: nothing is ever overwritten.",
  ],
  "E-KEYS-FILE": ["The file could not be read as a key list.",
    "Choose the file that sd hsm keys wrote when the backup was made."],
  "E-SITE-FILE": ["The file could not be read as a site file.",
    "Choose the site file of your HSM: README, The connected station, shows one."],
  "E-AUDIT-OTHER": [
    "The evidence of this ceremony holds another record than this computer wrote.",
    "Keep both. Compare the head of each with the words that were read aloud: one was exchanged.",
  ],
  "E-AUDIT-LOG": ["The file could not be read.", "Choose an exported file of Azure's log."],
  "E-AUDIT-FILE": ["The file could not be read.", "Choose the file record.jsonl of a ceremony."],
});
