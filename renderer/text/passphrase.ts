// Every sentence of the passphrase window.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import type { Lack } from "../passphrase/readiness.ts";
import type { Refusal } from "../passphrase/refused.ts";
import type { Layout } from "../passphrase/keyboard-layout.ts";

/** What stands still. */
export const WORDS = {
  windowTitle: (seat: number) => `Passphrase of officer ${seat}`,
  waitingTitle: "Passphrase",
  waiting: "One moment: the secure process is starting.",
  rehearsal: "REHEARSAL",
  offline: "OFFLINE",
  newTitle: "Choose your passphrase",
  newHint:
    "Seven or more words that nobody would guess. Write them on the paper for your envelope.",
  drawnHint: "Type the seven words from your paper, with one space between.",
  openTitle: "Type your passphrase",
  openHint: "Everyone else looks away. There is no time limit.",
  wrong: "That was not the passphrase of this key. Nothing is lost.",
  usual:
    "Type it once more, slowly. The usual reasons: Caps Lock or the keyboard layout, both shown "
    + "below as soon as you type; or first letters that were typed before this window was there.",
  first: "Passphrase",
  second: "Repeat passphrase",
  hold: "Hold to show",
  holdFirst: "Hold to show the passphrase",
  holdSecond: "Hold to show the second line",
  propose: "Propose words",
  startAgain: "Start again",
  notNow: "Not now",
  useNew: "Use this passphrase",
  useOpen: "Open my key",
  kept: "Not stored anywhere. Nobody can recover it for you.",
  readyOpen: "Used for this turn only, not stored anywhere.",
  busyNew: "The secure process is receiving it.",
  busyOpen: "The secure process is trying it. This takes a few seconds.",
  taken: "Received. This window closes by itself.",
  left: "You chose \u201cNot now\u201d. This window closes by itself.",
  gone: "The secure process has ended. Nothing was written.",
  goneNext: "Press \u201cNot now\u201d and start this step again.",
  over: "It can no longer be used here.",
} as const;

/** How often it may be typed, this time included. */
export const triesLine = (tries: number): string =>
  tries === 1
    ? "This is the last try; after it the step starts again, and nothing is lost."
    : `You have ${tries} tries; after them the step starts again, and nothing is lost.`;

/** What the line under the fields says of the machine. */
export const MACHINE = {
  caps: "Caps Lock",
  capsIs: { on: "ON", off: "off", unknown: "known after the first key" },
  capsWarning: "Caps Lock is on. Press the Caps Lock key once to switch it off.",
  layout: "Keyboard layout",
  layoutIs: (layout: Layout): string => {
    if (layout.kind === "known") return layout.name;
    if (layout.kind === "other") return `other: ${layout.letters.toUpperCase()}`;
    return "unknown on this machine";
  },
  network: "Network",
  networkIs: (up: boolean, mode: PassphraseTurn["mode"]) =>
    !up ? "none" : mode === "REHEARSAL" ? "up: allowed in a rehearsal" : "a network is up",
} as const;

/** The drawing of words. */
export const PROPOSAL = {
  title: "Write these words down",
  hint: "They go into the sealed passphrase envelope. Only you may look at this screen.",
  form: "All in lower case, with one space between two words.",
  bits: (count: number, bits: number) =>
    `Picked at random from ${count} words: ${bits} bits, strong enough.`,
  after: "Then they are hidden, and you type them from your paper, twice.",
  other: "Pick other words",
  written: "I have written them down",
  own: "I choose my own",
  unread:
    "The words are only on the screen; a screen reader does not get them. "
    + "If you cannot see them, choose your own.",
  failed: "This machine cannot pick words. Choose your own.",
} as const;

/** How strong, beside the bar. */
export const STRENGTH = {
  label: "Strength",
  needed: (bits: number) => `Needs ${bits} bits`,
  none: "nothing to measure yet",
  unknown: "cannot be measured",
  enough: (bits: number) => `${bits} bits: strong enough`,
  tooWeak: (bits: number) => `${bits} bits: too weak`,
  allowed: "Too weak for a real key; allowed in a rehearsal.",
} as const;

/** Why it cannot be used yet. */
export const LACKS: Readonly<Record<Lack, string>> = {
  network: "This computer has a network: no passphrase is accepted. Press \u201cNot now\u201d.",
  nothing: "Type your passphrase.",
  short: "Too short: use 8 characters or more.",
  long: "Too long: 1024 characters at most.",
  blank: "A passphrase cannot be only spaces.",
  weak: "Too weak: add another word.",
  once: "Type it again, in the second line.",
  differs: "The two lines are not the same yet.",
  measuring: "One moment: its strength is being measured.",
  unmeasured: "Its strength cannot be measured here. Press \u201cNot now\u201d.",
};

/** Why something was not let in. It never repeats what was typed. */
export const REFUSALS: Readonly<Record<Exclude<Refusal, "undo">, string>> = {
  sign:
    "That character isn\u2019t allowed: use the letters, digits and signs of an English "
    + "keyboard.",
  foreign:
    "That is not a plain letter, digit or sign. Passphrases chosen in this app have only those.",
  paste: "Pasting is refused: other programs can read what is on a clipboard. Type it by hand.",
  drop: "Dropping something here is refused. Type it by hand.",
  copy: "Copying is refused: other programs can read what is on a clipboard.",
};

/** How many characters stand in a line, and whether the second is as the first. */
export const counted = (length: number): string =>
  length === 0 ? "empty" : length === 1 ? "1 character" : `${length} characters`;

/** The count of the second line. */
export const countedAgain = (length: number, same: boolean): string =>
  length === 0 ? counted(0) : `${counted(length)}, ${same ? "the same" : "not yet the same"}`;
