// Rules 31 to 38, 78, 84 and 96: exceptions, recesses, incidents, resumptions, aborts; the live image.
import {
  alike,
  CLOCKS_DIFFER_MS,
  folded,
  goesBack,
  imageIn,
  isPlain,
  openingDifferences,
  type Difference,
} from "../ceremony/ceremony.ts";
import { since } from "./breach.ts";
import { areDistinct } from "./opening.ts";
import type { Entry, Reading, Rules, Typed } from "./reading.ts";
import { kindsThatWrite } from "./writers.ts";

const LONGEST = 400;

export const HAPPENINGS: Rules = {
  "exception-noted": (reading, entry) => {
    const { expected, happened, decided, decision = "continue", step, corrects } = entry.data;
    const isSaid = [expected, happened, decided].every((text) => isPlain(text, Infinity));
    const mayRepeat = decision !== "repeat" || reading.begun !== null;
    const mayDecide = !reading.isOver || decision === "continue";
    const isOfStep = step === undefined || step === (reading.now?.id ?? "");
    const isOfEarlier = corrects === undefined || corrects.record === reading.earlier?.head;
    const isRight = isSaid && mayRepeat && mayDecide && isOfStep && isOfEarlier;
    reading.must("E-MEAN-EXCEPTION", isRight, entry, reading.begun?.entry.seq);
  },
  "recess-began": (reading, entry) => {
    const { seals } = entry.data;
    const isFree = reading.recess === null && reading.closing === null && !reading.isOver;
    const isListed =
      seals !== undefined
      && areDistinct(seals.map(({ object }) => object))
      && areDistinct(seals.map(({ seal }) => folded(seal)));
    reading.must("E-MEAN-RECESS", isFree && isListed, entry, reading.recess?.entry.seq);
  },
  "recess-ended": (reading, entry) => {
    const { recess } = reading;
    const { seals: after = [], confirmedBy } = entry.data;
    const before = recess?.entry.data.seals ?? [];
    const found = new Map(after.map(({ object, seal }) => [object, seal]));
    const isSame =
      after.length === before.length && before.every(({ object }) => found.has(object));
    const isRight = recess !== null && isSame && confirmedBy === "witness";
    reading.must("E-MEAN-RECESS", isRight, entry, recess?.entry.seq);
    if (!isRight) return;
    if (before.length === 0 && isLong(recess.entry, entry))
      excuse(reading, "E-MEAN-UNBAGGED", entry, recess);
    const areAlike = before.every(({ object, seal }) => alike(found.get(object) ?? "", seal));
    if (!areAlike) excuse(reading, "E-MEAN-BAGS", entry, recess);
  },
  resumed: (reading, entry) => {
    const { step, done, again, confirmedBy } = entry.data;
    const isRight =
      done === reading.done.length
      && step === (reading.now?.id ?? "")
      && again === (reading.begun !== null && reading.performed === null && !reading.isOver)
      && confirmedBy === "witness";
    reading.must("E-MEAN-RESUMED", isRight, entry, reading.begun?.entry.seq);
  },
  aborted: (reading, entry) => {
    reading.must("E-MEAN-ABORTED", isPlain(entry.data.reason, LONGEST), entry);
    reading.must(
      "E-MEAN-REMAINS",
      remainsAsRecorded(reading, entry),
      entry,
      reading.latest(...SENT),
    );
  },
  "differences-acknowledged": (reading, entry) => {
    const { earlier, performed } = reading;
    const isRight =
      earlier?.head === entry.data.since
      && performed !== null
      && entry.data.differences.map(spelled).join()
        === openingDifferences(reading.opening.data).map(spelled).join();
    reading.must("E-MEAN-DIFFERENCES", isRight, entry);
  },
  "image-heard": (reading, entry) => {
    const isRight = reading.performed !== null && entry.data.sha256 === imageOf(reading);
    reading.must("E-MEAN-IMAGE", isRight, entry);
  },
  // The first step opens it, and what it must have is there from then on.
  "step-done": (reading, entry) => {
    const isTold =
      reading.earlier === null || reading.last("differences-acknowledged") !== undefined;
    reading.must("E-MEAN-DIFFERENCES", isTold, entry);
    const isHeard = imageOf(reading) === null || reading.last("image-heard") !== undefined;
    reading.must("E-MEAN-IMAGE", isHeard, entry);
  },
};

