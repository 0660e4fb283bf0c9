// The strict JSON gate: UTF-8 without BOM, no duplicate member, bounded depth, no trailing bytes.

/** A JSON value as received: objects have no prototype, so no member name is special. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

/** Why a text is not accepted as JSON, and at which character. */
export type JsonProblem = "encoding" | "truncated" | "syntax" | "trailing" | "duplicate" | "depth";
export type JsonReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: JsonProblem; readonly at: number };

const DEPTH_MAX = 16;

/**
 * Reads one JSON document (RFC 8259) strictly; problems are values, because each format has codes
 * of its own.
 */
export function readJson(bytes: Uint8Array): JsonReading {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, problem: "encoding", at: 0 };
  }
  if (text.startsWith("\uFEFF")) return { ok: false, problem: "encoding", at: 0 };
  return readJsonText(text);
}

/** As `readJson`, for text already decoded. */
export function readJsonText(text: string): JsonReading {
  const reader = new Reader(text);
  try {
    const value = reader.value(0);
    reader.space();
    if (reader.at < text.length) return { ok: false, problem: "trailing", at: reader.at };
    return { ok: true, value };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { ok: false, problem: stop.problem, at: reader.at };
  }
}

/** True for a JSON object (not an array, not null). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON array. (`Array.isArray` alone loses the readonly element type.) */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

class Stop extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem);
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  space(): void {
    while (" \t\n\r".includes(this.#text.charAt(this.at)) && this.at < this.#text.length) this.at++;
  }

  value(depth: number): Json {
    this.space();
    const first = this.#text.charAt(this.at);
    if (first === "{" || first === "[") {
      if (depth >= DEPTH_MAX) throw new Stop("depth");
      return first === "{" ? this.#object(depth) : this.#array(depth);
    }
    if (first === '"') return this.#string();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const)
      if (this.#text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    return Number(this.#match(NUMBER));
  }

  #object(depth: number): JsonObject {
    const members = Object.create(null) as Record<string, Json>;
    this.at++;
    for (let more = !this.#take("}"); more; more = !this.#end("}")) {
      this.space();
      const start = this.at;
      const name = this.#string();
      if (Object.hasOwn(members, name)) {
        this.at = start;
        throw new Stop("duplicate");
      }
      if (!this.#take(":")) throw this.#wrong();
      members[name] = this.value(depth + 1);
    }
    return members;
  }

  #array(depth: number): readonly Json[] {
    const items: Json[] = [];
    this.at++;
    for (let more = !this.#take("]"); more; more = !this.#end("]"))
      items.push(this.value(depth + 1));
    return items;
  }

  /** After an item: true at the closing bracket, false after a comma. */
  #end(bracket: string): boolean {
    if (this.#take(bracket)) return true;
    if (this.#take(",")) return false;
    throw this.#wrong();
  }

  #take(character: string): boolean {
    this.space();
    const here = this.#text.charAt(this.at) === character;
    if (here) this.at++;
    return here;
  }

  /** A loop, not a pattern: a pattern's stack would grow with hostile strings. */
  #string(): string {
    const start = this.at;
    const end = closingQuote(this.#text, start);
    if (end < 0) throw this.#wrong();
    try {
      const value = JSON.parse(this.#text.slice(start, end + 1)) as string;
      this.at = end + 1;
      return value;
    } catch {
      throw new Stop("syntax");
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw this.#wrong();
    this.at += found.length;
    return found;
  }

  /** A text that only ends too soon is "truncated"; anything else is a syntax error. */
  #wrong(): Stop {
    return new Stop(isCutOff(this.#text.slice(this.at)) ? "truncated" : "syntax");
  }
}

/** True if the rest could have continued validly: nothing, an open string, half a word. */
function isCutOff(rest: string): boolean {
  if (rest === "" || rest === "-") return true;
  if (rest.startsWith('"')) return closingQuote(rest, 0) < 0;
  return ["true", "false", "null"].some((word) => word.startsWith(rest));
}

/** Where the string that opens at `start` closes, or -1. */
function closingQuote(text: string, start: number): number {
  if (text.charAt(start) !== '"') return -1;
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') return i;
    if (character === "\\") i++;
  }
  return -1;
}
