// The parts of a message whose holes are all of the form `{name}`: most are, and need no library.

/** A literal text, or a hole's name. */
export type MessagePart = string | { readonly hole: string };

const HOLE = /\{(\w+)\}/;

/** Its parts; null if it counts, selects or formats dates, or if ICU interprets an apostrophe. */
export function simpleParts(message: string): readonly MessagePart[] | null {
  const split = message.split(HOLE);
  const texts = split.filter((_, i) => i % 2 === 0);
  if (texts.some((text) => /[{}]|''|'$/.test(text))) return null;
  return split.flatMap((part, i): readonly MessagePart[] =>
    i % 2 === 1 ? [{ hole: part }] : part === "" ? [] : [part],
  );
}
