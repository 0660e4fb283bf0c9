// The texts around a step: its confirmation, exceptions, recess, seats, interruptions.
import { known, sentence, type Value } from "../../electron/text/text.ts";
import { mediumOf } from "./objects.ts";
import { said, say } from "./say.ts";

/** When the recess began. */
export const recessSince = (time: string): string => say("running.recessSince", { time });

/** A deed and its reason in words; an unknown word is returned unchanged. */
export const remedyLine = (deed: string): string => said(known(`running.deeds.${deed}`) ?? deed);
export const becauseLine = (because: string): string =>
  said(known(`running.because.${because}`) ?? because);

function thingOf(name: string): Value {
  const [, seat] = /^envelope-(\d+)$/.exec(name) ?? [];
  if (seat !== undefined) return sentence("running.envelope", { seat });
  return known(`running.things.${name}`) ?? mediumOf(name);
}

/** A thing of the script, or of what remains, by its name there. */
export const thingName = (name: string): string => said(thingOf(name));

/** The same before a colon: "Officer 2, own medium". */
function thingBefore(name: string): Value {
  const [, own, backup, envelope] =
    /^(?:officer-(\d+)|officer-(\d+)-backup|envelope-(\d+))$/.exec(name) ?? [];
  if (own !== undefined) return sentence("running.before.officer", { seat: own });
  if (backup !== undefined) return sentence("running.before.backup", { seat: backup });
  if (envelope !== undefined) return sentence("running.before.envelope", { seat: envelope });
  return thingOf(name);
}

/** The field for the number of the object's bag. */
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
