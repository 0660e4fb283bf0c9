// The closed table of what stops a session: its folders, its evidence, its station. Codes with
// E-REHEARSE- are older than this room.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-REHEARSE-DONE": ["This output folder already holds a finished record.",
    "Give another folder; a finished record is never written over."],
  "E-REHEARSE-OUT": ["Something else lies in this output folder.",
    "Give an empty or a new folder: the evidence is all that may lie in it."],
  "E-REHEARSE-MEDIA-DONE": ["These media already hold a finished activation.",
    "Rehearse a recovery with them, or give fresh media."],
  "E-REHEARSE-OTHER": ["Another ceremony is unfinished on these media.",
    "Finish it first, with the command it was started with."],
  "E-REHEARSE-NO-ACTIVATION": ["These media hold no finished activation to recover from.",
    "Rehearse an activation with these media first."],
  "E-REHEARSE-FOLDER": ["A folder of the rehearsal cannot be made or written.",
    "Check its place, permissions and free space."],
  "E-REHEARSE-PAPERS": [
    "The ceremony is closed, but what makes its PDFs does not lie beside this program.",
    "Copy paper.cjs beside it, and give the same command again: only the papers are made then."],
  "E-POST-UNFINISHED": ["Another ceremony is unfinished at this station.",
    "Go on with that one first: Home names it."],
  "E-POST-EARLIER": ["This computer has no closed record from which this ceremony could go on.",
    "At Home, bring the record of the ceremony before it; or recover without an earlier record."],
  "E-POST-ROOT": ["The site file names a rehearsal's root of quotes: in earnest that is Intel's.",
    "Choose the site file of the HSM itself, without sgxRootFile."],
  "E-POST-SITE": ["This station does not know which HSM to ask.",
    "At Home, choose the site file of the HSM, then take part again."],
});
