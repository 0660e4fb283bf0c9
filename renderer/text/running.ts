// Every sentence of what comes around a step: its confirmation, exceptions, recess, seats, stops.
import { roleTitle } from "./frame.ts";
import { mediumName } from "./objects.ts";

/** The second of the two who answer for a step. */
export const CONFIRM = {
  verb: "Confirm the step",
  detail: "you saw it done as it says",
  lead: (title: string, doer: string): string =>
    `${doer} has done this step: ${title}. It counts when you confirm what you saw.`,
  close:
    "The record leaves this station when you confirm: nobody here can add to it then. "
    + "The screen then shows ten words: write them down and take them along.",
  arrived:
    "The record arrived complete. Compare these ten words with those written down when it was "
    + "handed over.",
  write:
    "These ten words are the head of the record as it was handed over. Write them down: the "
    + "witness compares them after the take-over.",
  recorded: "What the record says of it",
  button: (role: string): string => `${roleTitle(role)}: confirm`,
  readFirst: "First read what was recorded",
  no: "No: note an exception",
  record: "Will be recorded",
  recordLine: (role: string): string =>
    `that the ${roleTitle(role).toLowerCase()} confirms the ` + "step, and when",
  power: "If the power fails now: the app asks you again.",
} as const;

export const EXCEPTION = {
  title: "Note an exception",
  intro:
    "Something was not as the script says. It is recorded as it happened. A refusal by this "
    + "app is not an exception: it is recorded automatically.",
  expected: "What was expected",
  happened: "What happened",
  decided: "What was decided, and why",
  how: "How to continue",
  decisions: { continue: "Continue", repeat: "Repeat the step", abort: "Abort the ceremony" },
  says: {
    continue: "The ceremony continues from where it is.",
    repeat: "The step starts again, as after a power cut: what was made in it is not made twice.",
    abort:
      "The ceremony ends here. The screen then lists what must be destroyed or put away, and "
      + "the record is closed. This cannot be undone.",
  },
  by: "Who decided",
  atLeastTwo: "Two or more people decide.",
  missing: "Fill in all three, tick two people.",
  note: "Add it to the record",
  cancel: "Close without saving",
  corrects: "Number of the entry to correct, in the earlier record",
  correctsHint: "Only to correct a mistake in the record that this ceremony continues; else empty.",
  correctsForm: "A number as the minutes of that record give it.",
} as const;

export const RECESS = {
  begin: "Begin a recess",
  intro:
    "Put every open object into its own bag, and read the bag’s number aloud. When the recess "
    + "ends, each bag is compared with its number.",
  nothingOpen: "Nothing is open: there is nothing to put into a bag.",
  bag: (name: string): string => `${thingName(name).replace(": ", ", ")}: bag number`,
  missing: (left: number): string =>
    left === 1 ? "One number is still missing" : `${left} numbers are still missing`,
  differs: "Not the bag number recorded when the recess began.",
  was: (name: string, seal: string): string => `${thingName(name).replace(": ", ", ")}: ${seal}`,
  states: [
    { value: "same", label: "This number" },
    { value: "other", label: "Another number" },
  ],
  unread: (left: number): string =>
    left === 1 ? "One bag is still to be read" : `${left} bags are still to be read`,
  short: "Only a short pause",
  shortTitle: "A short pause",
  shortIntro:
    "Everyone stays in the room, and every open object stays where all of you can see it: then no "
    + "bag is needed, and nothing is recorded. As soon as someone leaves, begin a recess.",
  shortEnd: "Continue",
  beginNow: "Start the recess",
  cancel: "No recess",
  title: "Recess",
  lead: "Nothing runs. Nothing is lost.",
  rules: [
    "What was open is in bags. The bags stay in the room, and someone stays with them.",
    "No officer is asked for a passphrase, and no key is open.",
    "The computer stays on and in sight. If it goes off, the ceremony continues where it was.",
  ],
  head: "Write these words down. When the recess ends, they must be the same.",
  compare: "When it ends: read the number on each bag aloud",
  compareLine: "The witness compares it with the number here, which was read when it began.",
  excepted: "An exception was noted in this recess: it may end with other numbers.",
  end: "Witness: words and bags match",
  endExcepted: "Witness: end the recess",
} as const;

/** When the recess began. */
export const recessSince = (time: string): string => `since ${time} UTC`;

