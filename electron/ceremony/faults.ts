// The closed table of what the ceremony's rules refuse.
import { faultTable } from "../../crypto/errors.ts";

/** Makes a refusal of this room. A refusal is a control that works, not an exception. */
export const fault = faultTable({
  "E-STATE": ["This is not the current step.", "Do the step that the screen shows."],
  "E-CLOCK-BACK": [
    "This station's clock went back since the last entry: the record would contradict itself.",
    "Set the clock right. If it was wrong before, note an exception that says so, and continue.",
  ],
  "E-STATE-STATION": [
    "The record is not at this station.",
    "Continue at the station that has the record.",
  ],
  "E-STATE-CLOSED": ["The ceremony is closed.", "Start a new ceremony."],
  "E-STATE-CONFIRM": [
    "The step was performed and has not been confirmed yet.",
    "Let the person named confirm it, or note an exception.",
  ],
  "E-STATE-AGAIN": [
    "While the step was running, people decided to repeat it or to end the ceremony.",
    "Do what was decided: start the step again, or close the record.",
  ],
  "E-STATE-ABORTED": [
    "The ceremony was aborted: no more steps can be done.",
    "Close the record, with signatures or on paper, and do what it says about each object.",
  ],
  "E-STATE-RECESS": ["The ceremony is in recess: no steps can be done.", "End the recess first."],
  "E-STATE-INCIDENT": [
    "A private key or a share was found on a medium: the ceremony is stopped.",
    "Take the medium away and treat that key as exposed. Then two people note an exception that "
      + "says what happens to the key, and how to continue.",
  ],
  "E-STATE-TRANSIT": [
    "The record is on its way between the stations: nobody can add to it.",
    "Take it over at the other station first, then enter this again.",
  ],
  "E-PREFLIGHT": [
    "Something that is required before the HSM is activated is missing.",
    "Correct what the list names, and check again.",
  ],
  "E-PREFLIGHT-DECIDE": [
    "Some points need a decision before the HSM is activated.",
    "Two people decide on each point in the list and give a reason; then check again.",
  ],
  "E-PREFLIGHT-FORM": [
    "Each decision needs a point that may be decided, and a reason to go ahead.",
    "Write a reason for each point to be decided.",
  ],
  "E-EXCEPT-FORM": [
    "An exception needs what was expected, what happened, the decision, and who made it.",
    "Fill in all three lines and name at least two people.",
  ],
  "E-EXCEPT-CORRECTS": [
    "This ceremony continues no earlier record: there is nothing to correct.",
    "Note it as an exception without the number of an entry.",
  ],
  "E-EXCEPT-NOTHING": [
    "There is nothing to repeat: the step has not started.",
    "Decide to continue or to abort.",
  ],
  "E-RECESS-FORM": [
    "Each open object needs the number of its bag, and no number twice.",
    "Put every object into its own bag, and read the number again.",
  ],
  "E-RECESS-DIFFER": [
    "Not every bag has the number that was recorded when the recess began.",
    "Read the numbers again. If one differs again, note an exception: two people decide.",
  ],
  "E-SEAT-KEY": [
    "This officer's key was made in this ceremony: nobody else can take the seat.",
    "Abort the ceremony, or continue and replace the officer in a separate ceremony.",
  ],
  "E-SEAT-OFFICER": [
    "Only another officer named in the earlier record, and present, can take this seat.",
    "Name an officer whose key is in custody, or abort the ceremony.",
  ],
  "E-SEAT-DONE": [
    "Steps of this officer were done already: nobody else can take the seat.",
    "Continue with this officer, or abort the ceremony and begin it again with the other one.",
  ],
  "E-SEAT-STEP": [
    "A step is in progress: seats can change only between steps.",
    "Have the step confirmed, or note an exception and decide to repeat it.",
  ],
  "E-SEAT-FORM": [
    "A change of seat needs who leaves, who comes, why, and two other people who decided.",
    "Complete the form. The person who leaves does not decide.",
  ],
  "E-PHOTO-FORM": [
    "A photograph must be new, and of a bag whose number was read in this ceremony.",
    "Read the numbers first. Then bring photographs that were taken today.",
  ],
  "E-ABORT-FORM": [
    "An abort needs a reason, and two people in the room who decide it.",
    "Write the reason, and name two people.",
  ],
  "E-STATE-RECORD": [
    "An entry of the record has a format or position that this version does not know.",
    "Open the record with the version of the app that wrote it.",
  ],
  "E-STATE-MODE": [
    "The record was opened in the other mode; rehearsal and production never mix.",
    "Continue in the mode that the first entry of the record names.",
  ],
  "E-ROLE-SAME": ["One person has two roles.", "Name a different person for each role."],
  "E-ROLE-UNKNOWN": [
    "Someone has a role that this script does not know.",
    "Give each person one of the script's roles.",
  ],
  "E-ROLE-MISSING": ["{role} is missing.", "Wait for the person, or end the ceremony."],
  "E-ROLE-RENEWED": [
    "The officers whose keys are to be replaced are not marked correctly.",
    "In a replacement, mark at least one officer; in other ceremonies, mark none.",
  ],
  "E-DESTROY-FORM": [
    "Each object needs its bag number and how it was destroyed, or that it is missing.",
    "Complete the list.",
  ],
  "E-HSM-NOT-ACTIVE": [
    "This HSM is not active: nothing was changed.",
    "Officers can be replaced only for an active HSM. Activate a new HSM; recover a lost one.",
  ],
  "E-RETIRE-UNPROVEN": [
    "The new security domain is not proven yet: keep the old one.",
    "Prove every pair first.",
  ],
  "E-ROLE-MANY": [
    "At most {most} officers take part in this ceremony.",
    "Leave the others' names empty.",
  ],
  "E-ROLE-NAME": ["A name must be 1 to 60 plain characters.", "Enter the name again."],
  "E-HSM-NAME": ["An HSM's name has 3 to 24 letters, digits and hyphens.", "Enter the name again."],
  "E-WORDS-DIFFER": [
    "The words heard are not the words of {what}.",
    "Read them again. If they differ again, stop: what was read is of something else.",
  ],
  "E-CERT-SWAPPED": [
    "The certificate of officer {n} is not the one in the record.",
    "Stop. Take the certificate from the officer's own medium, and note an exception.",
  ],
  "E-CERT-REHEARSAL": [
    "This certificate was made in a rehearsal.",
    "Bring the medium that was made for this ceremony.",
  ],
  "E-CERT-PRODUCTION": [
    "This certificate was not made in a rehearsal.",
    "Take this medium out at once and return it to custody. Rehearse with rehearsal media.",
  ],
  "E-SCRIPT-OTHER": [
    "This ceremony was started with another script.",
    "Use the script it was started with. Where another version of the app started it, its transfer "
      + "medium has the script: leave the ceremony, and continue it with that medium inserted.",
  ],
  "E-HSM-OTHER": [
    "This station is connected to another HSM than the one this ceremony is for.",
    "Nothing was changed. Connect to the HSM that the record names. In the window, choose its site "
      + "file at Home.",
  ],
  "E-HSM-ACTIVE": [
    "This HSM is already active: nothing was changed.",
    "Another download is possible as an officer replacement.",
  ],
  "E-HSM-NOT-WAITING": [
    "This HSM is not waiting for a security domain: nothing was changed.",
    "Use a new HSM that was never activated.",
  ],
  "E-ACTIVATED-NO-SD": [
    "The HSM was asked to activate, but its answer is on no medium.",
    "Administrator and witness decide to download again; Azure sends the same domain again.",
  ],
  "E-DOMAIN-HASH": [
    "The security domain on the medium is not the recorded one.",
    "Use the other copy, and note an exception.",
  ],
  "E-SD-WRONG-HSM": [
    "The security domain on the medium belongs to another HSM or ceremony.",
    "Bring the media of this ceremony.",
  ],
  "E-DOMAIN-OFFICERS": [
    "The security domain does not name exactly this ceremony's officers and quorum.",
    "Stop. Do not close the ceremony; note an exception and keep both media.",
  ],
  "E-XK-OTHER": [
    "The exchange key on the medium is not the one that was fetched.",
    "Stop. Bring the transfer medium as the connected station handed it over. If this is that one, note an exception, abort, and hold the recovery again.",
  ],
  "E-XK-DECISION": [
    "Two officers must decide to continue with an exchange key that is not attested.",
    "Ask both officers.",
  ],
  "E-BLOB-HASH": [
    "The restore blob on the medium is not the one that was made.",
    "Bring the transfer medium as the offline station handed it over. If this is that one, note an exception, abort, and hold the recovery again.",
  ],
  "E-XK-REUSED": [
    "A blob was already uploaded for this exchange key, at {at}.",
    "Fetch a new exchange key: each one can be used for only one upload.",
  ],
  "E-ACCEPT-DECISION": [
    "Two different people in the room must decide to continue despite a refusal.",
    "Ask both, and name them.",
  ],
  "E-CLOSE-PRESENT": [
    "A closing on paper needs two different people of this ceremony who are present.",
    "Name everyone who is in the room and signs the paper.",
  ],
  "E-BLOB-USED": [
    "This restore blob was already uploaded{when}.",
    "Ask the HSM for its state. An exchange key works for only one upload.",
  ],
  "E-READER-STANDS": [
    "The role assigned for listing the keys may still be in place on the HSM.",
    "Take the record to the connected station, and compare the keys again: that removes it.",
  ],
  "E-READER-UNKNOWN": [
    "The sign-in does not say who it is, so the role for listing keys cannot be assigned.",
    "Sign in as a person or an application of this directory, and do the step again.",
  ],
  "E-KEYS-DIFFER": [
    "Expected keys that are missing or different: {missing}.",
    "Check that the newest backup was restored. Do not close the ceremony.",
  ],
  "E-CUSTODY-OBJECT": [
    "Custody must name each object of this ceremony once, with seal, place and custodian.",
    "Complete the list.",
  ],
  "E-CUSTODY-SEAL": ["A seal number is used twice.", "Use another bag, or correct the number."],
  "E-CUSTODY-HOLDER": [
    "One person would keep the media of two officers.",
    "Name another custodian.",
  ],
  "E-CUSTODY-APART": [
    "A passphrase envelope would be kept in the same place as its medium.",
    "Choose another place for the envelope.",
  ],
  "E-CUSTODY-RULE": [
    "Microsoft's rule on {rule} is not met, and nobody has accepted that.",
    "Change the custody, or two people in the room accept it and give a reason.",
  ],
  "E-BACKUP-FORM": [
    "The backup needs the address of its container, its folder, and at least one key.",
    "Enter the newest full backup and each expected key.",
  ],
  "E-BACKUP-HSM": [
    "The key list belongs to another HSM than the lost one.",
    "Bring the list of {hsm}: another HSM's keys would not be found here.",
  ],
  "E-BACKUP-UNKNOWN": [
    "Without a key list, a reason is needed, and no keys may be expected.",
    "Say why there is no list, and let two people decide to go on without one; or bring one.",
  ],
  "E-ORIGIN-FORM": [
    "Say in one plain sentence where the domain and its keys come from.",
    "Enter it again, up to 400 characters.",
  ],
  "E-DOMAIN-OTHER-SIZE": [
    "The security domain found is for {n} officers with a quorum of {required}.",
    "Run this ceremony with a script for that number of officers and that quorum.",
  ],
  "E-SEALS-CHANGED": [
    "Not as the last record left them: {n} of these objects.",
    "Read them again. If they still differ, two people decide how to continue; it is recorded.",
  ],
  "E-SEALS-UNKNOWN": [
    "The last record has no seals of these objects.",
    "Record their custody first.",
  ],
  "E-BAG-CLOSED": ["The seals of these objects have not been compared yet.", "Compare them first."],
  "E-HANDOFF-OBJECT": [
    "A hand-off names objects whose seals were compared today, each once, with a new custodian or "
      + "a new place.",
    "Complete the list, and enter what changes.",
  ],
  "E-HANDOFF-TAKER": [
    "The person who receives an object has not confirmed it.",
    "Ask everyone who receives something to say so aloud; without that, nothing is handed off.",
  ],
  "E-HANDOFF-GIVER": [
    "Not yet confirmed by those who hand something off: {n}.",
    "Ask them. If one cannot come, two people decide, and it is recorded as an exception.",
  ],
  "E-BACKUP-NAMED": [
    "A backup needs a container, a folder, and the day it was made, not in the future.",
    "Enter them as in the backup report; the day as 2026-11-25.",
  ],
  "E-TROUBLE-FORM": [
    "Say what happened in one plain sentence.",
    "Enter it again, up to 400 characters.",
  ],
  "E-CHALLENGE": [
    "The key of officer {n} could not decrypt the test message for its certificate.",
    "Try the backup medium; if that fails too, report the key as damaged.",
  ],
  "E-EARLIER": [
    "The earlier record does not contain a finished activation.",
    "Choose the closed record of the activation.",
  ],
  "E-EARLIER-HSM": [
    "This ceremony continues the record of another HSM: {hsm}.",
    "Enter that name. For an HSM that has no record yet, adopt its security domain first.",
  ],
  "E-EARLIER-DIFFERS": [
    "The record does not continue the earlier one as that one ended: {what} differs.",
    "Stop: one of the two records is not the one that people closed. Compare the heads of both with "
      + "their papers.",
  ],
});
