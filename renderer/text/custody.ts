// Every sentence of the custody screen, and what Home says of the custody's health.
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import { objectName, seatOf } from "./objects.ts";
import { day } from "./times.ts";

type Health = CustodyKnown["health"];
type Officer = Health["officers"][number];
type Due = Health["attestation"];

export const CUSTODY = {
  reconcile: "Compare with Azure\u2019s log",
  title: "Custody",
  terms: (health: Health): string =>
    "The HSM is a machine in Azure that keeps keys. Its security domain is the file without which "
    + `no backup brings those keys back into another HSM. ${health.required} of the ${health.all} officers must `
    + "open it together: that number is the quorum. In an attestation every seal is compared "
    + "with the last record; in a key check an officer\u2019s key decrypts a test message; in a dry "
    + "run a quorum opens the security domain in memory, as for a recovery.",
  officers: "Officers",
  officer: "Officer",
  state: "State",
  seals: "Seals compared",
  opened: "Key last opened",
  keyCheck: "Next key check",
  /** "11 objects, 11 seals". */
  count: (objects: number): string => `${objects} objects, ${objects} seals`,
  object: "Object",
  seal: "Seal number",
  place: "Place",
  custodian: "Custodian",
  lastSeen: "Last seen",
  handOffs: "Hand-offs since then",
  handOff: (object: string, from: string, to: string, place: string): string =>
    `${object}: from ${from} to ${to}, now in ${place}`,
  noHandOff: "None. In a hand-off, a sealed object goes from one custodian to another.",
  gaps: "Gaps in the chain",
  noGap: "None: hand-off by hand-off, each record follows from the one before.",
  rules: "Microsoft’s rules",
  verdicts: { kept: "met", deviation: "accepted", "not-kept": "not met" },
  accepted: (reason: string): string => `Two people accepted it: ${reason}`,
  next: (next: string): string => `Next: ${next}`,
  finding: "Finding",
  noFinding:
    "Nothing found: a fire at one site destroys no key, and nothing is stored together "
    + "that should be apart.",
  burns: "If this site burns",
  burnsLine: "What is left, from the list beside this. A site is a place up to its first comma.",
  leaves: "If this person leaves",
  leavesLine: "An officer takes their key along, and everyone takes what they keep.",
  medium: "If this medium is lost",
  noMedium: "No single lost medium loses a key or the security domain: each has another copy.",
  held: (objects: number): string =>
    objects === 0 ? "keeps nothing" : objects === 1 ? "keeps 1 object" : `keeps ${objects} objects`,
  left: (left: number, all: number, required: number): readonly [string, string] => [
    String(left),
    `of ${all} ${required === 2 ? "pairs" : "groups"} left`,
  ],
  nothing: "No object is in custody yet. An activation puts them there.",
  calendar: "Save the calendar",
  saved: "The calendar is saved. Open it with your calendar program.",
  back: "Back to Home",
} as const;

/** The health in one line, the largest on the screen. */
export const healthTitle = ({ level, healthy, all }: Health): string =>
  ({
    whole: `${healthy} of ${all} keys are healthy`,
    degraded: `Degraded: ${healthy} of ${all} keys are healthy`,
    "would-fail": "Recovery would fail today",
  })[level];

/** The same for Home, beside the pairs. */
export const healthWord = ({ level, healthy, all }: Health): string =>
  ({
    whole: `${healthy} of ${all} keys healthy`,
    degraded: `degraded, ${healthy} of ${all} keys`,
    "would-fail": "recovery would fail today",
  })[level];

