// Waiting for the HSM on the command line.
import { expect, it } from "vitest";
import { sentence } from "../../text/sentence.ts";
import { waiting } from "./wait.ts";

it("tells what is asked, with its note in English", () => {
  const lines: string[] = [];
  const given = { words: [], values: new Map() };
  const { notice } = waiting(given, { tell: (line) => lines.push(line) });
  const asked = { kind: "asked", what: "backup", state: "running", details: "" } as const;
  notice({ ...asked, note: "", seconds: 3 });
  notice({ ...asked, note: sentence("waiting.secondsLeft", { seconds: 40 }), seconds: 3 });
  expect(lines).toEqual([
    "backup: running, after 3 s.",
    "backup: running, after 3 s. 40 s are left",
  ]);
});
