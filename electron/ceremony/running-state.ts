// What changes around the steps: performed and confirmed, exceptions, recess, seats, an abort.
import { unsignedIn } from "./act-signing.ts";
import type { EventData } from "./events.ts";
import { fault } from "./faults.ts";
import type { RunningEvents } from "./running-events.ts";
import type { Change, State } from "./state.ts";

/** What may stand after an abort: how the record is closed, and what happens meanwhile. */
export const AFTER_ABORT: readonly string[] = [
  "signer-known", "room-witnessed", "seat-taken", "passphrase-refused", "closing", "signed",
  "closing-on-paper", "incident-found", "exception-noted", "refused", "resumed", "trial-told",
];

/** Whether this record says of each step first that it was performed. */
const isApart = (state: State): boolean => state.opened?.confirmation === "apart";

/** A step is confirmed after it was performed; early records did not tell the two apart. */
function confirmed(step: string, state: State): Partial<State> {
  if (isApart(state) && state.performed !== step) throw fault("E-STATE-RECORD");
  return done(step, state);
}

/** The end of a ceremony is its last step's end; an aborted one has no step any more. */
export const ended = (state: State): Partial<State> =>
  state.aborted === null ? done(state.began, state) : {};

/** The step that began, and no other, is done. */
function done(step: string | null, state: State): Partial<State> {
  if (step === null || step !== state.began) throw fault("E-STATE-RECORD");
  return {
    done: [...state.done, step], began: null, performed: null, arrived: null, actSigning: null,
  };
}

/** The same people, with one in another's place. */
function seatChanged(
  { role, toRole, to }: EventData["seat-changed"], opened: State["opened"],
): State["opened"] {
  if (opened === null) return null;
  const participants = opened.participants.map((person) =>
    person.role === role ? { role: toRole, name: to } : person);
  return { ...opened, participants };
}

type Running =
  keyof RunningEvents | "step-began" | "step-done" | "handed-over" | "taken-over";

/** The changes by entry type, a part of the fold's. */
export const RUNNING: { readonly [Type in Running]?: Change<Type> } = {
  "incident-found": (data) => ({ incident: data }),
  "exception-noted": ({ decision = "continue", notedAt = "" }, state) => {
    const { recess, incident, arrived, aborted, abortDecided } = state;
    return {
      // What people wrote before it was found decides nothing about it.
      incident: notedAt !== "" && notedAt < (incident?.foundAt ?? "") ? incident : null,
      recess: recess === null ? null : { ...recess, excepted: true },
      // What is noted after it does not take it back.
      abortDecided: aborted === null && (abortDecided || decision === "abort"),
      // A step that is begun again was not performed; what came from the other station stays here.
      ...(decision === "repeat" && arrived === null
        ? { began: null, performed: null, actSigning: null } : {}),
    };
  },
  "recess-began": ({ seals = [] }) => ({ recess: { seals, excepted: false } }),
  "recess-ended": () => ({ recess: null }),
  "seat-changed": (data, { opened }) => ({ opened: seatChanged(data, opened) }),
  aborted: (data) => ({
    aborted: data, abortDecided: false, began: null, performed: null, arrived: null, recess: null,
    actSigning: null,
  }),
  "trial-begun": (_, { opened, trial }) => {
    if (opened?.mode !== "REHEARSAL" || trial !== "none") throw fault("E-STATE-RECORD");
    return { trial: "begun" };
  },
  "trial-told": (_, { trial }) => {
    if (trial !== "begun") throw fault("E-STATE-RECORD");
    return { trial: "told" };
  },
  "step-began": ({ step }, { tried }) => ({ began: step, tried: [...tried, step] }),
  "step-performed": ({ step }, state) => {
    const { actSigning } = state;
    const isUnsigned = actSigning !== null && unsignedIn(actSigning).length > 0;
    if (step !== state.began || state.performed !== null || isUnsigned)
      throw fault("E-STATE-RECORD");
    return { performed: step };
  },
  "step-done": ({ step }, state) => confirmed(step, state),
  "handed-over": ({ step, to }, state) =>
    ({ ...confirmed(step, state), station: null, handedTo: to }),
  "taken-over": ({ step }, state) => ({
    ...(isApart(state) ? { began: step, performed: step, arrived: step }
      : { done: [...state.done, step], began: null }),
    station: state.handedTo,
    handedTo: null,
  }),
};