type Recess = NonNullable<Reading["recess"]>;

/** Breaks a rule unless any exception was noted in the recess. */
function excuse(
  reading: Reading,
  code: "E-MEAN-BAGS" | "E-MEAN-UNBAGGED",
  { seq }: Typed<"recess-ended">,
  { entry: began, exception }: Recess,
): void {
  reading.must(code, exception !== null, { seq }, began.seq);
  if (exception !== null && since(code) <= reading.version)
    reading.excused.push({ code, entry: seq, by: exception.seq });
}

/** Most are of one day, which needs no calendar. */
const isLong = (one: Entry | Typed, other: Entry | Typed): boolean =>
  !other.at.startsWith(one.at.slice(0, DATE_LENGTH))
  && Date.parse(other.at) - Date.parse(one.at) > DAY;

const imageOf = ({ opening }: Reading): string | null => imageIn(opening.data.software.system);

/** The entries that show whether the HSM is active. */
const SENT = ["download-began", "download-ended", "upload-began", "upload-ended"] as const;

/** Rule 78: what an abort says about the HSM, and the media of each key that may have been made. */
function remainsAsRecorded(reading: Reading, { data: { remains } }: Typed<"aborted">): boolean {
  const [asked, answered, sent, taken] = SENT.map((type) => reading.last(type) !== undefined);
  const isInUse = reading.opening.data.renewed !== undefined;
  const because =
    isInUse || !(asked || sent)
      ? "hsm-untouched"
      : answered || taken
        ? "hsm-active"
        : "hsm-perhaps";
  const ofHsm = remains.filter(({ object }) => object === "hsm");
  const deed = asked ? "seal" : "destroy";
  const making = [...reading.making.keys()];
  const media = new Set(making.flatMap((officer) => [officer, `${officer}-backup`]));
  const named = new Set(remains.flatMap((one) => (one.deed === deed ? one.object : [])));
  return (
    ofHsm.length === 1
    && ofHsm[0]?.because === because
    && ofHsm[0].deed === DEED_OF_HSM[because]
    && [...media].every((label) => named.has(label))
    && remains.every((one) => !OF_KEYS.includes(one.because) || media.has(one.object))
    && isDestroyedAlone(remains)
  );
}

const OF_KEYS: readonly string[] = ["key-made", "key-perhaps"];
const DEED_OF_HSM = {
  "hsm-untouched": "none",
  "hsm-active": "delete",
  "hsm-perhaps": "ask",
} as const;

/** What is to be destroyed must not be used for anything else. */
function isDestroyedAlone(remains: Typed<"aborted">["data"]["remains"]): boolean {
  const gone = new Set(remains.flatMap(({ object, deed }) => (deed === "destroy" ? object : [])));
  return remains.every(({ object, deed }) => deed === "destroy" || !gone.has(object));
}

const spelled = ({ kind, of, before, now }: Difference): string =>
  JSON.stringify([kind, of, before, now]);

/** Besides entries of a step: nothing is done while people are away. */
const NOT_IN_RECESS: readonly string[] = [
  "step-began",
  "step-performed",
  "step-done",
  "handed-over",
  "taken-over",
  "seat-changed",
  "seat-taken",
  "passphrase-refused",
  "refusal-accepted",
];
const NOT_AFTER_INCIDENT: readonly string[] = [
  "step-began",
  "step-done",
  "handed-over",
  "closing",
  "closing-on-paper",
];

/** What waits for the end of a recess, or for a decision about an incident. */
export function checkStopped(reading: Reading, entry: Typed): void {
  const { recess, incident, aborted } = reading;
  if (recess !== null) {
    const isWork = kindsThatWrite(entry.type).length > 0 || NOT_IN_RECESS.includes(entry.type);
    reading.must("E-MEAN-RECESS", !isWork, entry, recess.entry.seq);
  }
  const isAfter = incident !== null && aborted === null && NOT_AFTER_INCIDENT.includes(entry.type);
  reading.must("E-MEAN-INCIDENT", !isAfter, entry, incident?.seq);
}

/** From where on a clock's going back is reported, in milliseconds. */
const TOLD = 1000;
/** From where on the time between two entries is reported. */
const DAY = 86_400_000;
const DATE_LENGTH = 10;

