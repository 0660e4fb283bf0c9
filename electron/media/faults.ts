// The closed table of everything a removable medium can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

const another = "Use another medium and write it again.";
const again = "Insert the medium again and repeat the step.";
const chooseOther = "Insert the medium that belongs here.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-MEDIA-MISSING": ["The medium is not inserted.", "Insert the medium and repeat the step."],
  "E-MEDIA-MARKER": [
    "This is not a medium prepared for a ceremony, or its marker is damaged.",
    "Insert a medium that was prepared with this app.",
  ],
  "E-MEDIA-OTHER": [
    "This is not the medium that was used before.",
    "Insert the medium that was used before.",
  ],
  "E-MEDIA-REHEARSAL": [
    "This medium belongs to a rehearsal, not to a production ceremony.",
    chooseOther,
  ],
  "E-MEDIA-PRODUCTION": [
    "This medium belongs to a production ceremony, not to a rehearsal.",
    chooseOther,
  ],
  "E-MEDIA-READONLY": [
    "Access to the medium was denied: it is write-protected or not yours.",
    "Remove its write protection or use another medium.",
  ],
  "E-MEDIA-SPACE": [
    "There is not enough free space on the medium.",
    "Use a medium with more free space.",
  ],
  "E-MEDIA-GONE": ["The medium was removed while in use; do not trust what is on it.", again],
  "E-MEDIA-IO": ["The medium failed while it was being read or written.", another],
  "E-MEDIA-LIES": [
    "The medium does not return what was written to it.",
    "Do not use this medium any more. Use another one and write it again.",
  ],
  "E-MEDIA-EXISTS": [
    "A file with this name is already on the medium; nothing is overwritten.",
    "Compare it with the record, or use another medium.",
  ],
  "E-MEDIA-EMPTY": [
    "There is nothing to write: the file would be empty.",
    "Repeat the step that makes the file.",
  ],
  "E-MEDIA-NAME": [
    "A file name has an invalid form.",
    "Use 1 to 64 letters, digits, dots, hyphens and underscores, and no name the system reserves.",
  ],
  "E-MEDIA-NAMECLASH": [
    "Two files on the medium have names that differ only in capitals.",
    "Remove the one that does not belong there, or use another medium.",
  ],
  "E-MEDIA-KIND": [
    "A name on the medium belongs to a link, a folder or a device, not to a file.",
    "Use the medium that this file was written to, and have this one examined.",
  ],
  "E-MEDIA-SIZE": [
    "A file on the medium is too large for a file of its kind.",
    "Check that you chose the right file.",
  ],
  "E-MEDIA-CHANGING": [
    "A file on the medium changed while it was being read.",
    "Close other programs that use the medium and repeat the step.",
  ],
  "E-MEDIA-FILE-MISSING": [
    "{file} is not on the medium {medium}, or it is empty.",
    "Insert the medium that the file was written to. An officer's other medium has the same files: "
      + "copy it from there, on a computer without a network; the live image copies none.",
  ],
  "E-MEDIA-CLOSED": ["The answer was already finished or abandoned.", "Repeat the step."],
  "E-MEDIA-MANIFEST": [
    "The manifest of the medium has an invalid format.",
    "Have the other station write the medium again.",
  ],
  "E-MEDIA-INCOMPLETE": [
    "The copy was not finished: {missing} is missing.",
    "Have the other station write the medium again.",
  ],
  "E-MEDIA-HASH": [
    "File {n} of the manifest changed after it was written.",
    "Have the other station write the medium again, and have this one examined.",
  ],
  "E-MEDIA-SECRET": [
    "There is a private key or a share on this medium, where none may be.",
    "Stop. Take the medium away and treat that key as exposed. Two people decide how to continue, "
      + "and note an exception. A file with .received in its name may be the HSM's only answer: copy "
      + "it to another medium before you take it off this one.",
  ],
  "E-MEDIA-ARCHIVE": [
    "There is an archive on this medium, which was not searched for private keys: {kinds}.",
    "Remove it from the medium. What must travel is put there as plain files.",
  ],
  "E-MEDIA-ANSWER": [
    "An answer of the HSM on this medium could not be searched for private keys: {kinds}.",
    "Keep this medium, because an HSM may give its answer only once. Copy the file with .received in "
      + "its name to another medium before you take it off this one. Or continue on the computer that "
      + "received it, or with another, empty medium in its place.",
  ],
  "E-MEDIA-CROWDED": [
    "The medium contains more than can be searched for private keys.",
    "Use a medium that contains only the files of this ceremony.",
  ],
  "E-MEDIA-TWICE": [
    "Two drives with this name are inserted at once.",
    "Pull out the one that does not belong here, and keep it apart.",
  ],
  "E-MEDIA-NOT-REMOVABLE": [
    "This place is not on a removable drive; nothing was written there.",
    "Insert the USB stick or card that belongs here and repeat the step.",
  ],
  "E-DRIVE-UNMOUNTED": [
    "The drive is inserted, but this computer has not mounted it.",
    "Pull it out, insert it again, and wait until the computer shows it.",
  ],
  "E-DRIVE-BUSY": [
    "A program is still using the drive. Do not pull it out.",
    "Close every window that shows the drive, wait a moment, and eject it again.",
  ],
  "E-DRIVE-EJECT": [
    "The drive could not be ejected. Do not pull it out.",
    "Eject it with the computer's own tools, or switch the computer off first.",
  ],
  "E-DRIVES-TOOL": [
    "This computer does not report which drives are inserted.",
    "Wait a moment and look again. If that does not help, restart the computer.",
  ],
  "E-DRIVES-FORM": [
    "This computer lists its drives in a format that this app does not know.",
    "Use a computer of a kind that this app was tested on.",
  ],
});
