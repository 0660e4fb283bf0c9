// Rules 2 to 8, 99 and 100: how the ceremony was opened, by which script, with whom.
import {
  areCounts,
  kindOf,
  makesKeys,
  recounts,
  renews,
  restores,
  type Counts,
} from "../../ceremony-scripts/index.ts";
import {
  comingOf,
  folded,
  isPlain,
  officerOf,
  type Earlier,
  type NetworkSummary,
} from "../ceremony/ceremony.ts";
import { NEWEST, type RuleCode } from "./breach.ts";
import { areObjectsOf } from "./objects.ts";
import type { Reading, Rules, Typed } from "./reading.ts";

const NOTHING_BEFORE = "0".repeat(64);
const NAME_LENGTH = 60;
/** A quorum that Microsoft advises, at least. */
const ADVISED = 3;

export const OPENING: Rules = {
  opened: (reading, entry) => {
    const { data } = entry;
    const { script, earlier } = reading;
    reading.must("E-MEAN-OPENED", entry.seq === 0 && isOpening(reading, entry), entry);
    if (entry.seq !== 0) return;
    const isScript =
      data.script === script.name
      && data.officers === script.officers
      && data.required === script.quorum;
    reading.must("E-MEAN-SCRIPT", isScript, entry);
    const isEarlier =
      data.earlier.length === (script.continues ? 1 : 0)
      && entry.prev === (earlier?.head ?? NOTHING_BEFORE)
      && (earlier === null || isStanding(reading, earlier))
      && isToldOf(reading);
    reading.must("E-MEAN-EARLIER", isEarlier, entry);
    checkPeople(reading, entry, data.participants);
    reading.must("E-MEAN-RENEWED", isRenewal(reading), entry);
    reading.must("E-MEAN-NETWORK", isApart(reading, entry, data.network), entry);
    if (earlier !== null) reading.must("E-MEAN-PROVEN", isProven(reading, earlier), entry);
  },
  "step-began": (reading, entry) => {
    const { network } = entry.data;
    const { now } = reading;
    if (now?.id !== entry.data.step) return;
    const { kind } = now.action;
    const isOwed = kindOf(kind).secret && kind !== "find-domain";
    const isRead = network === undefined ? !isOwed : kindOf(kind).secret;
    const isFit = network === undefined || isApart(reading, entry, network);
    reading.must("E-MEAN-NETWORK", isRead && isFit, entry);
  },
  "step-done": (reading, entry) => {
    const { script, earlier, allDeviations } = reading;
    if (!makesKeys(script.steps)) return;
    const { officers = [], required, deviations = [] } = earlier ?? {};
    const isSame = officers.length === script.officers && required === script.quorum;
    for (const rule of countsBroken(reading))
      if (!(isSame && deviations.some((one) => one.rule === rule)))
        mustBeAccepted(reading, "E-MEAN-COUNTS", entry, allDeviations.get(rule));
  },
};

/** The rules that the numbers of officers do not meet. */
export function countsBroken({ script }: Reading): readonly ("quorum" | "spare")[] {
  const { officers, quorum } = script;
  return [
    ...(quorum < ADVISED ? (["quorum"] as const) : []),
    ...(quorum === officers ? (["spare"] as const) : []),
  ];
}

/** An exception to a rule is there, and says why. */
export function mustBeAccepted(
  reading: Reading,
  code: RuleCode,
  entry: Typed,
  accepted: Typed<"deviation-accepted"> | undefined,
): void {
  const isAccepted = accepted !== undefined && isPlain(accepted.data.reason, Infinity);
  reading.must(code, isAccepted, entry, accepted?.seq);
}

function isOpening({ script }: Reading, { data, station }: Typed<"opened">): boolean {
  return (
    data.confirmation === "apart"
    && isVersion(data.rules)
    && /^[0-9a-f]{32}$/.test(data.ceremony)
    && /^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(data.hsm)
    && station === script.steps[0]?.station
  );
}

/** The first version is not named: absent is the only way to say it. */
const isVersion = (rules: number | undefined): boolean =>
  rules === undefined || (rules > 1 && rules <= NEWEST);

/**
 * The HSM is the same one, or lost; the officers are the script's, each with keys of their own, or,
 * if others than these may leave, as many as Azure takes.
 */