/** Time increases within one station's run. */
export function checkTime(reading: Reading, entry: Typed, before: Entry | undefined): void {
  if (before === undefined) return;
  if (isLong(before, entry)) reading.gaps.push(entry.seq);
  reading.must("E-MEAN-TIME", !goesBack(entry.type, entry.at, before.at), entry, before.seq);
  const back = Date.parse(before.at) - Date.parse(entry.at);
  if (back >= TOLD) reading.wentBack.push(entry.seq);
}

const WAIT = 1800;
const ROUNDING = 2;

/** Times in an entry, besides its own. */
export const MOMENTS: Rules = {
  opened: (reading, entry) => {
    const { last, closedAt = "" } = reading.earlier ?? {};
    const { at = "" } = last ?? {};
    if (last !== undefined) reading.must("E-MEAN-MOMENT", at !== "", entry);
    // A clock that ran ahead at its opening did so at its end, which E-MEAN-BEFORE is about.
    if (!(timeOf(at) <= timeOf(closedAt))) isPast(reading, entry, at);
    for (const { time } of entry.data.stamps ?? []) isPast(reading, entry, time);
    checkAfter(reading, entry);
    const apart = Math.abs(timeOf(entry.data.clock) - timeOf(entry.at));
    reading.must("E-MEAN-MOMENT", apart <= CLOCKS_DIFFER_MS, entry);
  },
  "step-done": (reading, entry) => {
    const isTold = reading.jumpedFrom.has(reading.earlier?.closedAt ?? "");
    reading.must("E-MEAN-BEFORE", isTold || !(aheadOf(reading) > CLOCKS_DIFFER_MS), entry);
  },
  "clock-jumped": (reading, entry) => {
    const { before, after } = entry.data;
    const apart = Math.abs(timeOf(after) - timeOf(entry.at));
    const isSo = apart <= CLOCKS_DIFFER_MS && !Number.isNaN(timeOf(before));
    reading.must("E-MEAN-MOMENT", isSo, entry);
  },
  "exception-noted": (reading, entry) => {
    isPast(reading, entry, entry.data.notedAt ?? "");
  },
  "incident-found": (reading, entry) => {
    isPast(reading, entry, entry.data.foundAt);
  },
  "part-taken": (reading, entry) => {
    const { closedAt } = entry.data;
    isPast(reading, entry, closedAt);
    const ended = timeOf(reading.earlier?.closedAt ?? "");
    // Without one of the two there is nothing to compare.
    const isAfter = !(timeOf(closedAt) < ended - CLOCKS_DIFFER_MS);
    reading.must("E-MEAN-BEFORE", isAfter, entry);
  },
  "backup-named": (reading, entry) => {
    isPast(reading, entry, `${entry.data.takenAt}T00:00:00.000Z`);
  },
  "restore-waited": (reading, entry) => {
    const ended = reading.last("backup-ended");
    const { since, advised, waited } = entry.data;
    const between = (Date.parse(entry.at) - Date.parse(since)) / 1000;
    const isLongEnough = advised === WAIT && (reading.isRehearsal || waited >= advised);
    const isRight = since === ended?.at && Math.abs(between - waited) <= ROUNDING && isLongEnough;
    reading.must("E-MEAN-MOMENT", isRight, entry, ended?.seq);
  },
};

/** How long before the end of the record that it continues this one was opened; less than 0 if after it. */
const aheadOf = ({ earlier, opening }: Reading): number =>
  timeOf(earlier?.closedAt ?? opening.at) - timeOf(opening.at);

/** A record says when the one before ended, and shows where its own clock contradicts that. */
function checkAfter(reading: Reading, entry: Typed<"opened">): void {
  const { earlier } = reading;
  if (earlier === null) return;
  reading.must("E-MEAN-BEFORE", !Number.isNaN(timeOf(earlier.closedAt ?? "")), entry);
  if (aheadOf(reading) >= TOLD) reading.wentBack.push(entry.seq);
}

/** @param at as an entry's `at`, or "" */
function isPast(reading: Reading, entry: Typed, at: string): void {
  const isRight = at === "" || timeOf(at) - timeOf(entry.at) <= CLOCKS_DIFFER_MS;
  reading.must("E-MEAN-MOMENT", isRight, entry);
}

/** Milliseconds since 1970; NaN if it has not the form of an entry's `at`, or is an invalid day. */
export function timeOf(at: string): number {
  const time = Date.parse(at);
  return Number.isNaN(time) || new Date(time).toISOString() !== at ? NaN : time;
}
