// The closed table of what the ceremony's rules refuse.
import { faultTable } from "../../crypto/errors.ts";

/** Makes a refusal of this room. A refusal is a control that works, not an exception. */
export const fault = faultTable({
  "E-STATE": ["This is not the step that comes now.", "Do the step that the screen shows."],
  "E-STATE-STATION": [
    "The record is not at this station.",
    "Go on at the station that holds the record.",
  ],
  "E-STATE-CLOSED": ["The ceremony is closed.", "Start a new ceremony."],
  "E-STATE-CONFIRM": [
    "The step was performed, and waits for who confirms it.",
    "Let that person confirm it, or note an exception.",
  ],
  "E-STATE-AGAIN": [
    "While the step ran it was decided that it is done again, or that the ceremony ends.",
    "Do what was decided: begin the step again, or close the record.",
  ],
  "E-STATE-ABORTED": [
    "The ceremony was aborted: nothing more is done in it.",
    "Close the record, by signatures or on paper, and do what it says of each object.",
  ],
  "E-STATE-RECESS": ["The ceremony is in recess: nothing goes on.", "End the recess first."],
  "E-STATE-INCIDENT": [
    "A private key or a share was found on a medium: nothing goes on.",
    "Take the medium away and treat that key as exposed. Then two people note an exception that "
      + "says what becomes of the key, and how it goes on.",
  ],
  "E-STATE-TRANSIT": [
    "The record is on its way between the stations: nobody can write into it.",
    "Take it over at the other station first, then write this again.",
  ],
  "E-PREFLIGHT": [
    "Something that must hold before the HSM is activated does not.",
    "Put right what the list names, and check again.",
  ],
  "E-PREFLIGHT-DECIDE": [
    "People must decide about something before the HSM is activated.",
    "Two people decide on each point of the list, with a reason; then check again.",
  ],
  "E-PREFLIGHT-FORM": [
    "A decision names a point that may be decided, and why one goes on.",
    "Write a reason for each point that people are to decide.",
  ],
  "E-EXCEPT-FORM": [
    "An exception needs what was expected, what happened, what was decided, and two who decided.",
    "Fill in all three lines and name at least two people.",
  ],
  "E-EXCEPT-NOTHING": [
    "There is nothing to do again: the step has not begun.",
    "Decide to go on, or to abort.",
  ],
  "E-RECESS-FORM": [
    "Each open object needs the number of its bag, and no number twice.",
    "Put every object into a bag of its own, and read its number again.",
  ],
  "E-RECESS-DIFFER": [
    "Not every bag has the number that was written down when the recess began.",
    "Read the numbers again. If one differs again, note an exception: two people decide.",
  ],
  "E-SEAT-KEY": [
    "This officer's key was made in this ceremony: nobody else can take the seat.",
    "Abort the ceremony, or go on and replace the officer in a ceremony of its own.",
  ],
  "E-SEAT-OFFICER": [
    "Only another officer of the earlier record, who has come, can take this officer's place.",
    "Name an officer whose key is in custody, or abort the ceremony.",
  ],
  "E-SEAT-STEP": [
    "A step is under way: seats change between two steps.",
    "Let the step be confirmed; or note an exception, and decide to do it again.",
  ],
  "E-SEAT-FORM": [
    "A change of seat needs who leaves, who comes, why, and two others who decided.",
    "Complete the form; who leaves does not decide.",
  ],
  "E-ABORT-FORM": [
    "An abort needs a reason, and two people in the room who decided it.",
    "Write the reason, and name two people.",
  ],
  "E-STATE-RECORD": [
    "An entry of the record has another form or place than this version writes.",
    "Open the record with the version of the app that wrote it.",
  ],
  "E-STATE-MODE": [
    "The record was opened in the other mode; rehearsal and production never mix.",
    "Go on in the mode that the first entry of the record names.",
  ],
  "E-ROLE-SAME": ["One person has two roles.", "Name a different person for each role."],
  "E-ROLE-UNKNOWN": [
    "Somebody has a role that this script does not know.",
    "Give each person one of the script's roles.",
  ],
  "E-ROLE-MISSING": ["{role} is missing.", "Wait for the person, or end the ceremony."],
  "E-ROLE-RENEWED": [
    "It is not said rightly whose keys are made anew.",
    "Mark each officer whose key is made anew, one at least, in a replacement and in nothing else.",
  ],
  "E-DESTROY-FORM": [
    "Each thing needs the number of its bag and how it was destroyed, or that it is missing.",
    "Complete the list.",
  ],
  "E-HSM-NOT-ACTIVE": [
    "This HSM is not active: nothing was changed.",
    "Officers are replaced at an HSM in use. A new HSM is activated, a lost one recovered.",
  ],
  "E-RETIRE-UNPROVEN": [
    "The new security domain is not proven yet: the old one must stay.",
    "Prove every pair first.",
  ],
  "E-ROLE-MANY": [
    "This ceremony is held with at most {most} officers.", "Leave the others' names empty."],
  "E-ROLE-NAME": ["A name must be 1 to 60 plain characters.", "Write the name again."],
  "E-HSM-NAME": [
    "An HSM's name has 3 to 24 letters, digits and hyphens.",
    "Write the name again.",
  ],
  "E-WORDS-DIFFER": [
    "The words heard are not the words of {what}.",
    "Read them again. If they differ again, stop: this is not the same {what}.",
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
    "Take this medium out at once and put it back into custody; rehearse with rehearsal media.",
  ],
  "E-SCRIPT-OTHER": [
    "This ceremony was opened with another script.",
    "Use the script it was opened with.",
  ],
  "E-HSM-OTHER": [
    "The HSM that this station asks is not the one this ceremony was opened for.",
    "Nothing was changed. Connect to the HSM that the record names: in the window by its site "
      + "file, which is chosen at Home.",
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
    "The HSM was asked to activate, and its answer is on no medium.",
    "Administrator and witness decide to download again; Azure gives the same domain anew.",
  ],
  "E-DOMAIN-HASH": [
    "The security domain on the medium is not the one that was recorded.",
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
    "Stop. Fetch the exchange key again at the connected station.",
  ],
  "E-XK-DECISION": [
    "Two officers must decide to go on with an exchange key that is not attested.",
    "Ask both officers.",
  ],
  "E-BLOB-HASH": [
    "The restore blob on the medium is not the one that was made.",
    "Make the blob again with two officers.",
  ],
  "E-XK-REUSED": [
    "A blob was already uploaded for this exchange key, at {at}.",
    "Fetch a new exchange key: an HSM forgets its key after one upload.",
  ],
  "E-ACCEPT-DECISION": [
    "Two different people in the room must decide to go on in spite of a refusal.",
    "Ask both, and name them.",
  ],
  "E-CLOSE-PRESENT": [
    "A closing on paper needs two different people of this ceremony who are present.",
    "Name everybody who is in the room and signs the paper.",
  ],
  "E-BLOB-USED": [
    "This restore blob was already uploaded{when}.",
    "Ask the HSM for its state; an exchange key is good for one upload.",
  ],
  "E-READER-STANDS": [
    "The role that was given for listing the keys may still stand at the HSM.",
    "Take the record to the connected station, and compare the keys again: that removes it.",
  ],
  "E-READER-UNKNOWN": [
    "The sign-in does not say who it is: nobody can be given the role that lists keys.",
    "Sign in as a person or an application of this directory, and do the step again.",
  ],
  "E-KEYS-DIFFER": [
    "{missing} of the expected keys are missing or different.",
    "Check that the newest backup was restored; do not close the ceremony.",
  ],
  "E-CUSTODY-OBJECT": [
    "Custody must name each object of this ceremony once, with seal, place and custodian.",
    "Complete the list.",
  ],
  "E-CUSTODY-SEAL": ["A seal number is used twice.", "Take another bag, or correct the number."],
  "E-CUSTODY-HOLDER": [
    "One person would hold the media of two officers.",
    "Name another custodian.",
  ],
  "E-CUSTODY-APART": [
    "A passphrase envelope would lie in the same place as its medium.",
    "Choose another place for the envelope.",
  ],
  "E-CUSTODY-RULE": [
    "Microsoft's rule of {rule} is not kept, and nobody has accepted that.",
    "Change the custody, or two people in the room accept it and say why.",
  ],
  "E-BACKUP-FORM": [
    "The backup must have the address of its container, its folder, and at least one key.",
    "Write down the newest full backup and each key that is expected.",
  ],
  "E-BACKUP-HSM": [
    "The key list is of another HSM than the one that is lost.",
    "Bring the list of {hsm}: what is expected of another HSM would not be found here.",
  ],
  "E-BACKUP-UNKNOWN": [
    "Where no key list can be had, the reason must be said, and nothing may be expected.",
    "Say why there is no list, and let two people decide it; or bring one.",
  ],
  "E-ORIGIN-FORM": [
    "Where the domain and its keys come from must be said in one plain sentence.",
    "Write it again, up to 400 characters.",
  ],
  "E-DOMAIN-OTHER-SIZE": [
    "The security domain found is for {n} officers with a quorum of {required}.",
    "Hold this ceremony by a script for as many officers and that quorum.",
  ],
  "E-SEALS-CHANGED": [
    "{n} of these objects are not as the last record left them.",
    "Read them again. If it is so, two people decide how to go on, and it is recorded.",
  ],
  "E-SEALS-UNKNOWN": [
    "The last record knows no seal of these objects.", "Record their custody first.",
  ],
  "E-BAG-CLOSED": [
    "The seals of these objects were not compared yet.", "Compare them first.",
  ],
  "E-HANDOFF-OBJECT": [
    "A hand-off names objects whose seals were compared today, each once, with a new custodian or "
      + "a new place.",
    "Complete the list, or change what does not stay as it is.",
  ],
  "E-HANDOFF-TAKER": [
    "Who takes an object has not said so.",
    "Ask each who takes something to say it aloud; without them nothing is handed on.",
  ],
  "E-HANDOFF-GIVER": [
    "{n} of those who hand something on have not said so.",
    "Ask them; where one cannot come, two people decide, and it is recorded as an exception.",
  ],
  "E-BACKUP-NAMED": [
    "A backup has a container, a folder, and the day it was taken, which is past.",
    "Write them as the backup's report says; the day as 2026-11-25.",
  ],
  "E-TROUBLE-FORM": [
    "What happened must be said in one plain sentence.", "Write it again, up to 400 characters.",
  ],
  "E-CHALLENGE": [
    "The key of officer {n} did not open what was encrypted for its certificate.",
    "Try the backup medium; if that fails too, report the key as damaged.",
  ],
  "E-EARLIER": [
    "The earlier record does not carry a finished activation.",
    "Give the closed record of the activation.",
  ],
});
