// The closed table of what the command line itself refuses.
import { faultTable } from "../../crypto/errors.ts";

const help = "See: sd help.";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-USAGE": ["{what}", help],
  "E-NODE-OLD": [
    "This is Node {version}, and sd needs Node {node} or newer.",
    "Install Node {node} or newer and run it again, or take the sd of a package, which brings its own.",
  ],
  "E-PAPER": [
    "The program that makes PDFs is not beside this one.",
    "Copy paper.cjs beside it. A script can be printed as Markdown, without --pdf.",
  ],
  "E-DEPLOYMENT": [
    "The program that judges a deployment is not beside this one.",
    "On the connected machine, copy deployment.cjs beside it. An offline machine does not need it.",
  ],
  "E-AZURE-READER": [
    "The program that reads Azure for a deployment is not beside this one.",
    "On the connected machine, copy azure-reader.cjs beside it, or hand answers in as files.",
  ],
  "E-REHEARSAL-ARM": [
    "The program that rehearses a deployment is not beside this one.",
    "Copy rehearsal-arm.cjs beside it.",
  ],
  "E-AUDIT-ALARM": [
    "Operations on a security domain that match no ceremony in these records: {n}.",
    "Find out today who did them. Until proven otherwise, assume that they have the domain.",
  ],
  "E-SIGN-IN": [
    "The program that signs in to Azure is not beside this one.",
    "On the connected machine, copy sign-in.cjs beside it. An offline machine does not need it.",
  ],
  "E-FILE-MISSING": ["The file given for {flag} does not exist.", "Check the path."],
  "E-FILE-KIND": ["What was given for {flag} is not a file.", "Give the path of a file."],
  "E-FILE-READ": [
    "The file given for {flag} cannot be read.",
    "Check the permissions and the medium.",
  ],
  "E-FILE-SIZE": [
    "The file given for {flag} is too large.",
    "Check that you chose the right file.",
  ],
  "E-FILE-EMPTY": [
    "The file given for {flag} is empty.",
    "Copy it again from the original medium.",
  ],
  "E-FILE-ZEROS": [
    "The file given for {flag} contains only zero bytes: it was not written completely.",
    "Copy it again from the original medium.",
  ],
  "E-STATE-FORM": [
    "This looks like another program's file with a security domain inside, but is not strict JSON.",
    "Export it again from that program, as JSON.",
  ],
  "E-REQUEST-FORM": [
    "The download request has an unknown format.",
    "Check that you chose the right file, and copy it again from its medium.",
  ],
  "E-DIGEST-FORM": [
    "Hex digits must come in pairs, at most 64 bytes in all.",
    "Check that no digit is missing or doubled.",
  ],
  "E-XK-UNCONFIRMED": [
    "Nobody has confirmed this exchange key, so no blob is written.",
    "Compare it with what the connected computer showed, and give --exchange-sha256 or "
      + "--exchange-words; --exchange-unverified writes the blob all the same.",
  ],
  "E-XK-UNSENT": [
    "Nobody has confirmed the exchange key of this blob, as its notice says, so nothing is sent.",
    "Compare the key with the HSM's, and give --exchange-sha256 or --exchange-words; "
      + "--exchange-unverified sends the blob all the same.",
  ],
  "E-XK-DIFFERS": [
    "This is not the exchange key that the connected side read.",
    "Do not use it before you know why: the SHA-256 is that of the certificate's DER, as sd "
      + "attest-exchange-key shows it, and not of the file.",
  ],
  "E-XK-REHEARSAL": [
    "The exchange key was made in a rehearsal, and the officers' keys were not.",
    "Fetch the exchange key of the real HSM; a rehearsal uses rehearsal keys alone.",
  ],
  "E-XK-ROOT": [
    "The exchange key was not made in a rehearsal: no rehearsal's root vouches for it.",
    "Leave out --rehearsal-root, and check whose exchange key this is.",
  ],
  "E-DIR-MISSING": [
    "The folder given for {flag} does not exist.",
    "Insert the medium, or create the folder.",
  ],
  "E-FILE-EXISTS": [
    "The output file already exists; nothing is ever overwritten.",
    "Give another name for {flag}.",
  ],
  "E-FILE-WRITE": [
    "The file for {flag} cannot be written.",
    "Check the folder, its permissions and the free space.",
  ],
  "E-PASS-TERMINAL": [
    "Key {n} needs a passphrase, and there is no terminal to ask for it.",
    "Give --passphrase-file, with one passphrase per line.",
  ],
  "E-PASS-STOPPED": ["No passphrase was entered.", "Run the command again."],
  "E-HSM-AFTER": [
    "Something is not as it should be after an activation.",
    "Correct what is marked as wrong, and check again. Keep both copies of the domain.",
  ],
  "E-HSM-CHECK": [
    "The HSM must not be activated in its current state.",
    "Correct what is marked as wrong, and check again.",
  ],
  "E-HSM-AGAIN": [
    "The HSM is being activated, but its answer is in neither folder.",
    "If two people decide so, give --again: Azure then sends the same domain again.",
  ],
  "E-EARLIER-OPEN": [
    "A record given with --earlier is not closed: none continues it.",
    "Give the closed record that this one continues.",
  ],
  "E-EARLIER-OTHER": [
    "A record given with --earlier is not one that this record continues, or whose part it took over.",
    "Give the record whose head it names, those before that, and custodians' parts that they name.",
  ],
  "E-LOG-OPEN": [
    "The record is consistent, but it is not closed: signatures are missing.",
    "If the ceremony is unfinished, finish it. If it was finished, this copy lost its end: use "
      + "another.",
  ],
  "E-LOG-MISSING": [
    "There is no record at this place.",
    "Give a record, or the folder that contains record.jsonl.",
  ],
  "E-BUG": ["This app ran into an error of its own.", "Report it, and say what you did."],
});
