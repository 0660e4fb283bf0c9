// The frame around a ceremony: bar, rail, ledger, foot, the call of an officer.
import { sentence, type Sentence, type Value } from "../../electron/text/text.ts";
import type { CeremonyName, WindowView } from "../../electron/bridge/view.ts";
import { said, say } from "./say.ts";

/** A station within a sentence; an unknown word is returned unchanged. */
export const stationOf = (station: string): Value =>
  station === "offline" || station === "connected" ? sentence(`frame.station.${station}`) : station;

/** Every ceremony, in the order of a list. */
export const ceremonyNames = ({ home }: WindowView): readonly CeremonyName[] =>
  Object.keys(home.may) as CeremonyName[];

/** A ceremony's name at the head of the window. */
export const ceremonyTitle = (name: CeremonyName): string => say(`frame.ceremonyTitles.${name}`);

/** The same within a sentence. */
export const titleInText = (name: CeremonyName): Sentence => sentence(`frame.titlesInText.${name}`);

/** "Officer 2". */
export const officerTitle = (seat: number): string => say("frame.role.officer", { seat });

/** A role in words: "Officer 2"; an unknown word is returned unchanged. */
export const roleOf = (role: string): Value => roleIn("role", role);

/** The same within a sentence: "officer 2". */
export const roleInText = (role: string): Value => roleIn("roleInText", role);

function roleIn(where: "role" | "roleInText", role: string): Value {
  if (role === "administrator" || role === "witness") return sentence(`frame.${where}.${role}`);
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? role : sentence(`frame.${where}.officer`, { seat });
}

/** A role in words. */
export const roleTitle = (role: string): string => said(roleOf(role));

/** A script is plain ASCII; on paper an apostrophe is curved. */
export const typeset = (text: string): string => text.replaceAll("'", "\u2019");

/** Spoken words, in quotation marks. */
export const quoted = (text: Value): string => say("frame.quoted", { text });

/** The planned duration of a step. */
export const plannedMinutes = (minutes: number): string => say("frame.plannedMinutes", { minutes });

/** The time left by the plan. */
export function timeLeft(minutes: number): string {
  if (minutes <= 0) return say("frame.timeLeft.none");
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return say("frame.timeLeft.minutes", { rest });
  return rest === 0
    ? say("frame.timeLeft.hours", { hours })
    : say("frame.timeLeft.both", { hours, rest });
}

/** "Step 2.4; 5 of 22 are done". */
export const stepOf = (number: string, done: number, steps: number): string =>
  say("frame.stepOf", { number, done, steps });

interface Acting {
  readonly role: string;
  readonly title: string;
  readonly name: string;
  readonly verb: string;
  readonly detail: string;
}

/** For a screen reader, at each change: the step, who acts, and what they do. */
export const stepSpoken = (
  number: string,
  step: Value,
  { role, title, name, verb, detail }: Acting,
): string =>
  say("frame.spoken", {
    number,
    step: typeset(said(step)),
    who: role === "nobody" ? name : sentence("frame.acts", { title, name }),
    verb,
    detail,
  });

/** For a screen reader, once the record is closed. */
export const closedSpoken = (title: Value): string => say("frame.closedSpoken", { title });

/** The number of entries in the record. */
export const entryCount = (entries: number): string => say("frame.entryCount", { entries });

/** The number of exceptions that are on this computer's disk and not yet in the record. */
export const waitingLine = (count: number): string =>
  count === 0 ? "" : say("frame.waiting", { count });

interface NetworkWords {
  readonly state: "none" | "up";
  readonly line: string;
  readonly detail: string;
}

/** The network's state in plain words. Red is allowed in a rehearsal only. */
export function networkWords(
  up: readonly string[],
  wasOnline: "yes" | "no" | "unknown",
  mode: "REHEARSAL" | "PRODUCTION",
  station: "offline" | "connected" | null,
): NetworkWords {
  if (up.length === 0) {
    const isNeeded = station === "connected" && mode === "PRODUCTION";
    const detail = isNeeded ? say("frame.network.needed") : say(`frame.since.${wasOnline}`);
    return { state: "none", line: say("frame.network.none"), detail };
  }
  const detail = station === "connected" ? "used" : mode === "REHEARSAL" ? "allowed" : "refused";
  return { state: "up", line: say("frame.network.up"), detail: say(`frame.network.${detail}`) };
}

/** The progress of a ceremony's preparation: a rehearsal first makes its history. */
export function preparingLine(name: CeremonyName, mode: "REHEARSAL" | "PRODUCTION"): string {
  if (name === "attestation") return say("frame.partsRead");
  const isFirst = name === "activation" || name === "adoption" || name === "recovery-alone";
  if (mode === "REHEARSAL" && (isFirst || name === "recovery")) return say(`frame.laid.${name}`);
  return isFirst ? say("frame.madeReady") : say("frame.lastRead");
}

/** What the witness saw, from the entry's facts; without an entry it is still to come. */
export function witnessLines(
  facts: { readonly projector: boolean; readonly camera: boolean } | null,
): readonly { readonly line: string; readonly isSeen: boolean }[] {
  if (facts === null) return [{ line: say("frame.notWitnessed"), isSeen: false }];
  return (["projector", "camera"] as const).map((what) => ({
    line: say(`frame.witnessed.${what}.${facts[what]}`),
    isSeen: facts[what],
  }));
}

/** The curtain's call. */
export const takeTheSeat = (name: string): string => say("frame.takeTheSeat", { name });
/** The officer's answer. */
export const iAm = (name: string): string => say("frame.iAm", { name });
/** While the passphrase is typed. */
export const typesNow = (name: string): string => say("frame.typesNow", { name });
