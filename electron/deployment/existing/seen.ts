// What answers say about resources, in the words of a plan; and what none of them says.
import { isObject, type Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import type { AnswerKind } from "../answers/kind.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { allOf } from "../proofs/about.ts";
import { regionName } from "../proofs/expectation.ts";

/** The parts of a resource's id; empty where it has none. */
export interface Id {
  readonly subscription: string;
  readonly resourceGroup: string;
  /** Its name, and those of what it is below, the outermost first. */
  readonly names: readonly string[];
}

export function partsOf(id: string): Id {
  const [, subscription = "", , resourceGroup = "", path = ""] =
    /^\/subscriptions\/([^/]+)(\/resourceGroups\/([^/]+))?\/providers\/(.+)$/i.exec(id) ?? [];
  const [, ...rest] = path.split("/");
  return { subscription, resourceGroup, names: rest.filter((_, at) => at % 2 === 1) };
}

/** Each resource once: the last answer about it counts. */
export class Seen {
  /** Members of the plan that no answer says, as the form has them. */
  readonly unknown = new Set<string>();
  readonly #answers: Answers;
  /** A resource group's name in the spelling that was seen first, but for an id in lower case. */
  readonly #groups = new Map<string, string>();

  constructor(answers: Answers) {
    this.#answers = answers;
    const groups = answers.all.flatMap(({ value }) => partsOf(textAt(value, "id")).resourceGroup);
    for (const group of groups.toSorted((one, other) => lower(one) - lower(other)))
      if (group !== "" && !this.#groups.has(group.toLowerCase()))
        this.#groups.set(group.toLowerCase(), group);
  }

  all(kind: AnswerKind): readonly Json[] {
    const values = allOf(this.#answers, kind);
    return [...new Map(values.map((value) => [keyOf(value), value])).values()];
  }

  /** The name, group and region that an answer says. */
  placed(value: Json) {
    const { names, resourceGroup } = partsOf(textAt(value, "id"));
    return {
      name: textAt(value, "name") || (names.at(-1) ?? ""),
      region: regionName(textAt(value, "location")),
      resourceGroup: this.group(resourceGroup),
    };
  }

  group(name: string): string {
    return this.#groups.get(name.toLowerCase()) ?? name;
  }

  /** A value, or another in its place that is named as not known. */
  known<Value>(found: Value | undefined, member: string, otherwise: Value): Value {
    if (found !== undefined) return found;
    this.unknown.add(member);
    return otherwise;
  }

  /** What no answer says of this member: a value in its place. */
  lacking<Value>(member: string, otherwise: Value): Value {
    return this.known<Value>(undefined, member, otherwise);
  }
}

const lower = (text: string): number => Number(text === text.toLowerCase());

const keyOf = (value: Json): string => {
  const key = memberAt(value, "key");
  const id = isObject(key) ? textAt(key, "kid") : textAt(value, "id");
  return id === "" ? JSON.stringify(value) : id.toLowerCase();
};

/** One of some words, or undefined. */
export const wordIn = <Word extends string>(
  text: string,
  words: readonly Word[],
): Word | undefined => words.find((word) => word.toLowerCase() === text.toLowerCase());

/** A member that is true or false, or undefined. */
export function flagAt(value: Json, path: string): boolean | undefined {
  const found = memberAt(value, path);
  return typeof found === "boolean" ? found : undefined;
}
