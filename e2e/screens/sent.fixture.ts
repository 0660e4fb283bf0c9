// What main sent that is no sentence of ours: names, places, numbers, what people and servers wrote.

/** The members in which main sends sentences: a text there would have gone past the catalogue. */
const SENTENCES = new Set([
  ...["act", "differs", "expectation", "instruction", "lacks", "message", "missing", "next"],
  ...["notes", "say", "sentence", "should", "term", "title", "when"],
]);

/** @returns each text once, in no order */
export function textsOfOthers(sent: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown, isOurs: boolean): void => {
    if (typeof value === "string" && !isOurs) found.add(value);
    else if (Array.isArray(value)) for (const one of value) walk(one, isOurs);
    else if (typeof value === "object" && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, SENTENCES.has(name));
  };
  walk(sent, false);
  return found;
}
