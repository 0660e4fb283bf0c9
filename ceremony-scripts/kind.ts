// What a kind of step is: the shape of a row in the table of kinds.
import type { FactText } from "./facts.ts";

export type Station = "offline" | "connected";
export const STATIONS: readonly Station[] = ["offline", "connected"];

/** Where a kind may run; "any" for what both stations do. */
type Place = Station | "any";

/**
 * One kind. In its facts and texts `{officer}` is the officer whose turn it is, else each officer
 * who came; `{every}` each officer of the script; `{made}` each whose key is made in this ceremony,
 * `{kept}` each who keeps his beside others that are made anew; `{station}`, `{what}`, `{to}` and
 * `{copy}` the step's own.
 */
export interface Kind {
  readonly place: Place;
  /** Whether it is one officer's turn; or done by another, but about one officer. */
  readonly officer: boolean;
  readonly about: boolean;
  /** Whether keys, files, the HSM or the custody are not as before; later years rest on them. */
  readonly changes: boolean;
  /** Whether the ceremony ends with it. */
  readonly ends: boolean;
  readonly parameters: readonly ("to" | "what" | "copy")[];
  readonly requires: readonly FactText[];
  readonly ensures: readonly FactText[];
  /** On paper: what is done, as one imperative sentence. */
  readonly activity: string;
  /** On paper: what must be seen, with `____` where a value is filled in. */
  readonly expected: string;
}

/** A kind that is no officer's turn, asks for nothing and leaves nothing. */
export const ANYONE = {
  officer: false, about: false, changes: false, ends: false,
  parameters: [], requires: [], ensures: [],
} as const;
