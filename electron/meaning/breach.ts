// The rules that a record can break, by their codes and the numbers they have in FORMAT.md.
import { Fault, faultTable } from "../../crypto/index.ts";

const look = "Do not rely on this record. Compare both entries, and ask those whom they name.";

/** Each rule with its number in FORMAT.md, and what it means that it is broken. */
export const RULES = {
  "E-MEAN-FORM": [1, "it is not of a form that a ceremony has"],
  "E-MEAN-OPENED": [2, "the ceremony is not opened as one is, once, by its first entry"],
  "E-MEAN-SCRIPT": [3, "name, officers or quorum are not those of the script"],
  "E-MEAN-EARLIER": [4, "what it continues is not written as the script demands"],
  "E-MEAN-ROLES": [5, "the roles are not those that the script asks for"],
  "E-MEAN-PERSON": [6, "one person has two roles, or nobody's name is given"],
  "E-MEAN-RENEWED": [7, "whose keys are made anew is not said as the script demands"],
  "E-MEAN-NETWORK": [8, "the network was not read, or was up"],
  "E-MEAN-STATION": [10, "it was written at a station that did not have the record"],
  "E-MEAN-AFTER": [11, "it stands after an abort, or signs something that nobody signs"],
  "E-MEAN-PLACE": [12, "it stands in no step that may write it"],
  "E-MEAN-BY": [13, "it is by somebody who does not write it"],
  "E-MEAN-OFFICER": [14, "it is about another officer than its step"],
  "E-MEAN-STEP": [15, "it names another step than the one that was under way"],
  "E-MEAN-TURN": [16, "an officer did this without taking the seat"],
  "E-MEAN-ABSENT": [17, "its officer was not there"],
  "E-MEAN-TRIAL": [18, "drills are not set and disclosed as they must be"],
  "E-MEAN-SIMULATED": [19, "whose seats were simulated is not told as it must be"],
  "E-MEAN-OVER": [20, "a step goes on after people decided to abort"],
  "E-MEAN-ORDER": [21, "this was not the step that comes"],
  "E-MEAN-AGAIN": [22, "a step began twice, and nobody decided to repeat it"],
  "E-MEAN-PERFORMED": [23, "a step was performed that had not begun"],
  "E-MEAN-WORK": [24, "a step was performed without what its kind does"],
  "E-MEAN-CONFIRMED": [25, "a step was confirmed that was not performed, or by somebody else"],
  "E-MEAN-CHOICE": [26, "what was chosen could not be chosen"],
  "E-MEAN-CARRIED": [27, "the record was not carried as it says"],
  "E-MEAN-DECIDED": [30, "two people who were there did not decide this"],
  "E-MEAN-EXCEPTION": [31, "an exception is not noted as it must be"],
  "E-MEAN-RECESS": [32, "a recess is not kept as it must be"],
  "E-MEAN-BAGS": [33, "a bag had another number after the recess"],
  "E-MEAN-INCIDENT": [34, "it goes on after an incident that nobody decided about"],
  "E-MEAN-RESUMED": [35, "it resumes something other than what stood"],
  "E-MEAN-SEAT": [36, "a seat changed hands where none may"],
  "E-MEAN-ABORTED": [37, "an abort is not recorded as it must be"],
  "E-MEAN-DIFFERENCES": [38, "nobody acknowledged what differs from the last ceremony"],
  "E-MEAN-TIME": [39, "the time goes back, and nothing tells why"],
  "E-MEAN-MOMENT": [40, "it tells of a moment that cannot have been"],
  "E-MEAN-PREFLIGHT": [41, "the HSM was not as it must be before this, and nobody accepted it"],
  "E-MEAN-CERTIFICATE": [42, "a thumbprint or a size is not that of the certificate beside it"],
  "E-MEAN-MODE": [43, "a certificate is of rehearsals, and the ceremony is not, or the reverse"],
  "E-MEAN-KEY-TWICE": [44, "one key is two officers', or signs and encrypts"],
  "E-MEAN-KEY-AGAIN": [45, "a key was made where none may be made"],
  "E-MEAN-KEY-FILES": [46, "the files of a key are not those of its two media"],
  "E-MEAN-THUMBPRINT": [47, "a thumbprint is not that of the officer's key"],
  "E-MEAN-EXPORTED": [48, "other certificates were exported than those of the keys"],
  "E-MEAN-FILE": [49, "a medium or a file is another than before"],
  "E-MEAN-REQUESTED": [50, "the domain was requested for other officers"],
  "E-MEAN-RECEIVED": [52, "what was received is not on both media alike"],
  "E-MEAN-DOWNLOAD": [53, "the download is not in an order that can be"],
  "E-MEAN-ALOUD": [54, "something else was read aloud than what was received"],
  "E-MEAN-MATCHED": [55, "the domain that was matched is another one"],
  "E-MEAN-FOUND": [56, "what was found is not told as it must be"],
  "E-MEAN-PROOF": [57, "the proof is of another domain"],
  "E-MEAN-SUBSETS": [58, "not every group of officers opened the domain, once"],
  "E-MEAN-PROOF-MEDIA": [59, "the proof is not from the media of domain and officers"],
  "E-MEAN-RETIRED": [60, "the domain that was in force is another one"],
  "E-MEAN-SEAL": [61, "a seal is not as it was left, and nobody took note of it"],
  "E-MEAN-BAG": [62, "a bag was opened whose seal was not compared"],
  "E-MEAN-CUSTODY": [63, "not exactly the objects that must be are in custody"],
  "E-MEAN-KEPT": [64, "things are kept together that must be apart"],
  "E-MEAN-DEVIATION": [65, "custody deviates from a rule, and nobody accepted it"],
  "E-MEAN-HANDED-OFF": [66, "an object was not handed off by who had it to who took it"],
  "E-MEAN-DESTROYED": [67, "not exactly the old objects were destroyed"],
  "E-MEAN-ATTESTED": [68, "custody is not as it was attested"],
  "E-MEAN-PART": [69, "a part is of another officer, or was taken twice"],
  "E-MEAN-EXCHANGE": [70, "the exchange key is not the new HSM's, or was used before"],
  "E-MEAN-QUOTE": [71, "what is said of the exchange key's attestation is not so"],
  "E-MEAN-COMPARED": [72, "another exchange key was compared, or accepted for what it is not"],
  "E-MEAN-BLOB": [73, "the restore blob is of another domain, key or quorum"],
  "E-MEAN-UPLOADED": [74, "another blob was uploaded than the one that was made"],
  "E-MEAN-RESTORED": [75, "another backup was restored than the one that is known"],
  "E-MEAN-KEYS": [76, "keys are called found again that were not compared"],
  "E-MEAN-READER": [77, "a temporary right to list keys still stands"],
  "E-MEAN-REMAINS": [78, "what an abort says remains is not what was recorded"],
  "E-MEAN-DRY-RUN": [
    79,
    "the dry run is of another domain or quorum, or does not tell what it opened",
  ],
  "E-MEAN-CONSENT": [80, "what was consented to is not what the record says"],
  "E-MEAN-ACT": [81, "an act is not signed by those who sign it"],
  "E-MEAN-SIGNERS": [82, "the record is not closed by those who close it"],
  "E-MEAN-SIGNED": [83, "it is signed with another key than the officer's"],
  "E-MEAN-IMAGE": [84, "the words of the live image were not compared with its paper"],
  "E-MEAN-PHOTO": [85, "a photograph is of no bag that was read here, or was recorded before"],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type RuleCode = keyof typeof RULES;

/** A rule that a record breaks: at which entry that was found, and the entry that it contradicts. */
export interface Breach {
  readonly code: RuleCode;
  readonly entry: number;
  readonly against: number;
}

const tables = Object.entries(RULES).map(
  ([code, [, says]]) =>
    [code, [`Entry {n} contradicts entry {m}: ${says}.`, look] as const] as const,
);

const breachFault = faultTable(
  Object.fromEntries(tables) as Readonly<Record<RuleCode, readonly [string, string]>>,
);

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-HEAD-OTHER": [
    "A head that was given is the head of none of these records.",
    "Check that it was copied correctly, and that the whole record it belongs to was given.",
  ],
  "E-NOT-A-CEREMONY": [
    "This is not a ceremony of this app: it names no script that the app knows.",
    "If it was held by a script that this app lacks: sd takes it with --script; the window finds it on the "
      + "computer that held the ceremony, and in its bundle when the record is brought by its head. To check "
      + "chain and signatures alone, whatever they are about, use --form-only.",
  ],
});

/** What people can do where a refusal would lose a recovery: what a record says, which no signature is. */
const orElse =
  "Compare both entries, and the words of the record's head. If they are right, two people may proceed "
  + "despite this; it is recorded. Without this record: continue an older one, hold a recovery without a "
  + "record, or make the blob from the files with sd restore-blob.";

/** A breach as a refusal. */
export const asFault = ({ code, entry, against }: Breach): Fault =>
  breachFault(code, { n: entry, m: against });

/** A breach as a refusal despite which two people may proceed. */
export const asOverrulable = (breach: Breach): Fault =>
  new Fault(breach.code, asFault(breach).message, orElse, true);

/** Whether it is the code of a rule of meaning. */
export const isRule = (code: string): code is RuleCode => Object.hasOwn(RULES, code);
