// Subsets of a quorum's size, in the order of their members.

/** All subsets of `size`, in the order of their members: 252 at most, for 5 of 10. */
export function subsetsOf<Member>(
  members: readonly Member[],
  size: number,
): readonly (readonly Member[])[] {
  if (size === 0) return [[]];
  return members.flatMap((member, i) =>
    subsetsOf(members.slice(i + 1), size - 1).map((rest) => [member, ...rest]),
  );
}
