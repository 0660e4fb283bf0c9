// What a kind of step is: one pure declaration, from which the script language, the model of the
// room, the papers, the engine and the window derive what they need.
import * as z from "zod/mini";
import type { FactText } from "./facts.ts";

export type Station = "offline" | "connected";
export const STATIONS: readonly Station[] = ["offline", "connected"];

/** The media on which the security domain is stored. */
export const COPIES = ["transfer", "domain-copy"] as const;
export type Copy = (typeof COPIES)[number];

export const READ_ALOUD = ["domain", "exchange-key"] as const;
export type ReadAloud = (typeof READ_ALOUD)[number];

/** A part of a step that takes time. */
export type Task =
  | "make-key-pair"
  | "write-media"
  | "open-again"
  | "open-share"
  | "make-blob"
  | "try-recovery"
  | "sign"
  | "send"
  | "keep-answer"
  | "read-answer"
  | "poll";

/** What distinguishes a kind from others, for running, checking and showing its steps. */
export interface Traits {
  /** A private key is read: the station's network is read before, and must be down. */
  readonly secret: boolean;
  /** Officers type a passphrase: the witness looks round the room before. */
  readonly typed: boolean;
  /** Whose words are read aloud and heard first; `what` for the step's parameter. */
  readonly hears: "certificate" | ReadAloud | "what" | null;
  /** The HSM is asked, so someone signs in to it. */
  readonly asksHsm: boolean;
  /** The HSM reaches its backup storage. */
  readonly usesStorage: boolean;
  /** Officers open shares, and subsets of them open the security domain. */
  readonly opensShares: boolean;
  /** What is signed, by keys or on paper. */
  readonly signs: "act" | "record" | null;
  /** The direction of the record: to the other station, or from it. */
  readonly carries: "out" | "in" | null;
  /**
   * Whose sealed objects are read from their bags: an officer's, those of before that belong to an
   * officer's key that ends, a copy's, or all that are present.
   */
  readonly readsSeals: "officer" | "old" | "copy" | "present" | null;
  /** Seal, place and custodian of objects are entered. */
  readonly takesCustody: boolean;
  /** It takes no time: the filled-in form is answered at once. */
  readonly atOnce: boolean;
}

export interface Kind<Form extends z.ZodMiniType = z.ZodMiniType> extends Traits {
  /** Where the kind may run; "any" if at both stations. */
  readonly place: Station | "any";
  /** It is one officer's turn; or someone else performs it, but about one officer. */
  readonly officer: boolean;
  readonly about: boolean;
  /** Keys, files, the HSM or the custody change; later years rely on them. */
  readonly changes: boolean;
  /** The ceremony begins or ends with it. */
  readonly opens: boolean;
  readonly ends: boolean;
  readonly parameters: readonly ("to" | "what" | "copy")[];
  /**
   * Facts of the room that it needs and brings about. `{officer}` is the officer whose turn it is,
   * else each officer who came; `{every}` each officer of the script; `{made}` each whose key is
   * made in this ceremony, `{kept}` each who keeps theirs while others are replaced; `{station}`,
   * `{what}` and `{copy}` the step's own. A secret kind also requires the network to be down.
   */
  readonly requires: readonly FactText[];
  readonly ensures: readonly FactText[];
  /** The types of entries that are written while its step is in progress. */
  readonly writes: readonly string[];
  /**
   * The record must have one of each before the step counts as performed; "a or b": one of the two.
   * `owes`: since it last began; `owesOnce`: at any time, because a repeated step does not do it
   * again.
   */
  readonly owes: readonly string[];
  readonly owesOnce: readonly string[];
  /** It compares something with an earlier record, so the script must continue one. */
  readonly compares: boolean;
  /** The material whose bag it records as opened: people must open it in that step. */
  readonly recordsOpening: string | null;
  /** How many officers must be present. */
  readonly officers: "quorum" | "one" | "any";
  /** The parts of a step, in order, if it takes more than a second. */
  readonly tasks: readonly Task[];
  /** What people enter. */
  readonly input: Form;
}

/** People enter nothing. */
const NOTHING = z.strictObject({});

const NO_TRAITS: Traits = {
  secret: false,
  typed: false,
  hears: null,
  asksHsm: false,
  usesStorage: false,
  opensShares: false,
  signs: null,
  carries: null,
  readsSeals: null,
  takesCustody: false,
  atOnce: false,
};

const DEFAULTS = {
  ...NO_TRAITS,
  officer: false,
  about: false,
  changes: false,
  opens: false,
  ends: false,
  compares: false,
  parameters: [],
  requires: [],
  ensures: [],
  writes: [],
  owes: [],
  owesOnce: [],
  tasks: [],
  recordsOpening: null,
  officers: "any",
} as const;

/** A kind's traits alone, as plain data. */
export const traitsOf = (of: Kind): Traits =>
  Object.fromEntries(
    Object.keys(NO_TRAITS).map((name) => [name, of[name as keyof Traits]]),
  ) as unknown as Traits;

/** Declares a kind; by default anyone performs it with one press. */
export function kind<Form extends z.ZodMiniType = typeof NOTHING>(
  one: Pick<Kind, "place"> & Partial<Omit<Kind<Form>, "place">>,
): Kind<Form> {
  // Without a form of its own, `Form` is the form of nothing.
  const input = one.input ?? (NOTHING as unknown as Form);
  const network = one.secret === true ? ["network-down" as const] : [];
  return { ...DEFAULTS, ...one, input, requires: [...network, ...(one.requires ?? [])] };
}
