// The YAML a script may be: ambiguous text is refused, and nothing crashes.
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { isFault } from "../crypto/index.ts";
import { BUILT_IN, readScript } from "./index.ts";
import { aScript, refusalOf, textOf, type Tree } from "./script.fixture.ts";

const sound = textOf(aScript());
/** The valid script with another first line. */
const withLine = (line: string): string => sound.replace("script: some-script", line);

describe("YAML", () => {
  it("that is valid is read, with comments and with CRLF", () => {
    expect(readScript(`# A comment.\n${sound}`, "").name).toBe("some-script");
    expect(readScript(sound.replaceAll("\n", "\r\n"), "").name).toBe("some-script");
  });

  it.each([
    ["a key that stands twice", withLine("script: some-script\nscript: other"), 2],
    ["an alias", withLine("script: &name some-script\nother: *name"), 1],
    ["an anchor, even unused", withLine("script: &name some-script"), 1],
    ["a tag of its own", withLine("script: !mine some-script"), 1],
    ["a known tag", withLine("script: !!str some-script"), 1],
    ["a tag that makes bytes", withLine("script: !!binary c29tZS1zY3JpcHQ="), 1],
    ["a tag without a name", withLine("script: ! some-script"), 1],
    ["a key that is a list", withLine("? [script]\n: some-script"), 1],
    ["an older YAML", `%YAML 1.1\n---\n${sound}`, 1],
    ["a newer YAML", `%YAML 1.3\n---\n${sound}`, 1],
    ["two documents", `${sound}---\n${sound}`, sound.split("\n").length],
    ["something after the end", `${sound}...\nmore`, sound.split("\n").length + 1],
    ["an open bracket", withLine("script: [some-script"), 2],
    ["a tab for indentation", withLine("script:\n\tsome-script"), 2],
  ])("with %s is refused, with the line", (_, text, line) => {
    const refusal = refusalOf(text);
    expect(refusal.code).toBe("E-SCRIPT-YAML");
    expect(refusal.message).toContain(`near line ${line}.`);
  });

  it.each([
    ["nothing at all", ""],
    ["a number", "5"],
    ["a list", "- one"],
    ["a text", "one"],
  ])("that is %s is no script", (_, text) => {
    expect(refusalOf(text).message).toBe("In the script, the top must be a mapping.");
  });

  it("does not merge one place into another", () => {
    expect(refusalOf(`${sound}<<: {title: Other}\n`).code).toBe("E-SCRIPT-FIELD");
  });

  it("cannot reach what all objects share", () => {
    expect(refusalOf(`${sound}__proto__: {title: Other}\n`).code).toBe("E-SCRIPT-FIELD");
    expect(({} as Tree)["title"]).toBeUndefined();
  });

  it("is refused above 256 KiB before it is read, however deep", () => {
    expect(refusalOf(`${sound}# ${"a".repeat(256 * 1024)}`).code).toBe("E-SCRIPT-SIZE");
    expect(refusalOf(`a: ${"[".repeat(200_000)}`).code).toBe("E-SCRIPT-YAML");
    expect(refusalOf("- ".repeat(100_000)).code).toBe("E-SCRIPT-YAML");
    expect(refusalOf(`a: ${"{a: ".repeat(3000)}1${"}".repeat(3000)}`).code).toBe("E-SCRIPT-YAML");
  });
});

describe("a script with random edits", () => {
  const activation = BUILT_IN.get("activation") ?? "";

  /** Reads it, and checks that it ends in one of the only two permitted ways. */
  function readOrRefuse(text: string): void {
    try {
      expect(readScript(text, "").steps.length).toBeGreaterThan(1);
    } catch (error) {
      if (!isFault(error)) throw error;
      expect(error.code).toMatch(/^E-SCRIPT-[A-Z]+$/);
      expect(error.message).toMatch(/^[\x20-\x7e]{8,300}$/);
    }
  }

  it("in its text is read or refused, and never crashes", () => {
    const pieces = fc.constantFrom(
      "",
      " ",
      "\n",
      "  ",
      ":",
      "- ",
      "\t",
      "&a ",
      "*a",
      "!x ",
      "{",
      "}",
      "[",
      "]",
      "|",
      ">",
      '"',
      "'",
      "#",
      "%",
      "---\n",
      "? ",
      "<<: ",
      "\u0000",
      "\ud800",
      "null",
      "do",
      "open",
      "\u202e",
    );
    const edit = fc.record({
      at: fc.nat(activation.length),
      cut: fc.nat(40),
      put: fc.oneof(pieces, fc.string()),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        readOrRefuse(
          edits.reduce(
            (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
            activation,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("in its values is read or refused, and never crashes", () => {
    const tree = parse(activation) as Tree;
    const places = placesIn(tree);
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant([]),
      fc.constant({}),
      fc.jsonValue(),
      fc.constantFrom("open", "close", "hand-over", "offline", "connected", "each officer"),
    );
    fc.assert(
      fc.property(fc.nat(places.length - 1), value, (at, put) => {
        const [place = []] = [places[at]];
        readOrRefuse(textOf(changed(tree, place, put) as Tree));
      }),
      { numRuns: 300 },
    );
  });
});

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, member]) => placesIn(member, [...at, name]));
  return [at, ...inner].filter((place) => place.length > 0);
}

function changed(value: unknown, [name, ...rest]: Place, put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (String(i) === name ? changed(item, rest, put) : item));
  const tree = value as Tree;
  return { ...tree, [name]: changed(tree[name], rest, put) };
}
