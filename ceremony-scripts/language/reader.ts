// Reads a YAML value field by field; a field that was not asked for is refused.
import { fault } from "./faults.ts";

type Mapping = Readonly<Record<string, unknown>>;

/** Control and direction characters, and non-characters: they could hide parts of the text. */
const UNPLAIN = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** One mapping of the script with its path, for messages such as `acts[1].steps[0].by`. */
export class Fields {
  readonly path: string;
  readonly #values: Mapping;
  readonly #asked = new Set<string>();

  /** @throws Fault E-SCRIPT-VALUE when the value is not a mapping */
  constructor(value: unknown, path: string) {
    if (!isMapping(value))
      throw fault("E-SCRIPT-VALUE", { path: path === "" ? "the top" : path, wanted: "a mapping" });
    this.path = path;
    this.#values = value;
  }

  /** The path of a field of this mapping. */
  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  /** Every field, for a mapping whose one key is the value. */
  all(): Mapping {
    return this.#values;
  }

  /** Whether an optional field is there. */
  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  value(name: string): unknown {
    this.#asked.add(name);
    const value = this.#values[name];
    if (value === undefined) throw fault("E-SCRIPT-MISSING", { path: this.at(name) });
    return value;
  }

  /** A text of 1 to `max` characters; line ends are the only invisible ones. */
  text(name: string, max = 2000): string {
    const value = this.value(name);
    const plain =
      typeof value === "string"
      && value.trim() !== ""
      && value.length <= max
      && !UNPLAIN.test(value);
    if (!plain) throw fault("E-SCRIPT-VALUE", { path: this.at(name), wanted: "plain text" });
    return value.trim();
  }

  /** A short name in lower case with hyphens. */
  name(name: string): string {
    const value = this.value(name);
    if (typeof value !== "string" || !/^[a-z][a-z0-9-]{0,39}$/.test(value))
      throw fault("E-SCRIPT-VALUE", { path: this.at(name), wanted: "a lower-case name" });
    return value;
  }

  /** One of the given words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.value(name);
    const word = words.find((known) => known === value);
    if (word === undefined)
      throw fault("E-SCRIPT-VALUE", { path: this.at(name), wanted: words.join(" or ") });
    return word;
  }

  /** An integer within the bounds. */
  number(name: string, min: number, max: number): number {
    const value = this.value(name);
    const wanted = `a whole number from ${String(min)} to ${String(max)}`;
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < min || value > max)
      throw fault("E-SCRIPT-VALUE", { path: this.at(name), wanted });
    return value;
  }

  /** A list that is not empty, each item read with its path. */
  list<Item>(name: string, read: (item: unknown, path: string) => Item): readonly Item[] {
    const value = this.value(name);
    if (!Array.isArray(value) || value.length === 0)
      throw fault("E-SCRIPT-VALUE", { path: this.at(name), wanted: "a list" });
    return value.map((item: unknown, i) => read(item, `${this.at(name)}[${String(i)}]`));
  }

  /** Refuses fields that were not asked for. @throws Fault E-SCRIPT-FIELD */
  end(): void {
    if (Object.keys(this.#values).some((name) => !this.#asked.has(name)))
      throw fault("E-SCRIPT-FIELD", { path: this.path === "" ? "the top" : this.path });
  }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
