// The closed table of what stops a session: its folders, its evidence, its station. Codes with
// E-REHEARSE- are older than this room.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-PHOTO-FILES": [
    "The folder has no photographs, more than 40, one of more than 16 MB, or a file of another kind.",
    "Choose a folder with 1 to 40 JPEG or PNG files, as the camera made them.",
  ],
  "E-REHEARSE-DONE": [
    "This output folder already contains a finished record.",
    "Give another folder; a finished record is never overwritten.",
  ],
  "E-REHEARSE-OUT": [
    "This output folder contains something else.",
    "Give an empty or a new folder: only the evidence may be in it.",
  ],
  "E-REHEARSE-MEDIA-DONE": [
    "These media already contain a finished activation.",
    "Rehearse a recovery with them, or give fresh media.",
  ],
  "E-REHEARSE-OTHER": [
    "Another ceremony is unfinished on these media.",
    "Finish it first, with the command it was started with.",
  ],
  "E-REHEARSE-NO-ACTIVATION": [
    "These media contain no finished activation to recover from.",
    "Rehearse an activation with these media first.",
  ],
  "E-REHEARSE-BUSY": [
    "Another program is rehearsing with these media now.",
    "Let it finish or stop it; to rehearse at the same time, give each a folder of its own.",
  ],
  "E-REHEARSE-FOLDER": [
    "A folder of the rehearsal cannot be created or written to.",
    "Check its path, permissions and free space.",
  ],
  "E-REHEARSE-PAPERS": [
    "The ceremony is closed, but the program that makes its PDFs is not beside this one.",
    "Copy paper.cjs beside it, and run the same command again: then only the papers are made.",
  ],
  "E-HSM-GONE": [
    "The built-in HSM of the rehearsal stopped.",
    "Start this step again, or run the same command again: it starts with all that it had.",
  ],
  "E-POST-UNFINISHED": [
    "Another ceremony is unfinished at this station.",
    "Finish that one first: Home names it.",
  ],
  "E-POST-EARLIER": [
    "This computer has no closed record that this ceremony could continue.",
    "At Home, add the record of the ceremony before it; or recover without an earlier record.",
  ],
  "E-POST-ROOT": [
    "The site file names a rehearsal's SGX root certificate, not Intel's.",
    "Choose the site file of the HSM itself, without sgxRootFile.",
  ],
  "E-POST-SITE": [
    "This station does not know which HSM to ask.",
    "At Home, choose the site file of the HSM, then take part again.",
  ],
});
