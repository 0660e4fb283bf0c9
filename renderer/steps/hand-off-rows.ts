// The form of a hand-off as data: what moves, who hands on, who takes.
import type { InputOf } from "../../electron/bridge/contract.ts";
import { folded } from "./open-form.ts";

/** An object on the table: with whom and where it was seen, and what is written of it. */
export interface HandOffRow {
  readonly object: string;
  readonly custodian: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

const ACTIONS = ["gives", "takes", "keeps"] as const;

/** Somebody who hands on, takes, or keeps something in another place; or several of these. */
export interface Party {
  readonly name: string;
  readonly does: readonly (typeof ACTIONS)[number][];
}

/** Whether every field is written in. */
export const areFilled = (rows: readonly HandOffRow[]): boolean =>
  rows.every(({ to, place }) => to.trim() !== "" && place.trim() !== "");

/** What goes to another person or another place; the rest only lay here. */
export const movedIn = (rows: readonly HandOffRow[]): readonly HandOffRow[] =>
  rows.filter(
    ({ custodian, from, to, place }) =>
      folded(to) !== folded(custodian) || folded(place) !== folded(from),
  );

/** As main asks for it. */
export const handOffsOf = (moved: readonly HandOffRow[]): InputOf<"hand-off">["handOffs"] =>
  moved.map(({ object, to, place }) => ({ object, to: to.trim(), place: place.trim() }));

/** Everybody whose word is needed, once, who hands on before who takes. */
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
