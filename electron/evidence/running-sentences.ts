// The sentences of what happens around the steps.
import { named, theirs, type Line } from "../../ceremony-scripts/index.ts";
import {
  differenceIn, inText, joined, listed, networkIn, roleOf, stepOf, timeOf, whole,
} from "./phrases.ts";
import type { Sentences } from "./sentences.ts";

const DECISIONS = {
  continue: "to go on", repeat: "to do the step again", abort: "to abort the ceremony",
} as const;

const bags = (seals: readonly { readonly object: string; readonly seal: string }[]): Line =>
  seals.length === 0 ? ["none"]
    : joined(seals.map(({ object, seal }): Line => [theirs(object), " ", named(seal)]));

/** Entries that stand around the work of a step. */
type Around =
  | "exception-noted" | "incident-found" | "refused" | "room-witnessed" | "seat-taken"
  | "recess-began" | "recess-ended" | "resumed" | "seat-changed" | "aborted" | "step-began"
  | "step-performed" | "step-done" | "trial-begun" | "trial-told" | "passphrase-refused"
  | "handed-over"
  | "taken-over" | "differences-acknowledged";

export const RUNNING_SENTENCES: Sentences<Around> = {
  "exception-noted": ({ expected, happened, decided, decidedBy, decision = "continue" }) =>
    ["Exception. Expected: ", theirs(whole(expected)), " Happened: ", theirs(whole(happened)),
      ` ${listed(decidedBy.map(roleOf))} decided ${DECISIONS[decision]}: `, theirs(whole(decided))],
  "incident-found": ({ medium, files, foundAt }) =>
    [`INCIDENT, found at ${timeOf(foundAt)} UTC: a private key or a share lay on the medium `,
      named(medium), ", where none may be: ", ...joined(files.map((name): Line => [theirs(name)])),
      ". The ceremony stopped until two people decided."],
  "refused": ({ code }) => ["The app refused: ", named(code), "."],
  "room-witnessed": ({ projector, camera }) =>
    [`The witness looked at the room: the projector is ${projector ? "" : "not "}covered, ${
      camera ? "no camera sees" : "a camera may see"} the keyboard.`],
  "seat-taken": ({ officer }) => [`${roleOf(officer)} took the seat, alone at the screen.`],
  "recess-began": ({ seals = [] }) => ["Recess. Put into bags: ", ...bags(seals), "."],
  "recess-ended": ({ seals = [], confirmedBy }) =>
    ["End of the recess. Bags as found: ", ...bags(seals),
      confirmedBy === undefined ? "." : `; confirmed by ${inText(confirmedBy)}.`],
  "resumed": ({ step, done, again, confirmedBy }) =>
    [`After a stop it goes on with \u201c`, theirs(stepOf(step)), `\u201d${
      again ? ", done again" : ""}; ${String(done)} steps were certain. Confirmed by ${
      inText(confirmedBy)}.`],
  "seat-changed": ({ role, from, toRole, to, reason, decidedBy }) =>
    [theirs(from), ` (${inText(role)}) left for good; `, theirs(to), ` is ${inText(toRole)} from `
      + "here on. ", theirs(whole(reason)), ` Decided by ${listed(decidedBy.map(inText))}.`],
  "aborted": ({ reason, decidedBy }) =>
    [`${listed(decidedBy.map(roleOf))} aborted the ceremony: `, theirs(whole(reason))],
  "step-began": ({ network }) =>
    ["The step began.", ...network === undefined ? [] : [` ${networkIn(network)}`]],
  "step-performed": (_, { by }) => [`Performed by ${inText(by)}.`],
  "step-done": ({ confirmedBy }) => [`Confirmed by ${inText(confirmedBy)}.`],
  "trial-begun": ({ sealed }) =>
    ["A trainer has set trials in this rehearsal. Which they are is sealed until the end: SHA-256 ",
      named(`${sealed.slice(0, 16)}\u2026`), "."],
  "trial-told": ({ trials, seed }) =>
    ["The trials were told: ", ...joined(trials.map(({ trial, step, set }): Line =>
      [named(trial), ` in \u201c`, theirs(stepOf(step)), set ? "\u201d" : "\u201d (not set)"])),
    "; seed ", theirs(seed), "."],
  "differences-acknowledged": ({ differences }) => differences.length === 0
    ? ["The witness saw that nothing differs from the last ceremony: people, script, program."]
    : ["The witness acknowledged what differs from the last ceremony: ",
      ...joined(differences.map(differenceIn), "; "), "."],
  "passphrase-refused": ({ officer }) => [`A passphrase of ${inText(officer)} was wrong.`],
  "handed-over": ({ to }) => [`The record was handed over to the ${to} station.`],
  "taken-over": ({ from }) =>
    [`The record was taken over from the ${from} station, whole and checked.`],
};
