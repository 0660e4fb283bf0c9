// Stretches of text of one form and any length, such as a file that is one line of base64.

/** A stretch of text of any length: its beginning, and what is repeated after it. */
export interface Stretch {
  readonly begins: RegExp;
  readonly goesOn: RegExp;
}

/**
 * A form of stretches, as two regular expressions. A single one would remember each position for
 * backtracking, and fail at some millions of characters (V8 throws RangeError).
 * @param begins the beginning; at most MOST of it is matched at once
 * @param goesOn what is repeated after it; never empty
 */
export function stretch(begins: string, goesOn: string, flags = ""): Stretch {
  const form = (source: string, mode: string): RegExp =>
    new RegExp(source.replaceAll("MOST", "4096"), flags + mode);
  return { begins: form(begins, "g"), goesOn: form(`(?:${goesOn}){1,256}`, "y") };
}

/** From left to right, not overlapping. */
export function* stretchesIn(text: string, { begins, goesOn }: Stretch): Generator<string> {
  let at = 0;
  for (;;) {
    begins.lastIndex = at;
    const found = begins.exec(text);
    if (found === null) return;
    at = begins.lastIndex;
    do {
      goesOn.lastIndex = at;
      at += goesOn.exec(text)?.[0].length ?? 0;
    } while (goesOn.lastIndex > 0);
    yield text.slice(found.index, at);
  }
}
