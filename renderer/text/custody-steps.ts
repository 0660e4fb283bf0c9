// What the steps of a custody attestation ask of people.
import type { StepText } from "./steps.ts";
import type { KindName } from "./titles.ts";

export const CUSTODY_STEPS = {
  "check-seals": {
    verb: "Read each bag",
    detail: "number, place, who keeps it",
    happens: "The numbers of the last record are not shown. Type what is on the bag; "
      + "the app compares.",
    button: "Compare the seals",
    recorded: "each number as it was found, its state, place and custodian, and what differs",
    never: "what is inside the bags",
    power: "what is not recorded yet is typed again. Nothing was opened.",
  },
  "open-bag": {
    verb: "Open the bag",
    detail: "before the witness",
    happens: "Cut the bag of the own medium open. The backup medium stays closed.",
    button: "The bag is open",
    recorded: "that this bag was opened, and its number",
    never: "what is on the medium",
    power: "press again. The bag is open already.",
  },
  "check-key": {
    verb: "Put your medium in",
    detail: "your own, from the open bag",
    happens: "Something fresh is encrypted for your certificate. Your key must open it.",
    button: "Officer {officer}, open it",
    recorded: "that the key opened it, which medium, the time",
    never: "the private key, the passphrase",
    power: "run this step again. Nothing on the medium is changed.",
  },
  "report-trouble": {
    verb: "Say what is wrong",
    detail: "nobody is blamed for it",
    happens: "One sentence, and the two people who say so. "
      + "It counts until the officer is replaced.",
    button: "Record it",
    recorded: "what is wrong with which key, and who decided it",
    never: "the passphrase, also if it is remembered",
    power: "write it again. What is recorded stands.",
  },
  "check-copy-seal": {
    verb: "Read the bag",
    detail: "number, place, who keeps it",
    happens: "The number of the last record is not shown. Type what is on the bag; "
      + "then open it before the witness.",
    button: "Compare, and open the bag",
    recorded: "the number as it was found, its state, place and custodian, and that it was opened",
    never: "what is inside the bag",
    power: "what is not recorded yet is typed again.",
  },
  "check-objects": {
    verb: "Read each bag",
    detail: "of what lies on the table",
    happens: "The numbers of the last record are not shown. Tick what lies here, and type what is "
      + "on its bag; the app compares.",
    button: "Compare the seals",
    recorded: "each number as it was found, its state, place and custodian, and what differs",
    never: "what is inside the bags",
    power: "what is not recorded yet is typed again. Nothing was opened.",
  },
  "hand-off": {
    verb: "Hand it on",
    detail: "closed, before the witness",
    happens: "Write who keeps each object from now on, and where. Both sides say so aloud.",
    button: "Record the hand-off",
    recorded: "each object with its seal, from whom, to whom, where it is kept, and who said so",
    never: "what is inside the bags",
    power: "what is not recorded yet is typed again. No bag was opened.",
  },
  "rehash-copy": {
    verb: "Put the medium in",
    detail: "from the open bag",
    happens: "The file is read whole. It must be the security domain of the last record, the same "
      + "in every letter.",
    button: "Compare the file",
    recorded: "the file’s size and SHA-256, the medium, the time",
    never: "what the file holds",
    power: "run this step again. Nothing on the medium is changed.",
  },
  "take-part": {
    verb: "Choose the file",
    detail: "of this officer’s part",
    happens: "The file is checked whole: every entry, its signature, and that it goes on from "
      + "the same record as this one.",
    button: "Choose the file of the part",
    recorded: "the head of the part, how it was closed, what was found there",
    never: "the file’s place on this computer",
    power: "choose the file again. Nothing was changed.",
  },
  "name-backup": {
    verb: "Read the report",
    detail: "of the newest full backup",
    happens: "Write where the newest full backup lies, and the day it was taken. "
      + "The keys themselves are in it, encrypted.",
    button: "Record the backup",
    recorded: "container, folder, day",
    never: "how the storage is opened",
    power: "write it again. Nothing was changed.",
  },
  "attest-custody": {
    verb: "Let the app count",
    detail: "then say it aloud",
    happens: "Keys that are there, keys in trouble, keys that nobody has seen. A recovery needs "
      + "as many healthy keys as the quorum.",
    button: "Judge the custody",
    recorded: "the health of the custody, and the officers by name of their seat",
    never: "anything secret: nothing secret is in this room",
    power: "press again. Nothing was changed.",
  },
} as const satisfies Partial<Record<KindName, StepText>>;
