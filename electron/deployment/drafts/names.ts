// Names of a draft's resources: the beginning of the plan's name, and what the thing is.

/** What Azure allows at most of the kinds that a draft has; of others more. */
export const LONGEST = { hsm: 24, storage: 24, cosmos: 44, other: 60 } as const;

/** Such as `fjord-jump-northeurope`: hyphens are single, and none is at its end. */
export function nameOf(plan: string, what: string, longest: number = LONGEST.other): string {
  const stem = plan.replaceAll(/-+/g, "-").slice(0, longest - what.length - 1);
  return `${stem.replace(/-$/, "")}-${what}`;
}

/** The same in letters and digits alone, as a storage account's name is. */
export const bareNameOf = (plan: string, what: string): string =>
  `${plan.replaceAll("-", "").slice(0, LONGEST.storage - what.length)}${what}`;
