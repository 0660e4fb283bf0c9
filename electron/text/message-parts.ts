// The parts of a message whose holes are all of the kind `{name}`: most are, and need no library.

/** A text as it is, or a hole's name. */
export type MessagePart = string | { readonly hole: string };

const HOLE = /\{(\w+)\}/;

/** Its parts; null where it counts, selects or dates, or where ICU reads an apostrophe as more. */
export function simpleParts(message: string): readonly MessagePart[] | null {
  const split = message.split(HOLE);
  const texts = split.filter((_, i) => i % 2 === 0);
  if (texts.some((text) => /[{}]|''|'$/.test(text))) return null;
  return split.flatMap((part, i): readonly MessagePart[] =>
    i % 2 === 1 ? [{ hole: part }] : part === "" ? [] : [part],
  );
}
