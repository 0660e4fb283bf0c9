// What a kind of step is: one pure declaration, from which the script language, the model of the
// room, the papers, the engine and the window derive theirs.
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

/** What sets a kind apart from others, for whoever runs, checks or shows its steps. */
export interface Traits {
  /** A private key is read: the station's network is read before, and must be down. */
  readonly secret: boolean;
  /** Officers type a passphrase: the witness looks round the room before. */
  readonly typed: boolean;
  /** Whose words are read aloud and heard before it is done; `what` for the step's parameter. */
  readonly hears: "certificate" | ReadAloud | "what" | null;
  /** The HSM is asked, so somebody signs in to it. */
  readonly asksHsm: boolean;
  /** The HSM reaches its backup storage. */
  readonly usesStorage: boolean;
  /** Officers open shares, and subsets of them open the security domain. */
  readonly opensShares: boolean;
  /** What is signed, by keys or on paper. */
  readonly signs: "act" | "record" | null;
  /** Which way the record goes: to the other station, or from it. */
  readonly carries: "out" | "in" | null;
  /** Whose sealed objects are read from their bags: an officer's, a copy's, or what is there. */
  readonly readsSeals: "officer" | "copy" | "present" | null;
  /** Seal, place and custodian of objects are entered. */
  readonly takesCustody: boolean;
  /** It takes no time: the form that people fill in is answered at once. */
  readonly atOnce: boolean;
}

/** One kind of step. */
export interface Kind<Form extends z.ZodMiniType = z.ZodMiniType> extends Traits {
  /** Where the kind may run; "any" for what both stations do. */
  readonly place: Station | "any";
  /** It is one officer's turn; or performed by somebody else, but about one officer. */
  readonly officer: boolean;
  readonly about: boolean;
  /** Keys, files, the HSM or the custody are not as before; later years rely on them. */
  readonly changes: boolean;
  /** The ceremony begins or ends with it. */
  readonly opens: boolean;
  readonly ends: boolean;
  readonly parameters: readonly ("to" | "what" | "copy")[];
  /**
   * Facts of the room that it needs and brings about. `{officer}` is the officer whose turn it is,
   * else each officer who came; `{every}` each officer of the script; `{made}` each whose key is
   * made in this ceremony, `{kept}` each who keeps theirs beside others that are made anew;
   * `{station}`, `{what}` and `{copy}` the step's own. A secret kind requires the network to be
   * down as well.
   */
  readonly requires: readonly FactText[];
  readonly ensures: readonly FactText[];
  /** The types of entries that are written in its step, while it is under way. */
  readonly writes: readonly string[];
  /**
   * Of these the record must have one each before the step counts as performed; "a or b": one of
   * the two. `owes`: since it last began; `owesOnce`: at any time, for a repeated step does not do
   * it again.
   */
  readonly owes: readonly string[];
  readonly owesOnce: readonly string[];
  /** It compares something with an earlier record, so the script must continue one. */
  readonly compares: boolean;
  /** The material whose bag it records as opened: people must open it in that step. */
  readonly recordsOpening: string | null;
  /** How many officers must be present. */
  readonly officers: "quorum" | "one" | "any";
  /** The parts of a step, in their order, where it takes more than a second. */
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

/** Declares a kind; what it leaves out is as for a step that anybody performs by one press. */
export function kind<Form extends z.ZodMiniType = typeof NOTHING>(
  one: Pick<Kind, "place"> & Partial<Omit<Kind<Form>, "place">>,
): Kind<Form> {
  // Without a form of its own `Form` is that of nothing.
  const input = one.input ?? (NOTHING as unknown as Form);
  const network = one.secret === true ? ["network-down" as const] : [];
  return { ...DEFAULTS, ...one, input, requires: [...network, ...(one.requires ?? [])] };
}
