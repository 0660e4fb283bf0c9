// The objects that can be in custody: four of each officer, and the two media of the domain.

/** The media of the domain. */
export const DOMAIN_MEDIA: readonly string[] = ["transfer medium", "domain copy medium"];

/** An officer's objects: the media with the key, and the envelope of its passphrase. */
export const mediaOf = (officer: string): readonly string[] => [
  `${officer} medium`,
  `${officer} backup medium`,
];
export const envelopeOf = (officer: string): string => `${officer} passphrase envelope`;

/** Whether an object belongs to one of these officers, or is shared. */
export function areObjectsOf(
  officers: readonly string[],
  objects: readonly { readonly object: string }[],
): boolean {
  const known = new Set([
    ...officers.flatMap((one) => [...mediaOf(one), envelopeOf(one), `${one} card`]),
    ...DOMAIN_MEDIA,
  ]);
  return objects.every(({ object }) => known.has(object));
}
