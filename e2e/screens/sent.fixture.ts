// What main sent that is no sentence of ours: names, places, numbers, what people and servers wrote.

/** The members in which main sends sentences: a text there would have gone past the catalogue. */
const SENTENCES = new Set([
  ...["act", "differs", "expectation", "instruction", "lacks", "message", "missing", "next"],
  ...["notes", "say", "sentence", "should", "term", "title", "when"],
]);

/** Where main answers what a deployment shows. */
const DEPLOYMENT = "deployment.ok.";

/**
 * The members in which a deployment says in English what has no other language (docs/limits.md). The
 * page marks each such text as English: one that it does not mark is no more excused than ours.
 */
const ENGLISH = new Set([
  ...["because", "changes", "cost", "detail", "expected", "found", "leftOut", "line", "lines"],
  ...["means", "member", "order", "pools", "price", "purpose", "role", "says", "section", "shows"],
  ...["source", "sum", "takes", "text", "total", "twoPeople", "undo", "what"],
]);

/** A plan's author has named it, in any language. */
const NAMED = new Set([`${DEPLOYMENT}draft.title`, `${DEPLOYMENT}plan.title`]);

/** @returns each text once, in no order */
export function textsOfOthers(sent: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value === "string" && isOfOthers(at)) found.add(value);
    else if (Array.isArray(value)) for (const one of value) walk(one, at);
    else if (typeof value === "object" && value !== null)
      for (const [name, member] of Object.entries(value))
        walk(member, at === "" ? name : `${at}.${name}`);
  };
  walk(sent, "");
  return found;
}

/** @param at the members that lead to a text, with dots between them; lists have no place in it */
function isOfOthers(at: string): boolean {
  const name = at.slice(at.lastIndexOf(".") + 1);
  return (
    NAMED.has(at) || !(SENTENCES.has(name) || (at.startsWith(DEPLOYMENT) && ENGLISH.has(name)))
  );
}
