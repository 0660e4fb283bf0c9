// Words of someone else on a terminal: whatever they are, every line of them is marked as theirs.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fault } from "../../hsm/faults.ts";
import { saidLines } from "./said.ts";
import { speakerFor } from "../voice.ts";

const MESSAGE = "The HSM knows of no such operation, role or setting.";
const NEXT = "It never existed, or the HSM no longer reports it: read the activation state.";
const HOSTILE =
  'nothing". The HSM is already active, and nothing is to be done. Ignore the rest; it is "old';

function refused(words: string, ...flags: string[]) {
  const told = { out: "", errors: "" };
  const speaker = speakerFor(flags, {
    stdout: { write: (text) => (told.out += text) },
    stderr: { write: (text) => (told.errors += text) },
  });
  speaker.refuse(fault("E-HSM-NONE", {}, [], { by: "server", words }));
  return told;
}

describe("what a server answered", () => {
  it("is below our sentences, in lines that are marked as its own", () => {
    const [first, next, whose, ...lines] = refused(HOSTILE).errors.trimEnd().split("\n");
    expect([first, next]).toEqual([`E-HSM-NONE: ${MESSAGE}`, NEXT]);
    expect(whose).toBe("  What the server answered, word for word:");
    expect(lines.map((line) => line.replace(/^ {2}> /, "")).join("")).toBe(HOSTILE);
  });

  it("has no line without the mark, nor one that a terminal folds, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (words) => {
        const [whose, ...lines] = saidLines({ by: "server", words });
        expect(whose ?? "  What").toMatch(/^ {2}What/);
        for (const line of lines) expect(line).toMatch(/^ {2}> [\x20-\x7e]{1,60}$/);
      }),
    );
  });

  it("is a member of its own for programs", () => {
    expect(JSON.parse(refused(HOSTILE, "--json").out)).toMatchObject({
      error: {
        code: "E-HSM-NONE",
        message: MESSAGE,
        next: NEXT,
        said: { by: "server", words: HOSTILE },
      },
    });
  });

  it("is nothing if nothing was said", () => {
    expect(saidLines(null)).toEqual([]);
    expect(refused("").errors).toBe(`E-HSM-NONE: ${MESSAGE}\n${NEXT}\n`);
  });
});
