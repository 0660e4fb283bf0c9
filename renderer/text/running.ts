// What comes around a step: its confirmation, exceptions, recess, seats, stops.
import { sentence, type Value } from "../../electron/text/text.ts";
import { mediumOf } from "./objects.ts";
import { said, say } from "./say.ts";

/** When the recess began. */
export const recessSince = (time: string): string => say("running.recessSince", { time });

const DEEDS = ["destroy", "seal", "erase", "ask", "delete", "none"] as const;

const REASONS = [
  "key-made",
  "key-perhaps",
  "passphrase",
  "domain",
  "domain-perhaps",
  "certificates",
  "opened",
  "blob-made",
  "blob-sent",
  "shares-gone",
  "key-reader",
  "hsm-untouched",
  "hsm-perhaps",
  "hsm-active",
] as const;

/** A deed and its reason in words; a word that is not known stands as it is. */
export function deedLine(deed: string): string {
  const known = DEEDS.find((one) => one === deed);
  return known === undefined ? deed : say(`running.deeds.${known}`);
}
export function becauseLine(because: string): string {
  const known = REASONS.find((one) => one === because);
  return known === undefined ? because : say(`running.because.${known}`);
}

const THINGS = ["role-assignment", "blob", "shares", "hsm"] as const;

function thingOf(name: string): Value {
  const [, seat] = /^envelope-(\d+)$/.exec(name) ?? [];
  if (seat !== undefined) return sentence("running.envelope", { seat });
  const known = THINGS.find((one) => one === name);
  return known === undefined ? mediumOf(name) : sentence(`running.things.${known}`);
}

/** A thing of the script, or of what remains, by its name there. */
export const thingName = (name: string): string => said(thingOf(name));

/** The same before a colon: "Officer 2, own medium". */
const thingBefore = (name: string): string => thingName(name).replace(": ", ", ");

/** The field for the number of the bag that something goes into. */
export const bagLine = (name: string): string =>
  say("running.recess.bag", { thing: thingBefore(name) });

/** The number of that bag. */
export const bagWas = (name: string, seal: string): string =>
  say("running.recess.was", { thing: thingBefore(name), seal });

/** How long an act, or the current step, has taken: "12 of 20 min". */
export const soFar = (spent: number, planned: number): string =>
  say("running.soFar", { spent, planned });

/** A step that takes far longer than planned. There is no limit. */
export const overrun = (spent: number, planned: number): string =>
  say("running.overrun", { spent, planned });
