// The name of a network interface or radio, as it is shown and recorded.

/** No system has longer names. */
const LENGTH_MAX = 64;

/**
 * Any name, in characters that every screen and paper has: Windows names interfaces in its user's
 * language, and a name could be chosen to mislead. Each other character becomes a question mark.
 */
export const shownName = (name: string): string =>
  name.slice(0, LENGTH_MAX).replaceAll(/[^A-Za-z0-9._ ()*#+-]/g, "?");
