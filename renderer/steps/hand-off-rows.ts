// The form of a hand-off as data: what moves, who hands it off, who receives it.
import type { InputOf } from "../../electron/bridge/contract.ts";
import { folded } from "./open-form.ts";

/** An object present: its last custodian and place, and the entries about it. */
export interface HandOffRow {
  readonly object: string;
  readonly custodian: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

const ACTIONS = ["gives", "takes", "keeps"] as const;

/** A person who hands off, receives, or keeps something in another place; or several of these. */
export interface Party {
  readonly name: string;
  readonly does: readonly (typeof ACTIONS)[number][];
}

/** Whether every field is filled. */
export const areFilled = (rows: readonly HandOffRow[]): boolean =>
  rows.every(({ to, place }) => to.trim() !== "" && place.trim() !== "");

/** Objects that change custodian or place; the rest were only here. */
export const movedIn = (rows: readonly HandOffRow[]): readonly HandOffRow[] =>
  rows.filter(
    ({ custodian, from, to, place }) =>
      folded(to) !== folded(custodian) || folded(place) !== folded(from),
  );

/** As main expects it. */
export const handOffsOf = (moved: readonly HandOffRow[]): InputOf<"hand-off">["handOffs"] =>
  moved.map(({ object, to, place }) => ({ object, to: to.trim(), place: place.trim() }));

/** Everyone whose word is needed, once; people who hand off before people who receive. */
export function partiesOf(moved: readonly HandOffRow[]): readonly Party[] {
  const names = [...moved.map(({ custodian }) => custodian), ...moved.map(({ to }) => to.trim())];
  const each = names.filter(
    (name, i) => name !== "" && names.findIndex((other) => folded(other) === folded(name)) === i,
  );
  return each.map((name) => {
    const isTheirs = (other: string) => folded(other) === folded(name);
    const isOneOf = (gives: boolean, takes: boolean) =>
      moved.some(({ custodian, to }) => isTheirs(custodian) === gives && isTheirs(to) === takes);
    const does = {
      gives: isOneOf(true, false),
      takes: isOneOf(false, true),
      keeps: isOneOf(true, true),
    };
    return { name, does: ACTIONS.filter((action) => does[action]) };
  });
}
