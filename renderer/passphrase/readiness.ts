// When a passphrase may be used, and what it lacks until then. It keeps counts, never characters.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";

/** The bits that a real key's passphrase needs. */
export const NEEDED_BITS = 80;
const SHORTEST = 8;
const LONGEST = 1024;

/** The facts about the two lines, without their text. */
export interface Looked {
  readonly length: number;
  /** Only spaces. */
  readonly blank: boolean;
  readonly againLength: number;
  readonly same: boolean;
}

/** The strength of the first line. `current` is false while newer typing is not yet measured. */
export interface Strength {
  readonly bits: number | "none" | "unknown";
  readonly current: boolean;
}

export type Lack =
  | "network"
  | "nothing"
  | "short"
  | "long"
  | "blank"
  | "weak"
  | "once"
  | "differs"
  | "measuring"
  | "unmeasured";

/** Two empty lines. */
export const NOTHING: Looked = { length: 0, blank: true, againLength: 0, same: true };

/** Examines two lines once. */
export const look = (passphrase: string, again: string): Looked => ({
  length: passphrase.length,
  blank: passphrase.trim() === "",
  againLength: again.length,
  same: passphrase === again,
});

type Where = Pick<PassphraseTurn, "mode" | "networkUp">;

/** What a new passphrase lacks, the most useful point first; null if it may be used. */
export function lackOfNew(looked: Looked, strength: Strength, where: Where): Lack | null {
  const before = isOnline(where) ? "network" : lackOfForm(looked);
  if (before !== null) return before;
  const strict = where.mode === "PRODUCTION";
  if (strict && strength.bits === "unknown") return "unmeasured";
  if (strict && isWeak(strength.bits)) return "weak";
  if (looked.againLength === 0) return "once";
  if (!looked.same) return "differs";
  return strict && (!strength.current || strength.bits === "none") ? "measuring" : null;
}

/** What a passphrase of an existing key lacks: the key decides the rest. */
export function lackOfOpen(looked: Looked, where: Where): Lack | null {
  if (isOnline(where)) return "network";
  if (looked.length === 0) return "nothing";
  return looked.length > LONGEST ? "long" : null;
}

/** Whether the strength is known and too low. */
export const isWeak = (bits: Strength["bits"]): boolean =>
  typeof bits === "number" && bits < NEEDED_BITS;

/** A real key's passphrase is never accepted while the machine has a network. */
const isOnline = ({ mode, networkUp }: Where): boolean => mode === "PRODUCTION" && networkUp;

function lackOfForm({ length, blank }: Looked): Lack | null {
  if (length === 0) return "nothing";
  if (length < SHORTEST) return "short";
  if (length > LONGEST) return "long";
  return blank ? "blank" : null;
}
