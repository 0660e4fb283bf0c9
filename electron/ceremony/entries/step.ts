// A step: begun, performed, confirmed. A hand-over of the record to the other station is one too.
import * as z from "zod/mini";
import { sentence } from "../../text/sentence.ts";
import { fault } from "./faults.ts";
import { entry } from "./entry.ts";
import { count, digest, network, role, station, text, time, truth } from "./forms.ts";
import type { Opening } from "./opening.ts";
import { networkIn, roleIn, several, stepNamed } from "./holes.ts";

/** An act whose end is being signed; on paper no signature is awaited. */
export interface ActSigning {
  /** Of the entry that is signed. */
  readonly hash: string;
  readonly act: string;
  readonly present: readonly string[];
  readonly signed: readonly string[];
  readonly onPaper: boolean;
}

/** Which steps are done, and the progress of the current one. */
export interface Steps {
  readonly began: string | null;
  /** Every step that ever began, done or not. */
  readonly tried: readonly string[];
  /** The step that was performed, and waits for who confirms it. */
  readonly performed: string | null;
  /** As `performed`, for a take-over: it cannot be repeated, only its words compared again. */
  readonly arrived: string | null;
  readonly done: readonly string[];
  /** By the id of a choosing step: the id of the chosen step. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Within a step that signs an act; null outside. */
  readonly actSigning: ActSigning | null;
}
export const NO_STEPS: Steps = {
  began: null,
  tried: [],
  performed: null,
  arrived: null,
  done: [],
  chosen: {},
  actSigning: null,
};

/** No step is in progress. */
export const BETWEEN_STEPS = { began: null, performed: null, arrived: null, actSigning: null };

/** The step that began is done. @throws Fault E-STATE-RECORD for any other */
export function stepDone(step: string | null, state: Steps): Partial<Steps> {
  if (step === null || step !== state.began) throw fault("E-STATE-RECORD");
  return { ...BETWEEN_STEPS, done: [...state.done, step] };
}

/** The signers of an act who have not signed yet. */
export const unsignedIn = ({ present, signed, onPaper }: ActSigning): readonly string[] =>
  onPaper ? [] : present.filter((officer) => !signed.includes(officer));

/** Whether this record records the performance of each step separately. */
const isApart = ({ opened }: Opening): boolean => opened?.confirmation === "apart";

/** A step is confirmed after it was performed; early records did not distinguish the two. */
function confirmed(step: string, state: Steps & Opening): Partial<Steps> {
  if (isApart(state) && state.performed !== step) throw fault("E-STATE-RECORD");
  return stepDone(step, state);
}

export const STEP = {
  "step-began": entry({
    by: "app",
    form: z.strictObject({ step: text, network: z.exactOptional(network) }),
    evolve: ({ step }, { tried }: Steps) => ({ began: step, tried: [...tried, step] }),
    minutes: ({ network: read }) =>
      several(sentence("entries.step-began"), read !== undefined && networkIn(read)),
    facts: ({ step }) => ({ step }),
  }),
  /**
   * Between two steps the clock was set, or the computer slept; or at a take-over the stations'
   * clocks differ: RFC 3339, UTC.
   */
  "clock-jumped": entry({
    by: "app",
    form: z.strictObject({ before: time, after: time }),
    minutes: ({ before, after }) => sentence("ledger.clock-jumped", { before, after }),
    facts: ({ before, after }) => ({ before, after }),
  }),
  /** The network was red while something secret was open: the vaults were ended. */
  "network-seen": entry({
    by: "app",
    form: z.strictObject({ step: text, network }),
    afterAbort: true,
    minutes: ({ network: read }) => several(sentence("entries.network-seen"), networkIn(read)),
    facts: ({ network: { up } }) => ({ up }),
  }),
  /** The step has been performed; it has not been confirmed yet. */
  "step-performed": entry({
    by: "doer",
    form: z.strictObject({ step: text }),
    evolve: ({ step }, { began, performed, actSigning }: Steps) => {
      const isUnsigned = actSigning !== null && unsignedIn(actSigning).length > 0;
      if (step !== began || performed !== null || isUnsigned) throw fault("E-STATE-RECORD");
      return { performed: step };
    },
    minutes: (_, __, by) => sentence("entries.step-performed", { who: roleIn(by) }),
    facts: ({ step }) => ({ step }),
  }),
  "step-done": entry({
    by: "confirmer",
    form: z.strictObject({ step: text, confirmedBy: text }),
    evolve: ({ step }, state: Steps & Opening) => confirmed(step, state),
    minutes: ({ confirmedBy }) => sentence("entries.step-done", { who: roleIn(confirmedBy) }),
    facts: ({ step }) => ({ step }),
  }),
  /** One of several choices was made: the id of the chosen step. */
  chosen: entry({
    by: "doer",
    form: z.strictObject({ step: text, goTo: text }),
    evolve: ({ step, goTo }, { chosen }: Steps) => ({ chosen: { ...chosen, [step]: goTo } }),
    minutes: ({ step, goTo }) =>
      sentence("entries.chosen", { decision: stepNamed(step), step: stepNamed(goTo) }),
    facts: ({ step, goTo }) => ({ step, goTo }),
  }),
  "handed-over": entry({
    by: "confirmer",
    form: z.strictObject({ step: text, to: station }),
    evolve: ({ step, to }, state: Steps & Opening) => ({
      ...confirmed(step, state),
      station: null,
      handedTo: to,
    }),
    minutes: ({ to }) => sentence("ledger.handed-over", { to }),
    facts: ({ to }) => ({ to }),
  }),
  "taken-over": entry({
    by: "doer",
    form: z.strictObject({ step: text, from: station, head: digest }),
    evolve: ({ step }, state: Steps & Opening) => ({
      ...(isApart(state)
        ? { began: step, performed: step, arrived: step }
        : { done: [...state.done, step], began: null }),
      station: state.handedTo,
      handedTo: null,
    }),
    minutes: ({ from }) => sentence("ledger.taken-over", { from }),
    facts: ({ step, from }) => ({ step, from }),
  }),
  /** After a break: where it continues, how many steps were done, whether that one had begun. */
  resumed: entry({
    by: "witness",
    form: z.strictObject({ step: text, done: count, again: truth, confirmedBy: role }),
    afterAbort: true,
    minutes: ({ step, done, again, confirmedBy }) =>
      sentence("entries.resumed", { step: stepNamed(step), again, done, who: roleIn(confirmedBy) }),
  }),
};
