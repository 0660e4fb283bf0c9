// A box of a picture, before it is known how far that is: what of the plan it stands for.
import type { CheckName, Plan, RunbookName, Source } from "../deployment/deployment.ts";

export interface Drawn {
  readonly title: string;
  readonly detail: string;
  readonly runbook: RunbookName | null;
  readonly checks: readonly CheckName[];
  /** By which names differences of a check are about it; those of nothing in the picture are of all. */
  readonly names: readonly string[];
  /** Who states it, where no answer of Azure can show it; null where nobody does. */
  readonly stated?: Source | null;
}

export interface Area {
  readonly title: string;
  readonly boxes: readonly Drawn[];
}

/** A box made by a runbook and proven by checks. */
export const made = (
  title: string,
  detail: string,
  runbook: RunbookName,
  ...checks: readonly CheckName[]
): Drawn => ({ title, detail, runbook, checks, names: [title] });

/** The same, whose differences go by these names. */
export const named = (drawn: Drawn, ...names: readonly string[]): Drawn => ({ ...drawn, names });

export const stated = (title: string, detail: string, source: Source | null): Drawn => ({
  title,
  detail,
  runbook: null,
  checks: [],
  names: [],
  stated: source,
});

export const regionTitle = (plan: Plan, name: string): string =>
  plan.regions.find((region) => region.name === name)?.title ?? name;

/** The regions that people look at, each with what is in it. */
export const byRegion = (
  plan: Plan,
  boxes: (region: string) => readonly Drawn[],
): readonly Area[] =>
  plan.regions.map(({ name }) => ({ title: regionTitle(plan, name), boxes: boxes(name) }));

/** What of a list is in a region, drawn. */
export const inRegion = <Item extends { readonly region: string }>(
  items: readonly (Item | undefined)[],
  region: string,
  draw: (item: Item) => Drawn | readonly Drawn[],
): readonly Drawn[] =>
  items
    .filter((item) => item !== undefined)
    .filter((item) => item.region === region)
    .flatMap(draw);
