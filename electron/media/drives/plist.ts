// macOS: reads a property list, the XML that diskutil writes, and only what occurs there.
// Not with plutil: that is a second program to be fed, it fails on lists with a date or bytes, and
// recorded lists could not be tested on other systems.
import type { Json, JsonObject } from "../../../crypto/index.ts";
import { refuse } from "./form.ts";

const DEPTH_MAX = 16;
const HEAD = /^\uFEFF?\s*(<\?xml [^<>]{0,100}\?>)?\s*(<!DOCTYPE plist [^<>[\]]{0,200}>)?\s*/;
const PIECE = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)\s*(\/?)>|[^<>]+/gy;

interface Piece {
  readonly kind: "open" | "close" | "empty" | "text";
  /** The element's name, or the text. */
  readonly said: string;
}

/** The dictionary of a property list, as JSON. @throws Fault E-DRIVES-FORM */
export function readPlist(text: string): JsonObject {
  const pieces = piecesOf(text.slice(HEAD.exec(text)?.[0].length ?? 0).trimEnd());
  const reader = new Reader(pieces);
  reader.take("open", "plist");
  const value = reader.value(0);
  reader.take("close", "plist");
  if (!reader.atEnd() || typeof value !== "object" || value === null || Array.isArray(value)) {
    refuse();
  }
  return value as JsonObject;
}

/** Elements and texts, one after the other, without white space between elements. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECE)) {
    at = match.index + match[0].length;
    const [whole, slash, name, , end] = match;
    const kind = slash === "/" ? "close" : end === "/" ? "empty" : "open";
    pieces.push(name === undefined ? { kind: "text", said: whole } : { kind, said: name });
  }
  if (at !== text.length) refuse();
  return pieces;
}

class Reader {
  readonly #pieces: readonly Piece[];
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  atEnd(): boolean {
    return this.#at === this.#pieces.length;
  }

  take(kind: Piece["kind"], said: string): void {
    if (!this.#passes(kind, said)) refuse();
  }

  value(depth: number): Json {
    if (depth > DEPTH_MAX) refuse();
    this.#space();
    const piece = this.#pieces[this.#at] ?? refuse();
    this.#at += 1;
    if (piece.kind === "empty") return emptyValue(piece.said);
    if (piece.kind !== "open") return refuse();
    if (piece.said === "dict") return this.#dict(depth);
    if (piece.said === "array") return this.#array(depth);
    const text = this.#text(piece.said);
    if (["string", "date", "data"].includes(piece.said)) return text;
    if (piece.said === "integer" && /^\s*-?\d{1,20}\s*$/.test(text)) return Number(text);
    if (piece.said === "real" && /^\s*[-+.\deE]{1,40}\s*$/.test(text)) return Number(text);
    return refuse();
  }

  #dict(depth: number): JsonObject {
    const members = new Map<string, Json>();
    while (!this.#passes("close", "dict")) {
      this.take("open", "key");
      const key = this.#text("key");
      if (members.has(key)) refuse();
      members.set(key, this.value(depth + 1));
    }
    return Object.assign(Object.create(null) as object, Object.fromEntries(members));
  }

  #array(depth: number): readonly Json[] {
    const items: Json[] = [];
    while (!this.#passes("close", "array")) items.push(this.value(depth + 1));
    return items;
  }

  /** The text up to the element's end; it may be empty. */
  #text(name: string): string {
    const piece = this.#pieces[this.#at];
    const text = piece?.kind === "text" ? piece.said : "";
    if (piece?.kind === "text") this.#at += 1;
    const end = this.#pieces[this.#at];
    this.#at += 1;
    if (end?.kind !== "close" || end.said !== name) refuse();
    return plain(text);
  }

  #passes(kind: Piece["kind"], said: string): boolean {
    this.#space();
    const piece = this.#pieces[this.#at];
    if (piece?.kind !== kind || piece.said !== said) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    const piece = this.#pieces[this.#at];
    if (piece?.kind === "text" && piece.said.trim() === "") this.#at += 1;
  }
}

function emptyValue(name: string): Json {
  if (name === "true" || name === "false") return name === "true";
  if (name === "string") return "";
  if (name === "array") return [];
  return name === "dict" ? (Object.create(null) as JsonObject) : refuse();
}

const NAMED: Readonly<Record<string, string | undefined>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The text with XML's escapes resolved. */
function plain(text: string): string {
  return text.replace(/&([^;]{0,10};?)/g, (_, spelled: string) => {
    const name = spelled.endsWith(";") ? spelled.slice(0, -1) : "";
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const base = number?.[1] === undefined ? 10 : 16;
    const code = parseInt(number?.[1] ?? number?.[2] ?? "", base);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return NAMED[name] ?? refuse();
  });
}
