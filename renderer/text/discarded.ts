// Rehearsals that people discarded: what is asked before, what is kept, and how it comes back.
import type { DiscardedView, KnownCeremony } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { day } from "./times.ts";

export const DISCARDED = {
  discard: "Discard it",
  discardNow: "Discard it now",
  keep: "Keep it",
  title: "Discarded rehearsals",
  intro: "Each is whole, with its record and its keys, and comes back exactly as it was.",
  introSticks:
    "Each is whole, with its record, and with its keys where its media are on this computer, and "
    + "comes back exactly as it was. What is on USB sticks is neither kept, brought back nor wiped.",
  sticks: "What is on its USB sticks is neither kept, brought back nor wiped.",
  some: "Rehearsals that were discarded are kept:",
  see: "See them",
  close: "Close",
  undo: "Undo",
  remove: "Remove it for good",
  removeTitle: "Remove it for good?",
  lost:
    "Another ceremony was held with its media since, so it cannot be brought back. "
    + "It stays in this folder:",
} as const;

/** What is asked before a rehearsal is discarded. */
export const sureTitle = ({ name }: Pick<KnownCeremony, "name">): string =>
  `Discard the ${ceremonyInSentence(name)}?`;

/** What that does. */
export const sureIntro = ({ hsm, done, steps, onDrives = false }: KnownCeremony): string =>
  `Of the rehearsal with ${hsm}, ${done} of ${steps} steps are done. Discarded, it is set aside for `
  + `30 days, with its record${onDrives ? "" : " and its keys"}, and other ceremonies may start. Until `
  + `one starts with the same media, you can undo this at Home.${onDrives ? ` ${DISCARDED.sticks}` : ""}`;

/** Which it is, when it was discarded, and until when it is kept. */
export const discardedLine = (one: DiscardedView): string =>
  `${named(one)}, discarded on ${day(one.day)}. ${
    one.isOver ? `Its 30 days ended on ${day(one.until)}; it` : `It`
  } is kept until ${one.isOver ? "you remove it" : day(one.until)}.${
    one.onDrives ? ` ${DISCARDED.sticks}` : ""
  }`;

/** The same before it is removed: with the day by this computer's clock, which may be wrong. */
export const removeIntro = (one: DiscardedView, now: number): string =>
  `${named(one)}, discarded on ${day(one.day)}. By this computer’s clock today is ${day(now)}. `
  + (one.onDrives
    ? "Its record is deleted, which cannot be undone. The keys made in it are not wiped from its USB sticks: erase "
      + "the sticks if nobody needs them."
    : "Its record and the keys made in it are deleted, which cannot be undone.");

/** Its button, for those who hear it alone. */
export const undoLabel = (one: DiscardedView): string => `${DISCARDED.undo}: ${named(one)}`;

function named({ name, hsm, done, steps }: DiscardedView): string {
  const title = name === null ? "Unknown ceremony" : capital(ceremonyInSentence(name));
  return hsm === ""
    ? `${title}, whose record cannot be read`
    : `${title} of ${hsm}, ${done} of ${steps} steps done`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
