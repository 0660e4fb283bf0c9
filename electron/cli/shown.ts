// Text that came from a file, fit to be shown: it cannot steer a terminal nor look like other text.

const LENGTH_MAX = 200;

/**
 * Printable ASCII as it is, all else (the backslash too, so that nothing is ambiguous) as
 * `\u{HEX}`; cut after 200 characters, with `...`.
 */
export function shown(text: string): string {
  const start = [...text.slice(0, 2 * LENGTH_MAX)].slice(0, LENGTH_MAX);
  const safe = start.map((character) =>
    /^[\x20-\x5b\x5d-\x7e]$/.test(character)
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return safe.join("") + (start.join("").length < text.length ? "..." : "");
}