function isStanding(reading: Reading, earlier: Earlier): boolean {
  const { script, opening, allSeats, version } = reading;
  const { officers, objects, required, hsm, last, rules, closedAt } = earlier;
  const isHsm = restores(script.steps) || hsm.toLowerCase() === opening.data.hsm.toLowerCase();
  const seats = officers.map(({ officer }) => officer);
  const mayDiffer = recounts(script.steps);
  const isEach =
    seats.join() === (mayDiffer ? seats.map((_, i) => i + 1) : allSeats).map(officerOf).join();
  const isCounted = mayDiffer ? countsOf(earlier) !== null : required === opening.data.required;
  return (
    isHsm
    && isVersion(rules)
    && (rules ?? 1) <= version
    && (closedAt === undefined) === (version === 1)
    && (last !== undefined || version === 1)
    && isCounted
    && isEach
    && areDistinct(officers.map(({ thumbprint }) => thumbprint))
    && areDistinct(
      officers.map(({ signingThumbprint }) => signingThumbprint).filter((one) => one !== ""),
    )
    && areDistinct((last?.people ?? []).map(({ role }) => role))
    && areDistinct((last?.scripts ?? []).map(({ script }) => script))
    && areDistinct(objects.map(({ object }) => object))
    && areObjectsOf(seats, objects)
  );
}

/** How many officers an earlier record has, and how many it takes; null if Azure does not take so many. */
function countsOf({ officers, required: quorum }: Earlier): Counts | null {
  const counts = { officers: officers.length, quorum };
  return areCounts(counts) ? counts : null;
}

/** What was proven before is each group of the numbers of then, or nothing. */
function isProven(reading: Reading, earlier: Earlier): boolean {
  const counts = countsOf(earlier);
  const { subsets } = earlier;
  return subsets.length === 0 || (counts !== null && reading.isEverySubset(subsets, counts));
}

/** The record before is described if there is one. */
function isToldOf({ earlier, opening }: Reading): boolean {
  const { anchor, unvouched, stamps } = opening.data;
  if (earlier === null)
    return anchor === undefined && unvouched === undefined && stamps === undefined;
  return (
    areDistinct(unvouched ?? [])
    && stamps?.length !== 0
    && areDistinct((stamps ?? []).map(({ sha256 }) => sha256))
  );
}

/** Each role once, as many officers as the script allows, and everyone a different person. */
export function checkPeople(
  reading: Reading,
  entry: Typed,
  people: readonly { readonly role: string; readonly name: string }[],
): void {
  const roles = people.map(({ role }) => role);
  const known = ["administrator", "witness", ...reading.allSeats.map(officerOf)];
  const { least, most } = comingOf(reading.script);
  const came = roles.filter((role) => role.startsWith("officer-")).length;
  const areRoles =
    areDistinct(roles)
    && roles.every((role) => known.includes(role))
    && roles.includes("administrator")
    && roles.includes("witness")
    && came >= least
    && came <= most;
  reading.must("E-MEAN-ROLES", areRoles, entry, reading.seatChange);
  const arePersons =
    people.every(({ name }) => isPlain(name, NAME_LENGTH))
    && areDistinct(people.map(({ name }) => folded(name)));
  reading.must("E-MEAN-PERSON", arePersons, entry, reading.seatChange);
}

/** Who had no seat before gets keys; nobody must, if there are other numbers than before. */
function isRenewal({ script, opening, earlier, allSeats, seats }: Reading): boolean {
  const { renewed, required } = opening.data;
  if (!renews(script.steps)) return renewed === undefined;
  // A script that renews continues something (rule 4).
  const { officers, required: quorum } = earlier ?? { officers: [], required };
  const before = officers.length;
  const mayBeNone = before !== allSeats.length || quorum !== required;
  return (
    renewed !== undefined
    && (renewed.length > 0 || mayBeNone)
    && areDistinct(renewed)
    && renewed.every((seat) => seats.includes(seat))
    && allSeats.every((seat) => seat <= before || renewed.includes(seat))
  );
}

/** In earnest the offline station has no network. */
const isApart = (
  { isRehearsal }: Reading,
  { station }: Typed,
  { up, wasOnline }: NetworkSummary,
): boolean => isRehearsal || station !== "offline" || (up.length === 0 && wasOnline !== "yes");

export const areDistinct = (values: readonly unknown[]): boolean =>
  new Set(values).size === values.length;