export const SEAT = {
  title: "Someone leaves for good",
  intro:
    "Another person takes the seat. An officer can be replaced only before their key is made; "
    + "in a recovery, another officer who has come with a key takes the seat.",
  who: "Who leaves",
  seat: "Which officer has come instead",
  to: "Replacement’s name",
  reason: "Why",
  by: "Who decided",
  byLine: "Two or more of those who stay.",
  missing: "Say who leaves, who comes and why; tick two people.",
  note: "Add it to the record",
  cancel: "Nobody leaves",
} as const;

export const RESUME = {
  title: "The ceremony continues",
  lead: "It was interrupted. Read aloud what is certain; the witness confirms it.",
  done: "Confirmed done",
  doneLine: (count: number): string =>
    `${count === 1 ? "One step" : `${count} steps`}, confirmed and on the disk.`,
  last: (title: string): string => `The last of them: ${title}.`,
  none: "No step is done yet.",
  now: "Current step",
  how: {
    performed:
      "It was done, but not confirmed. It is not repeated: the person who confirms it is "
      + "asked again.",
    again: "It had started, but did not finish. It is done again:",
    new: "It had not started. It is done for the first time.",
  },
  over: "No steps are left: the record must be closed.",
  ahead: "Not started",
  aheadLine: (count: number): string =>
    count === 0 ? "Nothing else is left." : count === 1 ? "One more step." : `${count} more steps.`,
  head: "The words of the head, to compare with what was written down",
  button: "Witness: continue",
} as const;

export const ABORT = {
  title: "The ceremony is aborted",
  deciding: "The abort is being recorded.",
  reason: "Why",
  by: "Who decided",
  remains: "What must be done with each object",
  object: "Object",
  deed: "What must be done",
  who: "By",
  close: "Then the record is closed",
  sign: "Sign the record",
  signLine: "Everyone here who has a signing key signs. Everyone else looks away.",
  paper: "Close on paper",
  paperLine:
    "Without signatures: everyone present signs a paper with the sixteen words of the head.",
  closedTitle: (title: string): string => `The ${title.toLowerCase()} was aborted`,
} as const;

/** What must be done, by the words that the record has. */
const DEEDS: Readonly<Record<string, string>> = {
  destroy: "Destroy it while the witness watches",
  seal: "Seal it in a new bag with a new number",
  erase: "Erase the file, or destroy the medium",
  ask: "Ask the HSM for its state before doing anything else with it",
  delete: "Do not use it. Delete and purge it, or continue in a separate ceremony",
  none: "Nothing",
};

const BECAUSE: Readonly<Record<string, string>> = {
  "key-made": "keys from this ceremony are on it",
  "key-perhaps": "keys may be on it: making them had begun",
  passphrase: "the passphrase of those keys is in it",
  domain: "the security domain is on it",
  "domain-perhaps": "the security domain may be on it: its download had begun",
  certificates: "the officers’ certificates are on it; they are not secret",
  opened: "it came sealed and was opened",
  "blob-made": "it brings the domain into the new HSM and was not sent",
  "blob-sent": "it was sent, and can no longer be used",
  "shares-gone": "they were in memory only, and are gone",
  "key-reader": "it was assigned for listing the keys, and may still be in place",
  "hsm-untouched": "this ceremony has changed nothing in it",
  "hsm-perhaps": "nobody knows whether it is active",
  "hsm-active": "it is active, but this ceremony was not finished",
};

/** A deed and its reason in words; a word that is not known stands as it is. */
export const deedLine = (deed: string): string => DEEDS[deed] ?? deed;
export const becauseLine = (because: string): string => BECAUSE[because] ?? because;

const THINGS: Readonly<Record<string, string>> = {
  "role-assignment": "Role Crypto Auditor",
  blob: "Restore blob",
  shares: "Opened shares",
  hsm: "The HSM",
};

/** A thing of the script, or of what remains, by its name there. */
export function thingName(name: string): string {
  const [, seat] = /^envelope-(\d+)$/.exec(name) ?? [];
  if (seat !== undefined) return `Officer ${seat}: passphrase envelope`;
  return THINGS[name] ?? mediumName(name);
}

/** How long an act, or the current step, has taken: "12 of 20 min". */
export const soFar = (spent: number, planned: number): string => `${spent} of ${planned} min`;

/** A step that takes far longer than planned. There is no limit. */
export const overrun = (spent: number, planned: number): string =>
  `This step: ${spent} min so far, ${planned} planned. There is no limit.`;
