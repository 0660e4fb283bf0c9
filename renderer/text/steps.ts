// What each kind of step asks of people: the verb, what is recorded, what a power cut means.
import { CUSTODY_STEPS } from "./custody-steps.ts";
import { RENEWAL_STEPS } from "./renewal-steps.ts";
import type { KindName } from "./titles.ts";

/** The words of one kind of step. `{officer}` stands for the officer's seat. */
export interface StepText {
  /** The verb in the band, in the imperative, and what it is about. */
  readonly verb: string;
  readonly detail: string;
  /** What happens when the button is pressed, in one or two sentences. */
  readonly happens: string;
  /** The button that does it. */
  readonly button: string;
  readonly recorded: string;
  readonly never: string;
  /** If the power fails now. */
  readonly power: string;
}

/** Every kind of step. */
export const STEPS: Readonly<Record<KindName, StepText>> = {
  ...CUSTODY_STEPS,
  ...RENEWAL_STEPS,
  "open": {
    verb: "Open the ceremony",
    detail: "read each name aloud",
    happens: "Write who is in the room. These names stand in the record for good.",
    button: "Open the ceremony",
    recorded: "names and roles, HSM, time, script, what the network says",
    never: "anything of who is not in the room",
    power: "start the laptop and open the ceremony again; no key exists yet.",
  },
  "make-key": {
    verb: "Put both media in",
    detail: "your own and your backup",
    happens: "Your keys are made, written to both media, read back and opened again.",
    button: "Officer {officer}, make the key",
    recorded: "size of the key, certificates and their SHA-256, media, time, officer {officer}",
    never: "the private key, the passphrase",
    power: "run this step again. Unless the record says “key made”, a new key is made; "
      + "what the first try left is removed.",
  },
  "confirm-thumbprint": {
    verb: "Read aloud",
    detail: "from your card, line by line",
    happens: "Four words a line. A wrong word shows when its line is full.",
    button: "The words are the same",
    recorded: "that the words of certificate {officer} were heard, where, and when",
    never: "anything of the private key",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
  "export-certificates": {
    verb: "Put the medium in",
    detail: "the transfer medium",
    happens: "The certificates are copied to the transfer medium and read back. "
      + "A certificate is public.",
    button: "Copy the certificates",
    recorded: "the copied files with size and SHA-256, the medium, the time",
    never: "private keys: none ever lies on this medium",
    power: "run this step again. A file that stands there with the same bytes counts as written.",
  },
  "hand-over": {
    verb: "Hand over",
    detail: "then this station only waits",
    happens: "The transfer medium is searched for secrets. "
      + "Then the whole record is written to it and read back.",
    button: "Hand the record over",
    recorded: "that this station handed over, where to, and when",
    never: "any copy of a key",
    power: "run this step again: only the copy on the medium is made again.",
  },
  "take-over": {
    verb: "Put the medium in",
    detail: "the transfer medium",
    happens: "The record on the medium is checked whole: every entry, and that it continues "
      + "this station’s own copy.",
    button: "Take the record over",
    recorded: "that this station took over, from where, and the head of the record",
    never: "a record that does not continue ours",
    power: "run this step again. Taking the same record over again changes nothing.",
  },
  "read-activation": {
    verb: "Ask the HSM",
    detail: "nothing is changed",
    happens: "The HSM says whether it is active: only one that never was is activated here. Then "
      + "everything is asked that must hold before.",
    button: "Ask the HSM",
    recorded: "who signed in, the state the HSM gave, every point that must hold, what was decided",
    never: "a token, a password or a code",
    power: "ask again. Nothing was changed.",
  },
  "download-domain": {
    verb: "Decide, then press",
    detail: "together with the witness",
    happens: "This activates the HSM for these officers’ certificates. It cannot be taken back.",
    button: "Activate the HSM",
    recorded: "when the call began, the answer’s size and SHA-256, both media, the end",
    never: "what is inside the security domain",
    power: "start the laptop and run this step again. It looks for the answer on both media first.",
  },
  "read-aloud": {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "The words go onto paper first. Then they are read from the paper and heard.",
    button: "The words are the same",
    recorded: "that these words were heard, of which file, and when",
    never: "what the file holds",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
  "match-domain": {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "The file must be the same on both media, and name exactly our certificates.",
    button: "The words are the same",
    recorded: "that the file is the one read aloud, its officers and its quorum",
    never: "what the file holds",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
  "prove-quorum": {
    verb: "Call the officers",
    detail: "each opens one share, alone",
    happens: "Each officer types the passphrase once; that opens one share. No share alone says "
      + "anything; two together open the security domain. So every pair does, from the media.",
    button: "Prove every pair",
    recorded: "each pair that opened the domain, the media, their SHA-256, the time",
    never: "the shares, the passphrases, what the domain holds",
    power: "nothing on the media has changed. The shares are gone with the power: "
      + "every officer opens again.",
  },
  "record-custody": {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "One line a bag. Enter goes to the next field.",
    button: "Record the custody",
    recorded: "every object with seal number, place and custodian; accepted rules",
    never: "passphrases, keys",
    power: "what is not recorded yet is typed again. The bags are still open.",
  },
  "know-backup": {
    verb: "Compare the sheet",
    detail: "with what the screen shows",
    happens: "Compare each line with the backup sheet. "
      + "The security domain alone brings no key back.",
    button: "It is the newest full backup",
    recorded: "container, folder, and every key we expect to find",
    never: "any secret of the storage",
    power: "compare again. Nothing was changed.",
  },
  "fetch-exchange-key": {
    verb: "Put the medium in",
    detail: "the transfer medium",
    happens: "The new HSM gives its exchange key. It is written to the transfer medium "
      + "and read back.",
    button: "Fetch the exchange key",
    recorded: "its certificate and thumbprint, the file, the time",
    never: "anything secret: this key is public",
    power: "ask again. The same key counts as written; another one stops this step.",
  },
  "compare-exchange-key": {
    verb: "Read aloud",
    detail: "from the paper, line by line",
    happens: "The words must be those of the exchange key on the medium.",
    button: "Go on with this key",
    recorded: "that the words are the same, what was checked, and who decided, if somebody had to",
    never: "anything secret: this key is public",
    power: "the words are heard again from the first line. Nothing is lost.",
  },
  "make-restore-blob": {
    verb: "Call the officers",
    detail: "each opens one share, alone",
    happens: "Each officer opens one share; two together open the security domain. It is encrypted "
      + "anew, for the new HSM alone.",
    button: "Make the restore blob",
    recorded: "the blob’s size and SHA-256, for which key, which officers opened",
    never: "the shares, the passphrases, what the domain holds",
    power: "no medium is harmed. The shares are gone with the power: "
      + "both officers open again and a new blob is made.",
  },
  "upload-blob": {
    verb: "Upload once",
    detail: "the exchange key dies with it",
    happens: "The HSM is asked for its state first. Then the blob is uploaded, once.",
    button: "Upload the restore blob",
    recorded: "the blob’s SHA-256, when it was sent, what the HSM answered",
    never: "what is inside the blob",
    power: "start the laptop and run this step again. "
      + "It asks the HSM first and does not send twice.",
  },
  "backup-empty": {
    verb: "Start the backup",
    detail: "of the HSM, still empty",
    happens: "Azure restores only an HSM that has a backup of its own. This makes one.",
    button: "Back up the empty HSM",
    recorded: "how the storage is reached, the job, the folder, the time",
    never: "any secret of the storage",
    power: "start it again. The HSM is asked for this backup before another one is begun.",
  },
  "restore-backup": {
    verb: "Start the restore",
    detail: "of the newest full backup",
    happens: "Azure restores half an hour after the empty HSM was backed up, no earlier: the app "
      + "waits for it. Then the backup named at the beginning is restored.",
    button: "Restore the backup",
    recorded: "how long was waited, the job, the folder, when it began and ended",
    never: "any secret of the storage",
    power: "start it again. The HSM is asked for this restore before another one is begun; a "
      + "restore replaces everything.",
  },
  "compare-keys": {
    verb: "Find the keys",
    detail: "every one, in the same version",
    happens: "Each expected key must be there, in the same version, with the same public half. "
      + "Who signed in gets the role Crypto Auditor for this list alone: an administrator sees no "
      + "key.",
    button: "Look for every key",
    recorded: "who lists the keys, by which role, and when it was taken back; every key, every "
      + "role assignment, and what is missing",
    never: "private halves: they never leave the HSM",
    power: "ask again. A role that may still stand is taken back then.",
  },
  "choose": {
    verb: "Decide",
    detail: "say it aloud first",
    happens: "Mark what is so. The ceremony goes on where it leads, and does not come back.",
    button: "It is so",
    recorded: "what was chosen, by whom, and who confirmed it",
    never: "anything else",
    power: "choose again. Nothing was changed.",
  },
  "sign-act": {
    verb: "Call the officers",
    detail: "each signs, alone",
    happens: "Each officer signs what was made so far, before it leaves this station.",
    button: "Sign this act",
    recorded: "what all consent to, and each officer’s signature over it and all before it",
    never: "the signing keys, the passphrases",
    power: "start the laptop and run this step again. Who has not signed yet signs.",
  },
  "close": {
    verb: "Call the officers",
    detail: "each signs, alone",
    happens: "Each officer signs. Then the medium goes into its bag before the witness’s eyes.",
    button: "Sign the record",
    recorded: "each officer’s signature over the whole record",
    never: "the signing keys, the passphrases",
    power: "start the laptop and run this step again. Who has not signed yet signs.",
  },
  "close-on-paper": {
    verb: "Sign the paper",
    detail: "everybody who is present",
    happens: "The record ends with this press. Its last words go onto the paper, and all sign it "
      + "with ink.",
    button: "Close the record on paper",
    recorded: "who was present, what all consent to, the time",
    never: "a signature: who signed, only the paper shows",
    power: "start the laptop and run this step again. Nothing was closed yet.",
  },
};

/** A step's sentence with the officer's seat put in. */
export const forSeat = (text: string, seat: number | null): string =>
  text.replaceAll("{officer}", seat === null ? "" : String(seat));
