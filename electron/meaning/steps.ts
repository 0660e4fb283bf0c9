// Rules 20 to 27: the steps of the way, each begun, performed and confirmed, in their order.
import { kindOf } from "../../ceremony-scripts/index.ts";
import { officerOf } from "../ceremony/ceremony.ts";
import type { Reading, Rules, Typed, Type } from "./reading.ts";
import { needsOf, type Need } from "./writers.ts";

const DONE = ["step-done", "handed-over", "seat-changed"] as const;

export const STEPS: Rules = {
  "step-began": begins,
  "taken-over": (reading, entry) => {
    begins(reading, entry);
    const { from, head } = entry.data;
    const isWhole = from !== entry.station && head === entry.prev;
    reading.must("E-MEAN-CARRIED", isWhole, entry, reading.handOver);
  },
  "step-performed": (reading, entry) => {
    const { begun, performed, now } = reading;
    const isUnderWay = begun?.step === entry.data.step && performed === null;
    const ends = now !== null && kindOf(now.action.kind).ends;
    reading.must("E-MEAN-PERFORMED", isUnderWay && !ends, entry, begun?.entry.seq);
    for (const need of now === null ? [] : needsOf(now.action.kind)) meets(reading, entry, need);
  },
  "step-done": (reading, entry) => {
    const { now, performed } = reading;
    const { step, confirmedBy } = entry.data;
    const isRight =
      performed !== null
      && reading.begun?.step === step
      && confirmedBy === now?.confirm
      && carriedBy(reading) !== "out";
    reading.must("E-MEAN-CONFIRMED", isRight, entry, performed?.seq);
  },
  "handed-over": (reading, entry) => {
    const { now, performed } = reading;
    const { step, to } = entry.data;
    const isRight =
      performed !== null && reading.begun?.step === step && carriedBy(reading) === "out";
    reading.must("E-MEAN-CONFIRMED", isRight, entry, performed?.seq);
    reading.must("E-MEAN-CARRIED", to === now?.action.to, entry, reading.handOver);
  },
  chosen: (reading, entry) => {
    const goTo = reading.now?.action.choices?.some((choice) => choice.goTo === entry.data.goTo);
    reading.must("E-MEAN-CHOICE", goTo === true, entry, reading.begun?.entry.seq);
  },
};

/** The next step, and no other; while none is in progress, and before people decide to abort. */
function begins(reading: Reading, entry: Typed<"step-began" | "taken-over">): void {
  const { now, begun, abortDecided } = reading;
  reading.must("E-MEAN-OVER", abortDecided === null, entry, abortDecided?.seq);
  const comes =
    now?.id === entry.data.step
    && now.station === entry.station
    && (carriedBy(reading) === "in") === (entry.type === "taken-over")
    && reading.isOnPath;
  reading.must("E-MEAN-ORDER", comes, entry, reading.latest(...DONE));
  reading.must("E-MEAN-AGAIN", begun === null, entry, begun?.entry.seq);
}

/** Whether the current step hands the record over, or takes it over. */
const carriedBy = ({ now }: Reading): "in" | "out" | null =>
  now === null ? null : kindOf(now.action.kind).carries;

function meets(reading: Reading, entry: Typed, { oneOf, since }: Need): void {
  const isMet = oneOf.some((type) => stands(reading, type, since));
  reading.must("E-MEAN-WORK", isMet, entry, reading.begun?.entry.seq);
}

function stands(reading: Reading, type: Type, since: Need["since"]): boolean {
  // Whose key was made needs no question: rule 46 asks for it where the officer's key is opened.
  if (type === "signer-bound") return reading.bound.has(officerOf(reading.now?.seat ?? 0));
  const last = since === "run" ? reading.inRun(type) : reading.last(type);
  if (last === undefined) return false;
  // A signing is done when all have signed.
  const act = reading.acts.get(last.hash);
  return act === undefined || act.present.every((one) => act.signed.has(one));
}
