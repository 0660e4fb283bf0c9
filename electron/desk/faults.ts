// The closed table of what the desk itself refuses, beside what the rooms it uses refuse.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-DESK-STALE": ["The screen was not up to date.", "Look at the screen, then press again."],
  "E-DESK-BUSY": ["A step is in progress.", "Wait until it is finished."],
  "E-DESK-RECESS": ["The ceremony is in recess: no steps can be done.", "End the recess first."],
  "E-DESK-RESUME": [
    "The ceremony was interrupted, and nobody has confirmed yet how to continue.",
    "Let the witness read what is certain, and confirm.",
  ],
  "E-DESK-DAMAGED": [
    "A record on this computer cannot be read: nothing is begun beside it.",
    "Go to Home: it names the folder. Set the record aside there; nothing of it is deleted.",
  ],
  "E-DESK-UNDO": [
    "Another ceremony was held with these media since, so this one cannot be brought back.",
    "Continue with the newer one. What was discarded stays in its folder, which Home names.",
  ],
  "E-DESK-CLOSED": ["No ceremony is open in this window.", "Start one from Home."],
  "E-DESK-DEPLOYMENT": [
    "The offline station has no deployment.",
    "Use the connected station, or rehearse it.",
  ],
  "E-DESK-SITE": [
    "No site file is chosen, so it is not known which Azure to read.",
    "Go back to Home, choose the site file of this HSM, and come again.",
  ],
  "E-DESK-TENANT": [
    "The site file and the plan name different tenants.",
    "Choose the site file of the plan\u2019s tenant at Home, or correct the plan.",
  ],
  "E-DESK-AZURE": [
    "Azure could not be read: {code}. Nothing was recorded.",
    "Check the network and the sign-in, then read again; or give the answers as files.",
  ],
  "E-DESK-STOPPED": ["Somebody stopped it.", "Start it again when you are ready."],
  "E-DESK-COMMAND": [
    "The rehearsal\u2019s subscription refused a command of the next step.",
    "Look at the steps before it: something that it needs was not made. Then start it again.",
  ],
  "E-DESK-SIMULATED": [
    "Simulated people act in rehearsals only.",
    "Rehearse the deployment on a computer that is for rehearsals.",
  ],
  "E-DEPLOY-FILE-READ": [
    "A file could not be read: it is too large, or is no file.",
    "Choose plan files of at most 256 KiB, and answers of at most 16 MiB together.",
  ],
  "E-DESK-FORM": [
    "The app could not understand the entries.",
    "Correct the entries and press again.",
  ],
  "E-POST-PROGRAM": [
    "This program is for rehearsals only.",
    "Install the app from a package made with Electron's official release.",
  ],
  "E-POST-KEPT": [
    "This computer has been the {kept} station for earlier ceremonies, and stays it.",
    "Use another computer for the other station.",
  ],
  "E-POST-ARRIVAL": [
    "This ceremony was not handed over to this station.",
    "Insert the transfer medium that the offline station handed over.",
  ],
  "E-POST-BRING": [
    "This record was not added: it is still open, or was aborted, or is from a rehearsal, or is already here.",
    "Finish what is unfinished here, then choose record.jsonl of the newest closed ceremony.",
  ],
  "E-BRING-SIGNER": [
    "This record was not added: it does not vouch for the certificate of one of its signers.",
    "Add the record before it, and replace that officer\u2019s key again; or adopt the domain.",
  ],
  "E-BRING-HEAD": [
    "This record was not added: nothing here shows that it is the one that people closed.",
    "Enter the words of its head from the paper of that day, then choose the file again.",
  ],
  "E-DESK-BUG": [
    "This app ran into an error of its own.",
    "Nothing was lost: the record is safe. Start the app again, and report the error.",
  ],
  "E-TURN-NOT-YET": [
    "The officer was not ready to type.",
    "Start the step again when the officer sits alone at the screen.",
  ],
  "E-CREW-REHEARSAL": [
    "The simulated crew acts in an open rehearsal only.",
    "Open a rehearsal first.",
  ],
  "E-ROOM-WITNESS": [
    "The witness has not confirmed that the projector and cameras are covered.",
    "Cover them, and let the witness confirm both.",
  ],
  "E-WORDS-LINE": [
    "A line of words heard does not match the words at this station.",
    "Read the line again. If it differs again, note an exception: it is not the same file.",
  ],
  "E-DRIVE-NOT-EMPTY": [
    "The stick is not empty; nothing on it was changed.",
    "Use an empty stick, or empty this one elsewhere first.",
  ],
  "E-SAVE-WRITE": [
    "The file was not saved: the name is taken, or the place cannot be written to.",
    "Choose another name or place: nothing is ever overwritten.",
  ],
  "E-PRINT": [
    "The printer did not take the paper.",
    "See whether it is switched on and has paper, and print again; or save the paper as a PDF.",
  ],
  "E-COLLATERAL-FILE": [
    "The files could not be read as Intel's.",
    "Choose the files again, all together: each as Intel's service gave it.",
  ],
  "E-KEYS-FILE": [
    "The file could not be read as a key list.",
    "Choose the file that sd hsm keys wrote when the backup was made.",
  ],
  "E-SITE-FILE": [
    "The file could not be read as a site file.",
    "Choose the site file of your HSM. The documentation of the connected station shows one.",
  ],
  "E-AUDIT-OTHER": [
    "The evidence of this ceremony contains another record than this computer wrote.",
    "Keep both. Compare the head of each with the words that were read aloud: one was replaced.",
  ],
  "E-CHECK-CANCELLED": ["The check was cancelled.", "Start it again when you want to."],
  "E-CHECK-GONE": [
    "The check was ended: it stopped by itself, or needed more memory than a check may take.",
    "Try it once more. If it ends again, keep what was checked as it is: no app writes such a file.",
  ],
  "E-AUDIT-LOG": ["The file could not be read.", "Choose an exported file of Azure's log."],
  "E-AUDIT-FILE": ["The file could not be read.", "Choose the file record.jsonl of a ceremony."],
});
