// Rules 20 to 27: the steps of the way, each begun, performed and confirmed, in their order.
import { kindOf } from "../../ceremony-scripts/index.ts";
import { officerOf } from "../ceremony/ceremony.ts";
import type { Reading, Rules, Typed, Type } from "./reading.ts";
import { needsOf, type Need } from "./writers.ts";

const DONE = ["step-done", "handed-over", "seat-changed"] as const;

export const STEPS: Rules = {
  "step-began": (reading, entry) => {
    begins(reading, entry);
    const { now } = reading;
    const carries = now === null ? null : kindOf(now.action.kind).carries;
    reading.must("E-MEAN-ORDER", carries !== "in", entry, reading.latest(...DONE));
  },
  "taken-over": (reading, entry) => {
    begins(reading, entry);
    const { now } = reading;
    const carries = now === null ? null : kindOf(now.action.kind).carries;
    reading.must("E-MEAN-ORDER", carries === "in", entry, reading.latest(...DONE));
    const { from, head } = entry.data;
    const isWhole = from !== entry.station && head === entry.prev;
    reading.must("E-MEAN-CARRIED", isWhole, entry, reading.handOver);
  },
  "step-performed": (reading, entry) => {
    const { begun, performed, now, aborted } = reading;
    reading.must("E-MEAN-OVER", aborted === null, entry, aborted?.seq);
    const isUnderWay = begun?.step === entry.data.step && performed === null;
    const ends = now !== null && kindOf(now.action.kind).ends;
    reading.must("E-MEAN-PERFORMED", isUnderWay && !ends, entry, begun?.entry.seq);
    if (!isUnderWay || now === null) return;
    for (const need of needsOf(now.action.kind)) meets(reading, entry, need);
  },
  "step-done": (reading, entry) => {
    ends(reading, entry);
    const { now, performed } = reading;
    const { step, confirmedBy } = entry.data;
    const carries = now === null ? null : kindOf(now.action.kind).carries;
    const isRight =
      performed !== null
      && reading.begun?.step === step
      && confirmedBy === now?.confirm
      && carries !== "out";
    reading.must("E-MEAN-CONFIRMED", isRight, entry, performed?.seq);
  },
  "handed-over": (reading, entry) => {
    ends(reading, entry);
    const { now, performed } = reading;
    const { step, to } = entry.data;
    const carries = now === null ? null : kindOf(now.action.kind).carries;
    const isRight = performed !== null && reading.begun?.step === step && carries === "out";
    reading.must("E-MEAN-CONFIRMED", isRight, entry, performed?.seq);
    reading.must("E-MEAN-CARRIED", to === now?.action.to, entry, reading.handOver);
  },
  chosen: (reading, entry) => {
    const goTo = reading.now?.action.choices?.some((choice) => choice.goTo === entry.data.goTo);
    reading.must("E-MEAN-CHOICE", goTo === true, entry, reading.begun?.entry.seq);
  },
};

/** The next step, and no other; while none is in progress. */
function begins(reading: Reading, entry: Typed<"step-began" | "taken-over">): void {
  ends(reading, entry);
  const { now, begun } = reading;
  const comes = now?.id === entry.data.step && now.station === entry.station && reading.isOnPath;
  reading.must("E-MEAN-ORDER", comes, entry, reading.latest(...DONE));
  reading.must("E-MEAN-AGAIN", begun === null, entry, begun?.entry.seq);
}

/** No step continues once people decided to abort. */
function ends(reading: Reading, entry: Typed): void {
  const { abortDecided, aborted } = reading;
  const decision = abortDecided ?? aborted;
  reading.must("E-MEAN-OVER", decision === null, entry, decision?.seq);
}

function meets(reading: Reading, entry: Typed, { oneOf, since }: Need): void {
  const isMet = oneOf.some((type) => stands(reading, type, since));
  reading.must("E-MEAN-WORK", isMet, entry, reading.begun?.entry.seq);
}

function stands(reading: Reading, type: Type, since: Need["since"]): boolean {
  const officer = officerOf(reading.now?.seat ?? 0);
  if (type === "key-made") return reading.made.has(officer);
  if (type === "signer-bound") return reading.bound.has(officer);
  if (since === "ceremony") return reading.last(type) !== undefined;
  const last = reading.last(type);
  if (last === undefined || !reading.inRun(type)) return false;
  // A signing is done when all have signed.
  const act = reading.acts.get(last.hash);
  return act === undefined || act.present.every((one) => act.signed.has(one));
}
