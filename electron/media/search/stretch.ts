// Stretches of text of one form and of any length, such as a file that is one line of base64.

/** A stretch of text of any length: how it begins, and what it goes on with, again and again. */
export interface Stretch {
  readonly begins: RegExp;
  readonly goesOn: RegExp;
}

/**
 * A form of stretches, by two regular expressions. One for the whole would remember each place in it
 * to come back to, and give up at some millions of signs (V8 throws RangeError).
 * @param begins how one begins; MOST is as much of it as is matched at once
 * @param goesOn what comes after, once or as often as it does; never nothing
 */
export function stretch(begins: string, goesOn: string, flags = ""): Stretch {
  const form = (source: string, mode: string): RegExp =>
    new RegExp(source.replaceAll("MOST", "4096"), flags + mode);
  return { begins: form(begins, "g"), goesOn: form(`(?:${goesOn}){1,256}`, "y") };
}

/** From left to right; none begins within another. */
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
