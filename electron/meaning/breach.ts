// The rules that a record can break, by their codes and their numbers in FORMAT.md.
import { Fault, faultTable } from "../../crypto/index.ts";
import type { Refusal } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";

/**
 * The rules by the version since which they apply, the first one first. A record is checked by those
 * of its version and of earlier ones: it cannot know what was not yet asked when it was written.
 */
const VERSIONS = [
  {
    "E-MEAN-FORM": 1,
    "E-MEAN-OPENED": 2,
    "E-MEAN-SCRIPT": 3,
    "E-MEAN-EARLIER": 4,
    "E-MEAN-ROLES": 5,
    "E-MEAN-PERSON": 6,
    "E-MEAN-RENEWED": 7,
    "E-MEAN-NETWORK": 8,
    "E-MEAN-STATION": 10,
    "E-MEAN-AFTER": 11,
    "E-MEAN-PLACE": 12,
    "E-MEAN-BY": 13,
    "E-MEAN-OFFICER": 14,
    "E-MEAN-STEP": 15,
    "E-MEAN-TURN": 16,
    "E-MEAN-ABSENT": 17,
    "E-MEAN-TRIAL": 18,
    "E-MEAN-SIMULATED": 19,
    "E-MEAN-OVER": 20,
    "E-MEAN-ORDER": 21,
    "E-MEAN-AGAIN": 22,
    "E-MEAN-PERFORMED": 23,
    "E-MEAN-WORK": 24,
    "E-MEAN-CONFIRMED": 25,
    "E-MEAN-CHOICE": 26,
    "E-MEAN-CARRIED": 27,
    "E-MEAN-DECIDED": 30,
    "E-MEAN-EXCEPTION": 31,
    "E-MEAN-RECESS": 32,
    "E-MEAN-BAGS": 33,
    "E-MEAN-INCIDENT": 34,
    "E-MEAN-RESUMED": 35,
    "E-MEAN-SEAT": 36,
    "E-MEAN-ABORTED": 37,
    "E-MEAN-DIFFERENCES": 38,
    "E-MEAN-TIME": 39,
    "E-MEAN-MOMENT": 40,
    "E-MEAN-PREFLIGHT": 41,
    "E-MEAN-CERTIFICATE": 42,
    "E-MEAN-MODE": 43,
    "E-MEAN-KEY-TWICE": 44,
    "E-MEAN-KEY-AGAIN": 45,
    "E-MEAN-KEY-FILES": 46,
    "E-MEAN-THUMBPRINT": 47,
    "E-MEAN-EXPORTED": 48,
    "E-MEAN-FILE": 49,
    "E-MEAN-REQUESTED": 50,
    "E-MEAN-RECEIVED": 52,
    "E-MEAN-DOWNLOAD": 53,
    "E-MEAN-ALOUD": 54,
    "E-MEAN-MATCHED": 55,
    "E-MEAN-FOUND": 56,
    "E-MEAN-PROOF": 57,
    "E-MEAN-SUBSETS": 58,
    "E-MEAN-PROOF-MEDIA": 59,
    "E-MEAN-RETIRED": 60,
    "E-MEAN-SEAL": 61,
    "E-MEAN-BAG": 62,
    "E-MEAN-CUSTODY": 63,
    "E-MEAN-KEPT": 64,
    "E-MEAN-DEVIATION": 65,
    "E-MEAN-HANDED-OFF": 66,
    "E-MEAN-DESTROYED": 67,
    "E-MEAN-ATTESTED": 68,
    "E-MEAN-PART": 69,
    "E-MEAN-EXCHANGE": 70,
    "E-MEAN-QUOTE": 71,
    "E-MEAN-COMPARED": 72,
    "E-MEAN-BLOB": 73,
    "E-MEAN-UPLOADED": 74,
    "E-MEAN-RESTORED": 75,
    "E-MEAN-KEYS": 76,
    "E-MEAN-READER": 77,
    "E-MEAN-REMAINS": 78,
    "E-MEAN-DRY-RUN": 79,
    "E-MEAN-CONSENT": 80,
    "E-MEAN-ACT": 81,
    "E-MEAN-SIGNERS": 82,
    "E-MEAN-SIGNED": 83,
    "E-MEAN-IMAGE": 84,
    "E-MEAN-PHOTO": 85,
  },
  {
    "E-MEAN-BEFORE": 86,
    "E-MEAN-WHERE": 87,
    "E-MEAN-BYTES": 88,
    "E-MEAN-BACKUP": 89,
    "E-MEAN-POINTS": 90,
    "E-MEAN-CHECKS": 91,
    "E-MEAN-CHALLENGE": 92,
    "E-MEAN-EXPIRED": 93,
    "E-MEAN-COMMITMENT": 94,
    "E-MEAN-LETTERS": 95,
    "E-MEAN-UNBAGGED": 96,
    "E-MEAN-INTEL": 97,
    "E-MEAN-OVERRULED": 98,
  },
  { "E-MEAN-PROVEN": 99, "E-MEAN-COUNTS": 100, "E-MEAN-POOL": 101 },
] as const satisfies readonly Readonly<Record<string, number>>[];

/** The version under which this app writes: a record of a later one is refused, and not checked. */
export const NEWEST = VERSIONS.length;

/** Each rule with its number in FORMAT.md; the sentence of its code explains its breach. */
export const RULES = { ...VERSIONS[0], ...VERSIONS[1], ...VERSIONS[2] };

export type RuleCode = keyof typeof RULES;

const SINCE: ReadonlyMap<string, number> = new Map(
  VERSIONS.flatMap((rules, i) => Object.keys(rules).map((code) => [code, i + 1] as const)),
);

/** The version since which a rule applies. */
export const since = (code: RuleCode): number => SINCE.get(code) ?? NEWEST;

/** The rules that a record of this version is not checked by, in their order. */
export const notAskedIn = (version: number): readonly RuleCode[] =>
  (Object.keys(RULES) as RuleCode[]).filter((code) => since(code) > version);

/** A broken rule: the entry at which it was found, and the entry that it contradicts. */
export interface Breach {
  readonly code: RuleCode;
  readonly entry: number;
  readonly against: number;
}

/** Makes a fault of this room. */
export const fault = faultTable("meaning-faults");

/** A breach as a refusal. */
export const asFault = (breach: Breach): Fault => new Fault(breach.code, refusalOf(breach));

/** A breach as a refusal despite which two people may continue. */
export const asOverrulable = (breach: Breach): Fault =>
  new Fault(breach.code, { ...refusalOf(breach), next: sentence("meaning-faults.orElse") }, true);

const refusalOf = ({ code, entry, against }: Breach): Refusal => ({
  message: sentence("meaning-faults.contradicts", {
    n: entry,
    m: against,
    rule: sentence(`rules.${code}`),
  }),
  next: sentence("meaning-faults.compareBoth"),
});

/** The code of a closing that fewer officers signed than were due. */
export const SHORT = "E-CLOSED-SHORT";

/**
 * Whether two people may proceed despite a refusal of a whole record by this code: of a rule, or of
 * its closing.
 */
export const isDecidable = (code: string): boolean => isRule(code) || code === SHORT;

/** Whether it is the code of a rule of meaning. */
export const isRule = (code: string): code is RuleCode => Object.hasOwn(RULES, code);