/** Why the health is what it is, the worst first; nothing where it is whole. */
export function healthReasons(health: Health): readonly string[] {
  const { healthy, required, domainCopies, attestation, dryRun, officers, aheadAt = "" } = health;
  const short =
    healthy < required
      ? [`${required} officers must act together, but ${only(healthy)} healthy.`]
      : [];
  const copies = [
    "No copy of the security domain is on record.",
    "Only one copy of the security domain is on record.",
  ][domainCopies];
  return [
    ...short,
    ...(aheadAt === ""
      ? []
      : [
          `The record has a day that is still to come, ${day(aheadAt)}: this computer’s clock is wrong, or `
            + "the one of that day was. What is dated so counts as not done.",
        ]),
    ...(copies === undefined ? [] : [copies]),
    ...officers
      .filter(({ trouble }) => trouble !== "")
      .map((officer) => `Officer ${officer.seat}, ${officer.name}: ${officerState(officer)}.`),
    ...officers
      .filter(({ isForeign }) => isForeign)
      .map(
        ({ seat }) =>
          `The key of officer ${seat} was made elsewhere: it is due for replacement now.`,
      ),
    ...(isLate(attestation) ? [`The attestation is ${late(attestation)}.`] : []),
    ...officers
      .filter(({ trouble, keyCheck }) => trouble === "" && isLate(keyCheck))
      .map(({ seat, keyCheck }) => `The key check of officer ${seat} is ${late(keyCheck)}.`),
    ...(isLate(dryRun) ? [`The dry run of recovery is ${late(dryRun)}.`] : []),
  ];
}

const only = (keys: number): string =>
  keys === 0 ? "no key is" : keys === 1 ? "only 1 key is" : `only ${keys} keys are`;

/** What happened to an officer's key. */
export const officerState = ({ trouble }: Officer): string =>
  ({
    "": "healthy",
    lost: "the media are lost",
    damaged: "the media cannot be read",
    left: "has left",
    forgotten: "nobody knows the passphrase",
    "seal-broken": "the seal was broken or replaced",
  })[trouble];

/** "3 May 2027", "3 May 2027, 12 days overdue", or that it was never done. */
export function dueLine(due: Due): string {
  if (due.at === "") return "now: it was never done";
  return isLate(due) ? `${day(due.at)}, ${late(due)}` : day(due.at);
}

const isLate = ({ at, overdueDays }: Due): boolean => at === "" || overdueDays > 0;

function late({ at, overdueDays }: Due): string {
  if (at === "") return "due now: it was never done";
  return overdueDays === 1 ? "1 day overdue" : `${overdueDays} days overdue`;
}

/** A day, or "never". */
export const dayOrNever = (at: string): string => (at === "" ? "never" : day(at));

type Loss = Pick<CustodyKnown["sites"][number], "lost" | "domainLost">;

/** What is lost with something, or null where neither a key nor the domain is. */
export function lostLine({ lost, domainLost }: Loss): string | null {
  const gone = [
    ...lost.map((seat) => `the key of officer ${seat}`),
    ...(domainLost ? ["every copy of the domain"] : []),
  ];
  return gone.length === 0 ? null : `${joined(gone)} would be lost`;
}

/** What is lost in a fire that destroys no key. */
export const objectsLine = (objects: number): string =>
  `${objects === 1 ? "1 object" : `${objects} objects`} would be lost, but no key`;

/** Something that is together in one place, or with one person, and should not be. */
export function findingLine({ kind, seats, where }: CustodyKnown["findings"][number]): string {
  const who = joined(seats.map(String));
  return {
    "every-key": `Every copy of officer ${who}’s key is in ${where}. Move one to another site.`,
    "every-domain": `Every copy of the security domain is in ${where}. Move one to another site.`,
    "keys-with-passphrases":
      `Media and passphrases of officers ${who} are in ${where}: anyone `
      + "who can open that site has a quorum.",
    holder: `${where} keeps the media of officers ${who}. Hand off one officer’s media.`,
    envelope: `The passphrase of officer ${who} is with a medium, in ${where}. Move it elsewhere.`,
    unknown: `Nothing is recorded about the media of officer ${who}.`,
  }[kind];
}

/** What no recorded hand-off explains. */
export const gapLine = ({ object, kind, expected, seen }: CustodyKnown["gaps"][number]): string =>
  ({
    missing: `${named(object)}: recorded with ${expected}, but not seen.`,
    unrecorded: `${named(object)}: with ${seen}, but never recorded.`,
    custodian: `${named(object)}: recorded with ${expected}, seen with ${seen}.`,
    place: `${named(object)}: recorded in ${expected}, seen in ${seen}.`,
    seal: `${named(object)}: recorded with seal ${expected}, seen with ${seen}.`,
    "hand-off": `${named(object)}: handed off by ${seen}, but it was with ${expected}.`,
  })[kind];

/** "Backup medium of officer 2". */
export function named(object: string): string {
  const seat = seatOf(object);
  return seat === null ? objectName(object) : `${objectName(object)} of officer ${seat}`;
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
