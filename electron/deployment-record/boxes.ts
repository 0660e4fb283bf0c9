// A box of a picture, before its progress is known: the part of the plan it stands for.
import { english } from "../text/english.ts";
import type { Phrase } from "../text/sentence.ts";
import type { CheckName, Plan, RunbookName, Source } from "../deployment/deployment.ts";

export interface Box {
  /** A name, or what it is called. */
  readonly title: string | Phrase;
  readonly detail: string | Phrase;
  readonly runbook: string | null;
  readonly checks: readonly string[];
  /** Names of its differences; a check's differences without a box concern all. */
  readonly names: readonly string[];
  /** Who states it, where no answer of Azure can show it; null if nobody does. */
  readonly stated?: Source | null;
}

export interface Area {
  readonly title: string | Phrase;
  readonly boxes: readonly Box[];
}

/** A box made by a runbook and proven by checks. */
export const made = (
  title: Box["title"],
  detail: Box["detail"],
  runbook: RunbookName,
  ...checks: readonly CheckName[]
): Box => ({ title, detail, runbook, checks, names: [english(title)] });

/** The same box, with the names of its differences. */
export const named = (box: Box, ...names: readonly string[]): Box => ({ ...box, names });

export const stated = (title: Box["title"], detail: Box["detail"], source: Source | null): Box => ({
  title,
  detail,
  runbook: null,
  checks: [],
  names: [],
  stated: source,
});

export const regionTitle = (plan: Plan, name: string): string =>
  plan.regions.find((region) => region.name === name)?.title ?? name;

/** The regions in the order people read them, each with its items. */
export const byRegion = (plan: Plan, boxes: (region: string) => readonly Box[]): readonly Area[] =>
  plan.regions.map(({ name }) => ({ title: regionTitle(plan, name), boxes: boxes(name) }));

/** The boxes of a list's items in one region. */
export const inRegion = <Item extends { readonly region: string }>(
  items: readonly (Item | undefined)[],
  region: string,
  draw: (item: Item) => Box | readonly Box[],
): readonly Box[] =>
  items
    .filter((item) => item !== undefined)
    .filter((item) => item.region === region)
    .flatMap(draw);
