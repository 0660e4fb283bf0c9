// The form that opens a ceremony: who is here, which HSM, keys of which size.
import type { WindowView } from "../../electron/bridge/view.ts";

interface Size {
  readonly value: string;
  readonly label: string;
}

const SIZES: readonly Size[] = ["4096", "3072", "2048"].map((value) => ({ value, label: value }));

const SHORT: Size = { value: "2048", label: "2048: quicker, for a short rehearsal" };

/** The sentences of the form. */
export const OPENING = {
  hsm: "Name of the HSM",
  hsmHint: "3 to 24 letters, digits and hyphens",
  hsmWrong: "3 to 24 letters, digits and hyphens; starts with a letter.",
  administrator: "Administrator",
  witness: "Witness",
  officer: (seat: number): string => `Officer ${seat}`,
  people: "Who is in the room",
  absent: "Leave a name empty if the officer is not here.",
  bits: "Size of the officers’ keys",
  nobody: "Who runs this computer",
  same: "This name is used twice.",
  needHsm: "Enter the name of the HSM",
  needName: (role: string): string => `Enter the name of the ${role.toLowerCase()}`,
  needOfficers: (least: number): string =>
    least === 1 ? "Say which officer is here" : `At least ${least} officers must be here`,
  renewed: (seat: number): string => `The key of officer ${seat} is replaced`,
  renewedHint:
    "Mark whose key is replaced: because an officer leaves, or a key is lost or in "
    + "doubt. Then enter the name of the person who has it from today on.",
  needRenewed: "Mark whose key is replaced",
  attested: (officer: string): string => `${officer}: attested`,
  which: "Which officer is here?",
  tooMany: (most: number): string => `At most ${most} may be here as officers`,
  say: "I read back what was entered. Each of you, say so if your name or role is wrong.",
  readBack: "First read it aloud",
  correct: "It is all correct: open",
  change: "Change something",
  renewedKeys: "Keys to be replaced",
  needOthers: "One person may have only one role",
} as const;

/** Sizes to choose from. With the smallest one a rehearsal is short. */
export const sizesIn = (mode: WindowView["mode"]): readonly Size[] =>
  mode === "PRODUCTION" ? SIZES : [...SIZES.slice(0, -1), SHORT];
